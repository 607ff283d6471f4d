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

/// The last line of a comment: whom it is by, and which findings it tells of. A comment that a person writes under the
/// same name has none, and one into which a person copied it has another author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Whom the comment is by.
    pub author: String,
    /// The fingerprints of its findings; there is at least one.
    pub fingerprints: Vec<String>,
}

impl Mark {
    /// `particulars 1a2b3c4d5e6f7788`; with another author `particulars for Jane Doe 1a2b3c4d5e6f7788`.
    pub fn printed(&self) -> String {
        let whom = if self.author == AUTHOR { String::new() } else { format!(" for {}", self.author) };
        format!("{LEAD}{whom} {}", self.fingerprints.join(" "))
    }

    /// The mark of a comment that this program wrote; `None` for anybody else's.
    pub fn of(remark: &Remark) -> Option<Self> {
        let mark = Self::read(remark.paragraphs.last()?)?;
        (remark.initials == INITIALS && remark.author == mark.author).then_some(mark)
    }

    /// The mark that a line is.
    pub fn read(line: &str) -> Option<Self> {
        let mut rest = line.trim().strip_prefix(LEAD)?;
        let mut fingerprints = Vec::new();
        while let Some((before, last)) = rest.rsplit_once(' ').filter(|(_, last)| is_fingerprint(last)) {
            fingerprints.push(last.to_owned());
            rest = before;
        }
        fingerprints.reverse();
        let author = if rest.is_empty() { AUTHOR } else { rest.strip_prefix(" for ")? };
        (!fingerprints.is_empty()).then(|| Self { author: author.to_owned(), fingerprints })
    }
}

fn is_fingerprint(word: &str) -> bool {
    word.len() == DIGITS && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn marks_are_read_as_they_are_printed() {
        for author in ["Particulars", "Jane Q. Doe", "for 1a2b3c4d5e6f7788 x"] {
            let fingerprints = vec!["1a2b3c4d5e6f7788".to_owned(), "0000000000000000".to_owned()];
            let mark = Mark { author: author.to_owned(), fingerprints };
            assert_eq!(Mark::read(&mark.printed()).unwrap(), mark);
        }
        let plain = Mark::read(" particulars 1a2b3c4d5e6f7788 ").unwrap();
        assert_eq!(plain.printed(), "particulars 1a2b3c4d5e6f7788");
        for line in [
            "particulars",
            "particulars 1a2b",
            "the particulars 1a2b3c4d5e6f7788",
            "particulars x 1a2b3c4d5e6f7788",
        ] {
            assert_eq!(Mark::read(line), None, "{line}");
        }
    }
}
