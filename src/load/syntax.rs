//! The YAML crate's errors, put as a litigator reads them, at the words at fault.

use serde_yaml::{Error, Location};

use super::faults::{Faults, did_you_mean, list};
use crate::document::Span;

const QUOTE: &str =
    "check the indentation, and put a text that holds a colon, a # or a bracket between quotation marks";

/// Records why `file` ("a rule file") could not be read.
pub(super) fn report(error: &Error, file: &str, faults: &mut Faults<'_>) {
    let error = innermost(error);
    let location = error.location();
    let span = location.map_or(Span::new(0, 0), |location| place(location, &faults.source.text));
    let (message, help) = match error {
        Error::SerdeUnknownField { field, expected, .. } => unknown_key(field, expected, file),
        Error::SerdeMissingField { field, .. } => {
            (format!("the key `{field}` is missing here"), Some(format!("add the key `{field}`")))
        }
        Error::DuplicateMappingKey { key, .. } => {
            let key = key.as_deref().unwrap_or("this key");
            (format!("`{key}` is given twice"), Some("keep one of the two".to_owned()))
        }
        Error::Unexpected { expected, .. } => belongs_here(expected),
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            belongs_here(expected)
        }
        Error::InvalidScalar { .. } => ("a whole number belongs here".to_owned(), None),
        Error::NullIntoString { .. } => ("a text belongs here".to_owned(), None),
        Error::Eof { .. } => ("the file is empty".to_owned(), Some("fill it, or remove it".to_owned())),
        Error::MultipleDocuments { .. } => {
            let help = "write one rule in each file, without lines of three hyphens".to_owned();
            ("the file holds more than one document".to_owned(), Some(help))
        }
        Error::Budget { .. } => too_much(),
        other => not_yaml(&other.to_string(), location),
    };
    faults.at_span(span, message, help);
}

fn innermost(error: &Error) -> &Error {
    match error {
        Error::AliasError { error, .. } | Error::WithSnippet { error, .. } => innermost(error),
        other => other,
    }
}

fn unknown_key(field: &str, expected: &[&str], file: &str) -> (String, Option<String>) {
    let keys: Vec<_> = expected.iter().map(|key| format!("`{key}`")).collect();
    let help = did_you_mean(field, expected.iter().copied())
        .unwrap_or_else(|| format!("the keys that can stand here are {}", list(&keys, "and")));
    (format!("`{field}` is not a key that {file} has here"), Some(help))
}

fn belongs_here(expected: &str) -> (String, Option<String>) {
    let (what, help) = if expected.contains("sequence") {
        (
            "a list",
            Some("write each entry on a line of its own after a hyphen, or all of them between [ and ]"),
        )
    } else if expected.contains("mapping") || expected.contains("struct") {
        ("a block of keys", Some("write each key on a line of its own, with a colon and its value"))
    } else if expected.contains("string") {
        ("a text", Some("put it between quotation marks"))
    } else if expected.starts_with(['u', 'i']) && expected.len() <= 5 {
        ("a whole number", None)
    } else {
        (expected, None)
    };
    (format!("{what} belongs here"), help.map(str::to_owned))
}

fn too_much() -> (String, Option<String>) {
    let message = "the file is nested too deeply or repeats too much to be a rule file";
    (message.to_owned(), Some("split it into several files".to_owned()))
}

fn not_yaml(message: &str, location: Option<Location>) -> (String, Option<String>) {
    let first_line = message.lines().next().unwrap_or_default();
    let reason = first_line.rsplit_once(" at line ").map_or(first_line, |(reason, _)| reason);
    if reason.contains("nest") || reason.contains("limit") {
        return too_much();
    }
    let place = location
        .map(|location| format!(" at line {}, column {}", location.line(), location.column()))
        .unwrap_or_default();
    (format!("this cannot be read as YAML{place}: {reason}"), Some(QUOTE.to_owned()))
}

/// The bytes at `location`; a place without an extent takes the rest of its line.
fn place(location: Location, text: &str) -> Span {
    let span = location.span();
    if let (Some(start), Some(length)) = (span.byte_offset(), span.byte_len()) {
        let (start, end) = (start as usize, (start + length) as usize);
        if length > 0 && text.get(start..end).is_some() {
            return Span::new(start, end);
        }
    }
    let line_number = (location.line() as usize).saturating_sub(1);
    let mut start = 0;
    let mut line = "";
    for candidate in text.split_inclusive('\n').take(line_number + 1) {
        start += line.len();
        line = candidate;
    }
    let column = (location.column() as usize).saturating_sub(1);
    let line = line.trim_end();
    let before = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    Span::new(start + before, start + line.len())
}
