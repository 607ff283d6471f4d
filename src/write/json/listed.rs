//! The documents that answers list, as the JSON report shows them.

use serde::{Serialize, Serializer};

use super::paper::{Source, statements};
use crate::document::{Position, Span};
use crate::listed::Listed;
use crate::particular::Element;
use crate::report::Report;

/// The documents, an entry at a time: a paper can list many thousands.
pub fn documents<S: Serializer>(source: &Source<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(
        source.report.documents.iter().map(|document| Entry::new(source.report, document, source.quote)),
    )
}

/// One document; its description is `null` when no words of the paper may be quoted.
#[derive(Serialize)]
struct Entry<'a> {
    interrogatory: Option<&'a str>,
    number: usize,
    text: Option<&'a str>,
    span: Span,
    position: Position,
    #[serde(serialize_with = "statements")]
    fields: &'a [Element],
}

impl<'a> Entry<'a> {
    fn new(report: &'a Report, document: &'a Listed, quote: bool) -> Self {
        let interrogatory = report.response.interrogatories.get(document.interrogatory);
        Self {
            interrogatory: interrogatory.and_then(|interrogatory| interrogatory.number.as_deref()),
            number: document.number,
            text: quote.then(|| report.document.slice(document.span)),
            span: document.span,
            position: report.document.position(document.span.start),
            fields: &document.fields,
        }
    }
}
