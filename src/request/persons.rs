//! Where a paper says what "identify" means of a person or a document.

/// Bytes of a definition that are read at most.
const LONGEST: usize = 2500;

/// The words by which the paper, or what it quotes, says what to identify a person means, and a document; empty if it does
/// not.
pub fn definitions(text: &str) -> (String, String) {
    const WORD: &str = "dentif";
    let (mut of_persons, mut of_documents) = (String::new(), String::new());
    for at in memchr::memmem::find_iter(text.as_bytes(), WORD) {
        if of_persons.len() + of_documents.len() > LONGEST {
            break;
        }
        if defines(text, at) {
            let definition = paragraphs(&text[at..]);
            of_persons.push_str(&parts(definition, &PERSONS, &OTHERS));
            of_documents.push_str(&parts(definition, &DOCUMENTS, &NO_DOCUMENTS));
        }
    }
    (of_persons, of_documents)
}

/// The word at `at` is being defined: it stands in quotation marks, or after "when the" or "to".
fn defines(text: &str, at: usize) -> bool {
    /// Bytes within which a definition says so.
    const NEAR: usize = 250;
    let before = text[text.floor_char_boundary(at.saturating_sub(16))..at].to_ascii_lowercase();
    let after = &text[at..text.floor_char_boundary((at + NEAR).min(text.len()))];
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    let is_quoted = after[end..].starts_with(['"', '”', '\'', '’', ',']);
    let is_told = ["when the i", "whenever the i", "where the i", "to \"i", "to “i", "to i"];
    let is_led = is_told.iter().any(|lead| before.ends_with(lead));
    let says =
        ["mean", "shall include", "is requested", "refers to", "is to state", "is to provide", "requires"];
    (is_quoted || is_led) && says.iter().any(|verb| after.contains(verb))
}

/// The first paragraph, and those after it that go on with its list.
fn paragraphs(text: &str) -> &str {
    let text = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    let mut end = 0;
    while let Some(gap) = text[end..].find("\n\n") {
        end += gap;
        let rest = text[end..].trim_start();
        if !rest.starts_with(['(', '•', '-']) {
            return &text[..end];
        }
        end = text.len() - rest.len();
    }
    text
}

/// Words that lead to what the next part of a definition is of.
const LEADS: [&str; 14] = [
    "respect to",
    "reference to",
    "referring to",
    "refers to",
    "used of",
    "used in",
    "as to",
    "regard to",
    "case of",
    "dentify a",
    "dentification of",
    "for a",
    "for any",
    "for each",
];

const PERSONS: [&str; 5] = ["person", "individual", "human being", "entity", "employee"];
const OTHERS: [&str; 9] =
    ["document", "communication", "secret", "meeting", "product", "event", "thing", "information", "fact"];
const DOCUMENTS: [&str; 2] = ["document", "communication"];
const NO_DOCUMENTS: [&str; 10] = [
    "person",
    "individual",
    "human being",
    "entity",
    "employee",
    "secret",
    "meeting",
    "product",
    "event",
    "fact",
];

/// The parts of a definition that are of one of `nouns` and not of `others`.
fn parts(definition: &str, nouns: &[&str], others: &[&str]) -> String {
    /// Bytes in which what is defined follows its lead.
    const NEAR: usize = 48;
    let small = definition.to_ascii_lowercase();
    let mut parts: Vec<(usize, bool)> = Vec::new();
    for at in LEADS.iter().flat_map(|lead| small.match_indices(lead).map(|(at, lead)| at + lead.len())) {
        let near = &small[at..small.floor_char_boundary((at + NEAR).min(small.len()))];
        let first = |nouns: &[&str]| nouns.iter().filter_map(|noun| near.find(noun)).min();
        match (first(nouns), first(others)) {
            (None, None) => {}
            (noun, other) => {
                parts.push((at, noun.is_some_and(|noun| other.is_none_or(|other| noun < other))));
            }
        }
    }
    parts.sort_unstable();
    let ends = parts.iter().skip(1).map(|(at, _)| *at).chain([definition.len()]);
    let own = parts.iter().zip(ends).filter(|((_, is_of_noun), _)| *is_of_noun);
    let own: Vec<&str> = own.map(|((start, _), end)| &definition[*start..end]).collect();
    own.join(
        "
",
    )
}

#[cfg(test)]
mod tests {
    use super::definitions;

    #[test]
    fn the_part_that_is_of_persons_is_taken() {
        let cases = [
            (
                "When the identification of any person is requested, provide the person's full name and present address.",
                "address",
            ),
            (
                "\"Identify\" means (a) with respect to a document, its date and author; (b) with respect to a natural person, the employer.",
                "employer",
            ),
            (
                "\"Identify,\" when used in reference to a natural person, means to state the telephone number.",
                "telephone",
            ),
            (
                "\"Identify\" means:\n\n(a) as to a person, the name and title;\n\n(b) as to a document, its author.",
                "title",
            ),
        ];
        for (text, word) in cases {
            let (found, _) = definitions(text);
            assert!(found.contains(word) && !found.contains("author"), "{text}: {found:?}");
        }
    }

    #[test]
    fn requests_and_definitions_of_other_things_are_none() {
        for text in [
            "Identify each person who knows the means by which the address was found.",
            "\"Identify,\" when used of a trade secret, means to state its content and each person to whom it was disclosed.",
            "\"Identify,\" as to a document, means its date, author and address.",
        ] {
            assert_eq!(definitions(text).0, "", "{text}");
        }
    }
}
