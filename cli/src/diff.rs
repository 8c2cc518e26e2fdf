//! Two tables → what changes from one to the other, by rule.

mod compare;

use std::fmt::Write as _;

use clap::ValueEnum;

use crate::rows::Position;

pub(crate) use self::compare::compare;

/// Where a change is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// The other side of a connection, or whoever acts on a code that it received.
    Wire,
    /// Programs that use the generated code.
    Source,
}

/// The step of the version that a change asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Patch,
    Minor,
    /// The change breaks something.
    Major,
}

/// What changed, and where it is in both files.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) rule: Rule,
    pub(crate) message: String,
    pub(crate) old: Option<Position>,
    pub(crate) new: Option<Position>,
    /// The number that it is about, for the order.
    pub(crate) number: Option<u16>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Rule {
    NumberReused,
    NumberChanged,
    CodeRemoved,
    RangeRemoved,
    RangeMoved,
    AdviceNever,
    SendableLost,
    SenderChanged,
    AdviceChanged,
    ReasonChanged,
    CodeAdded,
    RangeAdded,
    DeprecatedCodeRemoved,
    NameRemoved,
    VariantRemoved,
    AliasRemoved,
    ColumnRemoved,
    ColumnRetyped,
    EnumValueRemoved,
    EnumValueAdded,
    LanguageDropped,
    AliasAdded,
    CodeDeprecated,
    ColumnAdded,
    ValueChanged,
    DefaultLanguageChanged,
    DeprecationChanged,
    NameChanged,
    DescriptionChanged,
    DocsChanged,
}

impl Rule {
    /// Where the change is noticed, the step it asks for, and why it matters.
    #[rustfmt::skip]
    fn facts(self) -> (Side, Step, &'static str) {
        use Side::{Source, Wire};
        use Step::{Major, Minor, Patch};
        match self {
            Self::NumberReused => (Wire, Major, "a peer with the old table acts on the old meaning; if only the name changed, keep the old name in `aliases`"),
            Self::NumberChanged => (Wire, Major, "peers with different tables do not understand each other's number"),
            Self::CodeRemoved => (Wire, Major, "peers may still send it; deprecate a code before removing it"),
            Self::RangeRemoved => (Wire, Major, "what the range said about codes without a name is lost"),
            Self::RangeMoved => (Wire, Major, "codes without a name are now in another range, or no longer in this one"),
            Self::AdviceNever => (Wire, Major, "clients start or stop reconnecting after the code"),
            Self::SendableLost => (Wire, Major, "the code can no longer be sent, and a strict peer refuses it"),
            Self::SenderChanged => (Wire, Major, "a side may no longer send the code, or may now receive it"),
            Self::AdviceChanged => (Wire, Minor, "clients reconnect differently after the code"),
            Self::ReasonChanged => (Wire, Minor, "new Close frames have another text, and a peer may compare it"),
            Self::CodeAdded => (Wire, Minor, "a peer with the old table sees a code without a name; an exhaustive `match` needs another arm"),
            Self::RangeAdded => (Wire, Minor, "a peer with the old table sees the range around it; an exhaustive `match` needs another arm"),
            Self::DeprecatedCodeRemoved => (Source, Major, "programs that still name it do not compile; peers were warned"),
            Self::NameRemoved => (Source, Major, "the old name is no longer parsed; keep it in `aliases`"),
            Self::VariantRemoved => (Source, Major, "programs that name the variant do not compile; keep it with `variant`"),
            Self::AliasRemoved => (Source, Major, "the alias is no longer parsed"),
            Self::ColumnRemoved => (Source, Major, "programs that call its method do not compile"),
            Self::ColumnRetyped => (Source, Major, "programs that use its values do not compile"),
            Self::EnumValueRemoved => (Source, Major, "programs that name the value do not compile"),
            Self::EnumValueAdded => (Source, Major, "an exhaustive `match` over the column does not compile"),
            Self::LanguageDropped => (Source, Major, "users of this language see another one"),
            Self::AliasAdded => (Source, Minor, "another name is parsed"),
            Self::CodeDeprecated => (Source, Minor, "programs that name the code get a warning"),
            Self::ColumnAdded => (Source, Minor, "every code has a new property"),
            Self::ValueChanged => (Source, Minor, "programs get another value"),
            Self::DefaultLanguageChanged => (Source, Minor, "`description()` is in another language"),
            Self::DeprecationChanged => (Source, Patch, "programs that name the code get another warning, or none"),
            Self::NameChanged => (Source, Patch, "users and logs see another name"),
            Self::DescriptionChanged => (Source, Patch, "users see another text"),
            Self::DocsChanged => (Source, Patch, "the documentation differs"),
        }
    }

    pub(crate) fn side(self) -> Side {
        self.facts().0
    }

    pub(crate) fn step(self) -> Step {
        self.facts().1
    }

    pub(crate) fn why(self) -> &'static str {
        self.facts().2
    }

    pub(crate) fn is_breaking(self) -> bool {
        self.step() == Step::Major
    }

    /// `number-reused`
    pub(crate) fn name(self) -> String {
        let value = self.to_possible_value();
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

impl Side {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Wire => "wire",
            Self::Source => "source",
        }
    }
}

impl Step {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// The rules, for `diff --help`.
pub(crate) fn rules_help() -> String {
    let mut out = String::from(DIFF_EXAMPLES);
    out.push_str("\n\nRules (where the change shows, version step; `major` is breaking):\n");
    for rule in Rule::value_variants() {
        let name = rule.name();
        let _ = writeln!(
            out,
            "  {name:<24}  {:<6}  {}",
            rule.side().name(),
            rule.step().name()
        );
    }
    out.trim_end().to_owned()
}

/// Of `diff --help`.
pub(crate) const DIFF_EXAMPLES: &str = "Examples:
  $ close-codes diff old.toml gateway.toml
  $ close-codes diff --against git:HEAD:gateway.toml
  $ close-codes diff old.toml gateway.toml --allow code-removed";
