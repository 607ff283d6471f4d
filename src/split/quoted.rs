//! An opinion or a letter that quotes an answer: only the quoted words are anybody's identification.

use std::collections::HashMap;
use std::sync::OnceLock;

use regex::Regex;

use crate::document::{BlockKind, Document, Span};
use crate::split::labels::names_entry;

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
/// The longest, in bytes.
const LONGEST: usize = 20_000;

/// The answers that the paper quotes, between quotation marks or as a block.
pub fn quoted(document: &Document) -> Vec<Quoted> {
    static LEADS: OnceLock<Regex> = OnceLock::new();
    let leads = LEADS.get_or_init(|| {
        literal(concat!(
            r#"(?i)(?:(?:respond(?:ed|s)|answer(?:ed|s)?|response|stated|replied)\s+(?:to\s+)?(?:special\s+)?interrogatory"#,
            r#"\s+(?:no\.?|number)?\s*([0-9]+)|interrogatory\s+(?:no\.?|number)?\s*([0-9]+)(?:[^"“\n.]|\n[^"“\n.]){0,60}"#,
            r#"(?:answer|respon|repl)(?:ed|ded|ied|s|se)\b)(?:[^"“\n]|\n[^"“\n]){0,120}?(["“]|:[ \t]*\n)"#
        ))
    });
    let text = &document.text;
    let requests = requests(text);
    let quotations = Quotations::new(text);
    let found = leads.captures_iter(text).filter_map(|lead| {
        let number = lead.get(1).or(lead.get(2))?.as_str().to_owned();
        let opening = lead.get(3)?;
        let answer = if opening.as_str().starts_with(':') {
            block(document, opening.end())?
        } else {
            quotations.opened_at(opening.end())?
        };
        let request = requests.get(number.as_str()).copied();
        (answer.len() >= SHORTEST).then_some(Quoted { number: Some(number), request, answer })
    });
    let found: Vec<Quoted> = found.collect();
    if found.is_empty() { set_out(document, &requests) } else { found }
}

/// The shortest answer that is set out as a block, in bytes.
const SHORTEST_BLOCK: usize = 20;

/// The answers set out as blocks after words that name no number: "Norvik answered:". Theirs is the number named last.
fn set_out(document: &Document, requests: &HashMap<&str, Span>) -> Vec<Quoted> {
    static LEADS: OnceLock<Regex> = OnceLock::new();
    let leads = LEADS.get_or_init(|| {
        literal(concat!(
            r#"(?i)interrogator(?:y|ies)\s+(?:nos?\.?|numbers?)\s*([0-9]+)"#,
            r#"|\b(?:answer(?:ed|s)?|respon(?:se|ded|ds)|replied|identifie[ds])\b[^.:"“\n]{0,80}(?:\n[^.:"“\n]{1,80})?:[ \t]*\n"#
        ))
    });
    let mut number = None;
    let mut found: Vec<Quoted> = Vec::new();
    for lead in leads.captures_iter(&document.text) {
        if let Some(named) = lead.get(1) {
            number = Some(named.as_str());
            continue;
        }
        let Some(block) = lead.get(0).and_then(|whole| block(document, whole.end())) else { continue };
        let words = document.text[block.start..block.end].trim_end();
        let bare = words.trim_start_matches(['"', '“']);
        let answer = Span::new(
            block.start + words.len() - bare.len(),
            block.start + words.trim_end_matches(['"', '”']).len(),
        );
        let is_new = found.last().is_none_or(|last| last.answer.end <= answer.start);
        if answer.start < answer.end && answer.len() >= SHORTEST_BLOCK && is_new {
            let request = number.and_then(|number| requests.get(number).copied());
            found.push(Quoted { number: number.map(str::to_owned), request, answer });
        }
    }
    found
}

/// Compiles an expression that is part of the program.
fn literal(expression: &str) -> Regex {
    #[allow(clippy::expect_used)]
    Regex::new(expression).expect("the program's own expressions are sound")
}

/// The quotation marks of a text, paired.
struct Quotations {
    /// Where the quotation closes that opens before this byte.
    closing: HashMap<usize, usize>,
    /// Every mark that closes, in order.
    closers: Vec<usize>,
}

impl Quotations {
    fn new(text: &str) -> Self {
        let (mut straight, mut curly) = (Vec::new(), Vec::new());
        let mut found = Self { closing: HashMap::new(), closers: Vec::new() };
        let mut before = ' ';
        for (at, mark) in text.char_indices().filter(|(_, mark)| !matches!(mark, '>')) {
            let opened = if mark == '"' { &mut straight } else { &mut curly };
            let opens = mark == '“'
                || mark == '"' && (before.is_whitespace() || matches!(before, '(' | '[' | '—' | ':'));
            // A quotation of several paragraphs opens each of them anew.
            let goes_on = before == '\n' && !opened.is_empty();
            if opens && !goes_on {
                opened.push(at + mark.len_utf8());
            } else if !opens && matches!(mark, '"' | '”') {
                found.closers.push(at);
                found.closing.extend(opened.pop().map(|open| (open, at)));
            }
            before = mark;
        }
        found
    }

