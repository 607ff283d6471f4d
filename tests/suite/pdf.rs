//! PDFs: one small file for each trap of what is served and filed, written as objects, with the text that a reader of
//! the page sees.

mod columns;
mod furniture;
mod fuzz;
mod hidden;
mod hostile;
mod kit;
mod paragraphs;
mod places;
mod same;
mod tables;
mod unread;
