//! Tables of a Word document, with widths by what their columns hold.

use crate::composed::Run;
use crate::write::docx::block::paragraph;
use crate::write::docx::page::WIDTH;

/// How wide a character is taken to be in a cell, in twentieths of a point.
const CHARACTER: usize = 118;

/// What a cell needs beside its words.
const PADDING: usize = 260;

/// A column to be filled in is as wide as if it held so many characters.
const TO_FILL_IN: usize = 22;

/// A longer row may be parted by the end of a page, in characters of its longest cell.
const SHORT: usize = 900;

/// A table whose first row is repeated on each page.
pub(super) fn table(heads: &[String], rows: &[Vec<Vec<Run>>]) -> String {
    let widths = widths(heads, rows);
    let head: Vec<Vec<Run>> = heads.iter().map(|head| vec![Run::plain(head)]).collect();
    let head = row("<w:cantSplit/><w:tblHeader/>", &widths, &head, "TableHead");
    let rows: String =
        rows.iter().map(|cells| row(row_properties(cells), &widths, cells, "TableText")).collect();
    let mut grid = String::new();
    for width in &widths {
        grid += &format!("<w:gridCol w:w=\"{width}\"/>");
    }
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"PaperTable\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" \
         w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>{AFTER}"
    )
}

/// Two tables that follow one another would become one, and a paragraph would touch the rule.
const AFTER: &str = "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>";

/// The caption of a court paper: the parties, a rule beside and below them, and the rest.
pub(super) fn caption(left: &[Vec<Run>], right: &[Vec<Run>]) -> String {
    const LEFT: usize = 4_860;
    const RULES: &str = "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>\
                         <w:right w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>";
    let cell = |width: usize, rules: &str, paragraphs: &[Vec<Run>]| {
        let words: String = paragraphs.iter().map(|words| paragraph("", words)).collect();
        let words = if words.is_empty() { "<w:p/>".to_owned() } else { words };
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{rules}</w:tcPr>{words}</w:tc>")
    };
    let right_width = WIDTH - LEFT;
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"115\" w:type=\"dxa\"/><w:right w:w=\"115\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr><w:tblGrid><w:gridCol w:w=\"{LEFT}\"/><w:gridCol w:w=\"{right_width}\"/></w:tblGrid>\
         <w:tr><w:trPr><w:cantSplit/></w:trPr>{}{}</w:tr></w:tbl>{AFTER}",
        cell(LEFT, RULES, left),
        cell(right_width, "", right)
    )
}

fn row(properties: &str, widths: &[usize], cells: &[Vec<Run>], style: &str) -> String {
    let style = format!("<w:pStyle w:val=\"{style}\"/>");
    let cell = |(words, width): (&Vec<Run>, &usize)| {
        let words = paragraph(&style, words);
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{words}</w:tc>")
    };
    let cells: String = cells.iter().zip(widths).map(cell).collect();
    let properties =
        if properties.is_empty() { String::new() } else { format!("<w:trPr>{properties}</w:trPr>") };
    format!("<w:tr>{properties}{cells}</w:tr>")
}

/// Short rows stay whole; a row with an empty cell is as high as two lines of handwriting.
fn row_properties(cells: &[Vec<Run>]) -> &'static str {
    match (cells.iter().all(|cell| length(cell) <= SHORT), cells.iter().any(|cell| length(cell) == 0)) {
        (true, true) => "<w:cantSplit/><w:trHeight w:val=\"560\" w:hRule=\"atLeast\"/>",
        (true, false) => "<w:cantSplit/>",
        (false, _) => "",
    }
}

/// How wide each column is: none narrower than its longest word needs, the rest shared by what the columns hold.
fn widths(heads: &[String], rows: &[Vec<Vec<Run>>]) -> Vec<usize> {
    let share = WIDTH / heads.len().max(1);
    let columns: Vec<(usize, usize)> = (0..heads.len()).map(|at| column(&heads[at], rows, at)).collect();
    let least: Vec<usize> = columns.iter().map(|(word, _)| (word * CHARACTER + PADDING).min(share)).collect();
    let spare = WIDTH.saturating_sub(least.iter().sum());
    let wanted = |at: usize| {
        let (_, longest) = columns[at];
        (longest * CHARACTER + PADDING).saturating_sub(least[at])
    };
    let sum: usize = (0..heads.len()).map(wanted).sum();
    let grown = |at: usize| (spare * wanted(at)).checked_div(sum).unwrap_or(spare / heads.len());
    let mut widths: Vec<usize> = (0..heads.len()).map(|at| least[at] + grown(at)).collect();
    let used: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += WIDTH.saturating_sub(used);
    }
    widths
}

/// The longest word of a column, and how much it holds: the root of a longest cell counts, so that one long cell does
/// not press the others flat.
fn column(head: &str, rows: &[Vec<Vec<Run>>], at: usize) -> (usize, usize) {
    let cells = || rows.iter().filter_map(|row| row.get(at));
    let words = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let word = cells().flatten().map(|run| words(&run.printed())).chain([words(head)]).max().unwrap_or(0);
    let longest = cells().map(|cell| length(cell)).max().unwrap_or(0);
    let longest = if cells().any(|cell| length(cell) == 0) { longest.max(TO_FILL_IN) } else { longest };
    let damped = if longest > 40 { 40 + (longest - 40).isqrt() * 4 } else { longest };
    (word, damped.max(word))
}

fn length(cell: &[Run]) -> usize {
    cell.iter().map(|run| run.printed().chars().count()).sum()
}