    /// The words of the quotation that opens before `start`; up to the next closing mark if it is not closed itself.
    fn opened_at(&self, start: usize) -> Option<Span> {
        let next = || self.closers.get(self.closers.partition_point(|at| *at < start)).copied();
        let own = self.closing.get(&start).copied().filter(|end| end - start < LONGEST);
        own.or_else(next).filter(|end| end - start < LONGEST).map(|end| Span::new(start, end))
    }
}

/// The block that opens at or after `at`: lines marked ">", lines set in, or what mark-up calls a quotation.
fn block(document: &Document, at: usize) -> Option<Span> {
    let text = &document.text;
    let start = at + text[at..].len() - text[at..].trim_start_matches([' ', '\n', '\t']).len();
    let marked_up = document.blocks.partition_point(|block| block.span.end <= start);
    let quotation = document.blocks[marked_up..]
        .iter()
        .take_while(|block| block.span.start <= start + 2)
        .find(|block| block.kind == BlockKind::Quotation);
    if let Some(quotation) = quotation {
        return Some(quotation.span);
    }
    let line = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let first = &text[line..];
    let is_marked = first.starts_with('>');
    if !is_marked && !is_set_in(first) {
        return None;
    }
    let belongs = |line: &&str| {
        let is_in = || is_set_in(line) && indent(line) + FIRST_LINE >= indent(first);
        if is_marked { line.starts_with('>') } else { is_in() || line.trim().is_empty() }
    };
    let length: usize = first.split_inclusive('\n').take_while(belongs).map(str::len).sum();
    let marks = first.len() - first.trim_start_matches(['>', ' ', '\t']).len();
    Some(Span::new(line + marks, line + length))
}

/// Columns by which the first line of a paragraph may be set in further than the rest.
const FIRST_LINE: usize = 4;

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn is_set_in(line: &str) -> bool {
    line.starts_with("    ") || line.starts_with('\t')
}

/// The requests as the paper quotes them, by number: "Interrogatory No. 9, requesting Plaintiff "Identify ..."".
fn requests(text: &str) -> HashMap<&str, Span> {
    static REQUESTS: OnceLock<Regex> = OnceLock::new();
    let requests = REQUESTS.get_or_init(|| {
        literal(r#"(?i)interrogatory\s+(?:no\.?|number)?\s*([0-9]+)[^"“\n]{0,80}(?:request|ask|demand|seek)[^"“\n]{0,60}["“]([^"”]{10,2000})["”]"#)
    });
    let mut found = HashMap::new();
    for request in requests.captures_iter(text) {
        if let (Some(number), Some(words)) = (request.get(1), request.get(2)) {
            found.entry(number.as_str()).or_insert(Span::new(words.start(), words.end()));
        }
    }
    found
}

/// The paper speaks for a court or to opposing counsel, and identifies nothing of its own.
pub fn is_about_an_answer(text: &str) -> bool {
    static SIGNS: OnceLock<Regex> = OnceLock::new();
    let signs = SIGNS.get_or_init(|| {
        literal(r"(?i)it is so ordered|so ordered\b|memorandum opinion|\bopinion\b.{0,40}\border\b|the court (?:finds|holds|concludes|grants|denies)|motion to compel (?:is )?(?:denied|granted)")
    });
    signs.is_match(text) || is_argument(text) || is_letter(text) && !identifies(text)
}

/// Lines of a head that may hold the title.
const MOST_HEAD_LINES: usize = 60;

/// The title calls the paper a motion, a brief or the report of an expert.
fn is_argument(text: &str) -> bool {
    const TITLES: [&str; 11] = [
        "MEMORANDUM OF LAW",
        "MEMORANDUM OF POINTS",
        "MEMORANDUM IN SUPPORT",
        "MEMORANDUM IN OPPOSITION",
        "BRIEF IN SUPPORT",
        "BRIEF IN OPPOSITION",
        "MOTION TO COMPEL",
        "MOTION FOR",
        "EXPERT REPORT",
        "REPORT OF EXPERT",
        "REBUTTAL REPORT",
    ];
    let is_title = |line: &&str| !line.contains(|c: char| c.is_lowercase());
    let mut head = text.lines().take(MOST_HEAD_LINES).filter(is_title);
    head.any(|line| TITLES.iter().any(|title| line.contains(title)))
}

/// The paper addresses someone ("Dear Counsel:").
fn is_letter(text: &str) -> bool {
    const WHOM: [&str; 3] = ["counsel", "mr", "ms"];
    let greets = |at: usize| {
        let after = text.as_bytes()[at + "ear ".len()..].iter().take(WHOM[0].len());
        let after: Vec<u8> = after.map(u8::to_ascii_lowercase).collect();
        text[..at].ends_with(['D', 'd']) && WHOM.iter().any(|whom| after.starts_with(whom.as_bytes()))
    };
    ["ear ", "EAR "].iter().any(|word| memchr::memmem::find_iter(text.as_bytes(), word).any(greets))
}

/// A letter that lists the sender's own secrets by number and complains of nothing.
fn identifies(text: &str) -> bool {
    const COMPLAINTS: [&str; 8] = [
        "deficien",
        "inadequate",
        "insufficient",
        "fails to",
        "failed to",
        "your client",
        "meet and confer",
        "compel",
    ];
    let small = text.to_ascii_lowercase();
    let entries = text.lines().filter(|line| names_entry(line)).take(2).count();
    entries > 1 && small.contains("identif") && !COMPLAINTS.iter().any(|word| small.contains(word))
}
