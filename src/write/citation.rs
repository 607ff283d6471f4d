//! An authority as it is printed: its citation, what it stands for, and always its caution.

use crate::authority::Authority;
use crate::posture::Posture;
use crate::rule::RuleSet;
use crate::write::lines::wrap;

/// The authority in full, in lines of at most `width` columns.
pub fn citation(authority: &Authority, posture: &Posture, rules: &RuleSet, width: usize) -> Vec<String> {
    let mut lines = wrap(&authority.citation, width);
    lines.extend(wrap(&standing(authority), width));
    lines.extend(elsewhere(authority, posture, rules).iter().flat_map(|line| wrap(line, width)));
    lines.extend(wrap(&authority.proposition, width));
    lines.extend(warnings(authority, width));
    lines
}

/// What later happened to the authority, and what must be known before it is cited; never left out.
pub fn warnings(authority: &Authority, width: usize) -> Vec<String> {
    warned(authority).iter().flat_map(|warning| wrap(warning, width)).collect()
}

/// The same as sentences: "Caution: …".
pub fn warned(authority: &Authority) -> Vec<String> {
    let labelled = [("Later history", &authority.later_history), ("Caution", &authority.caution)];
    let given = labelled.into_iter().filter_map(|(label, words)| words.as_ref().map(|words| (label, words)));
    given.map(|(label, words)| format!("{label}: {words}")).collect()
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

/// Where it counts, if that is not the forum of the case.
pub fn elsewhere(authority: &Authority, posture: &Posture, rules: &RuleSet) -> Option<String> {
    let forum = rules.forums.find(posture.forum.as_deref()?)?;
    let known = authority.jurisdictions.iter().filter_map(|name| rules.forums.find(name));
    let areas: Vec<&str> = known.map(|area| area.name.as_str()).collect();
    let is_elsewhere = !areas.is_empty() && !authority.is_own(posture, rules);
    is_elsewhere.then(|| format!("Of another forum than {}: {}.", forum.name, areas.join(", ")))
}
