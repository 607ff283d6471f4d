//! The mark by which the comments of this program are known again: the findings that each tells of, by fingerprint.

use crate::ooxml::Remark;

/// Who comments are by, if nobody else is named.
pub const AUTHOR: &str = "Particulars";

/// The letters that stand beside every comment of this program.
pub const INITIALS: &str = "PT";

/// The first word of every mark.
const LEAD: &str = "particulars";

/// Hexadecimal digits of a fingerprint.
const DIGITS: usize = 16;

/// Hexadecimal digits of what a comment's words come to.
const SUM_DIGITS: usize = 8;

/// The last line of a comment: whom it is by, which findings it tells of, and what its words come to. A comment that a person
/// writes under the same name has none, one into which a person copied it has another author, and one that a person wrote
/// into has other words: all three are the person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Whom the comment is by.
    pub author: String,
    /// The fingerprints of its findings; there is at least one.
    pub fingerprints: Vec<String>,
    /// Eight hexadecimal digits that stay the same while the comment's words do; empty if they are lost.
    pub sum: String,
}

impl Mark {
    /// The mark of a comment by `author` that says `lines`.
    pub fn new(author: &str, fingerprints: Vec<String>, lines: &[String]) -> Self {
        Self { author: author.to_owned(), fingerprints, sum: sum(lines) }
    }

    /// `particulars 1a2b3c4d5e6f7788 =0f3a9c21`; with another author `particulars for Jane Doe 1a2b3c4d5e6f7788 =0f3a9c21`.
    pub fn printed(&self) -> String {
        let whom = if self.author == AUTHOR { String::new() } else { format!(" for {}", self.author) };
        format!("{LEAD}{whom} {} ={}", self.fingerprints.join(" "), self.sum)
    }

    /// The mark of a comment that this program wrote and nobody changed; `None` for anybody else's.
    pub fn of(remark: &Remark) -> Option<Self> {
        let (last, lines) = remark.paragraphs.split_last()?;
        let mark = Self::read(last)?;
        let is_ours = remark.initials == INITIALS && remark.author == mark.author && sum(lines) == mark.sum;
        is_ours.then_some(mark)
    }

    /// The mark that a line is.
    pub fn read(line: &str) -> Option<Self> {
        let mut rest = line.trim().strip_prefix(LEAD)?;
        let mut found = String::new();
        if let Some((before, last)) = rest.rsplit_once(" =").filter(|(_, last)| is_number(last, SUM_DIGITS)) {
            (rest, found) = (before, last.to_owned());
        }
        let mut fingerprints = Vec::new();
        while let Some((before, last)) = rest.rsplit_once(' ').filter(|(_, last)| is_number(last, DIGITS)) {
            fingerprints.push(last.to_owned());
            rest = before;
        }
        fingerprints.reverse();
        let author = if rest.is_empty() { AUTHOR } else { rest.strip_prefix(" for ")? };
        (!fingerprints.is_empty()).then(|| Self { author: author.to_owned(), fingerprints, sum: found })
    }
}

/// What the words come to, whatever blanks and line ends part them (FNV-1a).
fn sum(lines: &[String]) -> String {
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    let bytes = words.flat_map(|word| word.bytes().chain([b' ']));
    let sum = bytes.fold(0x811C_9DC5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{sum:08x}")
}

fn is_number(word: &str, digits: usize) -> bool {
    word.len() == digits && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn marks_are_read_as_they_are_printed() {
        for author in ["Particulars", "Jane Q. Doe", "for 1a2b3c4d5e6f7788 x"] {
            let fingerprints = vec!["1a2b3c4d5e6f7788".to_owned(), "0000000000000000".to_owned()];
            let mark = Mark::new(author, fingerprints, &["words".to_owned()]);
            assert_eq!(Mark::read(&mark.printed()).unwrap(), mark);
        }
        let mark = Mark::read(" particulars 1a2b3c4d5e6f7788 =0f3a9c21 ").unwrap();
        assert_eq!(mark.printed(), "particulars 1a2b3c4d5e6f7788 =0f3a9c21");
        for line in [
            "particulars",
            "particulars 1a2b",
            "particulars =0f3a9c21",
            "the particulars 1a2b3c4d5e6f7788",
            "particulars x 1a2b3c4d5e6f7788",
        ] {
            assert_eq!(Mark::read(line), None, "{line}");
        }
    }
}
