//! What a deadline says: the date with its working in one phrase, and each step.

use super::count::{ADDED, adds_days};
use super::{Clock, Count, Deadline, Period, Service, Step};
use crate::authority::Authorities;

/// The key of the rule by which days are counted.
pub(super) const COUNTING: &str = "frcp-6-a-1";
/// The key of the rule by which days are added for the way of service.
const ADDING: &str = "frcp-6-d";

impl Deadline {
    /// The date and how it was computed, as a letter states it: "on or before Wednesday, July 13, 2016 (21 days after
    /// June 22, 2016, Fed. R. Civ. P. 6(a)(1))". A courtesy names no rule.
    pub fn working(&self, authorities: &Authorities) -> String {
        let said = self.counted();
        let by = match &self.period.clock {
            Clock::Courtesy => "; a date asked for as a courtesy, which no rule sets".to_owned(),
            Clock::Rule(_) => {
                let citations = self.citations(authorities).join("; ");
                if citations.is_empty() { citations } else { format!(", {citations}") }
            }
        };
        format!("on or before {} ({said}{by})", self.due)
    }

    /// Each step of the counting, in full sentences.
    pub fn told_steps(&self) -> Vec<String> {
        let Period { trigger, days, count, .. } = &self.period;
        let is_back = *count == Count::Before;
        let first = format!("{trigger} is the day of the event and is not counted.");
        let runs = if is_back { "back to the day before" } else { "on to the next day" };
        let steps = self.steps.iter().map(|step| match step {
            Step::Counted { to } => {
                let ends = if *days == 1 { "ends" } else { "end" };
                let back = if is_back { " before it, counted back," } else { " after it" };
                format!("{}{back} {ends} on {to}; every day counts, weekends and holidays too.", spelt(*days))
            }
            Step::Passed { day, why } => format!("{day} is {why}, so the period runs {runs}."),
            Step::Added { to } => format!("{ADDED} days are added for {}, to {to}.", service(self)),
        });
        let last = format!(
            "{} is no Saturday, Sunday or legal holiday that is known here: it is the last day.",
            self.due
        );
        std::iter::once(first).chain(steps).chain(std::iter::once(last)).collect()
    }

    /// "30 days after October 2, 2026, which end on a Sunday, and 3 days for service by mail".
    fn counted(&self) -> String {
        let Period { trigger, days, count, .. } = &self.period;
        let direction = if *count == Count::Before { "before" } else { "after" };
        let mut said = format!("{} {direction} {}", spelt(*days), trigger.plain());
        let mut is_moved = false;
        let mut number = *days;
        for step in &self.steps {
            match step {
                // One reason is enough in a phrase; the steps name all.
                Step::Passed { why, .. } if !is_moved => {
                    let end = if number == 1 { "ends" } else { "end" };
                    said.push_str(&format!(", which {end} on {why}"));
                    is_moved = true;
                }
                Step::Added { .. } => {
                    let comma = if is_moved { "," } else { "" };
                    said.push_str(&format!("{comma} and {ADDED} days for {}", service(self)));
                    (is_moved, number) = (false, 3);
                }
                Step::Passed { .. } | Step::Counted { .. } => {}
            }
        }
        said
    }

    /// What is cited for the date: who sets the period, how days are counted, and which are added.
    fn citations(&self, authorities: &Authorities) -> Vec<String> {
        let Clock::Rule(key) = &self.period.clock else { return Vec::new() };
        let added = adds_days(&self.period).then_some(ADDING);
        let own = (**key != *COUNTING).then_some(&**key);
        let keys = own.into_iter().chain([COUNTING]).chain(added);
        let sound = keys.filter_map(|key| authorities.get(key)).filter(|authority| authority.is_sound());
        // The entry spans (a)(1) to (5): counting on is (1); counting back is told by what follows, too.
        let is_on = self.period.count != Count::Before;
        let part = |citation: &str| match citation.split_once("-(") {
            Some((first, _)) if is_on => first.to_owned(),
            _ => citation.to_owned(),
        };
        sound.map(|authority| part(&authority.citation)).collect()
    }
}

fn spelt(days: u16) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

fn service(deadline: &Deadline) -> &'static str {
    match deadline.period.count {
        Count::After { service, .. } => service.name(),
        Count::Before => Service::None.name(),
    }
}

impl Service {
    /// The way of service in a sentence: "3 days for service by mail".
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::None => "no service",
            Self::Electronic => "electronic service",
            Self::Hand => "service by hand",
            Self::Mail => "service by mail",
            Self::Clerk => "leaving it with the clerk",
            Self::Other => "service by other consented means",
            Self::Unknown => "service by unknown means",
        }
    }
}
