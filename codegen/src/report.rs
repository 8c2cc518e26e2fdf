//! Collects the diagnostics of one source.

use std::ops::Range;
use std::rc::Rc;

use crate::diagnostic::{Diagnostic, Lines};
use crate::source::Source;

/// Bytes of the source that something was read from.
pub(crate) type Span = Range<usize>;

/// A value and where it is in the source.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// The diagnostics of a source, or of one row of it.
pub(crate) struct Report<'s> {
    lines: Rc<Lines<'s>>,
    diagnostics: Vec<Diagnostic>,
}

/// The diagnostic that was added last, to say more about it.
pub(crate) struct Added<'r, 's> {
    lines: &'r Lines<'s>,
    diagnostic: &'r mut Diagnostic,
}

impl<'s> Report<'s> {
    /// More diagnostics than this are counted, not shown.
    pub(crate) const MAX: usize = 100;

    pub(crate) fn new(source: &'s Source) -> Self {
        Self {
            lines: Rc::new(Lines::new(source)),
            diagnostics: Vec::new(),
        }
    }

    /// An empty report of the same source, to be kept or dropped as a whole.
    pub(crate) fn apart(&self) -> Self {
        Self {
            lines: Rc::clone(&self.lines),
            diagnostics: Vec::new(),
        }
    }

    /// Adds all that was reported apart.
    pub(crate) fn append(&mut self, apart: Self) {
        self.diagnostics.extend(apart.diagnostics);
    }

    /// Adds a diagnostic at `span`; the label stands beside the carets.
    pub(crate) fn error(
        &mut self,
        span: &Span,
        message: impl AsRef<str>,
        label: impl AsRef<str>,
    ) -> Added<'_, 's> {
        let place = self.lines.place(span, label.as_ref());
        self.diagnostics
            .push(Diagnostic::new(message.as_ref(), place));
        Added {
            lines: &self.lines,
            diagnostic: self.diagnostics.last_mut().expect("one was pushed"),
        }
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

    /// The diagnostics in the order of the file; the last may count those that are left out.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.diagnostics
            .sort_by_key(|diagnostic| diagnostic.place().span().start);
        let hidden = self
            .diagnostics
            .split_off(self.diagnostics.len().min(Self::MAX));
        if let Some(first) = hidden.first() {
            let message = format!("{} more errors in this table", hidden.len());
            self.error(&first.place().span(), message, "the first of them is here");
        }
        self.diagnostics
    }
}

impl Added<'_, '_> {
    /// Points to another place, below the first.
    pub(crate) fn related(self, span: &Span, label: impl AsRef<str>) -> Self {
        let place = self.lines.place(span, label.as_ref());
        self.diagnostic.add_related(place);
        self
    }

    /// Says what to do, below the drawing.
    pub(crate) fn help(self, help: impl AsRef<str>) -> Self {
        self.diagnostic.set_help(help.as_ref());
        self
    }
}
