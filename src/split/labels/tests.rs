use super::{labels, outermost};
use crate::document::Span;
use crate::lexicon::Lexicon;
use crate::word::words;

fn found(text: &str) -> Vec<&str> {
    let words = words(text, Span::new(0, text.len()), &Lexicon::new());
    let labels = labels(text, &words);
    outermost(&labels).iter().map(|label| &text[label.span.start..label.span.end]).collect()
}

#[test]
fn lists_of_every_style_are_found() {
    assert_eq!(found("lead:\n1. One\n2. Two"), ["1.", "2."]);
    assert_eq!(found("(a) one;\n(b) two; and\n(c) three"), ["(a)", "(b)", "(c)"]);
    assert_eq!(found("is (i) one and (ii) two"), ["(i)", "(ii)"]);
    assert_eq!(found("I. One\n\nII. Two\n\nIII. Three"), ["I.", "II.", "III."]);
    assert_eq!(found("* One\n* Two"), ["*", "*"]);
    assert_eq!(found("TS 3. One\n\nTS 7. Two"), ["TS 3.", "TS 7."]);
    assert_eq!(
        found("Trade Secret 1 -- One. Text.\n\nTrade Secret No. 2: Two"),
        ["Trade Secret 1 --", "Trade Secret No. 2:"]
    );
    assert_eq!(found("as follows. 1. One thing. 2. Another thing."), ["1.", "2."]);
}

#[test]
fn sub_parts_do_not_number_items() {
    assert_eq!(found("1. The set of (a) x, (b) y\n2. The rest"), ["1.", "2."]);
    assert_eq!(found("1. One\n  (a) x\n  (b) y\n2. Two"), ["1.", "2."]);
}

#[test]
fn numbers_in_prose_are_no_labels() {
    assert_eq!(found("a lot of 30 (45 at most) and Ex. (c) of it"), Vec::<&str>::new());
    assert_eq!(found("written by\nA. Rao in May"), Vec::<&str>::new());
}
