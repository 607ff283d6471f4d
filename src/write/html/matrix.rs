//! Tables of what is stated: items, persons and documents by their elements, and each item's verdict at every stage.

use std::collections::BTreeSet;

use crate::particular::{Element, Name, State};
use crate::report::Report;
use crate::rule::{RuleSet, Stage};
use crate::write::counted;
use crate::write::elements::elements;
use crate::write::html::page::Page;
use crate::write::html::sheet::{Sheet, letter};
use crate::write::lines::fit;

/// The most rows of a table.
const MOST_ROWS: usize = 1000;
/// Columns of the first words in a row.
const WORDS: usize = 60;

/// A table: its title, what a row is of, the elements that have a column, and the rows.
struct Table<'a> {
    title: &'static str,
    noun: &'static str,
    columns: Vec<(Name, String)>,
    rows: Vec<Row<'a>>,
}

/// One row: what it is of, its words, and what is stated.
struct Row<'a> {
    name: String,
    words: String,
    link: Option<usize>,
    stated: &'a [Element],
    /// The index of its item.
    item: Option<usize>,
}

/// Adds the items by their elements; nothing for a paper without items.
pub fn items(page: &mut Page, sheet: &Sheet) {
    let report = sheet.report;
    let mut first: Vec<Option<usize>> = vec![None; report.response.items.len()];
    for shown in &sheet.shown {
        if let Some(item) = shown.finding.item {
            first[item].get_or_insert(shown.number);
        }
    }
    let rows = chosen(report).into_iter().map(|index| {
        let item = &report.response.items[index];
        Row {
            name: item.id.clone(),
            words: words(sheet, item.span),
            link: first[index],
            stated: report.particulars.get(index).map_or(&[], |particulars| &particulars.elements),
            item: Some(index),
        }
    });
    let columns = elements(report, sheet.rules);
    table(page, sheet, &Table { title: "Items by element", noun: "item", columns, rows: rows.collect() });
    left_out(page, report.response.items.len(), "item");
}

/// Adds the persons by what is stated of them; nothing for a paper that names none.
pub fn persons(page: &mut Page, sheet: &Sheet) {
    let persons = &sheet.report.persons;
    let rows = persons.iter().take(MOST_ROWS).map(|person| Row {
        name: numbered(sheet, person.interrogatory, person.number),
        words: words(sheet, person.name),
        link: None,
        stated: &person.fields,
        item: None,
    });
    let columns = applying(persons.iter().map(|person| person.fields.as_slice()), sheet.rules);
    table(page, sheet, &Table { title: "Persons", noun: "person", columns, rows: rows.collect() });
    left_out(page, persons.len(), "person");
}

/// Adds the listed documents by what is stated of them; nothing for a paper that lists none.
pub fn documents(page: &mut Page, sheet: &Sheet) {
    let documents = &sheet.report.documents;
    let rows = documents.iter().take(MOST_ROWS).map(|document| Row {
        name: numbered(sheet, document.interrogatory, document.number),
        words: words(sheet, document.span),
        link: None,
        stated: &document.fields,
        item: None,
    });
    let columns = applying(documents.iter().map(|document| document.fields.as_slice()), sheet.rules);
    table(page, sheet, &Table { title: "Documents", noun: "document", columns, rows: rows.collect() });
    left_out(page, documents.len(), "document");
}

/// All items if there is room, or else those in which something was found, the others after them as far as there is.
fn chosen(report: &Report) -> Vec<usize> {
    let all = report.response.items.len();
    if all <= MOST_ROWS {
        return (0..all).collect();
    }
    let found: BTreeSet<usize> = report.findings.iter().filter_map(|finding| finding.item).collect();
    found.into_iter().take(MOST_ROWS).collect()
}

fn left_out(page: &mut Page, all: usize, noun: &str) {
    if all > MOST_ROWS {
        let said = format!(
            "Of {} no more than {MOST_ROWS} are shown here; --format json has them all.",
            counted(all, noun)
        );
        page.put("<p class=\"hint\">").words(&said).put("</p>");
    }
}

fn words(sheet: &Sheet, span: crate::document::Span) -> String {
    if sheet.quote { fit(sheet.report.document.slice(span), WORDS) } else { String::new() }
}

