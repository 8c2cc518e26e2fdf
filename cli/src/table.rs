//! Tables as the commands need them: checked, with what their files say about themselves.

/// What a table says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) title: Option<String>,
    /// One sentence, by language tag; that of the default language comes first.
    pub(crate) description: Vec<(String, String)>,
    /// Where the table is published.
    pub(crate) reference: Option<String>,
    /// When it was last compared with that: `2026-11-24`.
    pub(crate) checked: Option<String>,
}
