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
        r"|who\b|(?:state|describe|set forth|identify)\s+(?:in detail\s+)?(?:all|the|each|any|every)\s+(?:damages|measures?|steps?|efforts?|facts?|losses|basis|bases|factual|circumstances|dates?)\b",
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
