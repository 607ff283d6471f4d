//! Faults of rule files, shown like findings.

use std::collections::BTreeMap;

use crate::error::RuleFault;
use crate::rule::Severity;
use crate::write::Look;
use crate::write::lines::wrap;
use crate::write::terminal::{Block, MARGIN, block, excerpt};

/// Every fault with its file, line and column, the words at fault underlined.
pub fn faults(faults: &[RuleFault], look: &Look) -> String {
    let mut by_file: BTreeMap<&str, Vec<&RuleFault>> = BTreeMap::new();
    for fault in faults {
        by_file.entry(&fault.file).or_default().push(fault);
    }
    let shown = by_file.into_values().flat_map(|mut faults| {
        faults.sort_by_key(|fault| fault.span);
        faults
    });
    shown.map(|fault| one(fault, look)).collect()
}

fn one(fault: &RuleFault, look: &Look) -> String {
    let before = fault.text.get(..fault.span.start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let width = look.room().saturating_sub(MARGIN);
    let drawing = Block {
        severity: Severity::Error,
        code: "",
        message: &fault.message,
        place: &format!("{}:{line}:{column}", fault.file),
        excerpt: excerpt(&fault.text, fault.span, width),
        help: fault.help.iter().flat_map(|help| wrap(help, width)).collect(),
        note: Vec::new(),
    };
    block(&drawing, look)
}
