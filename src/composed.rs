//! A paper that the program composes for a lawyer to finish: a letter, a list of questions.
//! Says what stands in it and in which order, and nothing of how a format draws it.

/// A composed paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Composed {
    /// What the paper is called in a list of files; no part of its pages.
    pub title: String,
    /// What stands at the head of every page, a line each: legends that the source paper bears.
    pub legends: Vec<String>,
    /// What stands under them from the second page on, a line each: to whom, of which day.
    pub running: Vec<String>,
    /// What stands at the foot of every page beside its number.
    pub footer: String,
    /// What stands there, from top to bottom.
    pub blocks: Vec<Block>,
}

/// One block of a composed paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is the paper's title, deeper levels are within it.
    Heading {
        /// 1 to 4.
        level: u8,
        /// Its words.
        words: Vec<Run>,
    },
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A paragraph whose lines do not start at the left margin.
    Aligned {
        /// Where they stand.
        side: Side,
        /// Its words.
        words: Vec<Run>,
    },
    /// The head of a court paper, a paragraph each: the parties, and beside them the number and the title.
    Caption {
        /// The parties.
        left: Vec<Vec<Run>>,
        /// What stands beside them.
        right: Vec<Vec<Run>>,
    },
    /// Words of another paper, verbatim, a paragraph each.
    Quotation(Vec<Vec<Run>>),
    /// Numbered paragraphs that start at 1.
    Numbered(Vec<Vec<Run>>),
    /// Bulleted paragraphs.
    Bulleted(Vec<Vec<Run>>),
    /// A table; every row has as many cells as the heading row.
    Table {
        /// The names of its columns.
        heads: Vec<String>,
        /// Its rows, a cell each.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// Room to write an answer by hand or at the keyboard.
    Room {
        /// How many empty lines.
        lines: u8,
    },
    /// What follows starts on a page of its own.
    PageBreak,
}

/// Where the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In the middle between the margins.
    Centre,
    /// At the right margin.
    Right,
}

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words; a line feed breaks the line.
    pub words: String,
    /// How they look.
    pub look: RunLook,
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunLook {
    /// As the rest of the paragraph.
    Plain,
    /// In bold type.
    Bold,
    /// In italics: the names of cases.
    Italic,
    /// A fact that no paper holds; printed as a marked blank and listed at the end of a run.
    Blank,
}

impl Run {
    /// Words as the rest of the paragraph.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { words: words.into(), look: RunLook::Plain }
    }

    /// Words in bold type.
    pub fn bold(words: impl Into<String>) -> Self {
        Self { words: words.into(), look: RunLook::Bold }
    }

    /// Words in italics.
    pub fn italic(words: impl Into<String>) -> Self {
        Self { words: words.into(), look: RunLook::Italic }
    }

    /// A blank for the fact that `words` name ("date of service").
    pub fn blank(words: impl Into<String>) -> Self {
        Self { words: words.into(), look: RunLook::Blank }
    }

    /// The words as any format prints them: a blank between brackets, behind the mark by which it is found.
    pub fn printed(&self) -> String {
        match self.look {
            RunLook::Blank => format!("[● {}]", self.words),
            _ => self.words.clone(),
        }
    }
}

impl Block {
    /// Its words, in order.
    pub fn runs(&self) -> Vec<&Run> {
        match self {
            Self::Heading { words, .. } | Self::Paragraph(words) | Self::Aligned { words, .. } => {
                words.iter().collect()
            }
            Self::Caption { left, right } => left.iter().chain(right).flatten().collect(),
            Self::Quotation(lines) | Self::Numbered(lines) | Self::Bulleted(lines) => {
                lines.iter().flatten().collect()
            }
            Self::Table { rows, .. } => rows.iter().flatten().flatten().collect(),
            Self::Room { .. } | Self::PageBreak => Vec::new(),
        }
    }
}

impl Composed {
    /// The facts that are left blank, each once, in order of their first blank.
    pub fn blanks(&self) -> Vec<&str> {
        let mut blanks: Vec<&str> = Vec::new();
        let runs = self.blocks.iter().flat_map(Block::runs);
        for run in runs.filter(|run| run.look == RunLook::Blank) {
            if !blanks.contains(&run.words.as_str()) {
                blanks.push(&run.words);
            }
        }
        blanks
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Composed, Run};

    #[test]
    fn blanks_are_listed_once_in_order() {
        let line = |words: &str| vec![Run::plain("on "), Run::blank(words)];
        let blocks = vec![
            Block::Paragraph(line("date of service")),
            Block::Table { heads: vec!["a".to_owned()], rows: vec![vec![line("firm")]] },
            Block::Quotation(vec![line("date of service")]),
        ];
        let composed = Composed { blocks, ..Composed::default() };
        assert_eq!(composed.blanks(), ["date of service", "firm"]);
        assert_eq!(Run::blank("firm").printed(), "[● firm]");
    }
}
