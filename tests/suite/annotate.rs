//! Findings as comments of a Word paper: on the exact words, with nothing else changed, again and again.

mod again;
mod beside;
mod forms;
mod hostile;
mod kept;
pub mod kit;
mod places;
mod program;
mod random;
mod says;
mod service;
