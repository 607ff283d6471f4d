//! How the papers on the command line are to be read.

use clap::{Args, ValueEnum};
use particulars::read::{Options, Revisions};

/// What the commands that read papers are asked for in common.
#[derive(Debug, Clone, Copy, Args)]
pub struct ReadingArguments {
    /// Which view of a Word paper's tracked changes to read
    #[arg(long, value_enum, default_value_t = View::Final, value_name = "VIEW")]
    revisions: View,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum View {
    /// As if all changes were accepted
    Final,
    /// As if all changes were rejected
    Original,
}

impl ReadingArguments {
    /// The options of the reader.
    pub fn options(self) -> Options {
        let revisions = match self.revisions {
            View::Final => Revisions::Final,
            View::Original => Revisions::Original,
        };
        Options { revisions }
    }
}
