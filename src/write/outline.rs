//! How a paper was read: its interrogatories, its items, and what each item states.

mod parts;

use crate::document::{Document, Span};
use crate::particular::{Particulars, State};
use crate::report::Report;
use crate::response::{AnswerState, Asked, FurtherKind, Interrogatory, Item, Kind, Response, Section};
use crate::write::kept::kept;
use crate::write::lines::{fit, hang};
use crate::write::people::{documents, people, records};
use crate::write::{Ink, Look, cited, counted};

/// The paper as it was taken apart.
pub fn outline(report: &Report, look: &Look) -> String {
    let response = &report.response;
    let mut text = heading(report, look);
    let mut items = response.items.iter().enumerate().peekable();
    let mut sections = response.parts.sections.iter().peekable();
    for (index, interrogatory) in response.interrogatories.iter().enumerate() {
        let start = start(response, index, interrogatory);
        while let Some(section) = sections.next_if(|section: &&Section| section.span.start < start) {
            text.push('\n');
            text.push_str(&parts::section(report, section, look));
        }
        text.push('\n');
        text.push_str(&interrogatory_lines(&report.document, interrogatory, look));
        text.push_str(&records(report, index, look));
        text.push_str(&people(report, index, look));
        text.push_str(&documents(report, index, look));
        while let Some((at, item)) = items.next_if(|(_, item)| item.interrogatory <= index) {
            text.push_str(&item_lines(report, at, item, look));
        }
    }
    for (at, item) in items {
        text.push_str(&item_lines(report, at, item, look));
    }
    let others = sections.map(|section| parts::section(report, section, look));
    for part in others.chain([parts::passing_terms(report, look)]).filter(|part| !part.is_empty()) {
        text.push('\n');
        text.push_str(&part);
    }
    text
}

/// Where an interrogatory begins; a statement begins with its first item.
fn start(response: &Response, index: usize, interrogatory: &Interrogatory) -> usize {
    let is_statement = response.kind == Kind::Statement && index == 0;
    let item = response.items.first().filter(|_| is_statement);
    let place = item.map(|item| item.span).or(interrogatory.request).or(interrogatory.answer);
    place.map_or(0, |span| span.start)
}

fn heading(report: &Report, look: &Look) -> String {
    let response = &report.response;
    let kind = match response.kind {
        Kind::Response => "response",
        Kind::Statement => "statement",
    };
    let parts = match response.kind {
        Kind::Response => counted(response.interrogatories.len(), "interrogatory") + ", ",
        Kind::Statement => String::new(),
    };
    let items = counted(response.items.len(), "item");
    let name = format!("{}: {kind}, {parts}{items}", report.document.name);
    let mut text = hang("", &name, look.room());
    if look.color {
        text = text.lines().map(|line| look.ink(Ink::Bold, line) + "\n").collect();
    }
    let legend = response.legend.iter().filter(|_| look.quote).map(|legend| ("legend", legend));
    let notes = report.document.notes.iter().map(|note| ("note", note));
    for (label, words) in legend.chain(notes) {
        text.push_str(&hang(&format!("  {label}: "), words, look.room()));
    }
    text.push_str(&kept(report, None, look));
    for part in &report.document.unread {
        text.push_str(&hang("  not read: ", part, look.room()));
    }
    text
}

fn interrogatory_lines(document: &Document, interrogatory: &Interrogatory, look: &Look) -> String {
    let name = match &interrogatory.number {
        Some(number) => format!("Interrogatory No. {number}"),
        None => "statement".to_owned(),
    };
    let asked = match interrogatory.asked {
        Asked::Secrets => "asks for trade secrets",
        Asked::Persons => "asks for persons",
        Asked::Documents => "asks for documents",
        Asked::Other => "asks for something else; its answer is not checked",
    };
    let state = match interrogatory.state {
        AnswerState::Answered => "answered",
        AnswerState::NoAnswer => "no answer found",
        AnswerState::ObjectionOnly => "objections only",
        AnswerState::DocumentsOnly => "refers to documents only",
    };
    let place = interrogatory.answer.or(interrogatory.request);
    let place = place.map(|span| format!("; {}", cited(document.position(span.start)))).unwrap_or_default();
    let objections = counted(interrogatory.objections.len(), "objection");
    let mut text = hang("", &format!("{name}: {state}, {objections}{place}"), look.room());
    text.push_str(&hang("  ", asked, look.room()));
    text.push_str(&further(document, interrogatory, look));
    if let Some(request) = interrogatory.request {
        text.push_str(&quoted("  request: ", document, request, look));
    }
    text
}

