//! How the papers on the command line are to be read.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use particulars::read::{Options, Revisions};
use particulars::rule::RuleSet;
use particulars::{Error, load};

use crate::cli::rule_folders;

/// What the commands that read papers are asked for in common.
#[derive(Debug, Clone, Args)]
pub struct ReadingArguments {
    /// The name of the paper on standard input; its ending tells the format
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
    /// Which view of a Word paper's tracked changes to read
    #[arg(long, value_enum, default_value_t = View::Final, value_name = "VIEW")]
    revisions: View,
    /// A folder of rules to add to the built-in ones; may be given more than once
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
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
    pub fn options(&self) -> Options {
        let revisions = match self.revisions {
            View::Final => Revisions::Final,
            View::Original => Revisions::Original,
        };
        Options { revisions }
    }

    /// The name of the paper on standard input, if it is given one.
    pub fn stdin_filename(&self) -> Option<&str> {
        self.stdin_filename.as_deref()
    }

    /// The built-in rules with those of the folders.
    ///
    /// # Errors
    /// A folder cannot be read, or its rules are at fault.
    pub fn rules(&self) -> Result<RuleSet, Error> {
        load::load(&rule_folders::read(&self.rules)?)
    }
}
