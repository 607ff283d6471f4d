//! The facts of a case that its papers do not hold: who writes to whom, and when what was served. Each may be missing.

use crate::deadline::{Day, Service};
use crate::particular::Name;

/// The facts of a case, as a matter file states them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matter {
    /// Who signs the letter.
    pub sender: Counsel,
    /// To whom it is written.
    pub addressee: Counsel,
    /// Who asked.
    pub requester: Side,
    /// Who answered.
    pub respondent: Side,
    /// The name of the case.
    pub case: Option<String>,
    /// The court, as it names itself.
    pub court: Option<String>,
    /// The docket number.
    pub docket: Option<String>,
    /// The judge to whom a letter-motion is written.
    pub judge: Option<String>,
    /// The id of the court, or of the state where it sits, for its holidays.
    pub state: Option<Name>,
    /// Which set of requests ("Second").
    pub set: Option<String>,
    /// When the requests were served.
    pub requests_served: Option<Day>,
    /// How they were served.
    pub service: Option<Service>,
    /// When the response was due, if that was agreed or ordered.
    pub response_due: Option<Day>,
    /// When the response was served.
    pub response_served: Option<Day>,
    /// When it was supplemented.
    pub supplements: Vec<Day>,
    /// The conferences that were held.
    pub conferral: Vec<Conferral>,
    /// The protective order in force ("ECF No. 52").
    pub protective_order: Option<String>,
    /// The date of the letter.
    pub date: Option<Day>,
    /// How the letter is sent ("By e-mail").
    pub delivery: Option<String>,
    /// How many days are proposed for a supplement.
    pub cure_days: Option<u16>,
    /// The times that are offered for a conference.
    pub conference: Vec<String>,
    /// What is enclosed, beside the request and the response.
    pub enclosures: Vec<String>,
}

/// A lawyer and whom he or she represents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counsel {
    /// The name.
    pub name: Option<String>,
    /// The firm.
    pub firm: Option<String>,
    /// The address, a line each.
    pub address: Vec<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// Whom the lawyer represents.
    pub represents: Option<String>,
}

/// A party of the dispute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Side {
    /// Its full name.
    pub name: Option<String>,
    /// What the letter calls it.
    pub short: Option<String>,
}

/// A conference that was held, or tried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conferral {
    /// On which day.
    pub date: Option<Day>,
    /// How ("by telephone").
    pub manner: Option<String>,
    /// How long ("40 minutes").
    pub length: Option<String>,
    /// Who took part.
    pub participants: Vec<String>,
    /// What came of it.
    pub outcome: Option<String>,
}
