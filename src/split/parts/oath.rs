//! Oaths on the answers and proofs of service.

use super::lines::{columns, lines, pared};
use super::signature::{date, filled, signature_below};
use crate::document::Span;
use crate::response::{Certificate, Filled, Oath, Verification};

/// The oath in a block; `None` if the block swears nothing, such as a bare heading.
pub fn verification(text: &str, block: Span) -> Option<Verification> {
    let small = text[block.start..block.end].to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| small.contains(word));
    let is_declared = says(&["penalty of perjury", "penalties of perjury", "28 u.s.c"]);
    let is_sworn = says(&["sworn to", "subscribed and sworn", "notary public", "duly sworn", "before me"]);
    let states = says(&[
        "have read",
        "has read",
        "true and correct",
        "true to the best",
        "are true",
        "is true",
        "verify",
    ]);
    if !(is_declared || is_sworn || states) {
        return None;
    }
    let signature = signature_below(text, block);
    let oath = match (is_declared, is_sworn) {
        (true, _) => Oath::Declaration,
        (_, true) => Oath::Notarised,
        _ => Oath::Unsworn,
    };
    let declarant =
        declarant(text, block).or_else(|| signature.as_ref().and_then(|signature| signature.signer));
    Some(Verification {
        span: block,
        oath,
        declarant,
        by_counsel: by_counsel(block, &small),
        date: dated(text, block),
        signature,
    })
}

/// The name after "I," or "being duly sworn".
fn declarant(text: &str, block: Span) -> Option<Span> {
    let words = &text[block.start..block.end];
    let (at, lead) = ["I, ", "DECLARATION OF ", "VERIFICATION OF ", "AFFIDAVIT OF "]
        .iter()
        .filter_map(|lead| words.find(lead).map(|at| (at, *lead)))
        .min()?;
    let start = at + lead.len();
    let rest = &words[start..];
    let length = rest.find([',', '\n']).filter(|length| *length < 60)?;
    let name = pared(text, Span::new(block.start + start, block.start + start + length), |c| {
        !c.is_alphanumeric() && c != '.'
    });
    let words = &text[name.start..name.end];
    let is_named = words.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase()));
    (!words.is_empty() && is_named && words.split_whitespace().count() < 6).then_some(name)
}

/// "I am an attorney", "I am counsel for": the oath is taken by a lawyer of the party.
fn by_counsel(block: Span, small: &str) -> Option<Span> {
    const SAYS: [&str; 9] = [
        "i am an attorney",
        "i am counsel",
        "i am one of the attorneys",
        "i am the attorney",
        "i am attorney for",
        "i am an associate",
        "am the attorney for",
        "am counsel for",
        "am one of the attorneys",
    ];
    SAYS.iter().find_map(|says| {
        // The lead may run over a line.
        let at = small.find(says)?;
        Some(Span::new(block.start + at, block.start + at + says.len()))
    })
}

/// The date that a block gives, or its blank.
fn dated(text: &str, block: Span) -> Option<Filled> {
    let cells: Vec<Span> = lines(text, block).flat_map(|line| columns(text, line)).collect();
    date(text, &cells)
}

/// The proof of service in a block.
pub fn certificate(text: &str, block: Span) -> Certificate {
    const METHODS: [&str; 23] = [
        "overnight delivery",
        "overnight mail",
        "overnight courier",
        "e-filing",
        "electronic filing",
        "electronic mail",
        "e-mail",
        "email",
        "cm/ecf",
        "ecf system",
        "electronic filing system",
        "electronic service",
        "first-class mail",
        "first class mail",
        "u.s. mail",
        "united states mail",
        "overnight",
        "federal express",
        "fedex",
        "hand delivery",
        "personal delivery",
        "personal service",
        "facsimile",
    ];
    // ASCII only, so that places stay.
    let small = text[block.start..block.end].to_ascii_lowercase();
    let mut methods: Vec<Span> = METHODS
        .iter()
        .filter_map(|method| {
            small.find(method).map(|at| Span::new(block.start + at, block.start + at + method.len()))
        })
        .collect();
    methods.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    methods.dedup_by(|b, a| b.start < a.end);
    let signature = signature_below(text, block);
    Certificate {
        span: block,
        date: served(text, block, &small).or_else(|| dated(text, block)),
        methods,
        signature,
    }
}

/// The date after "on" in "I certify that on May 3, 2021, ..." or "this 3rd day of May, 2021".
fn served(text: &str, block: Span, small: &str) -> Option<Filled> {
    const LEADS: [&str; 5] =
        ["certify that on ", "certify that, on ", "certifies that on ", " on this ", "this "];
    let plain = small.replace(['\n', '\t'], " ");
    let led = LEADS.iter().filter_map(|lead| plain.find(lead).map(|at| at + lead.len()));
    let on = plain.match_indices(" on ").map(|(at, lead)| at + lead.len());
    let starts = led.filter(|at| near_date(&plain[*at..])).chain(on.filter(|at| near_date(&plain[*at..])));
    starts.min().map(|start| filled(text, Span::new(block.start + start, block.end)))
}

/// A month, "3rd day of" or a blank follows.
fn near_date(words: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may ", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let near = &words[..words.floor_char_boundary(30)];
    let words = near.trim_start_matches("or about ").trim_start_matches("this ");
    MONTHS.iter().any(|month| words.starts_with(month))
        || words.contains("day of ")
        || words.starts_with("__")
        || words.starts_with(|c: char| c.is_ascii_digit()) && words.contains('/')
}
