//! Huge and crooked papers: time grows with the length and not with its square, and nothing panics.

use std::time::{Duration, Instant};

use particulars::questions::questions;
use particulars::rule::{RuleSet, Stage};

use crate::corpus::shared_rules;

const SENTENCE: &str = "The tag sends the visitor's page to the server, which looks it up in the rules table and returns an offer. ";

/// A kind of huge paper: what it is, its format, its text at a size, and the smaller of the two sizes tried.
type Huge = (&'static str, &'static str, fn(usize) -> String, usize);

fn counted(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

/// A head, so that what stands around it is read as parts of a paper.
const HEAD: &str = "SUPERIOR COURT\nNORVIK, INC., Plaintiff,\nv.\nTOM ORME, Defendant.\nPLAINTIFF'S ANSWERS TO INTERROGATORIES\n\n";

const ASKED: &str =
    "\nINTERROGATORY NO. 1: Identify each trade secret.\nANSWER: The tape formula of 40 percent resin.\n\n";

const HUGE: [Huge; 47] = [
    (
        "names in a head",
        "txt",
        |n| format!("SUPERIOR COURT\n{}v.\nTOM ORME{ASKED}", "NORVIK, INC.; ".repeat(n)),
        4000,
    ),
    (
        "definitions",
        "txt",
        |n| {
            format!(
                "{HEAD}DEFINITIONS\n{}{ASKED}",
                counted(n, |i| format!("{i}. \"Term {i}\" means a tape.\n"))
            )
        },
        600,
    ),
    (
        "general objections",
        "txt",
        |n| {
            format!(
                "{HEAD}GENERAL OBJECTIONS\n{}{ASKED}",
                counted(n, |i| format!("{i}. Norvik objects to all.\n\n"))
            )
        },
        600,
    ),
    (
        "sections without an end",
        "txt",
        |n| format!("{HEAD}{}{ASKED}", "DEFINITIONS\nGENERAL OBJECTIONS\n".repeat(n)),
        1000,
    ),
    (
        "signatures",
        "txt",
        |n| {
            format!(
                "{HEAD}{ASKED}{}",
                "Dated: May 3, 2021\n\n/s/ Ada Birk\nVERIFICATION\nI declare under penalty of perjury.\n"
                    .repeat(n)
            )
        },
        300,
    ),
    (
        "terms in brackets",
        "txt",
        |n| format!("ANSWER: {}", counted(n, |i| format!("the table (the \"Table {i}\") "))),
        600,
    ),
    (
        "claims within claims",
        "txt",
        |n| {
            let nested = "that its (trade secrets are a coating formula; ".repeat(n);
            format!("ANSWER: Acme claims that its trade secrets are a coating formula; {nested}and a nut.")
        },
        2000,
    ),
    (
        "headings far from the end of their line",
        "txt",
        |n| format!("{}{}", "x ".repeat(100), format!("DEFINITIONS{}", " ".repeat(170)).repeat(n)),
        1000,
    ),
    (
        "requests after a definition without an end",
        "txt",
        |n| {
            let asked = |i| {
                format!("INTERROGATORY NO. {i}: Identify each trade secret.\nANSWER: the rule table {i}.\n")
            };
            format!("The word \"identify\" means to state what it is.\n{}", counted(n, asked))
        },
        200,
    ),
    (
        "a paper quoted whole",
        "txt",
        |n| {
            counted(n, |i| format!("> INTERROGATORY NO. {i}: Identify each trade secret.\n> ANSWER: None.\n"))
        },
        300,
    ),
    ("headings without blanks", "txt", |n| format!("ANSWER: {}", "Question".repeat(n)), 4000),
    (
        "members that lead to one another",
        "txt",
        |n| {
            let members = counted(n, |i| format!("q{i}x is q{}x; ", i + 1));
            format!("ANSWER: Acme claims the following trade secrets: a widget; {members}and a nut.")
        },
        1000,
    ),
    (
        "sections that start again",
        "txt",
        |n| format!("ANSWER:\n{}", counted(n, |i| format!("{}. A rule\n- x\n", i % 900 + 1))),
        1000,
    ),
    ("one line of prose", "txt", |n| SENTENCE.repeat(n), 200),
    ("an answer in one line", "txt", |n| format!("ANSWER: {}", SENTENCE.repeat(n)), 200),
    ("a line without a blank", "txt", |n| format!("ANSWER: {}", "x".repeat(100 * n)), 1500),
    ("a line of one identifier", "txt", |n| format!("ANSWER: {}", "a1_b-c.d".repeat(n)), 15_000),
    ("blanks", "txt", |n| format!("ANSWER: the table{}of rules", " ".repeat(n)), 100_000),
    ("line ends", "txt", |n| format!("ANSWER: the table{}of rules", "\n".repeat(n)), 100_000),
    (
        "items by semicolons",
        "txt",
        |n| format!("ANSWER: {}", counted(n, |i| format!("rule table {i}; "))),
        600,
    ),
    (
        "items by commas",
        "txt",
        |n| format!("ANSWER: {}and pay", counted(n, |i| format!("rule table {i}, "))),
        1500,
    ),
    (
        "numbered lines",
        "txt",
        |n| format!("ANSWER: these.\n{}", counted(n, |i| format!("{i}. Rule table\n"))),
        1000,
    ),
    (
        "items that say the same",
        "txt",
        |n| format!("ANSWER: these.\n{}", "* the rule of pan 6\n".repeat(n)),
        600,
    ),
    (
        "items that overlap",
        "txt",
        |n| {
            let added = |i: usize| format!("* the raking rule{}\n", " of the pan".repeat(i % 20));
            format!("ANSWER: these.\n{}", counted(n, added))
        },
        600,
    ),
    (
        "one item of beginnings",
        "txt",
        |n| format!("ANSWER: Acme claims the raking rule{}", ", including the rake and its angle".repeat(n)),
        1000,
    ),
    ("bullets", "txt", |n| format!("ANSWER: these.\n{}", "* Rule table\n".repeat(n)), 600),
    ("bullets in Markdown", "md", |n| format!("ANSWER: these.\n\n{}", "* Rule table\n".repeat(n)), 600),
    (
        "named items",
        "txt",
        |n| format!("ANSWER: these.\n{}", counted(n, |i| format!("TS {i}. Rule table\n"))),
        600,
    ),
    (
        "labels in a line",
        "txt",
        |n| format!("ANSWER: these: {}", counted(n, |i| format!("({i}) table; "))),
        1500,
    ),
    (
        "Roman labels",
        "txt",
        |n| format!("ANSWER: these: {}", "(i) table; (v) rule; (x) rate; ".repeat(n)),
        400,
    ),
    ("nested lists", "md", |n| counted(n, |i| format!("{}* the table\n", "  ".repeat(i))), 300),
    ("nested quotations", "md", |n| format!("{}ANSWER: the table", "> ".repeat(n)), 2000),
    ("parentheses", "txt", |n| format!("ANSWER: the table {} of rules", "(".repeat(n)), 6000),
    ("brackets in Markdown", "md", |n| format!("ANSWER: the table {} of rules", "[".repeat(n)), 12_000),
    ("links in Markdown", "md", |n| format!("ANSWER: the table {} of rules", "[a](b ".repeat(n)), 4000),
    ("emphasis in Markdown", "md", |n| format!("ANSWER: the table {} of rules", "*a **b ".repeat(n)), 3000),
    ("quotation marks", "txt", |n| format!("ANSWER: the table {} of rules", "\"".repeat(n)), 12_000),
    ("opening quotation marks", "txt", |n| format!("ANSWER: the table {}", " \"a".repeat(n)), 4000),
    ("one quotation", "txt", |n| format!("\"{}\"", SENTENCE.repeat(n)), 200),
    (
        "answers quoted again and again",
        "txt",
        |n| format!("In answer to Interrogatory No. 9 it said \"{SENTENCE}\". ").repeat(n),
        300,
    ),
    ("headings", "txt", |n| "RESPONSE:\n".repeat(n), 4000),
    ("headings with words", "txt", |n| "RESPONSE: rule table\n".repeat(n), 500),
    ("a line of capitals", "txt", |n| format!("{}{}", "A ".repeat(n), "RESPONSE ".repeat(n)), 1500),
    (
        "answers to other requests",
        "txt",
        |n| {
            counted(n, |i| {
                format!("INTERROGATORY NO. {i}: Identify it.\nRESPONSE TO INTERROGATORY NO. 9{i}: a table\n")
            })
        },
        400,
    ),
    ("words of words", "txt", |n| format!("ANSWER: {}word", "word-".repeat(n)), 20_000),
    (
        "unseen characters",
        "txt",
        |n| format!("ANSWER: {}", "t\u{200b}h\u{202e}e \u{2066}t\u{200d}a\u{ad}g ".repeat(n)),
        3000,
    ),
    (
        "shares",
        "txt",
        |n| format!("ANSWER: the process {}", counted(n, |i| format!("{i}% of salt when valve{i} opens, "))),
        1500,
    ),
];

/// Time to lint the text and to put its questions; a refusal is a way to end too.
fn time(name: &str, text: &str, rules: &RuleSet) -> Duration {
    let start = Instant::now();
    match particulars::lint(name, text.as_bytes(), rules, Stage::SummaryJudgment) {
        Ok(report) => {
            assert_eq!(report.verdicts.len(), report.response.items.len(), "{name}");
            assert!(!questions(&report, rules).blocks.is_empty(), "{name}");
        }
        Err(error) => assert!(error.to_string().starts_with(name), "{error}"),
    }
    start.elapsed()
}

#[test]
fn time_grows_with_the_length_and_not_with_its_square() {
    let rules = shared_rules();
    let mut slow = Vec::new();
    for (what, ending, text, size) in HUGE {
        let name = format!("answer.{ending}");
        let (small, large) = (text(size), text(4 * size));
        // Bytes and not sizes are compared: nested lists grow with the square of their depth by themselves.
        let growth = u32::try_from(large.len() / small.len()).unwrap();
        // Another program may take the machine for a while: one measurement of three is enough.
        let measured: Vec<(Duration, Duration)> = (0..3)
            .map(|_| (time(&name, &small, rules), time(&name, &large, rules)))
            .scan(false, |done, pair| {
                let before = std::mem::replace(done, is_linear(pair, growth));
                (!before).then_some(pair)
            })
            .collect();
        println!("{what}: {measured:?}");
        if !measured.last().is_some_and(|pair| is_linear(*pair, growth)) {
            slow.push(format!("{what}: {measured:?}"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

fn is_linear((small, large): (Duration, Duration), growth: u32) -> bool {
    large < small * growth * 2 + Duration::from_millis(100)
}

/// A paper's name, and its text with so many items.
type List = (&'static str, fn(usize) -> String);

#[test]
fn long_lists_keep_every_item() {
    let lists: [List; 5] = [
        ("answer.txt", |n| format!("ANSWER: {}", counted(n, |i| format!("the rule table {i}; ")))),
        ("answer.txt", |n| format!("ANSWER: these.\n{}", counted(n, |i| format!("{}. Rule table\n", i + 1)))),
        ("answer.txt", |n| format!("ANSWER: these.\n{}", "* Rule table\n".repeat(n))),
        ("answer.md", |n| format!("ANSWER: these.\n\n{}", "* Rule table\n".repeat(n))),
        ("answer.txt", |n| format!("ANSWER: these: {}", counted(n, |i| format!("({}) rule table; ", i + 1)))),
    ];
    for (at, (name, text)) in lists.into_iter().enumerate() {
        let report = particulars::lint(name, text(700).as_bytes(), shared_rules(), Stage::Notice).unwrap();
        assert_eq!(report.response.items.len(), 700, "list {at}");
    }
}
