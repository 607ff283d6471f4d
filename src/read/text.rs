//! Characters to text: line ends and blanks made one kind, characters that cannot be seen taken out.

use crate::document::{Document, Piece};

/// A text in which every character can be seen, and the way back to the source.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cleaned {
    pub(super) text: String,
    /// The source with its invisible characters; `None` where the text is the source.
    source: Option<String>,
    pieces: Vec<Piece>,
    counts: Counts,
}

/// How many characters were taken out or made blanks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) hidden: usize,
    pub(super) controls: usize,
}

/// What a character is to a reader.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// It stays.
    Seen,
    /// A carriage return: a line end.
    Return,
    /// A blank under another name.
    Blank,
    /// A control character, which becomes a blank.
    Control,
    /// It has no width, or only turns the direction of writing.
    Hidden,
}

/// What `character` is to a reader.
pub(super) fn sight(character: char) -> Sight {
    match character {
        '\n' | '\t' => Sight::Seen,
        '\r' => Sight::Return,
        '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sight::Blank,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => Sight::Hidden,
        _ if character.is_control() => Sight::Control,
        _ => Sight::Seen,
    }
}

/// The bytes with which a character that is not [`Sight::Seen`] can start.
const SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        suspect[byte] = byte != b'\n' as usize && byte != b'\t' as usize;
        byte += 1;
    }
    let starts = [0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xEF];
    let mut at = 0;
    while at < starts.len() {
        suspect[starts[at]] = true;
        at += 1;
    }
    suspect
};

/// Every character of `text` is [`Sight::Seen`].
pub(super) fn is_seen(text: &str) -> bool {
    next_unseen(text, 0).is_none()
}

/// The first character from byte `from` on that is not [`Sight::Seen`].
fn next_unseen(text: &str, from: usize) -> Option<(usize, char, Sight)> {
    let mut from = from;
    loop {
        from += next_suspect(&text.as_bytes()[from..])?;
        let character = text[from..].chars().next()?;
        match sight(character) {
            Sight::Seen => from += character.len_utf8(),
            unseen => return Some((from, character, unseen)),
        }
    }
}

/// Bytes to the first that [`SUSPECT`] holds; stretches of plain text are passed over together.
fn next_suspect(bytes: &[u8]) -> Option<usize> {
    let is_plain = |byte: &u8| (b' '..0x7F).contains(byte) || *byte == b'\n' || *byte == b'\t';
    let plain =
        bytes.chunks(64).take_while(|chunk| chunk.iter().fold(true, |all, byte| all & is_plain(byte)));
    let passed = (plain.count() * 64).min(bytes.len());
    bytes[passed..].iter().position(|byte| SUSPECT[usize::from(*byte)]).map(|at| passed + at)
}

/// Makes every line end `\n` and every odd blank a space, and takes out what cannot be seen.
pub(super) fn clean(decoded: String) -> Cleaned {
    let mut counts = Counts::default();
    let source = normalise(decoded, &mut counts);
    if counts.hidden == 0 {
        return Cleaned { text: source, source: None, pieces: Vec::new(), counts };
    }
    let mut text = String::with_capacity(source.len());
    let mut pieces = Vec::with_capacity(counts.hidden + 1);
    let mut from = 0;
    while let Some((at, character, _)) = next_unseen(&source, from) {
        push_run(&mut text, &mut pieces, &source[from..at], from);
        from = at + character.len_utf8();
    }
    push_run(&mut text, &mut pieces, &source[from..], from);
    Cleaned { text, source: Some(source), pieces, counts }
}

fn push_run(text: &mut String, pieces: &mut Vec<Piece>, run: &str, source: usize) {
    if !run.is_empty() {
        pieces.push(Piece { text: text.len(), source });
        text.push_str(run);
    }
}

/// One character for one, save that CRLF becomes one line end; hidden characters are counted and stay.
fn normalise(decoded: String, counts: &mut Counts) -> String {
    if next_unseen(&decoded, 0).is_none() {
        return decoded;
    }
    let mut source = String::with_capacity(decoded.len());
    let mut from = 0;
    while let Some((at, character, unseen)) = next_unseen(&decoded, from) {
        source.push_str(&decoded[from..at]);
        from = at + character.len_utf8();
        match unseen {
            Sight::Return if decoded.as_bytes().get(from) == Some(&b'\n') => {}
            Sight::Return => source.push('\n'),
            Sight::Hidden => {
                counts.hidden += 1;
                source.push(character);
            }
            Sight::Seen | Sight::Blank => source.push(' '),
            Sight::Control => {
                counts.controls += 1;
                source.push(' ');
            }
        }
    }
    source.push_str(&decoded[from..]);
    source
}

