use super::{Phrase, Phrases};
use crate::document::Span;
use crate::lexicon::{Lexicon, RESULT_VERB};
use crate::word::words;

fn found(pattern: &str, text: &str) -> Vec<String> {
    let mut lexicon = Lexicon::new();
    lexicon.insert("determine", RESULT_VERB);
    let phrase = Phrase::parse(pattern, &mut lexicon).expect("the pattern is sound");
    let mut phrases = Phrases::default();
    phrases.add_group(vec![phrase]);
    let words = words(text, Span::new(0, text.len()), &lexicon);
    let span = |hit: &super::Hit| hit.span(&words);
    phrases.find(text, &words).iter().map(|hit| text[span(hit).start..span(hit).end].to_owned()).collect()
}

#[test]
fn a_phrase_that_wraps_a_line_is_found() {
    assert_eq!(found("including but not limited to", "Including,\n but not"), Vec::<String>::new());
    assert_eq!(
        found("including ,? but not limited to", "Including,\n but not\n  limited to"),
        ["Including,\n but not\n  limited to"]
    );
}

#[test]
fn gaps_lists_endings_and_options_match() {
    assert_eq!(
        found("way ~3 <result-verb>", "the way in which they determine it"),
        ["way in which they determine"]
    );
    assert_eq!(found("way ~3 <result-verb>", "the way; they determine"), Vec::<String>::new());
    assert_eq!(found("by *ing", "by pairing"), ["by pairing"]);
    assert_eq!(found("other similar? forms/kinds", "or other forms"), ["other forms"]);
}

#[test]
fn a_pattern_that_could_match_nothing_is_refused() {
    assert!(Phrase::parse("any?", &mut Lexicon::new()).is_err());
    assert!(Phrase::parse("<nouns> x", &mut Lexicon::new()).is_err());
}
