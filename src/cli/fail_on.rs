//! What makes a run fail, beside a paper that could not be read.

use clap::ValueEnum;
use particulars::report::Report;
use particulars::rule::Severity;

/// The least severity that fails a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Any finding
    Note,
    /// Warnings and errors
    Warning,
    /// Errors
    Error,
    /// Findings never fail the run
    Never,
}

impl FailOn {
    /// Something in the report fails the run.
    pub fn is_met_by(self, report: &Report) -> bool {
        let least = self.fails_at();
        self != Self::Never && report.findings.iter().any(|finding| report.severity(finding) >= least)
    }

    /// The least severity that a report of tests shows as a failure.
    pub fn fails_at(self) -> Severity {
        match self {
            Self::Note => Severity::Note,
            Self::Warning => Severity::Warning,
            Self::Error | Self::Never => Severity::Error,
        }
    }
}
