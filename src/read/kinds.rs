//! Kinds of file that are known and are not text, each refused by what it is.

use super::unreadable;
use crate::error::Error;

const SAVE_AS_TEXT: &str = "save it as plain text (.txt) and check that file";

/// First bytes, what the file is, and what to do.
const KINDS: &[(&[u8], &str, &str)] = &[
    (
        b"{\\rtf",
        "it is an RTF document, which is not read",
        "save it as plain text (.txt) and check that file",
    ),
    (
        b"\xD0\xCF\x11\xE0",
        "it is an old Word document (.doc) or a protected one, which is not read",
        "open it in Word, save it as plain text (.txt) and check that file",
    ),
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
    if start.starts_with(b"%PDF-") {
        return Err(unreadable(name, "it is a PDF, which this release does not read", SAVE_AS_TEXT));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(zip(name, bytes));
    }
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

fn zip(name: &str, bytes: &[u8]) -> Error {
    let beginning = &bytes[..bytes.len().min(8192)];
    let holds = |part: &[u8]| beginning.windows(part.len()).any(|window| window == part);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ending.eq_ignore_ascii_case("docx") || holds(b"word/") {
        return unreadable(
            name,
            "it is a Word document (.docx), which this release does not read",
            SAVE_AS_TEXT,
        );
    }
    if holds(b"[Content_Types].xml") || holds(b"mimetypeapplication/") {
        return unreadable(name, "it is an office document, which is not read", SAVE_AS_TEXT);
    }
    unreadable(name, "it is a zip archive", UNPACK)
}

#[cfg(test)]
mod tests {
    use super::refuse;

    #[test]
    fn known_kinds_are_named_with_the_next_step() {
        let cases: [(&[u8], &str); 8] = [
            (b"%PDF-1.7\n%\xE2\xE3", "PDF"),
            (b"\xEF\xBB\xBF %PDF-1.4", "PDF"),
            (b"PK\x03\x04....word/document.xml", ".docx"),
            (b"PK\x03\x04....a.txt", "zip"),
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
    fn words_that_begin_like_a_kind_are_text() {
        for text in ["GIF87a is the format", "BZh", "PK", "%PDF", "II. Objections"] {
            assert!(refuse("a.txt", text.as_bytes()).is_ok(), "{text}");
        }
    }
}
