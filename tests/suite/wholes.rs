//! Whole papers, each with the parts that a careful reader finds around its answers.
//! The tables stand in `wholes/`: a paper, then `=> part words` lines.

use particulars::document::Span;
use particulars::report::Report;
use particulars::response::{Caption, Filled, FurtherKind, Interrogatory, Oath, Parts, Signature, Signed};
use particulars::rule::Stage;

use crate::corpus::shared_rules;

const TABLES: &[(&str, &str)] = &[
    ("federal", include_str!("wholes/federal.txt")),
    ("states", include_str!("wholes/states.txt")),
    ("statements", include_str!("wholes/statements.txt")),
    ("others", include_str!("wholes/others.txt")),
];

/// One paper with the lines that tell its parts.
pub struct Case<'a> {
    pub name: &'a str,
    pub paper: String,
    expected: Vec<&'a str>,
}

/// All papers of the tables.
pub fn cases() -> impl Iterator<Item = Case<'static>> {
    TABLES
        .iter()
        .flat_map(|(_, table)| table.split("\n=== ").map(|block| block.trim_start_matches("=== ")))
        .map(|block| {
            let (name, rest) = block.split_once('\n').unwrap();
            let paper: Vec<&str> = rest.lines().take_while(|line| !line.starts_with("=> ")).collect();
            let expected = rest.lines().filter(|line| line.starts_with("=> ")).collect();
            Case { name, paper: paper.join("\n"), expected }
        })
}

/// The name of a file that holds the paper.
pub fn file(case: &Case<'_>) -> &'static str {
    if case.name.ends_with("(md)") { "paper.md" } else { "paper.txt" }
}

/// The report on a paper; `None` if nothing is left of it.
pub fn lint(name: &str, text: &str) -> Option<Report> {
    particulars::lint(name, text.as_bytes(), shared_rules(), Stage::Notice).ok()
}

/// The parts of the paper, in the words of the tables.
fn told(report: &Report) -> Vec<String> {
    let parts = &report.response.parts;
    let teller = Teller { report };
    let mut lines = parts.caption.iter().flat_map(|caption| teller.caption(caption)).collect::<Vec<_>>();
    lines.extend(parts.sections.iter().map(|section| format!("section {}", section.kind.name())));
    lines.extend(teller.definitions(parts));
    lines.extend(parts.general_objections.iter().map(|entry| {
        let number = entry.number.as_deref().unwrap_or("-");
        format!("objection {number} {}", teller.ends(entry.span))
    }));
    lines.extend(report.response.interrogatories.iter().filter_map(|one| teller.further(one)));
    lines.extend(
        report.response.items.iter().map(|item| format!("item {} {}", item.id, teller.ends(item.span))),
    );
    lines.extend(parts.signatures.iter().map(|one| format!("signature {}", teller.signature(one))));
    lines.extend(parts.verifications.iter().map(|one| {
        let oath = match one.oath {
            Oath::Declaration => "declared",
            Oath::Notarised => "sworn",
            Oath::Unsworn => "unsworn",
        };
        let by = if one.by_counsel.is_some() { " by counsel" } else { "" };
        let signed = one.signature.as_ref().map_or("-".to_owned(), |one| teller.signature(one));
        format!(
            "verification {oath}{by} | {} | {} | {signed}",
            teller.one(one.declarant),
            teller.date(one.date)
        )
    }));
    lines.extend(parts.certificate.iter().map(|one| {
        let signed = one.signature.as_ref().map_or("-".to_owned(), |one| teller.signature(one));
        format!("certificate {} | {} | {signed}", teller.date(one.date), teller.all(&one.methods))
    }));
    lines.into_iter().map(|line| format!("=> {line}")).collect()
}

struct Teller<'a> {
    report: &'a Report,
}

impl Teller<'_> {
    fn words(&self, span: Span) -> String {
        self.report.document.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn one(&self, span: Option<Span>) -> String {
        span.map_or("-".to_owned(), |span| self.words(span))
    }

    fn all(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| self.words(*span)).collect::<Vec<_>>().join(" / ")
    }

    /// The first words and the last.
    fn ends(&self, span: Span) -> String {
        let words = self.words(span);
        let all: Vec<&str> = words.split(' ').collect();
        if all.len() < 9 {
            words
        } else {
            format!("{} ... {}", all[..4].join(" "), all[all.len() - 3..].join(" "))
        }
    }

    fn caption(&self, caption: &Caption) -> Vec<String> {
        let parties = caption.parties.iter().map(|party| {
            format!("party {} | {}", self.all(&party.name), party.role.map_or("-", |role| role.name()))
        });
        let mut lines = vec![
            format!("court {}", self.all(&caption.court)),
            format!("docket {}", self.one(caption.docket)),
        ];
        lines.extend(parties);
        lines.push(format!("title {}", self.all(&caption.title)));
        lines.push(format!("asked by {}", self.all(&caption.propounding)));
        lines.push(format!("answered by {}", self.all(&caption.responding)));
        lines.push(format!("set {}", self.one(caption.set)));
        lines.retain(|line| line.contains('|') || !line.ends_with([' ', '-']));
        lines
    }

    fn definitions(&self, parts: &Parts) -> Vec<String> {
        let terms = parts.definitions.iter().map(|one| {
            let of = one.identifies.map(|of| format!(" of {}", of.name())).unwrap_or_default();
            let passing = if one.is_passing { " in passing" } else { "" };
            format!("term {}{of}{passing} | {}", self.words(one.term), self.ends(one.span))
        });
        terms.collect()
    }

    fn further(&self, one: &Interrogatory) -> Option<String> {
        let further = one.further?;
        let verb = match further.kind {
            FurtherKind::Supplemental => "supplements",
            FurtherKind::Amended => "amends",
        };
        let earlier =
            further.earlier.map_or("another paper".to_owned(), |earlier| format!("answer {earlier}"));
        Some(format!(
            "answer {} {verb} {earlier} | {}",
            one.number.as_deref().unwrap_or("-"),
            self.one(further.date)
        ))
    }

    fn signature(&self, signature: &Signature) -> String {
        let state = match signature.state {
            Signed::Signed => "signed",
            Signed::Blank => "blank",
            Signed::Typed => "typed",
        };
        let about = [Some(signature.signer), Some(signature.firm), Some(signature.represents)];
        let about: Vec<String> = about.into_iter().flatten().map(|span| self.one(span)).collect();
        format!("{state} {} | {}", about.join(" | "), self.date(signature.date))
    }

    fn date(&self, date: Option<Filled>) -> String {
        match date {
            None => "undated".to_owned(),
            Some(date) if date.is_blank => "date blank".to_owned(),
            Some(date) => self.words(date.span),
        }
    }
}

#[test]
fn every_part_is_found_as_a_reader_would_find_it() {
    let mut wrong = Vec::new();
    for case in cases() {
        let found = told(&lint(file(&case), &case.paper).unwrap());
        if found != case.expected {
            wrong.push(format!(
                "{}\n{}\n  expected:\n{}",
                case.name,
                found.join("\n"),
                case.expected.join("\n")
            ));
        }
    }
    assert!(wrong.is_empty(), "{} papers wrong\n{}", wrong.len(), wrong.join("\n\n"));
}
