//! Rows of capitalised words, and what each names: a human being, a company, a post or a place.

use std::ops::Range;

use super::units::is_title;
use crate::lexicon::{
    COMPANY_WORD, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, FILLER, GENERIC_MODIFIER, GENERIC_NOUN, ING_NOUN,
    LEGAL_LABEL, Lists, OBJECTION, PARTY_NOUN, POST_NOUN, PREPOSITION, PRONOUN, REGION, STREET_NOUN,
};
use crate::word::{Forms, Shape, Word};

/// What a row of words names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A human being, by more than one word or with a title.
    Natural,
    /// A company or an institution.
    Entity,
    /// What somebody does at work.
    Post,
    /// A state or a country, or a city by the way its name starts.
    Place,
    /// Anything else, such as a single word.
    Other,
}

/// A row of words that names something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, with a title before and an ending after.
    pub words: Range<usize>,
    /// What it names.
    pub class: Class,
    /// The first of the words that is no title.
    pub first: usize,
    /// How many words, without title and ending.
    pub count: usize,
}

impl Run {
    /// A title and a surname, and nothing more.
    pub fn is_surname_only(&self) -> bool {
        self.first > self.words.start && self.count == 1
    }
}

/// Most words of a name.
const LONGEST: usize = 7;

const PARTICLES: Forms = Forms::new(&[
    "van", "von", "der", "den", "de", "la", "le", "da", "do", "dos", "das", "del", "della", "di", "du", "el",
    "al", "bin", "ibn", "ter", "ten", "zu", "zur", "y", "e", "af", "av",
]);
/// What follows a name and belongs to it.
pub(super) const NAME_ENDINGS: Forms = Forms::new(&[
    "jr", "sr", "ii", "iii", "iv", "esq", "phd", "ph.d", "md", "m.d", "cpa", "mba", "pe", "p.e", "j.d", "jd",
    "dds",
]);
const COMPANY_ENDINGS: Forms = Forms::new(&[
    "inc",
    "llc",
    "llp",
    "lp",
    "ltd",
    "corp",
    "co",
    "plc",
    "gmbh",
    "pc",
    "p.c",
    "pllc",
    "limited",
    "incorporated",
    "l.l.c",
    "s.a",
    "n.v",
    "b.v",
    "l.p",
    "ag",
]);
/// How names of cities, states and countries start.
const PLACE_OPENERS: Forms = Forms::new(&[
    "san", "los", "las", "santa", "new", "fort", "saint", "st", "el", "port", "mount", "north", "south",
    "east", "west", "salt", "hong", "tel", "rio", "buenos", "kuala", "ho", "são", "sao", "cape", "united",
    "saudi", "sri", "palo", "silicon", "greater", "northern", "southern", "puerto", "mexico", "costa",
    "district",
]);

/// Given names that are prepositions or particles too.
const GIVEN: Forms = Forms::new(&["per", "van"]);
/// What papers in a case, and parts of the case, are called.
const PAPERS: Forms = Forms::new(&[
    "disclosures",
    "disclosure",
    "interrogatory",
    "interrogatories",
    "complaint",
    "response",
    "responses",
    "answer",
    "answers",
    "discovery",
    "objection",
    "objections",
    "request",
    "requests",
    "rule",
    "order",
    "motion",
    "production",
    "supplement",
    "court",
    "action",
    "litigation",
    "department",
    "team",
    "group",
    "division",
    "project",
    "system",
]);

/// How posts and bodies are ranked.
const RANKS: Forms =
    Forms::new(&["senior", "junior", "vice", "deputy", "former", "general", "executive", "upper", "middle"]);

/// Words that no name starts with.
const NO_NAME: Lists = DETERMINER.with(PRONOUN).with(PREPOSITION).with(CONJUNCTION);
/// Words that are common and name nobody.
const COMMON: Lists =
    GENERIC_NOUN.with(GENERIC_MODIFIER).with(FILLER).with(LEGAL_LABEL).with(DOCUMENT_NOUN).with(PARTY_NOUN);

/// The longest row of words before `end` that starts with word `at`; `None` if the word starts no name.
pub fn run(text: &str, words: &[Word], at: usize, end: usize) -> Option<Run> {
    let mut first = at;
    if words.get(at).filter(|_| at < end).is_some_and(|word| is_title(text, *word)) {
        first += 1 + usize::from(words.get(at + 1).is_some_and(|word| word.is(b'.')));
    }
    let names = |at: usize| at < end && is_name_word(text, words, at);
    let touches = |at: usize| words[at - 1].end == words[at].start;
    let is_particle = |at: usize| words[at].is_any(text, &PARTICLES) && particles_end(text, words, at, end);
    let is_apostrophe = |at: usize, count: usize| {
        words[at].is(b'\'') && count > 0 && touches(at) && names(at + 1) && touches(at + 1)
    };
    let (mut next, mut count, mut is_firm) = (first, 0, false);
    while next < end && count < LONGEST {
        let word = words[next];
        if count > 0 && word.shape != Shape::Lower && word.is_any(text, &NAME_ENDINGS) {
            break;
        }
        if names(next) {
            count += 1;
            next += 1;
            let form = words[next - 1].form(text);
            let is_initial = form.chars().count() == 1 || form.len() < 5 && form.contains('.');
            next += usize::from(is_initial && next < end && words[next].is(b'.') && touches(next));
        } else if is_particle(next) || is_apostrophe(next, count) {
            next += 1;
        } else if word.is(b'&') && count > 0 && names(next + 1) {
            (next, is_firm) = (next + 1, true);
        } else if word.is_one_of(text, &["of"]) && takes_of(words, first..next) && names(next + 1) {
            next += 1;
        } else {
            break;
        }
    }
    if count == 0 {
        return None;
    }
    let body = next;
    next = with_ending(text, words, body, end, &mut is_firm);
    let class = match () {
        () if first > at => Class::Natural,
        () if is_firm => Class::Entity,
        () => class(text, &words[first..body], count),
    };
    Some(Run { words: at..next, class, first, count })
}

