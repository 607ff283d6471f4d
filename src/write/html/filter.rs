//! The choice of stage and severity, which the style sheet alone acts on, and the list of the papers.

use crate::rule::{Severity, Stage};
use crate::write::counted;
use crate::write::html::page::Page;
use crate::write::html::sheet::{Sheet, letter};

/// Adds the choice of stage and severity; `stage` is chosen at first.
pub fn filter(page: &mut Page, sheets: &[Sheet], stage: Stage) {
    page.put(
        "<section class=\"filter\" aria-label=\"What is shown\"><fieldset><legend>Stage of the case</legend>",
    );
    for each in Stage::ALL {
        page.put("<label><input type=\"radio\" name=\"stage\" autocomplete=\"off\" id=\"at-")
            .put(letter(each));
        page.put("\"").put(if each == stage { " checked=\"checked\" />" } else { " />" });
        page.put(" ").put(each.plain()).put("</label> ");
    }
    page.put("</fieldset><fieldset><legend>Findings</legend>");
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        page.put("<label><input type=\"checkbox\" autocomplete=\"off\" checked=\"checked\" id=\"show-");
        page.put(severity.name()).put("\" /> ").put(severity.name()).put("s");
        for stage in Stage::ALL {
            let count: usize = sheets.iter().map(|sheet| sheet.counts.at(stage).of(severity)).sum();
            page.put(" <span class=\"count\" data-at=\"").put(letter(stage)).put("\">").number(count);
            page.put("<span class=\"said\"> at ").put(stage.plain()).put("</span></span>");
        }
        page.put("</label> ");
    }
    page.put("</fieldset></section>\n");
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        page.put("<p class=\"off ").put(severity.name()).put("\" role=\"status\">By the reader’s choice no ");
        page.put(severity.name()).put("s are shown.</p>\n");
    }
}

/// Adds the papers that could not be read, each with its reason; nothing for none.
pub fn unread(page: &mut Page, unread: &[(String, String)]) {
    if unread.is_empty() {
        return;
    }
    let said = counted(unread.len(), "paper");
    page.put("<section class=\"unread\"><h2>").words(&said).put(" could not be read</h2><ul>");
    for (name, message) in unread {
        // Most messages start with the name themselves.
        let reason = message
            .strip_prefix(name.as_str())
            .map_or(message.as_str(), |rest| rest.trim_start_matches(": "));
        page.put("<li><b>").words(name).put("</b> (incomplete): ").words(reason).put("</li>");
    }
    page.put("</ul><p>Nothing below speaks of what was not read.</p></section>\n");
}

/// Adds the list of the papers with their verdicts; nothing for a single one.
pub fn contents(page: &mut Page, sheets: &[Sheet]) {
    if sheets.len() < 2 {
        return;
    }
    page.put("<nav aria-label=\"Papers\"><h2>Papers</h2><div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Papers\"><table><thead><tr><th scope=\"col\">paper</th>");
    for stage in Stage::ALL {
        page.put("<th scope=\"col\" data-stage=\"")
            .put(letter(stage))
            .put("\">")
            .put(stage.plain())
            .put("</th>");
    }
    page.put("</tr></thead><tbody>");
    for sheet in sheets {
        page.put("<tr><th scope=\"row\"><a href=\"#p").number(sheet.number).put("\">");
        page.words(&sheet.report.document.name).put("</a></th>");
        for stage in Stage::ALL {
            let of = sheet.report.stages.at(stage);
            let verdict = of.verdict.name();
            page.put("<td class=\"verdict ")
                .put(verdict)
                .put("\" data-stage=\"")
                .put(letter(stage))
                .put("\">");
            page.put(verdict).put(" <span class=\"count\">").number(of.deficient).put(" of ");
            page.words(&counted(of.items, "item")).put("</span></td>");
        }
        page.put("</tr>");
    }
    page.put("</tbody></table></div></nav>\n");
}
