//! The persons of one answer, as an outline shows them.

use crate::particular::State;
use crate::person::{Person, PersonKind};
use crate::report::Report;
use crate::write::lines::hang;
use crate::write::{Look, cited};

/// A block of lines for each person whom the answer to interrogatory `index` names.
pub fn people(report: &Report, index: usize, look: &Look) -> String {
    // They stand in the order of the answers.
    let first = report.persons.partition_point(|person| person.interrogatory < index);
    let named = report.persons[first..].iter().take_while(|person| person.interrogatory == index);
    named.map(|person| lines(report, person, look)).collect()
}

fn lines(report: &Report, person: &Person, look: &Look) -> String {
    let document = &report.document;
    let place = cited(document.position(person.name.start));
    let kind = match person.kind {
        PersonKind::Natural => "",
        PersonKind::Entity => ", a company or an institution",
    };
    let mut text = hang("  ", &format!("person {}: {place}{kind}", person.number), look.room());
    if look.quote {
        let name = document.slice(person.name).split_whitespace().collect::<Vec<_>>().join(" ");
        text.push_str(&hang("    ", &name, look.room()));
    }
    if person.earlier.is_some() {
        text.push_str(&hang("    ", "named in an earlier answer as well", look.room()));
    }
    for (label, state) in [
        ("states", State::Present),
        ("in part", State::Partial),
        ("not known", State::Disclaimed),
        ("does not state", State::Absent),
    ] {
        let of_state = person.fields.iter().filter(|field| field.state == state);
        let names: Vec<&str> = of_state.map(|field| &*field.id).collect();
        if !names.is_empty() {
            text.push_str(&hang(&format!("    {label}: "), &names.join(", "), look.room()));
        }
    }
    text
}
