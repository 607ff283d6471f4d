//! The head of one paper: what could not be read, its verdict, where the case stands, and the map of the stages.

use crate::authority::Authority;
use crate::response::Kind;
use crate::rule::{Severity, Stage};
use crate::write::counted;
use crate::write::html::page::Page;
use crate::write::html::sheet::{Sheet, letter};
use crate::write::kept::kept_count;
use crate::write::standing::{facts, moved};
use crate::write::verdict::{deficient, verdict};

/// Adds the head.
pub fn head(page: &mut Page, sheet: &Sheet) {
    let report = sheet.report;
    page.put("<header>");
    if let Some(legend) = report.response.legend.as_ref().filter(|_| sheet.quote) {
        page.put("<p class=\"legend\">").words(legend).put("</p>");
    }
    page.put("<h2 id=\"p").number(sheet.number).put("-name\">").words(&report.document.name).put("</h2>");
    unread(page, &report.document.unread);
    for stage in Stage::ALL {
        let class = report.stages.at(stage).verdict.name();
        page.put("<p class=\"sentence ").put(class).put("\" data-at=\"").put(letter(stage)).put("\">At ");
        page.put(stage.plain()).put(": <strong>").words(&verdict(report, stage)).put("</strong></p>");
    }
    if sheet.left_out > 0 {
        let said = format!(
            "{} more, of those that matter least, are not shown on this page; --format json has those of its stage.",
            counted(sheet.left_out, "finding")
        );
        page.put("<p class=\"unread\">").words(&said).put("</p>");
    }
    if let Some(said) = kept_count(&report.suppressed.iter().collect::<Vec<_>>()) {
        page.put("<p class=\"kept\">").words(&said).put(".</p>");
    }
    about(page, sheet);
    page.put("</header>\n");
    stage_map(page, sheet);
}

/// What could not be read, before anything else is said.
fn unread(page: &mut Page, parts: &[String]) {
    if parts.is_empty() {
        return;
    }
    page.put("<div class=\"unread\"><p><strong>Not all of this paper was read.</strong> ");
    page.put("What is said below does not cover:</p><ul>");
    for part in parts {
        page.put("<li>").words(part).put("</li>");
    }
    page.put("</ul></div>");
}

fn about(page: &mut Page, sheet: &Sheet) {
    let report = sheet.report;
    let kind = match report.response.kind {
        Kind::Response => "response",
        Kind::Statement => "statement",
    };
    page.put("<dl class=\"about\"><dt>Paper</dt><dd>").put(kind).put("</dd>");
    page.put("<dt>Stage</dt><dd>checked for ").put(report.stage.plain()).put("</dd>");
    let facts = facts(&report.posture, sheet.rules, sheet.quote);
    if !facts.is_empty() {
        page.put("<dt>Case</dt><dd>").words(&facts.join("; ")).put("</dd>");
    }
    if !report.document.sha256.is_empty() {
        page.put("<dt>SHA-256</dt><dd><code>").words(&report.document.sha256).put("</code></dd>");
    }
    page.put("</dl>");
    if report.shifts.is_empty() {
        return;
    }
    page.put("<ul class=\"moved\" aria-label=\"what the case moves\">");
    for applied in &report.shifts {
        if let Some(shift) = sheet.rules.shift(&applied.shift) {
            page.put("<li>").words(&moved(applied, shift));
            let known = shift.authorities.iter().filter_map(|key| sheet.rules.authorities.get(key));
            for authority in known.filter(|authority| authority.is_sound()) {
                rests_on(page, sheet, authority);
            }
            page.put("</li>");
        }
    }
    page.put("</ul>");
}

/// The authority that a shift rests on, never without what must be known of it.
fn rests_on(page: &mut Page, sheet: &Sheet, authority: &Authority) {
    page.put("<br />").words(&authority.citation);
    for words in authority.elsewhere(&sheet.report.posture, sheet.rules).into_iter().chain(authority.warned())
    {
        page.put(". ").words(words.trim_end_matches('.'));
    }
    page.put(".");
}

/// The verdict at every stage, always all of them.
fn stage_map(page: &mut Page, sheet: &Sheet) {
    page.put("<section class=\"stages\"><h3>Stages</h3><div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Stages\">");
    page.put("<table><thead><tr><th scope=\"col\">stage</th><th scope=\"col\">verdict</th>");
    page.put("<th scope=\"col\">deficient</th><th scope=\"col\">findings</th></tr></thead><tbody>");
    for stage in Stage::ALL {
        let verdict = sheet.report.stages.at(stage).verdict;
        page.put("<tr data-stage=\"").put(letter(stage)).put("\"><th scope=\"row\">").put(stage.plain());
        if stage == sheet.report.stage {
            page.put(" <span class=\"tag\">checked</span>");
        }
        page.put("</th><td class=\"verdict ").put(verdict.name()).put("\">").put(verdict.name());
        page.put("</td><td>").put(&deficient(sheet.report, stage)).put("</td><td>");
        let counts = sheet.counts.at(stage);
        let said = [Severity::Error, Severity::Warning, Severity::Note]
            .map(|severity| counted(counts.of(severity), severity.name()));
        page.put(&said.join(", ")).put("</td></tr>");
    }
    page.put("</tbody></table></div><p class=\"hint\">").put(CLEAR).put("</p></section>\n");
}

const CLEAR: &str =
    "“Clear” means: no deficiency found by these rules. It never means that an answer is enough.";
