//! Where a case stands: its stage, its forum, its claims, its discovery, and what was asked.

use serde::{Deserialize, Serialize};

use crate::particular::Name;
use crate::rule::Stage;

/// Whether discovery is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Discovery {
    /// Answers can still be supplemented as it goes on.
    Open,
    /// It is over.
    Closed,
}

impl Discovery {
    /// The name on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// Where a case stands; what is not known moves nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posture {
    /// The stage of the case.
    pub stage: Stage,
    /// The id of the court, in `rules/forums.yaml`.
    pub forum: Option<Name>,
    /// The ids of the claims, in `rules/claims.yaml`; empty if they are not known.
    pub claims: Vec<Name>,
    /// Whether discovery is closed.
    pub discovery: Option<Discovery>,
    /// The request's own words, for a paper that does not print them.
    pub asked: Option<String>,
}

impl Posture {
    /// A case at `stage` of which nothing else is known.
    pub fn at(stage: Stage) -> Self {
        Self { stage, forum: None, claims: Vec::new(), discovery: None, asked: None }
    }
}

/// A kind of claim, as `rules/claims.yaml` names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its id ("dtsa").
    pub id: Name,
    /// Its full name.
    pub name: String,
    /// Other names.
    pub also: Vec<String>,
}
