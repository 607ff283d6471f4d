//! The persons, the documents and the records of one answer, as an outline shows them.

use crate::particular::{Element, State};
use crate::person::{Person, PersonKind};
use crate::report::Report;
use crate::write::lines::hang;
use crate::write::{Look, cited, counted};

/// A block of lines for each person whom the answer to interrogatory `index` names.
pub fn people(report: &Report, index: usize, look: &Look) -> String {
    // They stand in the order of the answers.
    let first = report.persons.partition_point(|person| person.interrogatory < index);
    let named = report.persons[first..].iter().take_while(|person| person.interrogatory == index);
    named.map(|person| lines(report, person, look)).collect()
}

/// How many records the answer to interrogatory `index` points to, and how many pages they cover; nothing for none.
pub fn records(report: &Report, index: usize, look: &Look) -> String {
    let first = report.records.partition_point(|record| record.interrogatory < index);
    let named = report.records[first..].iter().take_while(|record| record.interrogatory == index);
    let (count, pages) = named.fold((0, 0u64), |(count, pages), record| {
        (count + 1, pages.saturating_add(record.pages.unwrap_or(0)))
    });
    match (count, pages) {
        (0, _) => String::new(),
        (_, 0) => hang("  ", &format!("points to {}", counted(count, "record")), look.room()),
        _ => {
            let pages = counted(usize::try_from(pages).unwrap_or(usize::MAX), "page");
            hang("  ", &format!("points to {}, {pages}", counted(count, "record")), look.room())
        }
    }
}

/// A line or two for each document that the answer to interrogatory `index` lists.
pub fn documents(report: &Report, index: usize, look: &Look) -> String {
    let first = report.documents.partition_point(|document| document.interrogatory < index);
    let listed = report.documents[first..].iter().take_while(|document| document.interrogatory == index);
    let lines = listed.map(|document| {
        let place = cited(report.document.position(document.span.start));
        hang("  ", &format!("document {}: {place}", document.number), look.room())
            + &states(&document.fields, look)
    });
    lines.collect()
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
    text + &states(&person.fields, look)
}

/// What is stated, and what is not, by the names of the elements.
fn states(fields: &[Element], look: &Look) -> String {
    let mut text = String::new();
    for (label, state) in [
        ("states", State::Present),
        ("in part", State::Partial),
        ("not known", State::Disclaimed),
        ("does not state", State::Absent),
    ] {
        let of_state = fields.iter().filter(|field| field.state == state);
        let names: Vec<&str> = of_state.map(|field| &*field.id).collect();
        if !names.is_empty() {
            text.push_str(&hang(&format!("    {label}: "), &names.join(", "), look.room()));
        }
    }
    text
}
