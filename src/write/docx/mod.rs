//! A composed paper as a Word document: US letter pages, real styles, lists, tables and page numbers.
//! The same paper gives the same bytes: no date, no author and no name of a machine is written.

mod block;
mod list;
mod package;
mod page;
mod table;
mod words;

#[cfg(test)]
mod tests;

use crate::composed::Composed;
use crate::write::docx::list::Lists;
use crate::write::docx::package::{Part, package};

/// The paper as the bytes of a .docx file.
pub fn docx(composed: &Composed) -> Vec<u8> {
    let mut lists = Lists::default();
    let body = block::blocks(&composed.blocks, &mut lists);
    let section = page::section(composed);
    let mut parts = page::margins(composed);
    parts.extend([
        Part::new("styles", "styles", include_str!("styles.xml")),
        Part::new("settings", "settings", include_str!("settings.xml")),
        Part::new("fontTable", "fontTable", include_str!("fonts.xml")),
        Part::new("numbering", "numbering", lists.xml()),
    ]);
    let main = rooted("document", &format!("<w:body>{body}{section}</w:body>"));
    package(&main, &parts, &composed.title)
}

/// A part whose root is `root`.
fn rooted(root: &str, xml: &str) -> String {
    format!(
        "<w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{xml}</w:{root}>"
    )
}
