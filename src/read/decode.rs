//! Bytes to characters: UTF-8, UTF-16 or Windows-1252, and a refusal where the result would be debris.

use encoding_rs::WINDOWS_1252;

use super::unreadable;
use crate::error::Error;

/// The characters of a paper, and what its owner should know of how they were read.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) notes: Vec<String>,
}

const SAVE_AS_UTF_8: &str = "save it as UTF-8 text and check that file";

/// The characters that `bytes` stand for, without a byte-order mark.
pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<Decoded, Error> {
    let decoded = match &*bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => marked_utf8(name, rest)?,
        [0xFF, 0xFE, rest @ ..] => from_utf16(name, rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => from_utf16(name, rest, u16::from_be_bytes)?,
        _ => match zeros(&bytes) {
            Zeros::AtOdd => from_utf16(name, &bytes, u16::from_le_bytes)?,
            Zeros::AtEven => from_utf16(name, &bytes, u16::from_be_bytes)?,
            Zeros::Elsewhere => unmarked(name, bytes)?,
        },
    };
    if is_binary(decoded.text.as_bytes()) {
        return Err(not_text(name));
    }
    Ok(decoded)
}

fn not_text(name: &str) -> Error {
    unreadable(name, "it is not text", "save the paper as plain text (.txt) and check that file")
}

/// More than one character in ten is a control character.
fn is_binary(bytes: &[u8]) -> bool {
    // Counted in short chunks, so that the counts fit a byte and many bytes are looked at together.
    let in_chunk = |chunk: &[u8]| chunk.iter().map(|byte| u8::from(is_control(*byte))).sum::<u8>();
    let controls: usize = bytes.chunks(128).map(|chunk| usize::from(in_chunk(chunk))).sum();
    controls > 3 && controls * 10 > bytes.len()
}

fn is_control(byte: u8) -> bool {
    byte < b' ' && !(b'\t'..=b'\r').contains(&byte) || byte == 0x7F
}

/// Where the zero bytes stand: text of the Latin alphabet in UTF-16 has one in nearly every pair.
enum Zeros {
    AtOdd,
    AtEven,
    Elsewhere,
}

fn zeros(bytes: &[u8]) -> Zeros {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let count = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (count(0), count(1), sample.len() / 2);
    let most = |zeros: usize| zeros > 0 && zeros * 10 > pairs * 4;
    let few = |zeros: usize| zeros * 20 <= pairs;
    match () {
        () if most(odd) && few(even) => Zeros::AtOdd,
        () if most(even) && few(odd) => Zeros::AtEven,
        () => Zeros::Elsewhere,
    }
}

fn from_utf16(name: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Decoded, Error> {
    let damaged = |what: &str| unreadable(name, what, SAVE_AS_UTF_8);
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(damaged("it is UTF-16 text that breaks off in the middle of a character"));
    }
    let mut text = String::with_capacity(bytes.len());
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let Ok(character) = character else {
            let line = text.matches('\n').count() + 1;
            return Err(damaged(&format!("it is damaged UTF-16 text: line {line} holds half a character")));
        };
        text.push(character);
    }
    Ok(Decoded { text, notes: Vec::new() })
}

/// UTF-8 after its mark of three bytes.
fn marked_utf8(name: &str, bytes: &[u8]) -> Result<Decoded, Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), notes: Vec::new() }),
        Err(error) => Err(damaged_utf8(name, bytes, error.valid_up_to(), 3)),
    }
}

/// UTF-8, which stays where it is; or else Windows-1252.
fn unmarked(name: &str, bytes: Vec<u8>) -> Result<Decoded, Error> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, notes: Vec::new() }),
        Err(error) => from_windows_1252(name, error.as_bytes(), error.utf8_error().valid_up_to()),
    }
}

fn damaged_utf8(name: &str, bytes: &[u8], at: usize, skipped: usize) -> Error {
    let what = format!("it is damaged UTF-8 text: {} is not UTF-8", place(bytes, at, skipped));
    unreadable(name, &what, SAVE_AS_UTF_8)
}

