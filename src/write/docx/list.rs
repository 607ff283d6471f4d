//! The lists of a Word document: each starts at 1, whatever list stood before it.

use crate::write::docx::rooted;

/// The lists that were begun.
#[derive(Default)]
pub(super) struct Lists {
    /// How many lists are numbered; that of bullets is shared.
    numbered: usize,
}

/// The id of the list of bullets; numbered lists have those after it.
const BULLETS: usize = 1;

impl Lists {
    /// The id of the list of bullets.
    pub(super) fn bullets() -> usize {
        BULLETS
    }

    /// The id of a new numbered list.
    pub(super) fn number(&mut self) -> usize {
        self.numbered += 1;
        BULLETS + self.numbered
    }

    /// The part that defines them.
    pub(super) fn xml(&self) -> String {
        let shared = shared(0, "bullet", "•", 720) + &shared(1, "decimal", "%1.", 720);
        let mut lists = String::new();
        for id in BULLETS + 1..=BULLETS + self.numbered {
            lists += &format!(
                "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                 <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
            );
        }
        let bullets = format!("<w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"0\"/></w:num>");
        rooted("numbering", &(shared + &bullets + &lists))
    }
}

/// What lists of one kind share: one level, whose label hangs a quarter of an inch left of the words.
fn shared(id: usize, format: &str, label: &str, indent: usize) -> String {
    format!(
        "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">\
         <w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{label}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:tabs><w:tab w:val=\"num\" w:pos=\"{indent}\"/></w:tabs>\
         <w:ind w:left=\"{indent}\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>"
    )
}