impl Cleaned {
    /// The text as a paper without mark-up.
    pub(super) fn into_document(self, name: &str) -> Document {
        let notes = notes(self.counts);
        let mut document = match self.source {
            None => Document::plain(name, self.text, String::new()),
            Some(source) => Document::marked_up(name, self.text, String::new(), &source, self.pieces),
        };
        document.notes = notes;
        document
    }

    /// A paper whose `text` was taken out of this one's, with `pieces` that lead there, and `counts` more taken out.
    pub(super) fn extract(self, name: &str, text: String, pieces: Vec<Piece>, counts: Counts) -> Document {
        let (source, pieces) = match self.source {
            None => (self.text, pieces),
            Some(source) => {
                let length = text.len();
                (source, through(&pieces, &self.pieces, length))
            }
        };
        let mut document = Document::marked_up(name, text, String::new(), &source, pieces);
        document.notes = notes(Counts {
            hidden: self.counts.hidden + counts.hidden,
            controls: self.counts.controls + counts.controls,
        });
        document
    }
}

/// Pieces that lead by way of `outer` to where `inner` leads.
fn through(outer: &[Piece], inner: &[Piece], length: usize) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(outer.len() + inner.len());
    for (index, piece) in outer.iter().enumerate() {
        let end = outer.get(index + 1).map_or(length, |next| next.text);
        let after = inner.partition_point(|other| other.text <= piece.source);
        let start = match after.checked_sub(1).map(|before| inner[before]) {
            Some(other) => other.source + (piece.source - other.text),
            None => piece.source,
        };
        pieces.push(Piece { text: piece.text, source: start });
        let inside = inner[after..].iter().take_while(|other| piece.text + (other.text - piece.source) < end);
        pieces.extend(
            inside
                .map(|other| Piece { text: piece.text + (other.text - piece.source), source: other.source }),
        );
    }
    pieces
}

/// What the owner of a paper should know of characters that were taken out or made blanks.
pub(super) fn notes(counts: Counts) -> Vec<String> {
    let told = |count: usize, what: &str, done: &str| {
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {what} character{plural} {done}"))
    };
    let hidden =
        told(counts.hidden, "invisible", "(without width, or turning the direction of writing) left out");
    hidden.into_iter().chain(told(counts.controls, "control", "(such as NUL) read as spaces")).collect()
}

#[cfg(test)]
mod tests {
    use super::{SUSPECT, Sight, clean, sight};

    #[test]
    fn line_ends_and_blanks_become_one_kind() {
        let cleaned = clean("a\r\nb\rc\u{b}d\u{c}e\u{85}f\u{2028}g\u{2029}h".to_owned());
        assert_eq!(cleaned.text, "a\nb\nc d e f g h");
        assert!(cleaned.into_document("a.txt").notes.is_empty());
    }

    #[test]
    fn positions_count_characters_whose_length_changed() {
        let document = clean("a\u{2028}\u{2028}b\r\nc".to_owned()).into_document("a.txt");
        assert_eq!(document.position(document.text.find('b').unwrap()).column, 4);
        let c = document.position(document.text.find('c').unwrap());
        assert_eq!((c.line, c.column), (2, 1));
    }

    #[test]
    fn controls_become_blanks_with_a_note() {
        let document = clean("da\0ta\u{1b}[2J\u{9b}x".to_owned()).into_document("a.txt");
        assert_eq!(document.text, "da ta [2J x");
        assert_eq!(document.notes, ["3 control characters (such as NUL) read as spaces"]);
    }

    #[test]
    fn hidden_characters_go_and_the_rest_keeps_its_place() {
        let document = clean("\u{202e}a\u{ad}\u{200d}b\n\u{2066}\u{feff}é\u{200b}c\u{200e}".to_owned())
            .into_document("a");
        assert_eq!(document.text, "ab\néc");
        let places: Vec<_> = document.text.char_indices().map(|(at, _)| document.position(at)).collect();
        let places: Vec<_> = places.iter().map(|place| (place.line, place.column)).collect();
        assert_eq!(places, [(1, 2), (1, 5), (1, 6), (2, 3), (2, 5)]);
        assert!(document.notes[0].starts_with("7 invisible characters "), "{:?}", document.notes);
    }

    #[test]
    fn every_unseen_character_starts_with_a_suspect_byte() {
        for character in '\0'..=char::MAX {
            let start = character.to_string().into_bytes()[0];
            assert!(sight(character) == Sight::Seen || SUSPECT[usize::from(start)], "{character:?}");
        }
    }
}
