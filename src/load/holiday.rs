//! Holidays: from files to what the rule set holds.

use super::authority::forum;
use super::faults::Faults;
use super::file::{HolidayFile, Text};
use crate::deadline::{Day, Falls, Holiday};
use crate::particular::Name;
use crate::rule::RuleSet;

/// Adds holidays, or puts them in place of those of their ids.
pub fn add_holidays(files: &[HolidayFile], rules: &mut RuleSet, faults: &mut Faults<'_>) {
    for file in files {
        let Some(new) = holiday(file, rules, faults) else { continue };
        match rules.holidays.iter_mut().find(|holiday| holiday.id == new.id) {
            Some(known) => *known = new,
            None => rules.holidays.push(new),
        }
    }
}

fn holiday(file: &HolidayFile, rules: &RuleSet, faults: &mut Faults<'_>) -> Option<Holiday> {
    faults.check_id(&file.id);
    let (since, listed) = (day(file.since.as_ref(), faults), day(file.listed.as_ref(), faults));
    let state = file.state.as_ref().and_then(|name| forum(name, rules, faults));
    let falls = Falls::parse(&file.falls.value);
    if falls.is_none() {
        let help =
            "write a date, as in \"July 4\", or a weekday, as in \"third Monday of January\"".to_owned();
        faults.at(&file.falls, format!("\"{}\" is no day of the year", file.falls.value), help);
    }
    let id = Name::from(file.id.value.as_str());
    Some(Holiday { id, name: faults.required(Some(&file.name), "name"), falls: falls?, since, listed, state })
}

fn day(written: Option<&Text>, faults: &mut Faults<'_>) -> Option<Day> {
    let written = written?;
    let day = written.value.parse().ok();
    if day.is_none() {
        let help = "write the year, the month and the day, as in 2023-12-01".to_owned();
        faults.at(written, format!("\"{}\" is not a date", written.value), help);
    }
    day
}
