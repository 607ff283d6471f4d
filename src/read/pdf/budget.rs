//! How much work a PDF may ask for: counted, never timed, so that one file always gives one result.

/// What is left of the work that a paper may ask for.
#[derive(Debug)]
pub(super) struct Budget {
    /// Bytes of unpacked streams.
    pub(super) bytes: usize,
    /// Operators, characters and comparisons.
    steps: usize,
}

/// A hundred pages of text take about 3 MB and a million steps.
const BYTES: usize = 192 << 20;
const STEPS: usize = 40_000_000;

/// The most characters on one page.
pub(super) const MOST_GLYPHS: usize = 60_000;
/// The most areas painted on one page.
pub(super) const MOST_AREAS: usize = 50_000;
/// Steps that painting a form takes beside its content.
pub(super) const FORM: usize = 2000;
/// How deep forms may stand within forms.
pub(super) const DEEPEST: usize = 12;

impl Budget {
    pub(super) fn new() -> Self {
        Self { bytes: BYTES, steps: STEPS }
    }

    /// Takes `steps` off what is left; false when there is not as much.
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        let left = self.steps.checked_sub(steps);
        self.steps = left.unwrap_or_default();
        left.is_some()
    }

    pub(super) fn is_spent(&self) -> bool {
        self.steps == 0 || self.bytes == 0
    }
}
