//! Word papers: one small file for each trap of what lawyers' drafts contain, made of XML, with the text that a reader
//! of Word sees.

mod content;
mod hostile;
pub mod kit;
mod numbers;
mod parts;
mod places;
mod revisions;
pub mod same;
mod tables;
