//! An opinion or a letter that quotes an answer: only the quoted words are anybody's identification.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use regex::Regex;

use crate::document::Span;

/// An answer that a paper quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The number of the interrogatory.
    pub number: Option<String>,
    /// The quoted request, if it is quoted as well.
    pub request: Option<Span>,
    /// The quoted answer, without the quotation marks.
    pub answer: Span,
}

/// The shortest quotation that can be an answer, in bytes.
const SHORTEST: usize = 60;

/// The answers that the paper quotes.
pub fn quoted(text: &str) -> Vec<Quoted> {
    static LEADS: OnceLock<Regex> = OnceLock::new();
    let leads = LEADS.get_or_init(|| {
        #[allow(clippy::expect_used)]
        Regex::new(r#"(?i)(?:respond(?:ed|s)|answer(?:ed|s)|response|answer|stated)\s+to\s+(?:special\s+)?interrogatory\s+(?:no\.?|number)?\s*([0-9]+)[^"“\n]{0,120}["“]"#)
            .expect("the program's own expressions are sound")
    });
    let found = leads.captures_iter(text).filter_map(|lead| {
        let start = lead.get(0)?.end();
        let end = start + closing(&text[start..])?;
        let number = lead.get(1).map(|number| number.as_str().to_owned());
        let request = number.as_ref().and_then(|number| request(text, number));
        (end - start >= SHORTEST).then(|| Quoted { number, request, answer: Span::new(start, end) })
    });
    found.collect()
}

/// Bytes to the mark that closes the quotation: straight or curly, not inside a word.
fn closing(text: &str) -> Option<usize> {
    text.char_indices()
        .take_while(|(at, _)| *at < 20_000)
        .find(|(_, mark)| matches!(mark, '"' | '”'))
        .map(|(at, _)| at)
}

/// The request as the paper quotes it: "Interrogatory No. 9, requesting Plaintiff "Identify ..."".
fn request(text: &str, number: &str) -> Option<Span> {
    static REQUESTS: OnceLock<Regex> = OnceLock::new();
    /// Fewest and most characters of a quoted request.
    const LENGTHS: RangeInclusive<usize> = 10..=2000;
    let requests = REQUESTS.get_or_init(|| {
        #[allow(clippy::expect_used)]
        Regex::new(r#"(?i)interrogatory\s+(?:no\.?|number)?\s*([0-9]+)[^"“\n]{0,80}(?:request|ask|demand|seek)[^"“\n]{0,60}["“]"#)
            .expect("the program's own expressions are sound")
    });
    requests.captures_iter(text).filter(|lead| &lead[1] == number).find_map(|lead| {
        let start = lead.get(0)?.end();
        let length = text[start..].find(['"', '”'])?;
        let characters = text[start..start + length].chars().take(LENGTHS.end() + 1).count();
        LENGTHS.contains(&characters).then(|| Span::new(start, start + length))
    })
}

/// The paper speaks for a court or to opposing counsel, and identifies nothing of its own.
pub fn is_about_an_answer(text: &str) -> bool {
    static SIGNS: OnceLock<Regex> = OnceLock::new();
    let signs = SIGNS.get_or_init(|| {
        #[allow(clippy::expect_used)]
        Regex::new(r"(?i)it is so ordered|so ordered\b|memorandum opinion|\bopinion\b.{0,40}\border\b|the court (?:finds|holds|concludes|grants|denies)|dear (?:counsel|mr|ms)|motion to compel (?:is )?(?:denied|granted)")
            .expect("the program's own expressions are sound")
    });
    signs.is_match(text)
}
