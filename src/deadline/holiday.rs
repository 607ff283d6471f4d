//! Legal holidays: on which day of a year each falls, since when, and where.

use super::day::{Day, MONTHS, WEEKDAYS};
use crate::particular::Name;

/// A legal holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Its id.
    pub id: Name,
    /// Its name ("Labor Day").
    pub name: String,
    /// On which day of the year it falls.
    pub falls: Falls,
    /// The first day on which it is a holiday; always, if none is given.
    pub since: Option<Day>,
    /// The first day on which the rule's own list names it, if that is later.
    pub listed: Option<Day>,
    /// The id of the state whose holiday it is; none for a federal one.
    pub state: Option<Name>,
}

/// The day of a year on which a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Falls {
    /// The same date every year.
    On {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// The same weekday of a month.
    Nth {
        /// 1 to 5, or -1 for the last.
        which: i8,
        /// Index of the weekday, Monday first.
        weekday: usize,
        /// 1 to 12.
        month: i8,
    },
}

/// How the place of a weekday in its month is written.
const WHICH: [(&str, i8); 5] = [("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("last", -1)];

impl Falls {
    /// Reads "July 4" or "third Monday of January"; `None` for anything else.
    pub fn parse(written: &str) -> Option<Self> {
        let words: Vec<&str> = written.split_whitespace().collect();
        match words.as_slice() {
            [month, day] => {
                let (month, day) = (month_of(month)?, day.parse().ok()?);
                // Of a leap year, so that February 29 can be named.
                Day::new(2028, month, day).map(|_| Self::On { month, day })
            }
            [which, weekday, "of" | "in", month] => {
                let which = WHICH.iter().find(|(name, _)| name.eq_ignore_ascii_case(which))?.1;
                let weekday = WEEKDAYS.iter().position(|name| name.eq_ignore_ascii_case(weekday))?;
                Some(Self::Nth { which, weekday, month: month_of(month)? })
            }
            _ => None,
        }
    }

    fn is_on(self, day: Day) -> bool {
        match self {
            Self::On { month, day: of_month } => day.month_and_day() == (month, of_month),
            Self::Nth { which, weekday, month } => {
                day.month_and_day().0 == month && day.nth_in_its_year(month, which, weekday) == Some(day)
            }
        }
    }
}

fn month_of(name: &str) -> Option<i8> {
    let index = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(name))?;
    i8::try_from(index + 1).ok()
}

/// Which days are no last day of a period.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    /// All holidays that are known.
    pub holidays: &'a [Holiday],
    /// The id of the state whose holidays count too.
    pub state: Option<&'a str>,
    /// A weekday on which a weekend's holiday is observed counts as a holiday.
    pub with_observed: bool,
    /// A holiday counts before the rule's own list names it.
    pub with_unlisted: bool,
}

impl<'a> Calendar<'a> {
    /// Why a period does not end on `day`: the holiday's name, or "a Saturday"; `None` if it may end there.
    pub fn closed(&self, day: Day) -> Option<&'a str> {
        let observed = || self.with_observed.then(|| self.observed_on(day)).flatten();
        let weekend =
            || day.is_weekend().then(|| if day.weekday() == "Sunday" { "a Sunday" } else { "a Saturday" });
        let holiday = self.holiday_on(day).or_else(observed).map(|holiday| holiday.name.as_str());
        holiday.or_else(weekend)
    }

    /// The holiday that falls on the day itself.
    pub fn holiday_on(&self, day: Day) -> Option<&'a Holiday> {
        let is_at_home =
            |holiday: &Holiday| holiday.state.is_none() || holiday.state.as_deref() == self.state;
        let is_reached = |since: Option<Day>| since.is_none_or(|since| since <= day);
        self.holidays.iter().find(|holiday| {
            let is_in_force = is_reached(holiday.since) && (self.with_unlisted || is_reached(holiday.listed));
            is_in_force && is_at_home(holiday) && holiday.falls.is_on(day)
        })
    }

    /// The holiday of the weekend beside a Friday or a Monday.
    pub fn observed_on(&self, day: Day) -> Option<&'a Holiday> {
        let beside = match day.weekday() {
            "Friday" => day.plus(1),
            "Monday" => day.plus(-1),
            _ => None,
        };
        self.holiday_on(beside?)
    }
}

#[cfg(test)]
mod tests {
    use super::Falls;

    #[test]
    fn a_holiday_s_day_is_written_in_words() {
        assert_eq!(Falls::parse("July 4"), Some(Falls::On { month: 7, day: 4 }));
        let last = Falls::Nth { which: -1, weekday: 0, month: 5 };
        assert_eq!(Falls::parse("last Monday of May"), Some(last));
        for wrong in
            ["", "4 July", "July", "June 31", "fifth Monday of May", "last Moonday of May", "last Monday"]
        {
            assert_eq!(Falls::parse(wrong), None, "{wrong}");
        }
    }
}
