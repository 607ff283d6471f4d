//! What a request asks for, by its own words. No expression is compiled: a short paper would wait for it.

use crate::response::Asked;
use crate::split::Draft;

/// What each request asks for; where no request speaks of secrets, every answer may hold them.
pub fn asked(text: &str, drafts: &[Draft]) -> Vec<Asked> {
    let request = |draft: &Draft| draft.request.map(|span| &text[span.start..span.end]);
    let speaks = |draft: &Draft| request(draft).is_some_and(speaks_of_secrets);
    let any_speaks = drafts.iter().any(speaks);
    let asked = drafts.iter().map(|draft| {
        let is_other = request(draft).is_some_and(|request| {
            asks_otherwise(request) && !asks_as_well(request)
                || asks_for_documents(request) && !speaks_of_secrets(request)
        });
        let counts = speaks(draft) || !any_speaks || draft.request.is_none();
        if counts && !is_other { Asked::Secrets } else { Asked::Other }
    });
    asked.collect()
}

/// The request uses a word by which secrets are asked for.
fn speaks_of_secrets(request: &str) -> bool {
    const STEMS: [&str; 6] =
        ["secret", "confidential", "proprietary", "misappropriat", "2019.210", "in confidence"];
    let request = request.to_ascii_lowercase();
    let starts = |at: usize| !request[..at].ends_with(is_letter);
    let ends = |at: usize| !request[at..].starts_with(is_letter);
    STEMS.iter().any(|stem| request.contains(stem))
        || request.match_indices("contend").any(|(at, _)| starts(at))
        || ["claim", "taken"]
            .iter()
            .any(|word| request.match_indices(word).any(|(at, word)| starts(at) && ends(at + word.len())))
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

const EACH: &[&str] = &["each", "all", "any", "every", "the"];

/// The request opens by asking for people, damages, measures or facts, not for the secrets themselves.
fn asks_otherwise(request: &str) -> bool {
    let request = request.trim_start_matches(|character| !is_letter(character));
    let request = word(request, &["please"]).unwrap_or(request);
    ends(request, &["who"])
        || asks_for_people(request)
        || asks_for_facts(request)
        || asks_for_damages(request)
}

/// "... including a description of each such trade secret": the request asks for the secrets as well.
fn asks_as_well(request: &str) -> bool {
    let small = request.to_ascii_lowercase();
    let words: Vec<&str> = small.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).collect();
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let is_object = |at: usize| match word(at.wrapping_sub(1)) {
        "describe" | "identify" | "disclose" | "state" => true,
        "of" => matches!(
            word(at.wrapping_sub(2)),
            "description" | "descriptions" | "identification" | "statement"
        ),
        _ => false,
    };
    let each = |at: &usize| matches!(words[*at], "each" | "every") && is_object(*at);
    let mut objects = (0..words.len()).filter(each);
    objects.any(|at| (at + 1..at + 5).any(|near| word(near).starts_with("secret")))
}

/// "State the amount of your damages"; not "state each trade secret and your damages".
fn asks_for_damages(request: &str) -> bool {
    const VERBS: &[&str] =
        &["state", "describe", "set forth", "identify", "itemize", "compute", "calculate", "quantify"];
    let Some(after) = word(request, VERBS) else { return false };
    let is =
        |word: &str, stems: &[&str]| stems.iter().any(|stem| word.to_ascii_lowercase().starts_with(stem));
    let mut words = after.split_whitespace().take(7);
    words
        .find(|word| is(word, &["damages", "losses", "harm", "secret", "confidential", "proprietary"]))
        .is_some_and(|found| is(found, &["damages", "losses", "harm"]))
}

/// "Identify the names of all persons", "state each and every natural person".
fn asks_for_people(request: &str) -> bool {
    const VERBS: &[&str] = &["identify", "list", "name", "state", "describe", "provide", "set forth"];
    let Some(after) = word(request, VERBS) else { return false };
    let named = word(after, &["the full", "the", "by"]).and_then(|after| {
        let after = ["names", "name", "identity"].iter().find_map(|name| whole(after, name))?;
        let mut gap = after.char_indices().take(121).take_while(|(_, character)| *character != '.');
        gap.find(|(at, character)| character.is_whitespace() && each_person(after[*at..].trim_start()))
    });
    // The mark that ends the gap may be the blank itself.
    named.is_some() || each_person(after)
}

/// "Identify all documents on which you rely".
fn asks_for_documents(request: &str) -> bool {
    const DOCUMENTS: &[&str] = &["document", "documents", "communication", "communications"];
    let request = request.trim_start_matches(|character| !is_letter(character));
    let request = word(request, &["please"]).unwrap_or(request);
    let after =
        word(request, &["identify", "list", "specify", "describe"]).and_then(|after| word(after, EACH));
    after.is_some_and(|after| ends(word(after, &["and every"]).unwrap_or(after), DOCUMENTS))
}

