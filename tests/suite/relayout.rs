//! One paper in many layouts: the same items, and the same verdicts at every stage.

use particulars::report::{Report, Verdict};
use particulars::rule::Stage;

use crate::corpus::{cases, report};

/// A way to lay a paper out anew.
type Layout = (&'static str, fn(&str) -> String);

const LAYOUTS: [Layout; 10] = [
    ("as it is", str::to_owned),
    ("wrapped at 60", |text| wrapped(text, 60)),
    ("wrapped at 72", |text| wrapped(text, 72)),
    ("wrapped at 80", |text| wrapped(text, 80)),
    ("carriage returns", |text| text.replace('\n', "\r\n")),
    ("two blanks", |text| text.replace(". ", ".  ").replace(": ", ":  ")),
    ("curly", curly),
    ("indented", indented),
    ("wrapped at 60 and indented", |text| indented(&wrapped(text, 60))),
    ("wrapped at 60, curly, carriage returns", |text| curly(&wrapped(text, 60)).replace('\n', "\r\n")),
];

/// Hard line breaks, so that no line is wider than `width`.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            let blank = if line.is_empty() { "" } else { " " };
            line.push_str(&format!("{blank}{word}"));
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// Quotation marks and dashes as a word processor sets them.
fn curly(text: &str) -> String {
    let mut set = String::new();
    let mut before = ' ';
    for character in text.replace(" -- ", " \u{2014} ").chars() {
        let opens = before.is_whitespace() || before == '(';
        set.push(match character {
            '"' if opens => '\u{201c}',
            '"' => '\u{201d}',
            '\'' if opens => '\u{2018}',
            '\'' => '\u{2019}',
            other => other,
        });
        before = character;
    }
    set
}

/// Each line that holds anything pushed in by four blanks, as on a page.
fn indented(text: &str) -> String {
    let lines = text.split('\n');
    let lines = lines.map(|line| if line.is_empty() { String::new() } else { format!("    {line}") });
    lines.collect::<Vec<_>>().join("\n")
}

/// An item's words, its layout folded, and its verdicts.
type Judged = (String, [Verdict; 3]);

fn judged(report: &Report) -> Vec<Judged> {
    let items = report.response.items.iter().zip(&report.verdicts);
    items
        .map(|(item, verdicts)| {
            (folded(report.document.slice(item.span)), Stage::ALL.map(|stage| verdicts.at(stage)))
        })
        .collect()
}

/// White space, quotation marks and dashes in one form.
fn folded(text: &str) -> String {
    let text = text.replace(['\u{201c}', '\u{201d}'], "\"").replace(['\u{2018}', '\u{2019}'], "'");
    text.replace("--", "\u{2014}").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the layout changes how the paper is read: a heading broken over two lines (dura-magna), and a list within a
/// sentence of which one label comes to stand first on its line (the rest). The list may only grow shorter.
const KNOWN: [&str; 11] = [
    "dura-magna-2008 | wrapped at 60",
    "dura-magna-2008 | wrapped at 60 and indented",
    "dura-magna-2008 | wrapped at 60, curly, carriage returns",
    "insulet-eoflow-2024 | wrapped at 72",
    "perlan-superior-2009 | wrapped at 60",
    "perlan-superior-2009 | wrapped at 60 and indented",
    "perlan-superior-2009 | wrapped at 60, curly, carriage returns",
    "sl-montevideo-v-eaton-2005 | wrapped at 72",
    "taos-v-renesas-2018 | wrapped at 72",
    "usa-power-v-pacificorp-2016 | wrapped at 80",
    "youmap-snap | wrapped at 80",
];

#[test]
fn layout_changes_neither_items_nor_verdicts() {
    let mut failed = Vec::new();
    let mut known = 0;
    for case in cases() {
        let expected = judged(&report("answer.txt", &case.text));
        for (layout, lay_out) in LAYOUTS {
            let text = lay_out(&case.text);
            for name in ["answer.txt", "answer.md"] {
                let found = judged(&report(name, &text));
                if found == expected {
                    continue;
                }
                let case = format!("{} | {layout}", case.id);
                if KNOWN.contains(&&*case) {
                    known += 1;
                } else {
                    failed.push(format!("{case} | {name}\n{}", difference(&expected, &found)));
                }
            }
        }
    }
    println!("{known} papers read otherwise, all of them among the {} known exceptions", KNOWN.len());
    assert!(failed.is_empty(), "{} failed\n{}", failed.len(), failed.join("\n"));
}

fn difference(expected: &[Judged], found: &[Judged]) -> String {
    let at = expected.iter().zip(found).take_while(|(a, b)| a == b).count();
    format!(
        "  {} items, now {}; the first that differs:\n  was {:?}\n  now {:?}",
        expected.len(),
        found.len(),
        expected.get(at),
        found.get(at)
    )
}

#[test]
fn the_layouts_are_what_they_say() {
    let text = "one's \"two\" -- three (\"four\")\n\nfive";
    assert_eq!(curly(text), "one’s “two” — three (“four”)\n\nfive");
    assert_eq!(folded(&curly(text)), folded(text));
    assert_eq!(indented("a\n\nb"), "    a\n\n    b");
    let long = "word ".repeat(40);
    assert!(
        wrapped(&long, 60).lines().all(|line| line.len() <= 60) && wrapped(&long, 60).lines().count() > 3
    );
}
