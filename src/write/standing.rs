//! Where the case stands, what that moved, and the authority that cuts against what was found.

use crate::cited::Shelf;
use crate::posture::Posture;
use crate::report::Report;
use crate::rule::RuleSet;
use crate::shift::{Applied, Shift};
use crate::write::citation::{citation, warnings};
use crate::write::lines::{hang, wrap};
use crate::write::{Ink, Look, counted};

/// The most contrary authorities that one report prints.
const MOST_CONTRARY: usize = 2;
/// Columns that authorities stand in by.
const INDENT: &str = "    ";

/// The posture and every shift that moved or withheld something, each with what it rests on; nothing if nothing is known.
pub fn standing(report: &Report, rules: &RuleSet, look: &Look) -> String {
    let facts = facts(&report.posture, rules, look.quote);
    if facts.is_empty() && report.shifts.is_empty() {
        return String::new();
    }
    let lead = if facts.is_empty() { "posture".to_owned() } else { format!("posture: {}", facts.join("; ")) };
    let mut text = hang("", &lead, look.room());
    if report.shifts.is_empty() {
        text.push_str("  moves no finding\n");
    }
    for applied in &report.shifts {
        text.push_str(&shift(applied, &report.posture, rules, look));
    }
    text
}

/// What is known of the case beside its stage; the request's words only with `quote`.
pub fn facts(posture: &Posture, rules: &RuleSet, quote: bool) -> Vec<String> {
    let forum = posture.forum.as_deref().and_then(|id| rules.forums.find(id));
    let forum = forum.map(|forum| forum.name.clone());
    let claims = (!posture.claims.is_empty()).then(|| format!("claims {}", posture.claims.join(", ")));
    let discovery = posture.discovery.map(|discovery| format!("discovery {}", discovery.name()));
    let asked = posture.asked.as_ref().filter(|_| quote).map(|asked| format!("asked “{asked}”"));
    [forum, claims, discovery, asked].into_iter().flatten().collect()
}

fn shift(applied: &Applied, posture: &Posture, rules: &RuleSet, look: &Look) -> String {
    let Some(shift) = rules.shift(&applied.shift) else { return String::new() };
    let mut text = hang("  ", &moved(applied, shift), look.room());
    let width = look.room() - INDENT.len();
    for authority in shift.authorities.iter().filter_map(|key| rules.authorities.get(key)) {
        let mut lines = wrap(&authority.citation, width);
        lines.extend(authority.elsewhere(posture, rules).iter().flat_map(|line| wrap(line, width)));
        lines.extend(warnings(authority, width));
        text.extend(lines.iter().map(|line| format!("{INDENT}{line}\n")));
    }
    text
}

/// Which shift it is, where and in how many items it moved something, and what it says.
pub fn moved(applied: &Applied, shift: &Shift) -> String {
    let items = match applied.count {
        0 => String::new(),
        count => format!(", {}", counted(count, "item")),
    };
    format!("{} at {}{items}: {}", shift.id, applied.stage, shift.summary)
}

/// The authority at the report's stage that found an identification enough, if anything was found in an item.
pub fn contrary(report: &Report, rules: &RuleSet, look: &Look) -> String {
    let found = Shelf::new(&report.findings, &report.posture, rules).contrary();
    if found.is_empty() {
        return String::new();
    }
    let title = format!("authority to the contrary at {}", report.stage);
    let mut text = look.ink(Ink::Bold, &title) + "\n";
    for authority in found.iter().take(MOST_CONTRARY) {
        let lines = citation(authority, &report.posture, rules, look.room() - INDENT.len());
        for (at, line) in lines.iter().enumerate() {
            let indent = if at == 0 { "  " } else { INDENT };
            text.push_str(&format!("{indent}{line}\n"));
        }
    }
    let rest: Vec<&str> = found.iter().skip(MOST_CONTRARY).map(|authority| authority.name.as_str()).collect();
    if !rest.is_empty() {
        let said = format!("{} more, see --format json and rules show: {}", rest.len(), rest.join("; "));
        text.push_str(&hang("  ", &said, look.room()));
    }
    text.push('\n');
    text
}
