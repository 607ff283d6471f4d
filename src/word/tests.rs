use super::{Shape, words};
use crate::document::Span;
use crate::lexicon::Lexicon;

fn split(text: &str) -> Vec<(&str, Shape)> {
    words(text, Span::new(0, text.len()), &Lexicon::default())
        .iter()
        .map(|word| (&text[word.start as usize..word.end as usize], word.shape))
        .collect()
}

#[test]
fn possessives_quotes_and_dashes_are_marks_of_their_own() {
    assert_eq!(
        split("Acme’s clients' “tag” -- x"),
        [
            ("Acme", Shape::Capitalised),
            ("’s", Shape::Possessive),
            ("clients", Shape::Lower),
            ("'", Shape::Mark(b'\'')),
            ("“", Shape::Mark(b'"')),
            ("tag", Shape::Lower),
            ("”", Shape::Mark(b'"')),
            ("--", Shape::Mark(b'-')),
            ("x", Shape::Lower),
        ]
    );
}

#[test]
fn identifiers_numbers_and_hyphened_words_stay_whole() {
    let shapes: Vec<_> = split("ramp_ctl.c 1,140 AM-604 lead-out WBS ContiSpin 4.5% end.");
    assert_eq!(shapes[0], ("ramp_ctl.c", Shape::Mixed));
    assert_eq!(shapes[1], ("1,140", Shape::Number));
    assert_eq!(shapes[2], ("AM-604", Shape::Mixed));
    assert_eq!(shapes[3], ("lead-out", Shape::Lower));
    assert_eq!(shapes[4], ("WBS", Shape::Upper));
    assert_eq!(shapes[5], ("ContiSpin", Shape::Mixed));
    assert_eq!(shapes[6], ("4.5", Shape::Number));
    assert_eq!(shapes.last(), Some(&(".", Shape::Mark(b'.'))));
}
