//! Finds what looks like a citation in any output, and tells which are of no authority that may be printed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use particulars::rule::RuleSet;
use regex::Regex;

/// The shapes of citations; what they have in common with entries is their printed form.
const SHAPES: [&str; 8] = [
    // A reporter: "64 F.R.D. 367", "1 F. Supp. 3d 224", "36 Misc. 3d 211", "505 A.2d 30".
    r"\b\d{1,4} (?:[A-Z][A-Za-z0-9]*[.'’][A-Za-z0-9.'’]*|[23]d|[4-9]th)(?: (?:[A-Z&][A-Za-z0-9]*[.'’]?[A-Za-z0-9.'’]*|[23]d|[4-9]th))* \d{1,6}\b",
    // A data base or a court's own series: "2008 WL 463884", "2014 NCBC 50".
    r"\b(?:19|20)\d\d (?:WL|NCBC|U\.S\. Dist\. LEXIS) \d+",
    // A rule of court by its full name, or as lawyers call it.
    r"\bFed\. R\. (?:Civ|Crim|App|Evid|Bankr)\.(?: P\.)? \d+(?:\.\d+)?(?:\([a-zA-Z0-9]+\))*",
    r"\bRules? \d+(?:\.\d+)?(?:\([a-zA-Z0-9]+\))+",
    r"\b(?:L\.R\.|LR|Local (?:Civ\. )?R(?:ule|\.))(?: Civ P)? \d+(?:[.-]\d+)*",
    // A section of a statute.
    r"\b\d+ U\.S\.C\. \d+(?:\([a-zA-Z0-9]+\))*|(?:\b\d+ U\.S\.C\. )?§§? ?\d[\d.:-]*[a-z]?(?:\([a-zA-Z0-9]+\))*|\b[Ss]ection \d{3,}(?:\.\d+)*(?:\([a-zA-Z0-9]+\))*",
    // A docket: "No. 14 Civ. 1559", "No. 2:22-cv-3433", "No. C 17-06957".
    r"\bNos?\. (?:C )?\d[0-9A-Z]*(?::\d\d)?(?:[- ](?:Civ\.|C[vV]|cv|CV))?[- ]\d{3,6}\b",
    // A case by its parties: the word before and the word behind.
    r"[\w.'’)&]+,? v\. [\w\[\]./'’]+",
];

/// What looks like a citation in `output` and is part of no entry of the authorities, in order of its letters; what
/// `paper` cites itself is left out.
pub fn unknown(output: &str, paper: &str, rules: &RuleSet) -> Vec<String> {
    let known = known(rules);
    let own = citations(paper);
    let found = citations(output);
    found.into_iter().filter(|shape| !own.contains(shape) && !is_part(shape, &known)).collect()
}

/// Everything in `text` that looks like a citation, each once.
pub fn citations(text: &str) -> BTreeSet<String> {
    static COMPILED: LazyLock<Vec<Regex>> =
        LazyLock::new(|| SHAPES.iter().map(|shape| Regex::new(shape).unwrap()).collect());
    let text = plain(text);
    let mut found = BTreeSet::new();
    for shape in COMPILED.iter() {
        found.extend(
            shape.find_iter(&text).map(|one| one.as_str().trim_end_matches([',', '.', ';']).to_owned()),
        );
    }
    found
}

/// The text as a reader sees it: without frames, escapes and broken lines.
pub fn plain(text: &str) -> String {
    let marks = [
        ("&amp;", "&"),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&quot;", "\""),
        ("&nbsp;", " "),
        ("\u{a0}", " "),
        ("\\n", " "),
        ("\\\"", "\""),
        ("\\[", "["),
        ("\\]", "]"),
        ("’", "'"),
        ("│", " "),
        ("*", ""),
    ];
    let text = marks.iter().fold(text.to_owned(), |text, (mark, read)| text.replace(mark, read));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All that an entry prints: its citation with its place, and what it says of later history and of its own limits.
