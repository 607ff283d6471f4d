use super::{MarkKind, marks};

fn kinds(text: &str) -> Vec<MarkKind> {
    marks(text).into_iter().map(|mark| mark.kind).collect()
}

fn request(number: &str) -> MarkKind {
    MarkKind::Request(Some(number.to_owned()))
}

fn answer(number: Option<&str>) -> MarkKind {
    MarkKind::Answer(number.map(str::to_owned))
}

#[test]
fn labels_in_their_many_forms_are_found() {
    assert_eq!(kinds("INTERROGATORY NO. 9: Identify.\n\nANSWER: x"), [request("9"), answer(None)]);
    assert_eq!(kinds("  INTERROGATORY  NO. 5\tDescribe\nRESPONSE:\ty"), [request("5"), answer(None)]);
    assert_eq!(kinds("INTERROGATORY #1: a\nResponse: b"), [request("1"), answer(None)]);
    assert_eq!(
        kinds("SPECIAL INTERROGATORY N0.2(2)\nq\nRESPONSE TO SPECIAL INTERROGATORY NO. 2:\nz"),
        [request("2(2)"), answer(Some("2"))]
    );
    assert_eq!(kinds("INTERROGATORRY NO. 4: a"), [request("4")]);
    assert_eq!(kinds("FOURTH AMENDED RESPONSE: a"), [answer(None)]);
    assert_eq!(kinds("SUPPLEMENTAL RESPONSE PURSUANT TO THE COURT'S ORDER OF DECEMBER 6: a"), [answer(None)]);
}

#[test]
fn labels_run_into_one_paragraph_are_found() {
    assert_eq!(
        kinds(
            "INTERROGATORY NO. 3: Identify each. RESPONSE: Subject to its objections, a. INTERROGATORY NO. 4: b"
        ),
        [request("3"), answer(None), request("4")]
    );
}

#[test]
fn titles_contents_and_mentions_open_nothing() {
    assert_eq!(kinds("PLAINTIFF'S RESPONSES AND OBJECTIONS TO THE FIRST SET OF INTERROGATORIES\n\nx"), []);
    assert_eq!(
        kinds("RESPONSES TO INTERROGATORIES\n\nINTERROGATORY NO. 9: a\n\nANSWER: x"),
        [MarkKind::Elsewhere, request("9"), answer(None)]
    );
    let objections = |number: &str| MarkKind::Objections(Some(number.to_owned()));
    assert_eq!(kinds("OBJECTIONS TO INTERROGATORY NO. 5\n\nx"), [objections("5")]);
    assert_eq!(kinds("SPECIFIC OBJECTIONS TO INTERROGATORY NO. 5:\n\nx"), [objections("5")]);
    assert_eq!(kinds("ANSWERS TO INTERROGATORIES NOS. 2 AND 5\n\nx"), []);
    assert_eq!(kinds("INTERROGATORY NO. 5 ............ 12\n"), []);
    assert_eq!(kinds("See Answer to Interrogatory Number 2 above."), []);
    assert_eq!(kinds("as in your\nAnswer to Interrogatory No. 3, the list"), []);
}

#[test]
fn the_signature_closes_the_answer() {
    assert_eq!(
        kinds("ANSWER: a\nDated: May 1, 2024\n/s/ B"),
        [answer(None), MarkKind::Signature, MarkKind::Signature]
    );
    assert_eq!(kinds("ANSWER: a\n\nAS TO ANSWERS:\n\nAda Birk"), [answer(None), MarkKind::Signature]);
    assert_eq!(kinds("GENERAL OBJECTIONS\n\n1. x"), [MarkKind::Elsewhere]);
}
