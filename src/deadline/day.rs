//! A day of the calendar, as papers write it. The one place that calls the calendar crate.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::{Date, Weekday, date};

use crate::error::Error;

/// A day of the calendar, without hour or place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// How a day can be written, other than 2016-06-22.
const WRITTEN: [&str; 4] = ["%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%d %B %Y"];

impl Day {
    /// The day of this year, month and day of the month; `None` if the calendar has none.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// As a sentence names it: "June 22, 2016".
    pub fn plain(self) -> String {
        self.0.strftime("%B %-d, %Y").to_string()
    }

    /// As files write it: "2016-06-22".
    pub fn numeric(self) -> String {
        self.0.to_string()
    }

    /// The day `days` later, or earlier if there are fewer than 0; `None` beyond the year 9999.
    pub fn plus(self, days: i64) -> Option<Self> {
        let span = Span::new().try_days(days).ok()?;
        self.0.checked_add(span).ok().map(Self)
    }

    /// How many days `later` comes after it; fewer than 0 if it comes before.
    #[cfg(test)]
    pub(super) fn days_to(self, later: Self) -> i64 {
        self.0.until(later.0).map_or(0, |span| i64::from(span.get_days()))
    }

    /// The name of its day of the week.
    pub fn weekday(self) -> &'static str {
        WEEKDAYS[usize::try_from(self.0.weekday().to_monday_zero_offset()).unwrap_or_default()]
    }

    /// It is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    pub(super) fn month_and_day(self) -> (i8, i8) {
        (self.0.month(), self.0.day())
    }

    /// In `month` of its own year, the day that is the `which`-th of its weekday, from 1, or from the end as -1.
    pub(super) fn nth_in_its_year(self, month: i8, which: i8, weekday: usize) -> Option<Self> {
        let weekday = Weekday::from_monday_zero_offset(i8::try_from(weekday).ok()?).ok()?;
        date(self.0.year(), month, 1).nth_weekday_of_month(which, weekday).ok().map(Self)
    }
}

/// The days of the week, Monday first.
pub(super) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The months, January first.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// As a letter dates it: "Wednesday, July 13, 2016".
impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&format!("{}, {}", self.weekday(), self.plain()))
    }
}

/// Reads "2016-06-22" or "June 22, 2016"; 6/7/2016 could be two days and is refused.
impl FromStr for Day {
    type Err = Error;

    fn from_str(written: &str) -> Result<Self, Error> {
        let written = written.trim();
        let read = if is_numeric(written) {
            written.parse::<Date>().ok()
        } else {
            WRITTEN.iter().find_map(|form| Date::strptime(form, written).ok())
        };
        read.filter(|day| day.year() > 0).map(Self).ok_or_else(|| {
            let quoted: String = written.chars().filter(|letter| !letter.is_control()).take(40).collect();
            let what = if is_numeric(written) { "is not in the calendar" } else { "is not a date" };
            Error::Usage(format!(
                "\"{quoted}\" {what}; write the year, the month and the day, as in 2016-06-22"
            ))
        })
    }
}

/// It has the shape 2016-06-22.
fn is_numeric(written: &str) -> bool {
    let shape =
        |(at, mark): (usize, u8)| if at == 4 || at == 7 { mark == b'-' } else { mark.is_ascii_digit() };
    written.len() == 10 && written.bytes().enumerate().all(shape)
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_day_is_read_as_lawyers_write_it() {
        let day = Day::new(2016, 6, 22).unwrap();
        for written in ["2016-06-22", "June 22, 2016", " Jun 22, 2016", "Jun. 22, 2016", "22 June 2016"] {
            assert_eq!(written.parse::<Day>().unwrap(), day, "{written}");
        }
        assert_eq!(day.to_string(), "Wednesday, June 22, 2016");
        assert_eq!((day.plain().as_str(), day.numeric().as_str()), ("June 22, 2016", "2016-06-22"));
    }

    #[test]
    fn what_is_no_day_is_refused_with_the_next_step() {
        let refused = [
            ("2026-02-29", "is not in the calendar"),
            ("2026-13-01", "is not in the calendar"),
            ("0000-01-01", "is not in the calendar"),
            ("6/7/2016", "is not a date"),
            ("2016-6-7", "is not a date"),
            ("2016-06-22T10:00", "is not a date"),
            ("June 31, 2016", "is not a date"),
            ("", "is not a date"),
            ("tomorrow\u{1b}[31m", "is not a date"),
        ];
        for (written, why) in refused {
            let message = written.parse::<Day>().unwrap_err().to_string();
            assert!(message.contains(why) && message.contains("2016-06-22"), "{written}: {message}");
            assert!(!message.contains('\u{1b}'), "{message}");
        }
        assert!("2028-02-29".parse::<Day>().is_ok());
    }

    #[test]
    fn days_are_counted_over_leap_years_and_year_ends() {
        let day = |written: &str| written.parse::<Day>().unwrap();
        assert_eq!(day("2028-02-28").plus(2), Some(day("2028-03-01")));
        assert_eq!(day("2027-02-28").plus(1), Some(day("2027-03-01")));
        assert_eq!(day("2027-01-01").plus(-1), Some(day("2026-12-31")));
        assert_eq!(day("2026-01-01").days_to(day("2027-01-01")), 365);
        assert_eq!(day("9999-12-31").plus(1), None);
    }
}
