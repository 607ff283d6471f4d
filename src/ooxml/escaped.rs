//! Words as the parts of a package hold them.

/// The words with mark-up escaped and without the characters that XML does not allow; a tab or a line feed is a blank, since
/// in the value of an attribute it would be read as one.
pub fn escaped(words: &str) -> String {
    let mut xml = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' => xml.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => xml.push(character),
        }
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn mark_up_is_escaped_and_what_xml_forbids_left_out() {
        assert_eq!(
            escaped("a<b> & \"c\"\td\r\n\u{0}\u{b}\u{85}\u{fffe}é\u{1f600}"),
            "a&lt;b&gt; &amp; &quot;c&quot; d é\u{1f600}"
        );
    }
}
