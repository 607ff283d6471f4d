//! The stages of a case, and how much a finding matters at each.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A stage of the case. Stages are separate profiles; nothing assumes that one is stricter than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Pleading and the early answer to an interrogatory.
    Notice,
    /// Reasonable particularity: section 2019.210, orders to identify first, preliminary injunction.
    Particularity,
    /// Summary judgment and trial.
    SummaryJudgment,
}

impl Stage {
    /// The stages in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Notice, Self::Particularity, Self::SummaryJudgment];

    /// The name on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Particularity => "particularity",
            Self::SummaryJudgment => "summary-judgment",
        }
    }

    /// As a sentence names it.
    pub fn plain(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Particularity => "particularity",
            Self::SummaryJudgment => "summary judgment",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for Stage {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|stage| stage.name() == name);
        known.ok_or_else(|| format!("there is no stage \"{name}\""))
    }
}

/// One value for each stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ByStage<T> {
    /// At [`Stage::Notice`].
    pub notice: T,
    /// At [`Stage::Particularity`].
    pub particularity: T,
    /// At [`Stage::SummaryJudgment`].
    pub summary_judgment: T,
}

impl<T> ByStage<T> {
    /// The value at `stage`, borrowed.
    pub fn get(&self, stage: Stage) -> &T {
        match stage {
            Stage::Notice => &self.notice,
            Stage::Particularity => &self.particularity,
            Stage::SummaryJudgment => &self.summary_judgment,
        }
    }
}

impl<T> ByStage<T> {
    /// The value that `of` gives for each stage.
    pub fn from_fn(mut of: impl FnMut(Stage) -> T) -> Self {
        Self {
            notice: of(Stage::Notice),
            particularity: of(Stage::Particularity),
            summary_judgment: of(Stage::SummaryJudgment),
        }
    }
}

impl<T: Copy> ByStage<T> {
    /// The value at `stage`.
    pub fn at(&self, stage: Stage) -> T {
        *self.get(stage)
    }

    /// Puts `value` at `stage`.
    pub fn set(&mut self, stage: Stage, value: T) {
        match stage {
            Stage::Notice => self.notice = value,
            Stage::Particularity => self.particularity = value,
            Stage::SummaryJudgment => self.summary_judgment = value,
        }
    }
}

/// How much a finding matters at a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Not reported.
    Off,
    /// Worth knowing.
    Note,
    /// Open to challenge.
    Warning,
    /// The item is deficient at this stage.
    Error,
}

impl Severity {
    /// The severity one step above; an error is the last.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Off => Self::Note,
            Self::Note => Self::Warning,
            Self::Warning | Self::Error => Self::Error,
        }
    }

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// How often a rule is right when it fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// About as often wrong as right.
    Low,
    /// More often right than wrong.
    Medium,
    /// Rarely wrong.
    High,
}

impl Confidence {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}