fn each_person(text: &str) -> bool {
    const PEOPLE: &[&str] = &[
        "person",
        "persons",
        "individual",
        "individuals",
        "witness",
        "witnesses",
        "employee",
        "employees",
        "custodian",
        "custodians",
        "expert",
        "experts",
        "former employee",
        "former employees",
        "entity",
        "entities",
    ];
    const ADJECTIVES: &[&str] =
        &["natural", "current and former", "current or former", "current", "present", "past", "other"];
    /// "each customer to whom", but not "each customer list".
    const OTHERS: &[&str] = &["customer", "customers", "vendor", "vendors", "supplier", "suppliers"];
    const LEADS: &[&str] = &["who", "whom", "to", "that", "with", "from"];
    let Some(after) = word(text, EACH) else { return false };
    let after = word(after, &["and every"]).unwrap_or(after);
    let after = word(after, &["of your", "of the"]).unwrap_or(after);
    let named = word(after, ADJECTIVES).unwrap_or(after);
    ends(named, PEOPLE) || word(named, OTHERS).is_some_and(|after| ends(after, LEADS))
}

/// "Describe in detail all damages", "state the factual basis".
fn asks_for_facts(request: &str) -> bool {
    const FACTS: &[&str] =
        &["damages", "measures", "steps", "efforts", "facts", "losses", "basis", "bases", "factual"];
    const EFFORTS: &[&str] = &["measures", "efforts", "your efforts", "damages"];
    let Some(after) = word(request, &["state", "describe", "set forth", "identify"]) else { return false };
    let after = word(after, &["in detail"]).unwrap_or(after);
    let describes = word(request, &["describe"]).is_some();
    word(after, EACH).is_some_and(|after| ends(after, FACTS))
        || describes && ends(word(after, &["all"]).unwrap_or(after), EFFORTS)
}

/// What follows one of `words` and the blanks after it.
fn word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let after = words.iter().find_map(|word| whole(text, word))?;
    after.starts_with(char::is_whitespace).then(|| after.trim_start())
}

/// One of `words` opens the text.
fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| whole(text, word).is_some())
}

/// What follows `word`, in any case, if no letter does.
fn whole<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (opening, after) = text.split_at_checked(word.len())?;
    (opening.eq_ignore_ascii_case(word) && !after.starts_with(is_letter)).then_some(after)
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::{asks_otherwise, speaks_of_secrets};

    /// All rows of one part from each column, with a blank between.
    fn rows(columns: &[&[&str]]) -> Vec<String> {
        columns.iter().fold(vec![String::new()], |rows, column| {
            rows.iter().flat_map(|row| column.iter().map(move |part| format!("{row}{part}"))).collect()
        })
    }

    #[test]
    fn requests_are_read_as_the_expression_for_them_says() {
        let expression = Regex::new(concat!(
            r"(?i)\A\W*(?:please\s+)?(?:(?:identify|list|name|state|describe|provide|set forth)\s+(?:(?:the full|the|by)\s+(?:name|names|identity)\b[^.]{0,120}\s+)?",
            r"(?:each|all|any|every|the)\s+(?:and every\s+)?(?:(?:of your|of the)\s+)?(?:(?:natural|current and former|current or former|current|present|past|other)\s+)?(?:(?:persons?|individuals?|witness(?:es)?|employees?|custodians?|experts?|former employees?|entity|entities)|(?:customer|vendor|supplier)s?\s+(?:who|whom|to|that|with|from))\b",
            r"|who\b|(?:state|describe|set forth|identify)\s+(?:in detail\s+)?(?:all|the|each|any|every)\s+(?:damages|measures|steps|efforts|facts|losses|basis|bases|factual)\b",
            r"|describe\s+(?:in detail\s+)?(?:all\s+)?(?:measures|efforts|your efforts|damages)\b)"
        ))
        .unwrap();
        let requests = rows(&[
            &["", " — Please\n", "please"],
            &["Identify ", "STATE\t", "describe", "describe ", "set forth ", "set  forth ", "who ", "Whose "],
            &[
                "",
                "by name, address, and telephone number ",
                "the full name of ",
                "the names of ",
                "the name, address. ",
                "the identity ",
                "in detail ",
                "the ",
            ],
            &["", "each ", "ALL\n ", "the", "each and every ", "all natural ", "those "],
            &[
                "persons",
                "person's",
                "LivePerson",
                "witness",
                "of Your employees",
                "current and former employees",
                "current employees",
                "customers to whom",
                "customer list",
                "entities",
                "former employees",
                "facts",
                "factually",
                "your efforts",
                "measures.",
                "trade secrets",
            ],
        ]);
        for request in &requests {
            assert_eq!(asks_otherwise(request), expression.is_match(request), "{request:?}");
        }
        let far = |gap: usize| format!("List the name {}all persons", "é ".repeat(gap));
        for request in [far(59), far(60), far(61), far(90)] {
            assert_eq!(asks_otherwise(&request), expression.is_match(&request), "{request:?}");
        }
    }

    #[test]
    fn requests_for_secrets_are_told_by_their_words() {
        let expression = Regex::new(r"(?i)secret|confidential|proprietary|misappropriat|2019\.210|\bcontend|\bclaim\b|\btaken\b|in confidence").unwrap();
        let requests = rows(&[
            &["", "x", "é", "the "],
            &[
                "SECRETS",
                "Confidentiality",
                "contends",
                "claim",
                "claims",
                "taken",
                "mistaken",
                "in  confidence",
                "2019x210",
            ],
            &["", ".", "é", " of"],
        ]);
        for request in &requests {
            assert_eq!(speaks_of_secrets(request), expression.is_match(request), "{request:?}");
        }
    }
}
