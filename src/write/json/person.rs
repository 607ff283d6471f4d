//! The persons of a paper as the JSON report shows them.

use serde::{Serialize, Serializer};

use super::paper::{Source, details, statements};
use crate::document::{Position, Span};
use crate::particular::{Element, Particular};
use crate::person::{Person, PersonKind};
use crate::report::Report;

/// The persons, an entry at a time: a paper can have many thousands.
pub fn people<S: Serializer>(source: &Source<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(
        source.report.persons.iter().map(|person| Named::new(source.report, person, source.quote)),
    )
}

/// One person; the name is `null` when no words of the paper may be quoted.
#[derive(Serialize)]
struct Named<'a> {
    interrogatory: Option<&'a str>,
    number: usize,
    kind: PersonKind,
    name: Option<&'a str>,
    span: Span,
    position: Position,
    stretches: &'a [Span],
    #[serde(serialize_with = "details")]
    details: &'a [Particular],
    #[serde(serialize_with = "statements")]
    fields: &'a [Element],
    earlier: Option<usize>,
}

impl<'a> Named<'a> {
    fn new(report: &'a Report, person: &'a Person, quote: bool) -> Self {
        let interrogatory = report.response.interrogatories.get(person.interrogatory);
        Self {
            interrogatory: interrogatory.and_then(|interrogatory| interrogatory.number.as_deref()),
            number: person.number,
            kind: person.kind,
            name: quote.then(|| report.document.slice(person.name)),
            span: person.name,
            position: report.document.position(person.name.start),
            stretches: &person.stretches,
            details: &person.details,
            fields: &person.fields,
            earlier: person.earlier,
        }
    }
}
