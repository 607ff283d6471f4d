//! Other names for the parties and products change no verdict.

use std::collections::BTreeSet;

use particulars::report::Verdict;
use particulars::rule::Stage;

use crate::corpus::{cases, report};

/// Capitalised words that stand where names do and are read as words.
const NO_NAMES: &str = "Amended Analysis April Attorneys August Bates Bates-stamped Billing C-section Civil Clustering Code Complaint \
    Confidential Count Counterclaims Court Cross-Complainant December Defendant Defendants Disclosure February General \
    Highly Identification Inc Index Individual Information Interrogatory January July June Management March Messrs \
    November Nos O-ring Objections October Only Operations Order Plaintiff Plaintiffs Practice President Procedure \
    Process Query Report Rev Second Secret Secrets September Service Special Stability Steps System Systems Trade Vice \
    Volume Warehouse You Your";

/// The names in a text: words in `CamelCase`, and capitalised words before a possessive or within a sentence.
fn names(text: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for (start, word) in words(text) {
        let (before, after) = (&text[..start], &text[start + word.len()..]);
        let is_owner = after.starts_with("'s") || after.starts_with("' ") && word.ends_with('s');
        let is_within = before.trim_end().ends_with(|c: char| c.is_alphabetic() || c == ',');
        // "Exhibit A", "Release 11": a name only together with what follows.
        let next = after.strip_prefix(' ').unwrap_or_default().split(|c: char| !c.is_alphanumeric()).next();
        let is_numbered =
            next.is_some_and(|next| next.chars().all(|c| !c.is_lowercase()) && !next.is_empty());
        if is_camel(word) || is_capitalised(word) && (is_owner || is_within && !is_numbered) {
            names.insert(word);
        }
    }
    names.retain(|name| !NO_NAMES.split_whitespace().any(|word| word == *name));
    names
}

/// Runs of letters and hyphens, with where each starts.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |c: char| c.is_alphabetic() || c == '-';
    text.split(move |c| !is_letter(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn is_capitalised(word: &str) -> bool {
    word.len() > 2
        && word.starts_with(|c: char| c.is_uppercase())
        && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
}

fn is_camel(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    !word.contains('-')
        && letters.first().is_some_and(|first| first.is_uppercase())
        && letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase())
}

/// Parts of made-up names; put together they are no words of English.
const PARTS: [&str; 12] =
    ["bren", "qual", "dorv", "mish", "tolk", "zeph", "garn", "lusk", "vonn", "pryd", "hask", "welt"];

/// A made-up name of the same shape: each run of letters anew, capitals and a plural's "s" where they were.
fn other(name: &str, seed: usize) -> String {
    let mut made = String::new();
    let mut hump = 0;
    for (at, character) in name.chars().enumerate() {
        if at > 0 && (character.is_uppercase() || character == '-') {
            hump += 1;
        }
        let part = PARTS[(seed + 5 * hump + at / 4) % PARTS.len()].as_bytes()[at % 4] as char;
        made.push(match character {
            '-' => '-',
            upper if upper.is_uppercase() => part.to_ascii_uppercase(),
            _ => part,
        });
    }
    if name.ends_with('s') {
        made.pop();
        made.push('s');
    }
    made
}

/// The text with every name replaced wherever it stands as a word.
fn renamed(text: &str, seed: usize) -> String {
    let names = names(text);
    let mut made = String::new();
    let mut after = 0;
    for (start, word) in words(text) {
        made.push_str(&text[after..start]);
        match names.iter().position(|name| *name == word) {
            Some(at) => made.push_str(&other(word, seed + 3 * at)),
            None => made.push_str(word),
        }
        after = start + word.len();
    }
    made + &text[after..]
}

fn verdicts(text: &str) -> Vec<[Verdict; 3]> {
    report("answer.txt", text).verdicts.iter().map(|item| Stage::ALL.map(|stage| item.at(stage))).collect()
}

#[test]
fn renaming_changes_no_verdict() {
    let mut failed = Vec::new();
    let mut replaced = 0;
    for case in cases() {
        let expected = verdicts(&case.text);
        replaced += names(&case.text).len();
        for seed in [0, 4, 7] {
            let text = renamed(&case.text, seed);
            let found = verdicts(&text);
            if found != expected {
                failed.push(format!("{} | {expected:?} | {found:?} | {text}", case.id));
            }
        }
    }
    println!("{replaced} names replaced");
    assert!(replaced >= 98, "{replaced}");
    assert!(failed.is_empty(), "{} failed\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn made_up_names_keep_the_shape() {
    for name in ["LivePerson", "Carrow", "Polymers", "Cross-Beam"] {
        for seed in 0..4 {
            let made = other(name, seed);
            let shape = |name: &str| -> Vec<bool> { name.chars().map(char::is_uppercase).collect() };
            assert_eq!(shape(&made), shape(name), "{made}");
            assert!(made != name && made.ends_with('s') == name.ends_with('s'), "{made}");
        }
    }
    let found = names("The DataTake product of Orlik's, which Hirelark, Inc. and Plaintiff's team took.");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["DataTake", "Hirelark", "Orlik"]);
}