fn known(rules: &RuleSet) -> Vec<String> {
    let all = rules.authorities.keys().map(|key| &rules.authorities[key]).filter(|known| known.is_sound());
    all.flat_map(|known| {
        let said = [&known.later_history, &known.caution, &known.pincite]
            .map(|words| words.clone().unwrap_or_default());
        [known.citation.clone(), known.name.clone(), known.proposition.clone()].into_iter().chain(said)
    })
    .map(|words| plain(&words))
    .collect()
}

/// The shape stands in one of the texts, and no digit or letter goes on behind it. A rule or a section that is called by
/// its number alone is looked for as a number.
fn is_part(shape: &str, known: &[String]) -> bool {
    let bare = ["Rules ", "Rule ", "sections ", "Sections ", "section ", "Section "];
    let number = bare.iter().find_map(|lead| shape.strip_prefix(lead));
    known.iter().any(|text| stands_in(shape, text) || number.is_some_and(|number| stands_in(number, text)))
}

fn stands_in(shape: &str, text: &str) -> bool {
    text.match_indices(shape).any(|(at, _)| {
        let is_apart = |mark: Option<char>| mark.is_none_or(|mark| !mark.is_alphanumeric());
        is_apart(text[at + shape.len()..].chars().next()) && is_apart(text[..at].chars().next_back())
    })
}

#[test]
fn each_shape_of_citation_is_seen() {
    for cited in [
        "64 F.R.D. 367",
        "1 F. Supp. 3d 224",
        "610 F. App'x 69",
        "36 Misc. 3d 211",
        "505 A.2d 30",
        "132 Cal. App. 4th 826",
        "945 N.Y.S.2d 863",
        "523 U.S. 574",
        "2008 WL 463884",
        "2014 NCBC 50",
        "2007 U.S. Dist. LEXIS 73752",
        "Fed. R. Civ. P. 33(b)(4)",
        "Fed. R. Evid. 408",
        "Rule 37(a)(1)",
        "L.R. 37-1",
        "18 U.S.C. § 1839(3)",
        "§ 2019.210",
        "section 2019.210",
        "No. 14 Civ. 1559",
        "No. 2:22-cv-3433",
        "No. C 17-06957",
        "No. 07-3536",
        "Krawiec v. Manly",
    ] {
        let text = format!("as was held in {cited} (S.D.N.Y. 2014); so it is.");
        assert!(citations(&text).contains(cited), "{cited}: {:?}", citations(&text));
    }
    let none = "Item 3 of Interrogatory No. 9 claims data; p. 7, line 12, column 1; June 22, 2016; 9.3; §; 2 of 8 items";
    assert_eq!(citations(none), BTreeSet::new());
}

#[test]
fn a_citation_of_no_entry_is_told_however_the_output_writes_it() {
    let rules = crate::corpus::shared_rules();
    let told = |text: &str| unknown(text, "", rules);
    assert_eq!(
        told("See Fed. R. Civ. P. 33(b)(4), and Big Vision, 1 F. Supp.\n   │ 3d 224."),
        Vec::<String>::new()
    );
    assert_eq!(
        told("E.I. du Pont de Nemours &amp; Co., 610 F. App&apos;x 69 (2d Cir. 2015)"),
        Vec::<String>::new()
    );
    assert_eq!(told("Fed. R. Civ. P. 3"), ["Fed. R. Civ. P. 3"]);
    assert_eq!(told("Fed. R. Civ. P. 33(c)"), ["Fed. R. Civ. P. 33(c)"]);
    assert_eq!(told("Rule 33(c)(2) and Rule 33(b)(4)"), ["Rule 33(c)(2)"]);
    assert_eq!(told("Doe v. Roe, 1 F. Supp. 3d 225"), ["1 F. Supp. 3d 225", "Doe v. Roe"]);
    assert_eq!(
        told("28 U.S.C. § 9999; No. 99-cv-9999; 2031 WL 1"),
        ["2031 WL 1", "28 U.S.C. § 9999", "No. 99-cv-9999"]
    );
    assert_eq!(told("28 U.S.C. 9999"), ["28 U.S.C. 9999"]);
    assert_eq!(unknown("They cite Doe v. Roe.", "Doe v. Roe", rules), Vec::<String>::new());
}
