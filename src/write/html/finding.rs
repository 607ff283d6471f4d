//! One finding as it stands beside the words: what it says, what to do, what is missing, where, and on what authority.

use crate::authority::Authority;
use crate::rule::{Severity, Stage};
use crate::write::cited;
use crate::write::html::marks::severities;
use crate::write::html::page::Page;
use crate::write::html::sheet::{Sheet, Shown, letter};
use crate::write::lines::fit;

/// Columns of the quoted words that are repeated beside the text.
const QUOTE: usize = 120;
/// The most persons that are named.
const MOST_PERSONS: usize = 40;

/// Adds the finding.
pub fn finding(page: &mut Page, sheet: &Sheet, shown: &Shown) {
    let id = format!("p{}-f{}", sheet.number, shown.number);
    page.put("<article class=\"finding\" id=\"").put(&id).put("\"");
    severities(page, shown);
    page.put(" aria-labelledby=\"").put(&id).put("-h\">");
    heading(page, sheet, shown, &id);
    if sheet.quote && !shown.finding.span.is_empty() {
        let words = fit(sheet.report.document.slice(shown.finding.span), QUOTE);
        page.put("<p class=\"quote\"><q>").words(&words).put("</q></p>");
    }
    messages(page, sheet, shown);
    let ask = sheet.report.wording(sheet.rules).ask(shown.finding);
    page.put("<p class=\"ask\"><b>Ask.</b> ").words(&ask).put("</p>");
    missing(page, sheet, shown);
    persons(page, sheet, shown);
    place(page, sheet, shown);
    for stage in shown.stages() {
        authority(page, sheet, shown, stage);
    }
    page.put("</article>");
}

fn heading(page: &mut Page, sheet: &Sheet, shown: &Shown, id: &str) {
    page.put("<h4 id=\"").put(id).put("-h\">");
    if sheet.quote && !shown.finding.span.is_empty() {
        page.put("<a class=\"number\" href=\"#p").number(sheet.number).put("-m").number(shown.number);
        page.put("\" aria-label=\"finding ").number(shown.number).put(", to its words\">");
        page.number(shown.number).put("</a>");
    } else {
        page.put("<span class=\"number\">").number(shown.number).put("</span>");
    }
    for stage in shown.stages() {
        let severity = shown.at.at(stage).name();
        page.put(" <span class=\"severity ").put(severity).put("\" data-at=\"").put(letter(stage)).put("\">");
        page.put(severity).put("<span class=\"said\"> at ").put(stage.plain()).put("</span></span>");
    }
    let place = sheet.report.wording(sheet.rules).place(shown.finding);
    page.put(" <span class=\"of\">").words(&place).put("</span></h4>");
}

/// What it says; where that differs by stage, each with its stages.
fn messages(page: &mut Page, sheet: &Sheet, shown: &Shown) {
    let wording = sheet.report.wording(sheet.rules);
    let mut said: Vec<(String, Vec<Stage>)> = Vec::new();
    for stage in shown.stages() {
        let message = wording.message(shown.finding, stage);
        match said.iter_mut().find(|(known, _)| *known == message) {
            Some((_, stages)) => stages.push(stage),
            None => said.push((message, vec![stage])),
        }
    }
    let is_one = said.len() == 1;
    for (message, stages) in said {
        if is_one {
            page.put("<p class=\"message\">").words(&message).put("</p>");
        } else {
            let letters: Vec<&str> = stages.iter().map(|stage| letter(*stage)).collect();
            page.put("<p class=\"message\" data-at=\"").put(&letters.join(" ")).put("\">");
            page.words(&message).put("</p>");
        }
    }
}

fn missing(page: &mut Page, sheet: &Sheet, shown: &Shown) {
    let finding = shown.finding;
    if finding.missing.is_empty() {
        return;
    }
    page.put("<ul class=\"missing\" aria-label=\"not stated\">");
    for id in &finding.missing {
        let question = sheet.rules.element(id).map_or(&**id, |element| element.question.as_str());
        page.put("<li>").words(question);
        if finding.partial.contains(id) {
            page.put(" <i>stated in part</i>");
        }
        page.put("</li>");
    }
    page.put("</ul>");
}

/// The names of the persons whom it concerns.
fn persons(page: &mut Page, sheet: &Sheet, shown: &Shown) {
    let persons = &shown.finding.persons;
    if persons.is_empty() || !sheet.quote {
        return;
    }
    page.put("<p class=\"whom\"><b>Persons.</b> ");
    let named = persons.iter().take(MOST_PERSONS).filter_map(|index| sheet.report.persons.get(*index));
    for (at, person) in named.enumerate() {
        page.put(if at == 0 { "" } else { "; " }).number(person.number).put(" ");
        page.words(&fit(sheet.report.document.slice(person.name), QUOTE));
    }
    if persons.len() > MOST_PERSONS {
        page.put("; and ").number(persons.len() - MOST_PERSONS).put(" more");
    }
    page.put("</p>");
}

/// Where it stands, how sure the rule is, and how much it matters at each stage.
fn place(page: &mut Page, sheet: &Sheet, shown: &Shown) {
    let finding = shown.finding;
    page.put("<p class=\"place\">").words(&cited(sheet.report.document.position(finding.span.start)));
    if let Some(rule) = sheet.rules.rule(&finding.rule) {
        page.put(" · confidence ").put(rule.confidence.name());
    }
    page.put(" · <code>").words(&finding.rule).put("</code><br />");
    for (at, stage) in Stage::ALL.into_iter().enumerate() {
        let said = match (shown.at.at(stage), finding.severity.at(stage)) {
            (Severity::Off, Severity::Off) => "no finding",
            (Severity::Off, _) => "said by another finding",
            (severity, _) => severity.name(),
        };
        page.put(if at == 0 { "" } else { " · " }).put(stage.plain()).put(": ").put(said);
    }
    page.put("</p>");
}

/// The authorities at one stage, by their names; they are set out in full at the end of the paper.
fn authority(page: &mut Page, sheet: &Sheet, shown: &Shown, stage: Stage) {
    let Some(cited) = sheet.cited(shown, stage) else { return };
    let said_once = sheet.contrary.get(stage);
    let is_said_once = |authority: &Authority| shown.finding.item.is_some() && said_once.contains(&authority);
    let contrary = cited.contrary.iter().copied().filter(|authority| !is_said_once(authority)).collect();
    for (label, class, authorities) in
        [("Authority", "authority", &cited.supporting), ("To the contrary", "authority contrary", &contrary)]
    {
        if authorities.is_empty() {
            continue;
        }
        page.put("<p class=\"").put(class).put("\" data-at=\"").put(letter(stage)).put("\"><b>").put(label);
        page.put("<span class=\"said\"> at ").put(stage.plain()).put("</span>.</b> ");
        for (at, authority) in authorities.iter().enumerate() {
            page.put(if at == 0 { "" } else { "; " });
            link(page, sheet, authority);
        }
        page.put("</p>");
    }
}

/// Adds a link to the authority's entry at the end of the paper.
pub fn link(page: &mut Page, sheet: &Sheet, authority: &Authority) {
    page.put("<a href=\"#p").number(sheet.number).put("-a-").value(&authority.key).put("\">");
    page.words(&authority.name);
    if let Some(year) = authority.year.filter(|year| !authority.name.contains(&year.to_string())) {
        page.put(" (").number(year.into()).put(")");
    }
    page.put("</a>");
    if authority.caution.is_some() || authority.later_history.is_some() {
        page.put("†<span class=\"said\"> with a caution</span>");
    }
}