/// A capitalised word that can stand in a name.
fn is_name_word(text: &str, words: &[Word], at: usize) -> bool {
    let word = words[at];
    let form = word.form(text);
    let is_capital = match word.shape {
        Shape::Capitalised | Shape::Upper => true,
        Shape::Mixed => {
            form.starts_with(char::is_uppercase)
                && form.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '&' | '’'))
        }
        _ => false,
    };
    let is_initial =
        form.len() == 1 && words.get(at + 1).is_some_and(|next| next.is(b'.') && next.start == word.end);
    is_capital
        && (is_initial || !word.has(NO_NAME) || word.shape == Shape::Capitalised && word.is_any(text, &GIVEN))
}

/// A small word such as "van" goes on with a name if a capital follows it and its like.
fn particles_end(text: &str, words: &[Word], at: usize, end: usize) -> bool {
    let mut next = at + 1;
    while next < end
        && next < at + 3
        && words[next].shape == Shape::Lower
        && words[next].is_any(text, &PARTICLES)
    {
        next += 1;
    }
    words[at].shape == Shape::Lower && next < end && is_name_word(text, words, next)
}

/// "University of Toledo", "Director of Sales"; not "Director of Tallow Works".
fn takes_of(words: &[Word], range: Range<usize>) -> bool {
    const WORK: Lists = GENERIC_NOUN.with(GENERIC_MODIFIER).with(ING_NOUN);
    let has = |lists: Lists| range.len() < 3 && words[range.clone()].iter().any(|word| word.has(lists));
    has(COMPANY_WORD) || has(POST_NOUN) && words.get(range.end + 1).is_some_and(|next| next.has(WORK))
}

/// One past what ends the name: ", Jr.", ", Inc.", "Ltd. & Co. KG".
fn with_ending(text: &str, words: &[Word], from: usize, end: usize, is_firm: &mut bool) -> usize {
    let mut next = from;
    loop {
        let comma = usize::from(words.get(next).is_some_and(|word| word.is(b',')));
        // "Pvt. Ltd.": the first of the two is part of the name already.
        let is_stop = words
            .get(next)
            .is_some_and(|word| word.is(b'.') && next > 0 && words[next - 1].end == word.start);
        let stop = usize::from(is_stop && words[next - 1].has(COMPANY_WORD));
        let comma = comma + stop;
        let Some(word) = words.get(next + comma).filter(|_| next + comma < end) else { break };
        let is_ending = word.is_any(text, &NAME_ENDINGS) && word.shape != Shape::Lower;
        let is_company = word.is_any(text, &COMPANY_ENDINGS) && word.shape != Shape::Lower;
        // "..., CO 80202" is Colorado.
        let is_state = word.has(REGION) && word.shape == Shape::Upper && comma == 1 && stop == 0;
        if !is_ending && !is_company || is_state {
            break;
        }
        *is_firm |= is_company;
        next += comma + 1;
        break_at_stop(text, words, &mut next, end);
    }
    // The run itself may have ended in "Inc", whose stop belongs to it.
    if next == from && from > 0 && words[from - 1].is_any(text, &COMPANY_ENDINGS) {
        break_at_stop(text, words, &mut next, end);
    }
    next
}

/// Takes the full stop of an abbreviation; that of a sentence, at the end of all words, stays.
fn break_at_stop(text: &str, words: &[Word], next: &mut usize, end: usize) {
    let is_stop = *next < end && words[*next].is(b'.') && words[*next - 1].end == words[*next].start;
    let is_short = words[*next - 1].form(text).len() < 5;
    *next += usize::from(is_stop && is_short);
}

/// What a row of so many words names that has no title and no ending of a company.
fn class(text: &str, name: &[Word], count: usize) -> Class {
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return Class::Other };
    let mut capitals = name.iter().filter(|word| word.shape != Shape::Lower);
    if count > 1 && capitals.any(|word| word.has(COMPANY_WORD)) {
        return Class::Entity;
    }
    if name.iter().any(|word| word.has(POST_NOUN)) {
        return Class::Post;
    }
    let is_region = |word: &Word| is_region(*word);
    if name.iter().all(is_region)
        || count > 1 && first.is_any(text, &PLACE_OPENERS)
        || is_region(first) && count > 1 && is_region(last)
    {
        return Class::Place;
    }
    let common = name.iter().filter(|word| word.has(COMMON)).count();
    let is_plural = last.has(COMMON) && last.form(text).ends_with(['s', 'S']);
    let is_paper = name.iter().any(|word| word.is_any(text, &PAPERS));
    let says_no = is_paper
        || first.is_any(text, &RANKS)
        || first.has(PARTY_NOUN.with(OBJECTION).with(LEGAL_LABEL).with(DOCUMENT_NOUN))
        || last.has(PARTY_NOUN.with(OBJECTION))
        || is_plural
        || common == name.len();
    if count < 2 || says_no { Class::Other } else { Class::Natural }
}

/// A state or a country; two or three letters count in capitals only.
pub fn is_region(word: Word) -> bool {
    let length = word.end - word.start;
    word.has(REGION)
        && (word.shape == Shape::Upper
            || length > 3 && word.shape != Shape::Lower
            || word.shape == Shape::Mixed)
}

/// The word names a street ("Street", "Ave"), not in small letters.
pub fn is_street(word: Word) -> bool {
    word.has(STREET_NOUN) && word.shape != Shape::Lower
}