/// "supplements the answer before, May 3, 2021".
fn further(document: &Document, interrogatory: &Interrogatory, look: &Look) -> String {
    let Some(further) = interrogatory.further else { return String::new() };
    let verb = match further.kind {
        FurtherKind::Supplemental => "supplements",
        FurtherKind::Amended => "amends",
    };
    let which = if further.earlier.is_some() { "the answer above" } else { "an answer in an earlier paper" };
    let date = further.date.filter(|_| look.quote).map(|span| format!("; {}", document.slice(span)));
    hang("  ", &format!("{verb} {which}{}", date.unwrap_or_default()), look.room())
}

fn item_lines(report: &Report, index: usize, item: &Item, look: &Look) -> String {
    let document = &report.document;
    let label = item.label.as_deref().filter(|_| look.quote);
    let label = label.map(|label| format!(" {}", fit(label, 24))).unwrap_or_default();
    let count = counted(document.slice(item.span).split_whitespace().count(), "word");
    let place = cited(document.position(item.span.start));
    let mut text = hang("  ", &format!("item {}{label}: {place}, {count}", item.id), look.room());
    text.push_str(&quoted("    ", document, item.span, look));
    if let Some(particulars) = report.particulars.get(index) {
        text.push_str(&stated(document, particulars, look));
    }
    text
}

fn stated(document: &Document, particulars: &Particulars, look: &Look) -> String {
    let mut text = hang("    subjects: ", &particulars.subjects.join(", "), look.room());
    text.push_str(&quoted("    head: ", document, particulars.head, look));
    for particular in &particulars.found {
        let lead = format!("    {}: ", particular.kind.name());
        let words = if look.quote {
            quoted(&lead, document, particular.span, look)
        } else {
            hang(&lead, &cited(document.position(particular.span.start)), look.room())
        };
        text.push_str(&words);
    }
    for (label, state) in [
        ("states", State::Present),
        ("in part", State::Partial),
        ("disclaims", State::Disclaimed),
        ("does not state", State::Absent),
    ] {
        let of_state = particulars.elements.iter().filter(|element| element.state == state);
        let names: Vec<&str> = of_state.map(|element| &*element.id).collect();
        if !names.is_empty() {
            text.push_str(&hang(&format!("    {label}: "), &names.join(", "), look.room()));
        }
    }
    text
}

/// The words at `span`, cut after two lines.
fn quoted(lead: &str, document: &Document, span: Span, look: &Look) -> String {
    let most = look.room().saturating_sub(lead.len());
    let words = fit(document.slice(span), most * 2 - most / 4);
    if look.quote && !words.is_empty() { hang(lead, &words, look.room()) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::outline;
    use crate::document::Span;
    use crate::rule::Stage;
    use crate::write::Look;
    use crate::write::example::report;

    #[test]
    fn each_item_shows_its_place_words_and_what_it_states() {
        let text = "(a) a list; the way in which the server and the tag communicate";
        let items = [Span::new(4, 10), Span::new(12, text.len())];
        let look = Look { width: 80, color: false, quote: true };
        let expected = "\
answer.txt: response, 1 interrogatory, 2 items

Interrogatory No. 9: answered, 0 objections; line 1, column 1
  asks for trade secrets
  item 9.1 (label): line 1, column 5, 2 words
    a list
    subjects: data
    head: a list
    in part: sender-and-recipient
    does not state: content, purpose, secret-portion
  item 9.2 (label): line 1, column 13, 10 words
    the way in which the server and the tag communicate
    subjects: data
    head: the way in which the server and the tag communicate
    means: the way in which the server and the tag communicate
    states: means
    in part: sender-and-recipient
    does not state: content, purpose, secret-portion
";
        assert_eq!(outline(&report("answer.txt", text, &items, Stage::Notice), &look), expected);
    }
}
