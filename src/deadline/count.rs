//! The counting itself: the days, the move to a day on which a period can end, and the days added for the way of service.

use super::{Calendar, Clock, Count, Day, Period, Service};
use crate::error::Error;

/// One step of the counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The days were counted, all of them.
    Counted {
        /// The day on which they end.
        to: Day,
    },
    /// A day on which a period does not end was passed.
    Passed {
        /// That day.
        day: Day,
        /// Why: a holiday's name, or "a Saturday".
        why: String,
    },
    /// Days were added for the way of service.
    Added {
        /// The day on which they end.
        to: Day,
    },
}

impl Step {
    /// The day on which the counted days end, in the step that counted them.
    pub fn counted(&self) -> Option<Day> {
        match self {
            Self::Counted { to } => Some(*to),
            _ => None,
        }
    }
}

/// The days that are added for some ways of service.
pub(super) const ADDED: i64 = 3;

/// The longest run of days on which no period ends.
const MOST_PASSED: usize = 60;

/// The last day of the period, and each step to it.
pub(super) fn count(period: &Period, calendar: &Calendar<'_>) -> Result<(Day, Vec<Step>), Error> {
    let direction = if period.count == Count::Before { -1 } else { 1 };
    let counted = moved(period.trigger, direction * i64::from(period.days))?;
    let mut steps = vec![Step::Counted { to: counted }];
    let mut due = pass(counted, direction, calendar, &mut steps)?;
    if adds_days(period) {
        let added = moved(due, ADDED)?;
        steps.push(Step::Added { to: added });
        due = pass(added, direction, calendar, &mut steps)?;
    }
    Ok((due, steps))
}

/// Days are added to the period for the way of service.
pub(super) fn adds_days(period: &Period) -> bool {
    let Count::After { service, .. } = period.count else { return false };
    period.clock != Clock::Courtesy && service.adds_days(period.trigger)
}

impl Service {
    /// Days are added to a period that runs from such service on `day`.
    pub(super) fn adds_days(self, day: Day) -> bool {
        match self {
            Self::Mail | Self::Clerk | Self::Other => true,
            // Rule 6(d) left electronic service out on that day.
            Self::Electronic => Day::new(2016, 12, 1).is_some_and(|since| day < since),
            Self::None | Self::Hand | Self::Unknown => false,
        }
    }
}

fn pass(from: Day, direction: i64, calendar: &Calendar<'_>, steps: &mut Vec<Step>) -> Result<Day, Error> {
    let mut day = from;
    for _ in 0..MOST_PASSED {
        let Some(why) = calendar.closed(day) else { return Ok(day) };
        steps.push(Step::Passed { day, why: why.to_owned() });
        day = moved(day, direction)?;
    }
    Err(Error::Usage(format!(
        "by the rule files, no period ends on {} nor on the {MOST_PASSED} days after or before it; look at the holidays",
        from.plain()
    )))
}

fn moved(day: Day, days: i64) -> Result<Day, Error> {
    day.plus(days).ok_or_else(|| {
        Error::Usage(format!("the period that runs from {} leaves the calendar; check the year", day.plain()))
    })
}
