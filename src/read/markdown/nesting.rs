//! How deep lists and quotations nest, told from the lines alone: no parser's time may grow with the depth.

/// The deepest nesting that is read as Markdown.
pub(super) const DEEPEST: usize = 100;

/// Some line opens more than [`DEEPEST`] lists and quotations.
pub(super) fn is_too_deep(source: &str) -> bool {
    source.split('\n').any(|line| depth(line.as_bytes()) > DEEPEST && !is_rule(line))
}

/// The most blocks that can be open at the last marker that starts the line: each costs a marker or two columns.
fn depth(line: &[u8]) -> usize {
    let (mut at, mut markers, mut columns, mut deepest) = (0, 0, 0, 0);
    while let Some(byte) = line.get(at) {
        let length = match byte {
            b' ' | b'\t' => {
                columns += if *byte == b'\t' { 4 } else { 1 };
                at += 1;
                continue;
            }
            b'>' => 1,
            _ => list_marker(&line[at..]),
        };
        if length == 0 {
            break;
        }
        at += length;
        markers += 1;
        deepest = markers + columns / 2;
    }
    deepest
}

/// The length of the list marker that `rest` starts with; 0 if there is none.
fn list_marker(rest: &[u8]) -> usize {
    let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let is_marker = match rest.get(digits) {
        Some(b'-' | b'+' | b'*') => digits == 0,
        Some(b'.' | b')') => digits > 0,
        _ => false,
    };
    let is_followed = matches!(rest.get(digits + 1), None | Some(b' ' | b'\t'));
    if is_marker && is_followed { digits + 1 } else { 0 }
}

/// A row of one mark is a rule across the page and nests nothing.
fn is_rule(line: &str) -> bool {
    let mut marks = line.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let first = marks.next();
    matches!(first, Some(b'-' | b'*')) && marks.all(|mark| Some(mark) == first)
}

#[cfg(test)]
mod tests {
    use super::{depth, is_too_deep};

    #[test]
    fn markers_and_columns_count() {
        assert_eq!(depth(b"a - b"), 0);
        assert_eq!(depth(b"> > - 1. a"), 4 + 1);
        assert_eq!(depth(b"-a"), 0);
        assert_eq!(depth(b"2019. The"), 1);
    }

    #[test]
    fn rules_and_long_blanks_are_not_deep() {
        assert!(!is_too_deep(&"* ".repeat(500)));
        assert!(!is_too_deep(&" ".repeat(5000)));
        assert!(!is_too_deep(&"-".repeat(5000)));
        assert!(is_too_deep(&"> ".repeat(101)));
        assert!(is_too_deep(&format!("{}a", "1. ".repeat(101))));
    }
}
