//! When a clause is printed: what must be so of the case, of the paper and of what is challenged.

use serde::Deserialize;

use crate::particular::Name;
use crate::posture::Discovery;
use crate::rule::Stage;

/// When something is printed: every key that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct When {
    /// The case is at one of these stages.
    pub stage: Vec<Stage>,
    /// The case is in one of these courts, or below it.
    pub forum: Vec<String>,
    /// The case is in none of these courts.
    pub outside: Vec<String>,
    /// One of these claims is in the case.
    pub claims: Vec<Name>,
    /// The claims are known, and no other claim than these is in the case.
    pub only_claims: Vec<Name>,
    /// Discovery stands so.
    pub discovery: Option<Discovery>,
    /// The paper is one of these.
    pub form: Vec<Form>,
    /// All of these hold.
    pub holds: Vec<Circumstance>,
    /// None of these holds.
    pub lacks: Vec<Circumstance>,
}

/// The form of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A letter to counsel.
    Letter,
    /// A letter to the court that is itself the motion.
    LetterMotion,
    /// A joint stipulation, one half of each issue to be filled in by the other side.
    JointStipulation,
    /// A separate statement: nothing by reference.
    SeparateStatement,
}

/// What can be so or not so of a case and of what is challenged in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Circumstance {
    /// The paper is an answer to interrogatories, and no free-standing statement.
    Interrogatories,
    /// An alleged secret is challenged.
    Items,
    /// What is said of a person is challenged.
    Persons,
    /// What is said of a document is challenged.
    Documents,
    /// An objection is challenged.
    Objections,
    /// The challenged answer states no secret: none is given, or objections or pointers alone.
    NothingStated,
    /// The other side's part cuts against the demand: a decision at the stage asked for no more.
    Contrary,
    /// Nothing that is challenged is more than a remark at the stage.
    RemarksOnly,
    /// A demand goes beyond what the words of the request ask for.
    BeyondRequest,
    /// The parties have conferred.
    Conferred,
    /// A protective order is in force.
    ProtectiveOrder,
    /// The source paper bears a legend.
    Legend,
    /// The legend keeps the paper from the parties themselves.
    CounselOnly,
    /// The court is known.
    Forum,
    /// A part of the source paper could not be read.
    Unread,
    /// The days for a supplement were given.
    CureDays,
    /// It is known when the response was due.
    Due,
}
