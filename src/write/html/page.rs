//! The page as it grows: mark-up as it stands, words escaped, and characters that are not seen made visible.

/// A page, or a part of one.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// Adds mark-up.
    pub fn put(&mut self, markup: &str) -> &mut Self {
        self.text.push_str(markup);
        self
    }

    /// Adds a number.
    pub fn number(&mut self, number: usize) -> &mut Self {
        self.text.push_str(&number.to_string());
        self
    }

    /// Adds words for an element; what cannot be seen in them stands as its code in an element of its own.
    pub fn words(&mut self, words: &str) -> &mut Self {
        self.escape(words, "<span class=\"unseen\">", "</span>")
    }

    /// Adds words for the value of an attribute.
    pub fn value(&mut self, words: &str) -> &mut Self {
        self.escape(words, "[", "]")
    }

    /// What was added since the last time.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn escape(&mut self, words: &str, before: &str, after: &str) -> &mut Self {
        let mut rest = words;
        while let Some((at, character)) = rest.char_indices().find(|(_, character)| stands_out(*character)) {
            self.text.push_str(&rest[..at]);
            if let Some(entity) = entity(character) {
                self.text.push_str(entity);
            } else {
                self.text.push_str(before);
                self.text.push_str(&format!("U+{:04X}", u32::from(character)));
                self.text.push_str(after);
            }
            rest = &rest[at + character.len_utf8()..];
        }
        self.text.push_str(rest);
        self
    }
}

/// It cannot stand in a page as it is.
fn stands_out(character: char) -> bool {
    match character {
        ' '..='~' => entity(character).is_some(),
        '\n' | '\t' => false,
        _ => is_unseen(character),
    }
}

fn entity(character: char) -> Option<&'static str> {
    match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    }
}

/// It steers the reader's eye or a program and shows nothing: controls, turns of direction, blanks without width, fillers,
/// tags and numbers that are no characters.
fn is_unseen(character: char) -> bool {
    let code = u32::from(character);
    character.is_control()
        || code & 0xfffe == 0xfffe
        || matches!(code,
            0x34f | 0x61c | 0x115f | 0x1160 | 0x180e | 0x200b | 0x200e | 0x200f | 0x2028..=0x202e | 0x2060..=0x206f
            | 0x3164 | 0xfdd0..=0xfdef | 0xfeff | 0xffa0 | 0xfff9..=0xfffb | 0xe0000..=0xe007f)
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn words_stay_words() {
        let mut page = Page::default();
        page.words("<script>alert('1' & \"2\")</script>\n\té");
        let expected = "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;\n\té";
        assert_eq!(page.take(), expected);
    }

    #[test]
    fn what_is_not_seen_is_shown() {
        let mut page = Page::default();
        page.words("a\u{202e}b\0c\u{feff}").put("|").value("\u{200f}\"\r");
        let unseen = |code: &str| format!("<span class=\"unseen\">U+{code}</span>");
        let expected =
            format!("a{}b{}c{}|[U+200F]&quot;[U+000D]", unseen("202E"), unseen("0000"), unseen("FEFF"));
        assert_eq!(page.take(), expected);
    }
}
