//! Who follows a turn while it runs.

use crate::site::preview::PreviewSink;

/// A stage that takes long enough to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Parsing the texts; their number.
    Parse(usize),
    /// Making the graph and holding the content against the rules.
    Resolve,
    /// Rendering outputs; their number.
    Render(usize),
    /// Making the index of the search.
    Search,
}

/// Shows how far a turn has come. Called from many threads.
pub trait Progress: Sync {
    /// A stage begins.
    fn stage(&self, stage: Stage);
    /// One more text was parsed, or output rendered.
    fn step(&self);
}

/// Says when the rest of a turn is of no use any more. Called from many threads.
pub trait Cancellation: Sync {
    /// Whether outputs that are not rendered yet can be left to the next turn.
    fn is_cancelled(&self) -> bool;
}

/// Who follows a turn. By default, nobody does.
#[derive(Clone, Copy, Default)]
pub struct Observer<'a> {
    /// Shows how far it has come.
    pub progress: Option<&'a dyn Progress>,
    /// Shows pages before they are published.
    pub previews: Option<&'a dyn PreviewSink>,
    /// Says when it need not go on.
    pub cancellation: Option<&'a dyn Cancellation>,
}

impl Observer<'_> {
    pub(super) fn stage(&self, stage: Stage) {
        self.progress.iter().for_each(|it| it.stage(stage));
    }

    pub(super) fn step(&self) {
        self.progress.iter().for_each(|it| it.step());
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancellation.is_some_and(Cancellation::is_cancelled)
    }
}
