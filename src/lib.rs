#![doc = include_str!("../ARCHITECTURE.md")]

pub mod document;
pub mod error;
pub mod finding;
pub mod lexicon;
pub mod particular;
pub mod phrase;
pub mod read;
pub mod report;
pub mod response;
pub mod rule;
pub mod word;

pub use error::Error;
