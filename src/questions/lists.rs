//! Persons and documents: tables to fill in, a row for each of which something is missing.

use std::collections::BTreeMap;

use crate::composed::{Block, Run};
use crate::document::Span;
use crate::finding::Finding;
use crate::listed::Listed;
use crate::particular::{Element, Name};
use crate::person::Person;
use crate::questions::answer::cut;
use crate::questions::asked::is_missing;
use crate::questions::item::joined;
use crate::questions::{Asker, heading, paragraph};
use crate::rule::Severity;

/// One row: the number, the words that name it, and what is stated of it.
struct Row<'a> {
    index: usize,
    number: usize,
    span: Span,
    fields: &'a [Element],
}

impl<'r> Asker<'r> {
    /// The persons of answer `index`.
    pub(super) fn persons(&self, index: usize) -> Vec<Block> {
        let row = |(index, one): (usize, &'r Person)| Row {
            index,
            number: one.number,
            span: one.name,
            fields: &one.fields,
        };
        let rows: Vec<Row<'_>> = of(&self.report.persons, index, |one| one.interrogatory).map(row).collect();
        let lead = "What is missing of each person; the people or payroll department can often fill it in. Where something is \
                    not known, please write \"not known\".";
        self.table(("Persons", "Person", lead), &rows, &self.findings.persons)
    }

    /// The documents of answer `index`.
    pub(super) fn documents(&self, index: usize) -> Vec<Block> {
        let row = |(index, one): (usize, &'r Listed)| Row {
            index,
            number: one.number,
            span: one.span,
            fields: &one.fields,
        };
        let rows: Vec<Row<'_>> =
            of(&self.report.documents, index, |one| one.interrogatory).map(row).collect();
        let lead =
            "What is missing of each document. Where something is not known, please write \"not known\".";
        self.table(("Documents", "Document", lead), &rows, &self.findings.documents)
    }

    fn table(
        &self,
        (title, noun, lead): (&str, &str, &str),
        rows: &[Row<'_>],
        findings: &BTreeMap<usize, Vec<&Finding>>,
    ) -> Vec<Block> {
        let mut used: Vec<Name> = Vec::new();
        let mut cells = Vec::new();
        let mut quiet = 0;
        for row in rows {
            let missing = self.missing(row, findings);
            if missing.is_empty() {
                quiet += 1;
                continue;
            }
            used.extend(missing.iter().filter(|id| !used.contains(id)).cloned().collect::<Vec<_>>());
            let wordings = missing.iter().filter_map(|id| Some(self.rules.element(id)?.wording.as_str()));
            let name = joined(self.report.document.slice(row.span));
            let name = cut(name.trim_end_matches([';', ',', '.']));
            cells.push(vec![
                vec![Run::plain(row.number.to_string())],
                vec![Run::plain(name)],
                vec![Run::plain(wordings.collect::<Vec<_>>().join("; "))],
                Vec::new(),
            ]);
        }
        if cells.is_empty() {
            return Vec::new();
        }
        let known = self.rules.elements.iter().filter(|element| used.contains(&element.id));
        let asked = known.map(|element| {
            let inquiry = self.inquiry(&element.id, &[]);
            let complete = format!(" A complete answer gives {}.", inquiry.complete);
            vec![Run::bold(inquiry.question.as_str()), Run::plain(complete)]
        });
        let asked = asked.collect();
        let heads = ["No.", noun, "To find out", "Answer"].map(str::to_owned).to_vec();
        let mut blocks = vec![
            heading(3, title),
            paragraph(lead),
            Block::Bulleted(asked),
            Block::Table { heads, rows: cells },
        ];
        if quiet > 0 {
            blocks.push(paragraph(format!("No question about {quiet} more.")));
        }
        blocks
    }

    /// The elements of a row that a finding at some stage misses.
    fn missing(&self, row: &Row<'_>, findings: &BTreeMap<usize, Vec<&Finding>>) -> Vec<Name> {
        let none = Vec::new();
        let on = findings.get(&row.index).unwrap_or(&none);
        let is_asked = |id: &Name| {
            on.iter().any(|finding| finding.missing.contains(id) && self.severity(finding) != Severity::Off)
        };
        let open = row.fields.iter().filter(|field| is_missing(field.state) && is_asked(&field.id));
        open.map(|field| field.id.clone()).collect()
    }
}

/// Those of answer `index`, each with its place among all, which stand in order of the answers.
fn of<T>(all: &[T], index: usize, answer: impl Fn(&T) -> usize) -> impl Iterator<Item = (usize, &T)> {
    let first = all.partition_point(|one| answer(one) < index);
    let last = all.partition_point(|one| answer(one) <= index);
    all.iter().enumerate().take(last).skip(first)
}
