//! One rule file's text to its structs, by the one road that built-in and user files share. Says nothing about what
//! the words mean.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer};

use super::faults::{Faults, Source};
use super::file::{
    AuthorityFile, ClaimFile, ElementFile, ForumFile, HolidayFile, RequestFile, RuleFile, ShiftFile,
    StageFile, SubjectFile, WordListFile,
};
use super::shape::Pairs;
use super::syntax::report;
use crate::clause::Clauses;
use crate::error::RuleFault;
use crate::rule::ByStage;

/// The largest rule file of a user, in bytes.
const LARGEST: usize = 256 * 1024;

/// What one file states.
pub(super) enum Content {
    Rule(Box<RuleFile>),
    Elements(Vec<ElementFile>),
    Subjects(Vec<SubjectFile>),
    Lexicon(Pairs<WordListFile>),
    Stages(ByStage<StageFile>),
    Authorities(Vec<AuthorityFile>),
    Forums(Vec<ForumFile>),
    Claims(Vec<ClaimFile>),
    Holidays(Vec<HolidayFile>),
    Requests(Vec<RequestFile>),
    Shifts(Vec<ShiftFile>),
    Letter(Clauses),
}

/// A file that could be read.
pub(super) struct ParsedFile {
    pub source: Source,
    pub content: Content,
}

/// Reads a user's file; `None` after a fault.
pub(super) fn parse(path: &str, text: &str, found: &mut Vec<RuleFault>) -> Option<ParsedFile> {
    let source = Source { file: path.to_owned(), text: text.to_owned() };
    if text.len() > LARGEST {
        // The text is left out of the fault: it is as large as whoever wrote it liked.
        let source = Source { file: path.to_owned(), text: String::new() };
        let message = format!("the file holds {} KB; a rule file holds at most 256 KB", text.len() / 1024);
        let help = "split it into several files".to_owned();
        Faults { source: &source, found }.of_file(message, help);
        return None;
    }
    let options = serde_yaml::options! { strict_booleans: true, with_snippet: false };
    let kind = Kind::of(path);
    let read = serde_yaml::with_deserializer_from_str_with_options(text, options, |deserializer| {
        kind.deserialize(deserializer)
    });
    match read {
        Ok(content) => Some(ParsedFile { source, content }),
        Err(error) => {
            report(&error, kind.name(), &mut Faults { source: &source, found });
            None
        }
    }
}

/// The last part of a path without `.yaml`.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name)
}

/// What a file is, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Rule,
    Elements,
    Subjects,
    Lexicon,
    Stages,
    Authorities,
    Forums,
    Claims,
    Holidays,
    Requests,
    Shifts,
    Letter,
}

impl Kind {
    pub(super) fn of(path: &str) -> Self {
        match stem(path) {
            "elements" => Self::Elements,
            "subjects" => Self::Subjects,
            "lexicon" => Self::Lexicon,
            "stages" => Self::Stages,
            "authorities" => Self::Authorities,
            "forums" => Self::Forums,
            "claims" => Self::Claims,
            "holidays" => Self::Holidays,
            "requests" => Self::Requests,
            "posture" => Self::Shifts,
            "letter" => Self::Letter,
            _ => Self::Rule,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rule => "a rule file",
            Self::Elements => "a file of elements",
            Self::Subjects => "a file of subjects",
            Self::Lexicon => "a lexicon",
            Self::Stages => "a file of stages",
            Self::Authorities => "a file of authorities",
            Self::Forums => "a file of forums",
            Self::Claims => "a file of claims",
            Self::Holidays => "a file of holidays",
            Self::Requests => "a file of requests",
            Self::Shifts => "a file of postures",
            Self::Letter => "a file of letters",
        }
    }
}

impl<'de> DeserializeSeed<'de> for Kind {
    type Value = Content;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content, D::Error> {
        Ok(match self {
            Self::Rule => Content::Rule(Box::deserialize(deserializer)?),
            Self::Elements => Content::Elements(Vec::deserialize(deserializer)?),
            Self::Subjects => Content::Subjects(Vec::deserialize(deserializer)?),
            Self::Lexicon => Content::Lexicon(Pairs::deserialize(deserializer)?),
            Self::Stages => Content::Stages(ByStage::deserialize(deserializer)?),
            Self::Authorities => Content::Authorities(Vec::deserialize(deserializer)?),
            Self::Forums => Content::Forums(Vec::deserialize(deserializer)?),
            Self::Claims => Content::Claims(Vec::deserialize(deserializer)?),
            Self::Holidays => Content::Holidays(Vec::deserialize(deserializer)?),
            Self::Requests => Content::Requests(Vec::deserialize(deserializer)?),
            Self::Shifts => Content::Shifts(Vec::deserialize(deserializer)?),
            Self::Letter => Content::Letter(Clauses::deserialize(deserializer)?),
        })
    }
}
