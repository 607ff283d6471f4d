//! What the paper says, part by part: interrogatories, their answers, and each alleged trade secret as an item.

mod parts;

use serde::Serialize;

use crate::document::Span;
pub use parts::{
    Caption, Certificate, Definition, Entry, Filled, Oath, Parts, Party, Role, Section, SectionKind,
    Signature, Signed, Verification,
};

/// What kind of paper it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Requests and their answers, or a paper that quotes them.
    Response,
    /// A free-standing identification, such as a statement under section 2019.210.
    Statement,
}

/// What a request asks for, by its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Asked {
    /// Trade secrets or other confidential information: the answer's items are alleged secrets.
    Secrets,
    /// Persons: whom the answer names is checked, and it holds no items.
    Persons,
    /// Documents: those that the answer lists are checked, and it holds no items.
    Documents,
    /// Facts, damages or anything else: the answer is shown in the outline and not linted.
    Other,
}

/// Whether an interrogatory was answered, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerState {
    /// Something is stated.
    Answered,
    /// Nothing follows the answer's heading, or no answer follows the request.
    NoAnswer,
    /// Only objections are stated.
    ObjectionOnly,
    /// The answer refers to documents and states nothing.
    DocumentsOnly,
}

/// One request and what was answered to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interrogatory {
    /// Its number as the paper prints it; `None` for a free-standing statement.
    pub number: Option<String>,
    /// The request, quoted from the other side; never linted.
    pub request: Option<Span>,
    /// The objections in order.
    pub objections: Vec<Span>,
    /// The answer without its heading; covers the objections too.
    pub answer: Option<Span>,
    /// Whether and how it was answered.
    pub state: AnswerState,
    /// What it asks for.
    pub asked: Asked,
    /// The heading says that the answer adds to an earlier one, or takes its place.
    pub further: Option<Further>,
}

/// That an answer adds to an earlier one, or takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Further {
    /// Which of the two.
    pub kind: FurtherKind,
    /// The heading that says so.
    pub heading: Span,
    /// The date in that heading.
    pub date: Option<Span>,
    /// The answer it follows in this paper: an index into [`Response::interrogatories`]. `None` if that is another paper's.
    pub earlier: Option<usize>,
}

/// What a further answer is to the earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FurtherKind {
    /// It adds to it.
    Supplemental,
    /// It takes its place.
    Amended,
}

/// One alleged trade secret, as the paper states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// `9.3` is the third item of Interrogatory No. 9; `3` the third item of a statement.
    pub id: String,
    /// Index into [`Response::interrogatories`].
    pub interrogatory: usize,
    /// The label that the paper prints before it, such as `(c)` or `Trade Secret No. 3:`.
    pub label: Option<String>,
    /// The item's words, without label and separators, sub-parts included.
    pub span: Span,
    /// The words that introduce the list the item stands in ("each of the following components of that motor:").
    pub lead: Option<Span>,
}

/// A served paper, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// What kind of paper it is.
    pub kind: Kind,
    /// The confidentiality legend, if the paper carries one.
    pub legend: Option<String>,
    /// The interrogatories in the order of their answers; a statement has one without a number.
    pub interrogatories: Vec<Interrogatory>,
    /// The items in order of their place.
    pub items: Vec<Item>,
    /// What stands around the answers.
    pub parts: Parts,
}

impl Response {
    /// How a person refers to item `index`: "item 3 of Interrogatory No. 9", or "item 3".
    pub fn item_name(&self, index: usize) -> String {
        let item = &self.items[index];
        let ordinal = item.id.rsplit('.').next().unwrap_or(&item.id);
        match &self.interrogatories[item.interrogatory].number {
            Some(number) => format!("item {ordinal} of Interrogatory No. {number}"),
            None => format!("item {ordinal}"),
        }
    }
}
