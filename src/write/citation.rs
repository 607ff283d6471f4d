//! An authority as it is printed: its citation, what it stands for, and always its caution.

use crate::authority::Authority;
use crate::posture::Posture;
use crate::rule::RuleSet;
use crate::write::lines::wrap;

/// The authority in full, in lines of at most `width` columns.
pub fn citation(authority: &Authority, posture: &Posture, rules: &RuleSet, width: usize) -> Vec<String> {
    let mut lines = wrap(&authority.citation, width);
    lines.extend(wrap(&standing(authority), width));
    lines.extend(authority.elsewhere(posture, rules).iter().flat_map(|line| wrap(line, width)));
    lines.extend(wrap(&authority.proposition, width));
    lines.extend(warnings(authority, width));
    lines
}

/// What must be known before it is cited, in lines; never left out.
pub fn warnings(authority: &Authority, width: usize) -> Vec<String> {
    authority.warned().iter().flat_map(|warning| wrap(warning, width)).collect()
}

/// The stage that it was decided at, and what became of the identification there.
pub fn standing(authority: &Authority) -> String {
    let stages: Vec<String> = authority.stage.iter().map(|stage| stage.replace('-', " ")).collect();
    let held = match authority.holds_for.as_str() {
        "sufficient" => "the identification was held sufficient, or no more was required",
        "insufficient" => "the identification was held insufficient",
        _ => "states the standard only",
    };
    format!("Stage: {}; {held}.", stages.join(", "))
}
