//! How a paper was read: its interrogatories, objections and items.

use crate::report::Report;
use crate::response::{AnswerState, Asked};
use crate::write::lines::{fit, hang};
use crate::write::terminal::heading;
use crate::write::{Look, cited, counted};

/// Every part of the paper with its place.
pub fn outline(report: &Report, look: &Look) -> String {
    let mut text = heading(report, look);
    for index in 0..report.response.interrogatories.len() {
        text.push('\n');
        text.push_str(&interrogatory(report, index, look));
        let items = report.response.items.iter().enumerate().filter(|(_, item)| item.interrogatory == index);
        for (item, _) in items {
            text.push_str(&self::item(report, item, look));
        }
    }
    text
}

fn interrogatory(report: &Report, index: usize, look: &Look) -> String {
    let part = &report.response.interrogatories[index];
    let name = part
        .number
        .as_ref()
        .map_or_else(|| "Statement".to_owned(), |number| format!("Interrogatory No. {number}"));
    let state = match (part.asked, part.state) {
        (Asked::Other, AnswerState::Answered | AnswerState::DocumentsOnly) => {
            "does not ask for trade secrets"
        }
        (_, AnswerState::Answered) => "answered",
        (_, AnswerState::NoAnswer) => "no answer given",
        (_, AnswerState::ObjectionOnly) => "objection only",
        (_, AnswerState::DocumentsOnly) => "refers to documents only",
    };
    let count = report.response.items.iter().filter(|item| item.interrogatory == index).count();
    let mut text = format!(
        "{name}: {state}, {}, {}\n",
        counted(part.objections.len(), "objection"),
        counted(count, "item")
    );
    for (label, span) in [("request", part.request), ("answer", part.answer)] {
        let Some(span) = span else { continue };
        let place = cited(report.document.position(span.start));
        let words = if look.quote { fit(report.document.slice(span), look.room()) } else { String::new() };
        text.push_str(&hang(&format!("  {label}, {place}: "), &words, look.room() + 200));
    }
    for objection in &part.objections {
        let place = cited(report.document.position(objection.start));
        let words =
            if look.quote { fit(report.document.slice(*objection), look.room()) } else { String::new() };
        text.push_str(&hang(&format!("  objection, {place}: "), &words, look.room() + 200));
    }
    text
}

fn item(report: &Report, index: usize, look: &Look) -> String {
    let item = &report.response.items[index];
    let particulars = &report.particulars[index];
    let label = item.label.as_ref().filter(|_| look.quote).map_or(String::new(), |label| format!(" {label}"));
    let place = cited(report.document.position(item.span.start));
    let subjects = particulars.subjects.join(", ");
    let mut text = format!(
        "  {}{label}  {place}  ({subjects}; {})\n",
        item.id,
        counted(particulars.found.len(), "particular")
    );
    if look.quote {
        text.push_str(&hang("      ", &fit(report.document.slice(item.span), 3 * look.room()), look.room()));
    }
    text
}
