//! The persons and the documents that an answer does not identify as it was asked to: a table of what is stated of each.

use std::collections::BTreeMap;

use super::challenge::Answer;
use super::draft::{Draft, quoted};
use super::verbatim::place;
use crate::clause::Place;
use crate::composed::{Block, Run};
use crate::document::Span;
use crate::finding::Finding;
use crate::particular::{Element, Name, ParticularKind, State};
use crate::person::Person;

/// What is shown of every person, asked for or not.
const OF_EVERY_PERSON: [&str; 3] = ["address", "telephone", "employer"];

/// The persons of one answer, if any is challenged.
pub(super) fn persons(draft: &mut Draft<'_, '_>, answer: &Answer<'_>) {
    if answer.persons.is_empty() {
        return;
    }
    let case = draft.case;
    let report = case.brief.report;
    draft.heading(3, "Persons");
    draft.say(Place::Persons);
    let columns: Vec<&Name> = columns(draft, &answer.persons, &OF_EVERY_PERSON);
    let mut missing: BTreeMap<usize, Vec<&Name>> = BTreeMap::new();
    for finding in &answer.persons {
        finding.persons.iter().for_each(|index| missing.entry(*index).or_default().extend(&finding.missing));
    }
    let rows = missing.into_iter().map(|(index, missing)| {
        let person = &report.persons[index];
        let is_missing = |id: &Name| missing.contains(&id);
        let name = case.words(&[person.name]);
        let stands = place(case, person.name);
        let mut row = vec![vec![Run::plain(format!("{name} ({stands})"))]];
        row.extend(columns.iter().map(|id| vec![Run::plain(stated(draft, person, id, is_missing(id)))]));
        row.push(vec![Run::plain(lack_of_knowledge(draft, person))]);
        row
    });
    let rows = rows.collect();
    let mut heads = vec!["Name".to_owned()];
    heads.extend(columns.iter().map(|id| head(draft, id)));
    heads.push("Stated not to be known".to_owned());
    draft.blocks.push(Block::Table { heads, rows });
}

/// The documents of one answer, if any is challenged.
pub(super) fn documents(draft: &mut Draft<'_, '_>, answer: &Answer<'_>) {
    if answer.documents.is_empty() {
        return;
    }
    let case = draft.case;
    let report = case.brief.report;
    draft.heading(3, "Documents");
    draft.say(Place::Documents);
    let mut rows = Vec::new();
    for finding in &answer.documents {
        for document in finding.documents.iter().filter_map(|index| report.documents.get(*index)) {
            let missing: Vec<&str> = finding
                .missing
                .iter()
                .filter_map(|id| case.brief.rules.element(id))
                .map(|element| element.wording.as_str())
                .collect();
            rows.push(vec![
                vec![Run::plain(document.number.to_string())],
                vec![Run::plain(quoted(report.document.slice(document.span)))],
                vec![Run::plain(place(case, document.span))],
                vec![Run::plain(missing.join(", "))],
            ]);
        }
    }
    let heads = ["No.", "Words of the response", "Place", "Not stated"].map(str::to_owned).to_vec();
    draft.blocks.push(Block::Table { heads, rows });
}

/// What some person lacks, with what is shown of every one, in the order of the elements.
fn columns<'a>(draft: &Draft<'_, 'a>, findings: &[&Finding], always: &[&str]) -> Vec<&'a Name> {
    let rules = draft.case.brief.rules;
    let is_shown =
        |id: &Name| always.contains(&&**id) || findings.iter().any(|finding| finding.missing.contains(id));
    let ids = rules.elements.iter().map(|element| &element.id);
    ids.filter(|id| is_shown(id) && &***id != "person-name").collect()
}

fn head(draft: &Draft<'_, '_>, id: &Name) -> String {
    let short = draft.case.brief.rules.element(id).map_or("", |element| &element.short);
    let mut letters = short.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What the answer states of one field, in its own words where they are known.
fn stated(draft: &Draft<'_, '_>, person: &Person, id: &Name, is_missing: bool) -> String {
    let field = person.fields.iter().find(|field| field.id == *id);
    let words = words(draft, person, field, id);
    match (field.map(|field| field.state), is_missing) {
        (Some(State::Present), _) if words.is_empty() => "stated".to_owned(),
        (Some(State::Present), _) => words,
        (Some(State::Disclaimed), _) => "stated not to be known".to_owned(),
        (Some(State::Partial), _) if !words.is_empty() => format!("only {words}"),
        (_, true) => "not stated".to_owned(),
        (None, false) => "does not apply".to_owned(),
        (Some(_), false) => "not stated; not asked for".to_owned(),
    }
}

fn words(draft: &Draft<'_, '_>, person: &Person, field: Option<&Element>, id: &Name) -> String {
    let kinds: &[ParticularKind] = match &**id {
        "address" => &[ParticularKind::StreetAddress, ParticularKind::Place],
        "telephone" => &[ParticularKind::Telephone],
        "employer" => &[ParticularKind::Employer],
        "post" => &[ParticularKind::Post],
        _ => &[],
    };
    let details =
        person.details.iter().filter(|detail| kinds.contains(&detail.kind)).map(|detail| detail.span);
    let evidence = field.into_iter().flat_map(|field| field.evidence.iter().copied());
    let mut spans: Vec<Span> = details.collect();
    if spans.is_empty() {
        spans = evidence.collect();
    }
    let document = &draft.case.brief.report.document;
    spans.retain(|span| !is_party(document.slice(*span)));
    joined(&spans, &document.text)
        .into_iter()
        .map(|span| quoted(document.slice(span)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// It calls a party by what it is in the case, which is no place and no employer's name.
fn is_party(words: &str) -> bool {
    let sides = ["plaintiff", "defendant", "petitioner", "respondent", "claimant"];
    sides.iter().any(|side| words.trim().trim_end_matches('s').eq_ignore_ascii_case(side))
}

/// The spans, those made one that nothing but a word and marks stands between: "14 Quay" and "Delft" of "14 Quay Street, Delft".
fn joined(spans: &[Span], text: &str) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    for span in spans {
        let is_next = |last: &Span| {
            let between = text.get(last.end..span.start).unwrap_or("\n\n");
            !between.contains([';', '\n']) && between.split_whitespace().count() <= 2
        };
        match all.last_mut() {
            Some(last) if is_next(last) => *last = Span::new(last.start, span.end.max(last.end)),
            _ => all.push(*span),
        }
    }
    all
}

/// Whether the answer says of anything of the person that it is not known.
fn lack_of_knowledge(draft: &Draft<'_, '_>, person: &Person) -> String {
    let fields = person.fields.iter().filter(|field| field.state == State::Disclaimed);
    let names: Vec<String> = fields.map(|field| head(draft, &field.id).to_lowercase()).collect();
    if names.is_empty() { "no".to_owned() } else { names.join(", ") }
}