/// `byte 17 (line 2)`, the byte counted from 0 in the file.
fn place(bytes: &[u8], at: usize, skipped: usize) -> String {
    let line = bytes[..at].split(|byte| *byte == b'\n').count();
    format!("byte {} (line {line})", at + skipped)
}

/// The bytes that Windows-1252 does not define.
const UNDEFINED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

fn from_windows_1252(name: &str, bytes: &[u8], first_bad: usize) -> Result<Decoded, Error> {
    if mostly_utf8(bytes) {
        return Err(damaged_utf8(name, bytes, first_bad, 0));
    }
    // Counted in short chunks, so that the counts fit a byte and many bytes are looked at together.
    let in_chunk = |chunk: &[u8]| chunk.iter().map(|byte| u8::from(is_control(*byte))).sum::<u8>();
    let controls: usize = bytes.chunks(128).map(|chunk| usize::from(in_chunk(chunk))).sum();
    if bytes.contains(&0) || controls * 100 > bytes.len() {
        return Err(not_text(name));
    }
    if let Some(at) = bytes.iter().position(|byte| UNDEFINED.contains(byte)) {
        let what = format!("it is neither UTF-8 nor Windows-1252 text: see {}", place(bytes, at, 0));
        return Err(unreadable(name, &what, SAVE_AS_UTF_8));
    }
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if high * 10 > bytes.len() * 3 {
        let place = place(bytes, first_bad, 0);
        let what = format!("it is in an encoding that cannot be told, from {place} on");
        return Err(unreadable(name, &what, SAVE_AS_UTF_8));
    }
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    Ok(Decoded { text, notes: vec!["read as Windows-1252: it is not UTF-8".to_owned()] })
}

/// At least as many bytes pair up to UTF-8 characters as do not: chance pairs in Windows-1252 text are rare.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 0 && whole >= broken
}

#[cfg(test)]
mod tests {
    use super::{Decoded, decode};

    fn text(bytes: &[u8]) -> String {
        decode("a.txt", bytes.to_vec()).map(|Decoded { text, .. }| text).unwrap()
    }

    fn refusal(bytes: &[u8]) -> String {
        decode("a.txt", bytes.to_vec()).err().map(|error| error.to_string()).unwrap()
    }

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let words = "The tag’s data — 𝄞\r\n";
        for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(text(&utf16(words, bytes_of)), words);
            assert_eq!(text(&utf16(&format!("\u{feff}{words}"), bytes_of)), words);
        }
    }

    #[test]
    fn damaged_utf16_is_refused() {
        let mut bytes = utf16("\u{feff}one\ntwo", u16::to_le_bytes);
        bytes.extend([0x00, 0xD8]);
        assert!(refusal(&bytes).contains("line 2"));
        bytes.push(0);
        assert!(refusal(&bytes).contains("breaks off"));
    }

    #[test]
    fn windows_1252_is_read_with_a_note() {
        let decoded = decode("a.txt", b"LivePerson\x92s \x93tag\x94 \x97 caf\xE9".to_vec()).unwrap();
        assert_eq!(decoded.text, "LivePerson’s “tag” — café");
        assert_eq!(decoded.notes, ["read as Windows-1252: it is not UTF-8"]);
    }

    #[test]
    fn debris_is_refused_with_its_place() {
        assert!(refusal(b"one\ntwo \x81 \x92").contains("byte 8 (line 2)"));
        assert!(refusal("a\n“tag” ’s \u{2014}".as_bytes().split_last().unwrap().1).contains("damaged UTF-8"));
        assert!(refusal(b"\xEF\xBB\xBFab\n\xFF").contains("byte 6 (line 2)"));
        assert!(refusal(&[0xCF; 40]).contains("encoding"));
    }

    #[test]
    fn binary_is_refused_and_a_stray_nul_is_not() {
        assert!(refusal(b"\x01\x02\x03\x04abcdefgh\x05").contains("not text"));
        assert!(refusal(b"abc\0\xFFdef\0\0\0").contains("not text"));
        assert_eq!(text(b"the data\0and the tag"), "the data\0and the tag");
    }
}
