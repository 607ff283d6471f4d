//! Item → what it states: its subject, its particulars, and the state of each element. Judges nothing.

mod details;
mod documents;
mod elements;
mod head;
mod lists;
mod names;
mod persons;
mod records;
mod relations;
mod roles;
mod senses;
mod values;

use crate::document::Document;
use crate::particular::Particulars;
use crate::phrase::Hit;
use crate::response::Item;
use crate::rule::RuleSet;
use crate::word::Word;
pub use documents::documents;
pub use persons::persons;
pub use records::records;

/// What one item says, with the phrases it was read from.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// What it states.
    pub particulars: Particulars,
    /// The phrases of any rule, element or subject found in it.
    pub hits: Vec<Hit>,
}

/// Reads one item, whose words are `words`.
pub fn analyse(document: &Document, item: &Item, words: &[Word], rules: &RuleSet) -> Analysis {
    let text = &document.text;
    let hits = rules.phrases.find(text, words);
    let head = head::head(text, words);
    let (subjects, reasons) = head::subjects(text, words, &head, &hits, rules);
    let found = details::details(document, item, words);
    let span = |range: std::ops::Range<usize>| {
        words.get(range).filter(|range| !range.is_empty()).map_or(item.span, |range| {
            crate::document::Span::new(range[0].start as usize, range[range.len() - 1].end as usize)
        })
    };
    let elements = elements::elements(&subjects, &found, &hits, words, rules);
    let head = span(head.phrase.clone());
    let particulars = Particulars { subjects, reasons, head, found, elements };
    Analysis { particulars, hits }
}
