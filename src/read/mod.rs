//! Bytes to [`Document`]: the format by the paper's name, the characters by the bytes themselves.
//! Every paper that cannot be read whole is refused with the reason and the next step; nothing is guessed in silence.

mod decode;
mod docx;
mod kinds;
mod markdown;
mod pdf;
mod text;

use sha2::{Digest, Sha256};

use crate::document::{Document, hexadecimal};
use crate::error::Error;

/// The most bytes that a paper may have; larger files are refused.
pub const LARGEST: u64 = 1 << 30;

/// How a paper is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Which view of tracked changes is read.
    pub revisions: Revisions,
}

/// A view of a paper with tracked changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Revisions {
    /// As if all were accepted.
    #[default]
    Final,
    /// As if all were rejected.
    Original,
}

/// Reads a paper as [`read_with`] does when nothing is asked for.
pub fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Document, Error> {
    read_with(name, bytes, Options::default())
}

/// Reads a paper: a Word paper if the bytes are a package, a PDF if they start as one, Markdown if `name` ends in `.md` or `.markdown`, else plain
/// text.
pub fn read_with(name: &str, bytes: impl Into<Vec<u8>>, options: Options) -> Result<Document, Error> {
    let bytes = bytes.into();
    if bytes.len() as u64 > LARGEST {
        return Err(unreadable(name, "it is larger than 1 GiB", "split it and check the parts"));
    }
    kinds::refuse(name, &bytes)?;
    let sha256 = hexadecimal(&Sha256::digest(&bytes));
    let mut document = if kinds::is_package(&bytes) {
        docx::document(name, bytes, options.revisions)?
    } else if kinds::is_pdf(&bytes) {
        pdf::document(name, bytes)?
    } else {
        characters(name, bytes)?
    };
    if document.text.trim().is_empty() && document.unread.is_empty() {
        return Err(Error::Empty { name: name.to_owned() });
    }
    document.sha256 = sha256;
    Ok(document)
}

/// A paper that is characters and nothing else.
fn characters(name: &str, bytes: Vec<u8>) -> Result<Document, Error> {
    let decoded = decode::decode(name, bytes)?;
    let cleaned = text::clean(decoded.text);
    let mut document =
        if is_markdown(name) { markdown::document(name, cleaned) } else { cleaned.into_document(name) };
    document.notes.splice(0..0, decoded.notes);
    Ok(document)
}

/// The name's ending says that the paper is Markdown.
fn is_markdown(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown")
}

fn unreadable(name: &str, what: &str, next: &str) -> Error {
    Error::Unreadable { name: name.to_owned(), what: what.to_owned(), next: next.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::error::Error;

    #[test]
    fn plain_text_is_left_as_it_is() {
        let source = "1. **The** `tag` &amp; [24]7\n   <sup>1</sup>\n";
        let document = read("a.txt", source.as_bytes()).unwrap();
        assert_eq!(document.text, source);
        assert!(document.notes.is_empty() && document.blocks.is_empty());
    }

    #[test]
    fn the_fingerprint_is_of_the_bytes_as_read() {
        let document = read("a.txt", b"abc").unwrap();
        assert_eq!(document.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn nothing_to_read_is_an_error() {
        for bytes in ["", " \r\n\t ", "\u{feff}", "\u{200b}\u{200b}\n"] {
            assert!(matches!(read("a.txt", bytes.as_bytes()), Err(Error::Empty { .. })), "{bytes:?}");
            assert!(matches!(read("a.md", bytes.as_bytes()), Err(Error::Empty { .. })), "{bytes:?}");
        }
    }

    #[test]
    fn invisible_characters_do_not_hide_words_and_positions_count_them() {
        for (name, marker) in [("a.txt", ""), ("a.md", "**")] {
            let source = format!("x\nthe {marker}da\u{200b}ta{marker} sent");
            let document = read(name, source.as_bytes()).unwrap();
            let at = document.text.find("data sent").unwrap();
            let width = marker.len();
            assert_eq!(document.position(at).column, 5 + width, "{name}");
            assert_eq!(document.position(at + 2).column, 8 + width, "{name}");
            assert_eq!(document.position(at + 5).column, 11 + 2 * width, "{name}");
            assert_eq!(document.position(at).line, 2);
            assert!(document.notes[0].starts_with("1 invisible character "), "{:?}", document.notes);
        }
    }
}
