//! The bytes of a part to characters: UTF-8 or UTF-16 by the mark, or the encoding that the part declares.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Fault;

/// The characters of the part named `part`, without a byte-order mark.
pub fn decode(part: &str, bytes: Vec<u8>) -> Result<String, Fault> {
    let (encoding, mark) = match &*bytes {
        [0xEF, 0xBB, 0xBF, ..] => (UTF_8, 3),
        [0xFF, 0xFE, ..] => (UTF_16LE, 2),
        [0xFE, 0xFF, ..] => (UTF_16BE, 2),
        [b'<', 0, ..] => (UTF_16LE, 0),
        [0, b'<', ..] => (UTF_16BE, 0),
        _ => (declared(&bytes).unwrap_or(UTF_8), 0),
    };
    let damaged =
        || Fault::damaged(format!("it is a damaged Word document: the characters of its part {part} are"));
    let text = if encoding == UTF_8 && mark == 0 {
        String::from_utf8(bytes).ok()
    } else {
        encoding
            .decode_without_bom_handling_and_without_replacement(&bytes[mark..])
            .map(std::borrow::Cow::into_owned)
    };
    text.ok_or_else(|| Fault { what: format!("{} not {}", damaged().what, encoding.name()), ..damaged() })
}

/// The characters `text` as bytes, in the encoding in which `before` holds the part; characters that it lacks become
/// references.
pub fn encode(text: &str, before: &[u8]) -> Vec<u8> {
    let wide = |mark: &[u8], bytes_of: fn(u16) -> [u8; 2]| {
        mark.iter().copied().chain(text.encode_utf16().flat_map(bytes_of)).collect()
    };
    match before {
        [0xEF, 0xBB, 0xBF, ..] => [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
        [0xFF, 0xFE, ..] => wide(&[0xFF, 0xFE], u16::to_le_bytes),
        [0xFE, 0xFF, ..] => wide(&[0xFE, 0xFF], u16::to_be_bytes),
        [b'<', 0, ..] => wide(&[], u16::to_le_bytes),
        [0, b'<', ..] => wide(&[], u16::to_be_bytes),
        _ => declared(before).unwrap_or(UTF_8).encode(text).0.into_owned(),
    }
}

/// The encoding that the XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(200)];
    let declaration = start.strip_prefix(b"<?xml")?;
    let end = declaration.iter().position(|byte| *byte == b'>')?;
    let declaration = str::from_utf8(&declaration[..end]).ok()?;
    let (_, rest) = declaration.split_once("encoding")?;
    let name = rest.split(['"', '\'']).nth(1)?;
    Encoding::for_label(name.as_bytes()).filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn marks_and_declarations_tell_the_encoding() {
        let xml = "<?xml version='1.0' encoding='UTF-16'?><a>é—</a>";
        let wide = |bytes_of: fn(u16) -> [u8; 2], mark: &str| {
            format!("{mark}{xml}").encode_utf16().flat_map(bytes_of).collect::<Vec<u8>>()
        };
        for bytes in [
            wide(u16::to_le_bytes, "\u{feff}"),
            wide(u16::to_be_bytes, "\u{feff}"),
            wide(u16::to_le_bytes, ""),
            wide(u16::to_be_bytes, ""),
        ] {
            assert_eq!(encode(xml, &bytes), bytes);
            assert_eq!(decode("a.xml", bytes).unwrap(), xml);
        }
        assert_eq!(decode("a.xml", b"\xEF\xBB\xBF<a/>".to_vec()).unwrap(), "<a/>");
        let old = b"<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\x92</a>".to_vec();
        let words = decode("a.xml", old.clone()).unwrap();
        assert_eq!(encode(&words, &old), old);
        assert!(decode("a.xml", old).unwrap().contains('\u{2019}'));
    }

    #[test]
    fn damaged_characters_are_a_fault() {
        let fault = decode("word/document.xml", b"<a>\xFF</a>".to_vec()).unwrap_err();
        assert!(fault.what.ends_with("its part word/document.xml are not UTF-8"), "{}", fault.what);
    }
}
