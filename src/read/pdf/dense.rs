//! A look at a file's own bytes before it is opened: tables of objects that would unpack to more than memory holds.

use super::stream::length;

/// The most bytes that all tables of objects may unpack to.
const MOST: usize = 256 << 20;
/// The most bytes of one that cannot be looked into, as it is encrypted or packed twice.
const MOST_HIDDEN: usize = 1 << 20;
/// How far before its bytes a stream's own description can start.
const REACH: usize = 1024;
/// Bytes that unpack to little, whatever they hold.
const SMALL: usize = 4096;

/// The file's tables of objects unpack to more than a paper's do.
pub(super) fn is_dense(bytes: &[u8]) -> bool {
    let is_encrypted = memchr::memmem::find(bytes, b"/Encrypt").is_some();
    let (mut total, mut hidden) = (0, 0);
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let about = about(&bytes[at.saturating_sub(REACH)..at]);
        if !is_table(about) {
            continue;
        }
        let packed = packed(&bytes[at + b"stream".len()..]);
        if packed.len() <= SMALL {
            continue;
        }
        let is_hidden = is_encrypted || packings(about) > 1 || holds(about, b"LZW");
        hidden += if is_hidden { packed.len() } else { 0 };
        total += if is_hidden { 0 } else { length(packed, MOST).unwrap_or(MOST + 1) };
        if total > MOST || hidden > MOST_HIDDEN {
            return true;
        }
    }
    false
}

/// What stands before a stream, from the start of its own object on.
fn about(before: &[u8]) -> &[u8] {
    memchr::memmem::rfind(before, b" obj").map_or(before, |at| &before[at..])
}

/// The object may be one that other objects are read out of; a name may be written in numbers.
fn is_table(about: &[u8]) -> bool {
    holds(about, b"ObjStm") || holds(about, b"XRef") || memchr::memchr(b'#', about).is_some()
}

fn packings(about: &[u8]) -> usize {
    memchr::memmem::find_iter(about, b"Decode").count()
        - memchr::memmem::find_iter(about, b"DecodeParms").count()
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    memchr::memmem::find(bytes, word).is_some()
}

/// The bytes of a stream that starts here.
fn packed(rest: &[u8]) -> &[u8] {
    let start = rest.iter().take(2).take_while(|byte| byte.is_ascii_whitespace()).count();
    let end = memchr::memmem::find(rest, b"endstream").unwrap_or(rest.len());
    rest.get(start..end).unwrap_or_default()
}
