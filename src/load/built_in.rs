//! The program's own catalogue, as the build script wrote it.

use std::fmt;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use super::faults::Source;
use super::parse::{Kind, ParsedFile};
use crate::authority::Authorities;
use crate::clause::Letters;
use crate::forum::Forums;
use crate::lexicon::{Lexicon, Written};

/// The files of the catalogue, without the word lists, the authorities and the courts.
pub fn files() -> Result<Vec<ParsedFile>, String> {
    let json = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));
    let mut deserializer = serde_json::Deserializer::from_str(json);
    deserializer.deserialize_map(CatalogueVisitor).map_err(|error| error.to_string())
}

/// The word lists, and the words of the built-in phrases.
pub fn lexicon() -> Lexicon {
    #[allow(clippy::unreadable_literal, reason = "the build wrote it")]
    static WRITTEN: Written = include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
    Lexicon::written(WRITTEN)
}

/// The authorities, unread.
pub fn authorities() -> Authorities {
    const ALL: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/authorities.rs"));
    let mut authorities = Authorities::default();
    for (key, json) in ALL {
        authorities.insert_unread(key, json);
    }
    authorities
}

/// The courts, unread.
pub fn forums() -> Forums {
    Forums::unread(include_str!(concat!(env!("OUT_DIR"), "/forums.json")))
}

/// What letters say, unread.
pub fn letters() -> Letters {
    Letters::unread(include_str!(concat!(env!("OUT_DIR"), "/letter.json")))
}

/// Reads the catalogue that the build script wrote: a map from path to content.
struct CatalogueVisitor;

impl<'de> Visitor<'de> for CatalogueVisitor {
    type Value = Vec<ParsedFile>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map of rule files")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut files = Vec::new();
        while let Some(path) = map.next_key::<String>()? {
            let named = |error: A::Error| A::Error::custom(format!("rules/{path}: {error}"));
            let content = map.next_value_seed(Kind::of(&path)).map_err(named)?;
            let source = Source { file: format!("rules/{path}"), text: String::new() };
            files.push(ParsedFile { source, content });
        }
        Ok(files)
    }
}

#[cfg(test)]
mod tests {
    use super::{authorities, forums, lexicon};
    use crate::lexicon::{BUILT_IN, Lists, RESULT_VERB};
    use crate::load::authority::{CONFIDENCES, KINDS, OUTCOMES};

    #[test]
    fn every_authority_can_be_read() {
        let authorities = authorities();
        assert!(authorities.keys().count() > 0);
        for key in authorities.keys() {
            let authority = &authorities[key];
            assert_eq!(authority.key, *key);
            assert!(OUTCOMES.contains(&authority.holds_for.as_str()), "{key}");
            assert!(authority.kind.as_deref().is_some_and(|kind| KINDS.contains(&kind)), "{key}");
            for area in &authority.jurisdictions {
                assert!(forums().find(area).is_some(), "{key} counts in {area}");
            }
            assert!(CONFIDENCES.contains(&authority.confidence.as_str()), "{key}");
        }
    }

    #[test]
    fn the_lists_hold_all_forms_and_leave_room() {
        let lexicon = lexicon();
        assert!(lexicon.names().len() < Lists::MOST);
        assert!(BUILT_IN.iter().zip(lexicon.names()).all(|(built_in, name)| **built_in == **name));
        for form in ["determine", "determines", "determined", "determining"] {
            assert!(lexicon.look_up(form).1.intersects(RESULT_VERB), "{form}");
        }
    }

    /// A word that only the rules know would have the whole table copied at every start.
    #[test]
    fn the_built_in_rules_add_no_word() {
        let rules = crate::load::load(&[]).unwrap_or_default();
        let is_as_written = rules.lexicon.source() == lexicon().source();
        assert!(
            is_as_written,
            "a key holds phrases or nouns that `add_words` of the build script does not know"
        );
    }
}
