//! Items that begin with the name of a product and go on to say what it is: "the `FlowSync` engine, which ranks ...".

use super::stem::firm;
use crate::lexicon::DETERMINER;
use crate::word::{Forms, Shape, Word};

/// A name at the beginning of an item.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// The digest of the name.
    pub name: u64,
    /// The first word that is not the name, nor says what kind of thing bears it.
    pub described: usize,
}

/// Words that only say what kind of thing bears a name.
static PRODUCT: Forms = Forms::new(&[
    "engine",
    "module",
    "system",
    "platform",
    "software",
    "application",
    "tool",
    "program",
    "algorithm",
    "service",
    "process",
    "method",
    "technique",
    "procedure",
    "product",
    "component",
    "feature",
    "function",
    "device",
    "machine",
]);

/// The name that an item begins with; a word with a capital alone is a name only beside a word like "engine", and a
/// number in it makes it an identifier.
pub fn named(text: &str, words: &[Word]) -> Option<Named> {
    let is_product = |word: &Word| word.shape == Shape::Lower && word.is_any(text, &PRODUCT);
    let start = skip(words, skip(words, 0, |word| word.has(DETERMINER)), is_product);
    let (end, is_coined) = name(words, start)?;
    let described = skip(words, end, is_product);
    let is_of_product = start > 0 && (described > end || is_product(&words[start - 1]));
    let breaks = words.get(described)?;
    let is_whole = matches!(breaks.mark(), b',' | b':' | b'-' | b'(')
        || breaks.is_one_of(text, &["which", "that", "is"]);
    let name = text.get(words[start].start as usize..words[end - 1].end as usize)?;
    let has_digit = name.contains(|c: char| c.is_ascii_digit());
    ((is_coined || is_of_product) && is_whole && !has_digit).then(|| Named { name: firm(name), described })
}

/// Where the name at `start` ends, and whether its form alone shows that it is one.
fn name(words: &[Word], start: usize) -> Option<(usize, bool)> {
    if words.get(start)?.is(b'"') {
        let end = skip(words, start + 1, |word| !word.is(b'"'));
        return words.get(end).filter(|word| word.is(b'"')).map(|_| (end + 1, true));
    }
    let is_name = |word: &Word| matches!(word.shape, Shape::Mixed | Shape::Capitalised | Shape::Upper);
    let end = skip(words, start, is_name);
    let is_coined = words[start..end].iter().any(|word| word.shape == Shape::Mixed);
    (end > start).then_some((end, is_coined))
}

/// The first word from `from` on that is not so, at most four words on.
fn skip(words: &[Word], from: usize, is: impl Fn(&Word) -> bool) -> usize {
    from + words[from..].iter().take(4).take_while(|word| is(word)).count()
}
