//! Every authority that a paper's findings name, in full: what was held, where it counts, what became of it, and its caution.

use crate::authority::Authority;
use crate::rule::Stage;
use crate::write::citation::standing;
use crate::write::html::finding::link;
use crate::write::html::page::Page;
use crate::write::html::sheet::{Sheet, letter};

/// One authority, and at which stages the findings name it.
struct Entry<'a> {
    authority: &'a Authority,
    is_contrary: bool,
    stages: Vec<Stage>,
}

/// Adds the table of authorities; nothing if no finding names one.
pub fn authorities(page: &mut Page, sheet: &Sheet) {
    let entries = entries(sheet);
    if entries.is_empty() {
        return;
    }
    page.put("<section class=\"authorities\"><h3>Authorities</h3>");
    page.put("<p class=\"hint\">Only authority of the stage is named, and none that another forum alone enacted. † marks one with a later history or a caution. Check each before it is cited.</p><ol>");
    for entry in &entries {
        write(page, sheet, entry);
    }
    page.put("</ol></section>\n");
}

/// Adds the authorities that cut against whatever was found in an item, stage by stage; nothing if there are none.
pub fn to_the_contrary(page: &mut Page, sheet: &Sheet) {
    for stage in Stage::ALL {
        let contrary = sheet.contrary.get(stage);
        if contrary.is_empty() {
            continue;
        }
        page.put("<p class=\"against\" data-at=\"").put(letter(stage)).put("\"><b>To the contrary at ");
        page.put(stage.plain()).put(".</b> These found an identification enough, or asked for no more: ");
        for (at, authority) in contrary.iter().enumerate() {
            page.put(if at == 0 { "" } else { "; " });
            link(page, sheet, authority);
        }
        page.put(".</p>\n");
    }
}

/// Those that support first, then those to the contrary, each by its citation.
fn entries<'a>(sheet: &'a Sheet) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry> = Vec::new();
    for stage in Stage::ALL {
        for (is_contrary, authority) in sheet.named(stage) {
            match entries.iter_mut().find(|entry| entry.authority.key == authority.key) {
                Some(entry) if entry.stages.contains(&stage) => {}
                Some(entry) => entry.stages.push(stage),
                None => entries.push(Entry { authority, is_contrary, stages: vec![stage] }),
            }
        }
    }
    entries.sort_by(|a, b| {
        let key = |entry: &Entry<'a>| (entry.is_contrary, &entry.authority.citation);
        key(a).cmp(&key(b))
    });
    entries
}

fn write(page: &mut Page, sheet: &Sheet, entry: &Entry) {
    let Entry { authority, is_contrary, stages } = entry;
    let letters: Vec<&str> = stages.iter().map(|stage| letter(*stage)).collect();
    let class = if *is_contrary { "contrary" } else { "supporting" };
    page.put("<li class=\"").put(class).put("\" id=\"p").number(sheet.number).put("-a-");
    page.value(&authority.key).put("\" data-at=\"").put(&letters.join(" ")).put("\">");
    page.put("<p class=\"citation\">").words(&authority.citation);
    if *is_contrary {
        page.put(" <strong class=\"tag\">to the contrary</strong>");
    }
    page.put("</p><p>").words(&standing(authority));
    let names: Vec<&str> = stages.iter().map(|stage| stage.plain()).collect();
    page.put(" Named here at ").put(&names.join(" and ")).put(".</p>");
    if let Some(elsewhere) = authority.elsewhere(&sheet.report.posture, sheet.rules) {
        page.put("<p>").words(&elsewhere).put("</p>");
    }
    page.put("<p>").words(&authority.proposition).put("</p>");
    for (label, words) in [("Later history.", &authority.later_history), ("Caution.", &authority.caution)] {
        if let Some(words) = words {
            page.put("<p class=\"caution\"><b>").put(label).put("</b> ").words(words).put("</p>");
        }
    }
    page.put("</li>");
}
