//! Text as XML takes it: escaped, and without the characters that XML has no way to write.

/// The text between tags or quotation marks.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            // In an attribute these would be read as blanks.
            '\t' | '\n' | '\r' => safe.push_str(&format!("&#{};", u32::from(character))),
            _ if is_legal(character) => safe.push(character),
            _ => safe.push('\u{fffd}'),
        }
    }
    safe
}

/// The characters of XML 1.0.
fn is_legal(character: char) -> bool {
    matches!(character, '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_cannot_hold_is_replaced_and_its_marks_are_escaped() {
        assert_eq!(escaped("a & b < \"c\" > 'd'"), "a &amp; b &lt; &quot;c&quot; &gt; &apos;d&apos;");
        assert_eq!(
            escaped("a\u{0}\u{b}\u{1b}\u{fffe}é\u{1f600}"),
            "a\u{fffd}\u{fffd}\u{fffd}\u{fffd}é\u{1f600}"
        );
        assert_eq!(escaped("a\tb\r\n"), "a&#9;b&#13;&#10;");
    }
}
