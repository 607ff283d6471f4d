//! Deadline → text: the date with its working, the steps if they are asked for, and the warnings.

use super::lines::hang;
use super::{Ink, Look};
use crate::deadline::Deadline;
use crate::rule::RuleSet;

/// The deadline as lines for a terminal.
pub fn deadline(deadline: &Deadline, with_steps: bool, rules: &RuleSet, look: &Look) -> String {
    let mut text = hang("", &deadline.working(&rules.authorities), look.room());
    if with_steps {
        for (number, step) in deadline.told_steps().iter().enumerate() {
            text.push_str(&hang(&format!("  {}. ", number + 1), step, look.room()));
        }
    }
    for warning in &deadline.warnings {
        let said = hang("warning: ", warning, look.room());
        text.push_str(&said.replacen("warning:", &look.ink(Ink::Warning, "warning:"), 1));
    }
    text
}
