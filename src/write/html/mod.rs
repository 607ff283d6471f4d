//! Reports as one page for a browser: it holds everything, loads nothing and runs no script. What the reader chooses to see,
//! its style sheet shows and hides; without the style sheet all of it is there to be read.

mod authorities;
mod filter;
mod finding;
mod head;
mod lists;
mod margin;
mod marks;
mod matrix;
mod page;
mod policy;
mod sheet;
mod stretch;
mod text;

use std::io::{self, Write};

use self::authorities::{authorities, to_the_contrary};
use self::filter::{contents, filter, unread as unreadable};
use self::finding::finding;
use self::head::head;
use self::lists::{notes, records};
use self::margin::margin;
use self::page::Page;
use self::policy::policy;
use self::sheet::Sheet;
use self::text::text;
use crate::report::Report;
use crate::rule::RuleSet;
use crate::write::counted;

/// How the page looks, on the screen and on paper.
const STYLE: &str = include_str!("page.css");

/// Writes all papers as one page; `unread` holds the name of each paper that could not be read, and why.
/// Without `quote` no word of a paper is in it.
///
/// # Errors
/// Those of `out`.
pub fn html(
    mut out: impl Write,
    reports: &[Report],
    unread: &[(String, String)],
    rules: &RuleSet,
    quote: bool,
) -> io::Result<()> {
    let numbered = reports.iter().zip(1..);
    let sheets: Vec<Sheet> =
        numbered.map(|(report, number)| Sheet::new(report, rules, quote, number)).collect();
    let mut page = Page::default();
    start(&mut page, &title(reports, unread), &margin(&sheets));
    opening(&mut page, if reports.is_empty() { "papers" } else { "p1" });
    unreadable(&mut page, unread);
    if let Some(first) = reports.first() {
        filter(&mut page, &sheets, first.stage);
    }
    contents(&mut page, &sheets);
    for sheet in &sheets {
        paper(&mut page, sheet);
        out.write_all(page.take().as_bytes())?;
    }
    end(&mut page);
    out.write_all(page.take().as_bytes())?;
    out.flush()
}

/// `answer.txt`, `3 papers`.
fn title(reports: &[Report], unread: &[(String, String)]) -> String {
    match (reports, unread) {
        ([report], []) => report.document.name.clone(),
        _ => counted(reports.len() + unread.len(), "paper"),
    }
}

/// The head of the page, with its own style sheet and that of the printed margins.
fn start(page: &mut Page, title: &str, margin: &str) {
    let mut styles = vec![STYLE, margin];
    styles.retain(|style| !style.is_empty());
    page.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n");
    page.put("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .value(&policy(&styles))
        .put("\" />\n");
    page.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
    page.put("<meta name=\"color-scheme\" content=\"light dark\" />\n");
    page.put("<meta name=\"referrer\" content=\"no-referrer\" />\n");
    page.put("<title>").value(title).put(": particulars</title>\n");
    for style in styles {
        page.put("<style>").put(style).put("</style>\n");
    }
    page.put("</head>\n");
}

/// The first words of the page; the first link leads past them, to the element `first`.
fn opening(page: &mut Page, first: &str) {
    page.put("<body>\n<a class=\"skip\" href=\"#").put(first);
    page.put("\">Skip to the findings</a>\n<header class=\"top\">");
    page.put("<h1>What is stated, and what is not</h1></header>\n<main id=\"papers\">\n");
}

fn paper(page: &mut Page, sheet: &Sheet) {
    let id = format!("p{}", sheet.number);
    page.put("<article class=\"paper\" id=\"")
        .put(&id)
        .put("\" aria-labelledby=\"")
        .put(&id)
        .put("-name\">\n");
    head(page, sheet);
    matrix::items(page, sheet);
    to_the_contrary(page, sheet);
    if sheet.on_the_paper().next().is_some() && sheet.quote {
        page.put("<section class=\"whole\"><h3>On the paper as a whole</h3><div class=\"notes\">");
        sheet.on_the_paper().for_each(|shown| finding(page, sheet, shown));
        page.put("</div></section>\n");
    }
    if sheet.quote {
        page.put("<section class=\"text\"><h3>The paper, with what was found</h3>\n");
        text(page, sheet);
        page.put("</section>\n");
    } else if !sheet.shown.is_empty() {
        page.put("<section class=\"whole\"><h3>Findings</h3><div class=\"notes\">");
        sheet.shown.iter().for_each(|shown| finding(page, sheet, shown));
        page.put("</div></section>\n");
    }
    matrix::persons(page, sheet);
    matrix::documents(page, sheet);
    records(page, sheet);
    authorities(page, sheet);
    notes(page, sheet);
    page.put("</article>\n");
}

fn end(page: &mut Page) {
    page.put("</main>\n<footer><p>particulars ").put(env!("CARGO_PKG_VERSION"));
    page.put(". This page says what the papers state and do not state; it gives no legal conclusion, and says of nothing that ");
    page.put("it is or is not a trade secret. It loads nothing and sends nothing. It is as confidential as the papers.</p></footer>\n");
    page.put("</body>\n</html>\n");
}
