//! Answer → the documents that it lists, with what it states of each. Judges nothing.

use super::persons::{Start, Unit, units};
use crate::analyse::elements::Stated;
use crate::document::Span;
use crate::lexicon::DOCUMENT_NOUN;
use crate::listed::Listed;
use crate::particular::{Particular, ParticularKind};
use crate::record::{Record, RecordKind};
use crate::response::{Interrogatory, Item};
use crate::rule::{RuleSet, Scope};
use crate::word::{Forms, Word};

/// Documents that are on no list of document nouns.
const LETTERS: Forms = Forms::new(&[
    "email",
    "e-mail",
    "emails",
    "e-mails",
    "letter",
    "memo",
    "memorandum",
    "agreement",
    "contract",
    "invoice",
    "minutes",
    "presentation",
    "transcript",
    "text",
    "note",
    "notes",
]);

/// The documents listed outside `items` in the answer to interrogatory `index`, whose words are `words` and whose records
/// are `records`.
pub fn documents(
    text: &str,
    (index, interrogatory): (usize, &Interrogatory),
    items: &[Item],
    (words, records): (&[Word], &[Record]),
    rules: &RuleSet,
) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut items = items.iter().peekable();
    let units = units(text, words, &interrogatory.objections);
    let has_numbers = records.iter().any(|record| record.kind != RecordKind::Exhibit);
    let mass = if has_numbers { None } else { points_to_a_mass(text, words, &units) };
    for unit in units {
        let words = &words[unit.words.clone()];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        let span = Span::new(first.start as usize, last.end as usize);
        while items.next_if(|item| item.span.end <= span.start).is_some() {}
        if items.peek().is_some_and(|item| item.span.start < span.end) {
            continue;
        }
        let from = records.partition_point(|record| record.span.start < span.start);
        let own = records[from..].iter().take_while(|record| record.span.end <= span.end);
        let is_mass = mass == Some(unit.words.start);
        let numbers: Vec<Particular> = own
            .filter(|_| !is_mass)
            .map(|record| Particular { span: record.span, kind: ParticularKind::Identifier })
            .collect();
        if !is_mass && !lists_one(text, words, &unit, !numbers.is_empty()) {
            continue;
        }
        let hits = rules.document_phrases.find(text, words);
        let stated = Stated { found: &numbers, hits: &hits, words };
        let of_documents = rules.elements.iter().filter(|element| element.scope == Scope::Document);
        let fields = of_documents.map(|rule| stated.element(rule)).collect();
        found.push(Listed { span, interrogatory: index, number: found.len() + 1, fields });
    }
    found
}

/// Where an answer without entries or numbers points to documents in the mass ("See the 17,904 documents listed in Appendix
/// 1"): the word at which that piece starts.
fn points_to_a_mass(text: &str, words: &[Word], units: &[Unit]) -> Option<usize> {
    const POINTS: [&str; 6] = ["see", "refers", "listed", "identified", "identifies", "set"];
    const DENIES: [&str; 6] = ["no", "none", "not", "will", "unaware", "nothing"];
    const MASS: [&str; 5] = ["documents", "records", "files", "communications", "production"];
    let own = |unit: &Unit| &words[unit.words.clone()];
    if units.iter().any(|unit| lists_one(text, own(unit), unit, false)) {
        return None;
    }
    let holds = |unit: &Unit, any: &[&str]| own(unit).iter().any(|word| word.is_one_of(text, any));
    let points = |unit: &&Unit| holds(unit, &MASS) && holds(unit, &POINTS) && !holds(unit, &DENIES);
    units.iter().find(points).map(|unit| unit.words.start)
}

/// The piece is an entry that describes a document, and no sentence that leads to entries or speaks of many.
fn lists_one(text: &str, words: &[Word], unit: &Unit, has_number: bool) -> bool {
    const NEAR: usize = 12;
    let is_entry = unit.has_label || matches!(unit.start, Start::Line | Start::Entry | Start::Row);
    let names = |word: &Word| {
        (word.has(DOCUMENT_NOUN) || word.is_any(text, &LETTERS))
            && !word.is_one_of(text, &["documents", "records", "files"])
    };
    let leads = words.last().is_some_and(|word| word.is(b':'));
    is_entry && !leads && (has_number || words.iter().take(NEAR).any(names))
}
