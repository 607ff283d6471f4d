//! A date by which something is due, counted by Rule 6 of the Federal Rules of Civil Procedure, with its working.
//! Not a calendar of a case: it holds one period, and has no clock of its own.

mod count;
mod day;
mod holiday;
mod warnings;
mod words;

pub use self::count::Step;
pub use self::day::Day;
pub use self::holiday::{Calendar, Falls, Holiday};

use crate::error::Error;
use crate::particular::Name;
use crate::rule::RuleSet;

/// A period to be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The day of the event from which it runs; that day is not counted.
    pub trigger: Day,
    /// How many days, at least 1; a period in weeks is seven times as many.
    pub days: u16,
    /// In which direction it is counted.
    pub count: Count,
    /// Who set it.
    pub clock: Clock,
}

/// In which direction a period is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    /// From an event on.
    After {
        /// How the paper was served from whose service the period runs.
        service: Service,
        /// The id of the court, or of the state where it sits, if it is known: the holidays of that state count.
        court: Option<Name>,
    },
    /// Back from an event that is still to come; holidays of a state do not count.
    Before,
}

/// Who set a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clock {
    /// A rule of court, whose authority has this key; `frcp-6-a-1` for a period that an order sets.
    Rule(Name),
    /// The writer of a letter, who asks for a date that no rule sets.
    Courtesy,
}

impl Clock {
    /// A period that an order or a stipulation sets: the rule only counts it.
    pub fn order() -> Self {
        Self::Rule(Name::from(words::COUNTING))
    }
}

/// How the paper was served from whose service a period runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// The period runs from no service: from an order, or a letter's date.
    None,
    /// Through the court's system, or by other electronic means that were consented to.
    Electronic,
    /// Handed over, or left at an office or a home.
    Hand,
    /// By mail to the last known address.
    Mail,
    /// Left with the clerk.
    Clerk,
    /// By other means that were consented to.
    Other,
    /// Not known.
    Unknown,
}

/// The date on which a period ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The period.
    pub period: Period,
    /// The last day.
    pub due: Day,
    /// How it was counted, in order.
    pub steps: Vec<Step>,
    /// What a user must look at before relying on the date, in full sentences.
    pub warnings: Vec<String>,
}

/// The longest period that is counted, in days.
const LONGEST: u16 = 3650;

impl Deadline {
    /// The end of `period` by the holidays of `rules`.
    ///
    /// # Errors
    /// [`Error::Usage`] for a period of no days or of more than ten years, one that runs from a day before
    /// December 1, 2009, when days were counted otherwise, and one that leaves the calendar.
    pub fn new(period: Period, rules: &RuleSet) -> Result<Self, Error> {
        check(&period)?;
        let state = state(&period, rules);
        let calendar = Calendar {
            holidays: &rules.holidays,
            state: state.as_deref(),
            with_observed: false,
            with_unlisted: true,
        };
        let (due, steps) = count::count(&period, &calendar)?;
        let warnings = warnings::warnings(&period, due, &calendar, rules);
        Ok(Self { period, due, steps, warnings })
    }

    /// The day on which the counted days end, before it is moved and before days are added for the way of service.
    pub fn raw_end(&self) -> Day {
        self.steps.iter().find_map(Step::counted).unwrap_or(self.due)
    }
}

fn check(period: &Period) -> Result<(), Error> {
    let Period { trigger, days, clock, .. } = period;
    if *days == 0 || *days > LONGEST {
        return Err(Error::Usage(format!(
            "a period of {days} days cannot be counted; give it from 1 to {LONGEST} days"
        )));
    }
    // Rule 6(a) was rewritten on that day: before, short periods left out weekends and holidays.
    let is_early = Day::new(2009, 12, 1).is_some_and(|first| *trigger < first);
    if is_early && *clock != Clock::Courtesy {
        return Err(Error::Usage(format!(
            "{} is before December 1, 2009, when Rule 6 came to count every day; count a period of that time by hand",
            trigger.plain()
        )));
    }
    Ok(())
}

/// The state where the court of the period sits; `None` if no court is named, or one of several states.
fn state(period: &Period, rules: &RuleSet) -> Option<Name> {
    match &period.count {
        Count::After { court: Some(court), .. } => state_of(court, rules),
        _ => None,
    }
}

/// The id of the state in which the court of this name sits, or that it names itself; `None` if that is not one state.
pub fn state_of(court: &str, rules: &RuleSet) -> Option<Name> {
    let forum = rules.forums.find(court)?;
    let is_state = || forum.id.chars().all(|mark| mark.is_ascii_lowercase() || mark == '-');
    let is_own = || forum.name.ends_with(" courts") && forum.within.as_deref() == Some("all") && is_state();
    forum.sits_in.clone().or_else(|| is_own().then(|| forum.id.clone()))
}

#[cfg(test)]
mod tests;