/// `4.2`: the second of Interrogatory No. 4.
fn numbered(sheet: &Sheet, interrogatory: usize, number: usize) -> String {
    let answer = sheet.report.response.interrogatories.get(interrogatory);
    match answer.and_then(|answer| answer.number.as_ref()) {
        Some(answer) => format!("{answer}.{number}"),
        None => number.to_string(),
    }
}

/// The elements that apply to any of them, in the order of the rules, with their column heads.
fn applying<'a>(all: impl Iterator<Item = &'a [Element]>, rules: &RuleSet) -> Vec<(Name, String)> {
    let ids: BTreeSet<&Name> = all.flatten().map(|element| &element.id).collect();
    let known = rules.elements.iter().filter(|element| ids.contains(&element.id));
    known.map(|element| (element.id.clone(), element.short.clone())).collect()
}

fn table(page: &mut Page, sheet: &Sheet, table: &Table) {
    let Table { title, columns, rows, .. } = table;
    if rows.is_empty() {
        return;
    }
    page.put("<section class=\"matrix\"><h3>").put(title).put("</h3>");
    key(page, columns, rows);
    page.put("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"").value(title).put("\">");
    heads(page, sheet, table);
    for row in rows {
        page.put("<tr><th scope=\"row\">");
        match row.link {
            Some(finding) => {
                page.put("<a href=\"#p").number(sheet.number).put("-f").number(finding).put("\">");
                page.words(&row.name).put("</a></th>")
            }
            None => page.words(&row.name).put("</th>"),
        };
        if sheet.quote {
            page.put("<td class=\"first\">").words(&row.words).put("</td>");
        }
        cells(page, columns, row);
        verdicts(page, sheet, row);
        page.put("</tr>\n");
    }
    page.put("</tbody></table></div></section>\n");
}

/// The start of the table, with the heads of its columns.
fn heads(page: &mut Page, sheet: &Sheet, table: &Table) {
    let has_verdicts = table.rows.iter().any(|row| row.item.is_some());
    page.put("<table><thead><tr><th scope=\"col\">").put(table.noun).put("</th>");
    if sheet.quote {
        page.put("<th scope=\"col\" class=\"first\">words</th>");
    }
    for (_, short) in &table.columns {
        page.put("<th scope=\"col\" class=\"element\">").words(short).put("</th>");
    }
    for stage in Stage::ALL.into_iter().filter(|_| has_verdicts) {
        page.put("<th scope=\"col\" class=\"stage\" data-stage=\"").put(letter(stage)).put("\">");
        page.put(stage.plain()).put("</th>");
    }
    page.put("</tr></thead><tbody>");
}

/// What the signs mean; one that stands in no cell is left out.
fn key(page: &mut Page, columns: &[(Name, String)], rows: &[Row]) {
    page.put("<p class=\"key\">");
    for state in [State::Present, State::Partial, State::Absent, State::Disclaimed] {
        let is_shown =
            |element: &Element| element.state == state && columns.iter().any(|(id, _)| *id == element.id);
        if rows.iter().flat_map(|row| row.stated).any(is_shown) {
            let (class, said) = said(state);
            page.put("<span class=\"sign ").put(class).put("\">").put(said).put("</span> ");
        }
    }
    page.put("<span>an empty place: not asked of it</span></p>");
}

fn cells(page: &mut Page, columns: &[(Name, String)], row: &Row) {
    for (id, _) in columns {
        match row.stated.iter().find(|element| element.id == *id) {
            Some(element) => {
                let (class, said) = said(element.state);
                page.put("<td class=\"sign ").put(class).put("\"><span class=\"said\">").put(said);
                page.put("</span></td>");
            }
            None => {
                page.put("<td><span class=\"said\">not asked</span></td>");
            }
        }
    }
}

fn verdicts(page: &mut Page, sheet: &Sheet, row: &Row) {
    let Some(verdicts) = row.item.and_then(|item| sheet.report.verdicts.get(item)) else { return };
    for stage in Stage::ALL {
        let verdict = verdicts.at(stage).name();
        page.put("<td class=\"verdict ").put(verdict).put("\" data-stage=\"").put(letter(stage)).put("\">");
        page.put(verdict).put("</td>");
    }
}

fn said(state: State) -> (&'static str, &'static str) {
    match state {
        State::Present => ("present", "stated"),
        State::Partial => ("partial", "stated in part"),
        State::Absent => ("absent", "not stated"),
        State::Disclaimed => ("disclaimed", "disclaimed"),
    }
}
