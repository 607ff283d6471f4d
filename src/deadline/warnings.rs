//! What a user must look at before relying on a date: what the law leaves open, and what is not known here.

use super::count::count;
use super::{Calendar, Clock, Count, Day, Period, Service};
use crate::rule::RuleSet;

/// All warnings on the date `due` of `period`, in full sentences.
pub(super) fn warnings(period: &Period, due: Day, calendar: &Calendar<'_>, rules: &RuleSet) -> Vec<String> {
    let always = [
        observed(period, due, calendar),
        unlisted(period, due, calendar),
        late_december(period, due, calendar),
    ];
    let ways = [service(period, due, calendar), electronic(period)];
    // No rule sets a courtesy's date: how a paper was served and where the court sits does not move it.
    let law = if period.clock == Clock::Courtesy {
        None
    } else {
        Some((ways, state(period, due, calendar, rules)))
    };
    let law = law.into_iter().flat_map(|(ways, state)| ways.into_iter().chain([state]));
    always.into_iter().chain(law).flatten().collect()
}

/// The last day if `calendar` decided, where that is not `due`.
fn other(period: &Period, due: Day, calendar: &Calendar<'_>) -> Option<Day> {
    let (other, _) = count(period, calendar).ok()?;
    (other != due).then_some(other)
}

/// Whether the weekday on which a weekend's holiday is observed is a legal holiday is not settled.
fn observed(period: &Period, due: Day, calendar: &Calendar<'_>) -> Option<String> {
    let counted = Calendar { with_observed: true, ..*calendar };
    let later = other(period, due, &counted)?;
    let (day, holiday) = ends(period, calendar).find_map(|day| Some((day, calendar.observed_on(day)?)))?;
    let (earlier, later) = (due.min(later), due.max(later));
    Some(format!(
        "{day} is the weekday on which {} is observed; whether Rule 6 counts it as a legal holiday is not settled. \
         It is not counted as one here. If it is one, the last day is {}; {earlier} is the safe date.",
        holiday.name,
        if due == earlier { later } else { earlier },
    ))
}

/// A holiday by statute that the rule's own list did not name yet.
fn unlisted(period: &Period, due: Day, calendar: &Calendar<'_>) -> Option<String> {
    let listed_only = Calendar { with_unlisted: false, ..*calendar };
    let other = other(period, due, &listed_only)?;
    let is_unlisted =
        |day: &Day| listed_only.holiday_on(*day).is_none() && calendar.holiday_on(*day).is_some();
    let (counted, _) = count(period, &listed_only).ok()?;
    let day = [Some(counted), counted.plus(-1), counted.plus(1)].into_iter().flatten().find(is_unlisted)?;
    let holiday = calendar.holiday_on(day)?;
    let listed = holiday.listed.map(|day| format!(" before {}", day.plain())).unwrap_or_default();
    Some(format!(
        "{day} is {}, a holiday by statute that Rule 6 did not list{listed}. It is counted as a holiday here. If it is \
         none, the last day is {other}; {} is the safe date.",
        holiday.name,
        due.min(other),
    ))
}

/// The President has at times closed offices on days near Christmas.
fn late_december(period: &Period, due: Day, calendar: &Calendar<'_>) -> Option<String> {
    let is_late = |day: &Day| matches!(day.month_and_day(), (12, 24..=31));
    let day = ends(period, calendar).chain([due]).find(is_late)?;
    Some(format!(
        "The period ends in late December ({day}). An executive order may have closed federal offices on a day near \
         Christmas, and whether such a day is a legal holiday is not known here: look for one in that year."
    ))
}

/// The three days that an unknown way of service may add.
fn service(period: &Period, due: Day, calendar: &Calendar<'_>) -> Option<String> {
    let Count::After { service: Service::Unknown, court } = &period.count else { return None };
    let mailed = Count::After { service: Service::Mail, court: court.clone() };
    let mailed = other(&Period { count: mailed, ..period.clone() }, due, calendar)?;
    Some(format!(
        "The way of service is not known: the date is given without the three days that service by mail adds. If the \
         period runs from service by mail, the last day is {mailed}."
    ))
}

/// Electronic service added three days once.
fn electronic(period: &Period) -> Option<String> {
    let adds = matches!(period.count, Count::After { service: Service::Electronic, .. }
        if Service::Electronic.adds_days(period.trigger));
    adds.then(|| {
        "Before December 1, 2016 three days were added for electronic service; they are counted here. A court may have \
         applied the later rule to a case that was pending then."
            .to_owned()
    })
}

/// The holidays of the state where the court sits.
fn state(period: &Period, due: Day, calendar: &Calendar<'_>, rules: &RuleSet) -> Option<String> {
    if period.count == Count::Before {
        return None;
    }
    let runs_on = format!("if {due} is one, the period runs on to the next day that is none");
    let Some(id) = calendar.state else {
        return Some(format!(
            "The holidays of the state where the court sits count too, and no state is named: {runs_on}."
        ));
    };
    let name = rules.forums.find(id).map_or(id, |forum| forum.name.trim_end_matches(" courts"));
    let name = name.trim_end_matches(" state");
    let is_known = rules.holidays.iter().any(|holiday| holiday.state.as_deref() == Some(id));
    Some(if is_known {
        format!(
            "Of the holidays of {name}, only those in the rule files are counted; look at the others: {runs_on}."
        )
    } else {
        format!("The holidays of {name} count too and are not known here: {runs_on}.")
    })
}

/// The days on which the period would end but for weekends and holidays, and where it ends.
fn ends<'a>(period: &Period, calendar: &Calendar<'a>) -> impl Iterator<Item = Day> + use<'a> {
    let steps = count(period, calendar).map(|(due, steps)| {
        let days = steps.into_iter().map(|step| match step {
            super::Step::Counted { to: day }
            | super::Step::Passed { day, .. }
            | super::Step::Added { to: day } => day,
        });
        days.chain([due]).collect::<Vec<_>>()
    });
    steps.unwrap_or_default().into_iter()
}
