//! A document that an answer lists because the request asks for documents, and what the answer states of it.

use crate::document::Span;
use crate::particular::Element;

/// A document listed in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The words that describe it.
    pub span: Span,
    /// Index into [`crate::response::Response::interrogatories`].
    pub interrogatory: usize,
    /// Its number among the documents of that answer, from 1.
    pub number: usize,
    /// The elements of documents, in the order of `rules/elements.yaml`.
    pub fields: Vec<Element>,
}
