//! Word papers: whatever the bytes, comments are written and taken out, or there is an error.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use particulars::annotate::{Options, annotate, strip};
use particulars::posture::Posture;
use particulars::rule::{RuleSet, Stage};

static RULES: LazyLock<RuleSet> = LazyLock::new(|| particulars::load::load(&[]).expect("the rules are sound"));

fuzz_target!(|bytes: &[u8]| {
    let _ = strip("paper.docx", bytes);
    let Ok(document) = particulars::read::read("paper.docx", bytes) else { return };
    let report = particulars::lint_document(document, &RULES, &Posture::at(Stage::Particularity));
    let options = Options { author: "Particulars".to_owned(), date: None };
    if let Ok(with) = annotate(bytes, &report, &RULES, &options) {
        assert!(with.written == 0 || particulars::read::read("paper.docx", with.bytes).is_ok());
    }
});
