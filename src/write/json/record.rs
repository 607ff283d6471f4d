//! The records of a paper as the JSON report shows them.

use serde::{Serialize, Serializer};

use super::paper::Source;
use crate::document::Span;
use crate::record::{Record, RecordKind};
use crate::report::Report;

/// The records, an entry at a time: a paper can have many thousands.
pub fn sources<S: Serializer>(source: &Source<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(
        source.report.records.iter().map(|record| Named::new(source.report, record, source.quote)),
    )
}

/// One record; its words are `null` when none of the paper may be quoted.
#[derive(Serialize)]
struct Named<'a> {
    kind: RecordKind,
    label: Option<&'a str>,
    begin: Option<&'a str>,
    end: Option<&'a str>,
    pages: Option<u64>,
    span: Span,
    interrogatory: Option<&'a str>,
    item: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn new(report: &'a Report, record: &Record, quote: bool) -> Self {
        let Report { document, response, .. } = report;
        let words = |span: Span| quote.then(|| document.slice(span));
        let interrogatory = response.interrogatories.get(record.interrogatory);
        Self {
            kind: record.kind,
            label: words(record.span),
            begin: words(record.begin),
            end: record.end.and_then(words),
            pages: record.pages,
            span: record.span,
            interrogatory: interrogatory.and_then(|interrogatory| interrogatory.number.as_deref()),
            item: record.item.and_then(|item| response.items.get(item)).map(|item| item.id.as_str()),
        }
    }
}
