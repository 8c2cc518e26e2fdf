//! Collects the diagnostics of one source.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Lines, more};
use crate::source::Source;

/// Bytes of the source that something was read from.
pub(crate) type Span = Range<usize>;

/// A value and where it is in the source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// The diagnostics of a source, drawn when all are known.
pub(crate) struct Report<'s> {
    lines: Lines<'s>,
    diagnostics: Vec<Pending>,
    /// Those of the row that is being checked.
    of_row: Option<Vec<Pending>>,
    /// Whether a part of the source was not looked at.
    is_cut: bool,
}

type Text = Cow<'static, str>;

/// A diagnostic whose places have not been looked up.
pub(crate) struct Pending {
    message: Text,
    place: (Span, Text),
    related: Vec<(Span, Text)>,
    help: Option<Text>,
}

impl<'s> Report<'s> {
    /// More diagnostics than this are counted, not shown.
    pub(crate) const MAX: usize = 100;

    pub(crate) fn new(source: &'s Source) -> Self {
        Self {
            lines: Lines::new(source),
            diagnostics: Vec::new(),
            of_row: None,
            is_cut: false,
        }
    }

    /// Collects what follows apart, to be kept or dropped as a whole.
    pub(crate) fn begin_row(&mut self) {
        self.of_row = Some(Vec::new());
    }

    /// Adds what was collected since `begin_row` if the row was read whole; else the part that is
    /// missing may be the cause.
    pub(crate) fn end_row(&mut self, is_whole: bool) {
        let of_row = self.of_row.take().filter(|_| is_whole);
        self.diagnostics.extend(of_row.into_iter().flatten());
    }

    /// Adds a diagnostic at `span`; the label stands beside the carets.
    pub(crate) fn error(
        &mut self,
        span: &Span,
        message: impl Into<Text>,
        label: impl Into<Text>,
    ) -> &mut Pending {
        let diagnostics = self.of_row.as_mut().unwrap_or(&mut self.diagnostics);
        diagnostics.push(Pending {
            message: message.into(),
            place: (span.clone(), label.into()),
            related: Vec::new(),
            help: None,
        });
        diagnostics.last_mut().expect("one was pushed")
    }

    /// The number of the line that an offset is in, from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.lines.number(offset)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether another diagnostic would be counted only.
    pub(crate) fn is_full(&self) -> bool {
        self.diagnostics.len() >= Self::MAX
    }

    /// Notes that the rest of the source is not looked at.
    pub(crate) fn cut(&mut self) {
        self.is_cut = true;
    }

    /// The diagnostics in the order of the file; the last may count those that are left out.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.diagnostics
            .sort_by_key(|pending| pending.place.0.start);
        let shown = self.diagnostics.len().min(Self::MAX);
        let hidden = self.diagnostics.split_off(shown);
        let last = hidden.first().or(self.diagnostics.last());
        if let (Some(last), true) = (last, self.is_cut || !hidden.is_empty()) {
            let span = last.place.0.clone();
            if hidden.is_empty() {
                let message = "there may be more errors";
                self.error(&span, message, "this is the last one shown");
            } else {
                let at_least = if self.is_cut { "at least " } else { "" };
                let count = more(hidden.len(), "error");
                let message = format!("{at_least}{count} in this table");
                self.error(&span, message, "the first of them is here");
            }
        }
        let Self {
            lines, diagnostics, ..
        } = self;
        let place = |(span, label): &(Span, Text)| lines.place(span, label);
        let drawn = diagnostics.iter().map(|pending| {
            let related = pending.related.iter().map(place).collect();
            let help = pending.help.as_deref();
            Diagnostic::new(&pending.message, place(&pending.place), related, help)
        });
        drawn.collect()
    }
}

impl Pending {
    /// Points to another place, below the first.
    pub(crate) fn related(&mut self, span: &Span, label: impl Into<Text>) -> &mut Self {
        self.related.push((span.clone(), label.into()));
        self
    }

    /// Says what to do, below the drawing.
    pub(crate) fn help(&mut self, help: impl Into<Text>) {
        self.help = Some(help.into());
    }

    /// Says in how many more rows it is, if there are any.
    pub(crate) fn same_for_rows(&mut self, count: usize, place: &str) {
        if count > 0 {
            self.help(format!("also applies to {}{place}", more(count, "row")));
        }
    }
}
