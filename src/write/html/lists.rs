//! What a paper's answers point to, and what its owner should know of the reading.

use crate::document::Span;
use crate::record::{Record, RecordKind};
use crate::write::html::page::Page;
use crate::write::html::sheet::Sheet;
use crate::write::lines::fit;
use crate::write::{cited, counted};

/// The most records that are listed.
const MOST: usize = 1000;
/// Columns of a record's words.
const WORDS: usize = 80;

/// Adds the records that answers point to; nothing for none.
pub fn records(page: &mut Page, sheet: &Sheet) {
    let records = &sheet.report.records;
    if records.is_empty() {
        return;
    }
    page.put("<section class=\"records\"><h3>Records</h3><div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Records\">");
    page.put("<table><thead><tr><th scope=\"col\">place</th><th scope=\"col\">kind</th>");
    if sheet.quote {
        page.put("<th scope=\"col\">words</th>");
    }
    page.put("<th scope=\"col\">pages</th><th scope=\"col\">for</th></tr></thead><tbody>");
    for record in records.iter().take(MOST) {
        row(page, sheet, record);
    }
    page.put("</tbody></table></div>");
    if records.len() > MOST {
        let said = format!(
            "{} more not shown here; --format json has them all.",
            counted(records.len() - MOST, "record")
        );
        page.put("<p class=\"hint\">").words(&said).put("</p>");
    }
    page.put("</section>\n");
}

fn row(page: &mut Page, sheet: &Sheet, record: &Record) {
    let Record { kind, span, pages, interrogatory, item, .. } = *record;
    let report = sheet.report;
    let kind = match kind {
        RecordKind::Bates => "pages",
        RecordKind::Exhibit => "exhibit",
        RecordKind::File => "file",
    };
    page.put("<tr><th scope=\"row\">").words(&cited(report.document.position(span.start))).put("</th><td>");
    page.put(kind).put("</td>");
    if sheet.quote {
        page.put("<td>").words(&words(sheet, span)).put("</td>");
    }
    page.put("<td>").put(&pages.map_or(String::new(), |pages| pages.to_string())).put("</td><td>");
    let of = item.and_then(|item| report.response.items.get(item)).map(|item| format!("item {}", item.id));
    let answer = || {
        let number = report.response.interrogatories.get(interrogatory)?.number.as_ref()?;
        Some(format!("Interrogatory No. {number}"))
    };
    page.words(&of.or_else(answer).unwrap_or_default()).put("</td></tr>\n");
}

fn words(sheet: &Sheet, span: Span) -> String {
    fit(sheet.report.document.slice(span), WORDS)
}

/// Adds what was done to read the paper; nothing if there is nothing to say.
pub fn notes(page: &mut Page, sheet: &Sheet) {
    let notes = &sheet.report.document.notes;
    if notes.is_empty() {
        return;
    }
    page.put("<section class=\"reading\"><h3>How it was read</h3><ul>");
    for note in notes {
        page.put("<li>").words(note).put("</li>");
    }
    page.put("</ul></section>\n");
}
