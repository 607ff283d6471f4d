//! Kinds of file that are known and are not text, each refused by what it is.

use super::unreadable;
use crate::error::Error;

/// First bytes, what the file is, and what to do.
const KINDS: &[(&[u8], &str, &str)] = &[
    (
        b"{\\rtf",
        "it is an RTF document, which is not read",
        "save it as plain text (.txt) and check that file",
    ),
    (b"PK\x05\x06", "it is an empty zip archive", "name a paper"),
    (b"\x89PNG", IMAGE, RECOGNISE),
    (b"\xFF\xD8\xFF", IMAGE, RECOGNISE),
    (b"GIF8", IMAGE, RECOGNISE),
    (b"II*\0", IMAGE, RECOGNISE),
    (b"MM\0*", IMAGE, RECOGNISE),
    (b"\x1F\x8B", PACKED, UNPACK),
    (b"7z\xBC\xAF", PACKED, UNPACK),
    (b"Rar!\x1A", PACKED, UNPACK),
    (b"\xFD7zXZ\0", PACKED, UNPACK),
    (b"BZh", PACKED, UNPACK),
    (b"\x7FELF", "it is a program", "name a paper"),
];

const IMAGE: &str = "it is an image, which is not read";
const RECOGNISE: &str =
    "run text recognition on it, save the result as plain text (.txt) and check that file";
const PACKED: &str = "it is a compressed file";
const UNPACK: &str = "unpack it and check the papers in it";

/// An error if the first bytes are those of a known kind that is not text.
pub(super) fn refuse(name: &str, bytes: &[u8]) -> Result<(), Error> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if is_pdf(bytes) {
        return Ok(());
    }
    if start.starts_with(COMPOUND) {
        return Err(compound(name, bytes));
    }
    if is_package(bytes) {
        return if is_open_document(bytes) { Err(open_document(name)) } else { Ok(()) };
    }
    named_word(name)?;
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Err(unreadable(name, "it is UTF-32 text, which is not read", "save it as UTF-8 text"));
    }
    match KINDS.iter().find(|(first, _, _)| start.starts_with(first) && is_that_kind(first, start)) {
        Some((_, what, next)) => Err(unreadable(name, what, next)),
        None => Ok(()),
    }
}

/// A few first bytes are letters too: they only count before a byte that text does not hold.
fn is_that_kind(first: &[u8], bytes: &[u8]) -> bool {
    let is_lettered = first == b"GIF8" || first == b"BZh";
    !is_lettered || bytes.iter().take(64).any(|byte| *byte < b'\t' || *byte >= 0x80)
}

/// The first bytes of a compound file, which old and protected Office documents are.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

fn compound(name: &str, bytes: &[u8]) -> Error {
    let holds = |stream: &str| {
        let stream: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &stream).is_some()
    };
    if holds("EncryptedPackage") {
        let what = "it is a document that is protected with a password, which is not read";
        return unreadable(
            name,
            what,
            "open it in Word, save it as .docx without a password and check that file",
        );
    }
    let what = "it is an old Word document (.doc) or another old Office file, which is not read";
    unreadable(name, what, "open it in Word, save it as .docx and check that file")
}

/// The bytes are a zip archive, as a Word document is.
pub(super) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The bytes start as a PDF does; what mail programs and servers put before that is passed over.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    let Some(at) = memchr::memmem::find(start, b"%PDF-") else { return false };
    let is_first = bytes[..at].strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes[..at]).trim_ascii().is_empty();
    // A text may speak of the mark; a file that has it later on is a PDF only if it has the parts of one.
    is_first
        || memchr::memmem::find(bytes, b"endobj").is_some()
            && memchr::memmem::find(bytes, b"startxref").is_some()
}

fn is_open_document(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(8192)], b"mimetypeapplication/").is_some()
}

fn open_document(name: &str) -> Error {
    unreadable(
        name,
        "it is an OpenDocument file or an e-book, which is not read",
        "save it as a Word document (.docx) or as plain text (.txt) and check that file",
    )
}

/// An error if the name says that the paper is a Word document: its bytes are none.
fn named_word(name: &str) -> Result<(), Error> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    if !["docx", "docm", "dotx", "dotm"].iter().any(|word| ending.eq_ignore_ascii_case(word)) {
        return Ok(());
    }
    if file.starts_with("~$") {
        let what = "it is the lock file that Word keeps beside an open paper, not the paper";
        return Err(unreadable(name, what, "name the paper itself, without \"~$\""));
    }
    let what = "it is named like a Word document, but it is not one";
    Err(unreadable(name, what, "save it in Word as .docx, or rename it to .txt if it is plain text"))
}

#[cfg(test)]
mod tests {
    use super::{is_pdf, refuse};

    #[test]
    fn known_kinds_are_named_with_the_next_step() {
        let cases: [(&[u8], &str); 7] = [
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
            (b"PK\x05\x06....", "zip"),
            (b"\xD0\xCF\x11\xE0....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "password"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", ".doc"),
            (b"{\\rtf1\\ansi", "RTF"),
            (b"\x89PNG\r\n", "image"),
            (b"\x1F\x8B\x08", "compressed"),
        ];
        for (bytes, kind) in cases {
            let message = refuse("Answer", bytes).unwrap_err().to_string();
            assert!(message.starts_with("Answer: it is ") && message.contains(kind), "{message}");
            assert!(message.contains("; "), "{message}");
        }
    }

    #[test]
    fn pdfs_are_known_by_their_first_bytes() {
        for bytes in
            [&b"%PDF-1.7\n"[..], b"\xEF\xBB\xBF %PDF-1.4", b"HTTP/1.1\n%PDF-1.4 1 0 obj endobj startxref"]
        {
            assert!(is_pdf(bytes) && refuse("a.pdf", bytes).is_ok());
        }
        assert!(!is_pdf(b"The mark %PDF-1.4 opens each file.") && !is_pdf(b"%PDF"));
    }

    #[test]
    fn names_of_word_papers_bind() {
        for (name, kind) in [("a/~$answer.docx", "lock file"), ("answer.DOCM", "named like")] {
            let message = refuse(name, b"\x05Smith").unwrap_err().to_string();
            assert!(message.starts_with(name) && message.contains(kind), "{message}");
        }
        assert!(refuse("answer.docx", b"PK\x03\x04....word/document.xml").is_ok());
    }

    #[test]
    fn words_that_begin_like_a_kind_are_text() {
        for text in ["GIF87a is the format", "BZh", "PK", "%PDF", "II. Objections"] {
            assert!(refuse("a.txt", text.as_bytes()).is_ok(), "{text}");
        }
    }
}
