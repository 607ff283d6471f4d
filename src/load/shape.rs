//! Shapes that a derived reader cannot take: one word or a list of them, a map that keeps the place of its keys, an
//! example with or without keys. Untagged enums would lose the places.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Location, Spanned};

use super::file::Text;

/// A list, or one word that stands for a list of one.
#[derive(Debug, Default)]
pub(super) struct Many(pub Vec<Text>);

impl<'de> Deserialize<'de> for Many {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, defined } = Spanned::<OneOrMore>::deserialize(deserializer)?;
        Ok(match value {
            OneOrMore::One(word) => Self(vec![Spanned::new(word, referenced, defined)]),
            OneOrMore::More(words) => Self(words),
        })
    }
}

enum OneOrMore {
    One(String),
    More(Vec<Text>),
}

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMoreVisitor;

        impl<'de> Visitor<'de> for OneOrMoreVisitor {
            type Value = OneOrMore;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("one text, or a list of texts")
            }

            fn visit_str<E>(self, word: &str) -> Result<OneOrMore, E> {
                Ok(OneOrMore::One(word.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, words: A) -> Result<OneOrMore, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(words)).map(OneOrMore::More)
            }
        }

        deserializer.deserialize_any(OneOrMoreVisitor)
    }
}

/// A map in the order of its file, with the place of each key.
#[derive(Debug)]
pub(super) struct Pairs<T>(pub Vec<(Text, T)>);

impl<T> Default for Pairs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for PairsVisitor<T> {
            type Value = Pairs<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<T>, A::Error> {
                let mut pairs = Vec::with_capacity(map.size_hint().unwrap_or(0).min(64));
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

/// An example: its text alone, or its text with the elements that must be missing.
#[derive(Debug)]
pub(super) struct ExampleFile {
    pub text: Text,
    pub missing: Option<Vec<Text>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleKeys {
    text: Text,
    missing: Option<Vec<Text>>,
}

impl<'de> Deserialize<'de> for ExampleFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, defined } = Spanned::<ExampleKeysOrText>::deserialize(deserializer)?;
        let ExampleKeysOrText(mut keys) = value;
        if keys.text.referenced == Location::UNKNOWN {
            (keys.text.referenced, keys.text.defined) = (referenced, defined);
        }
        Ok(Self { text: keys.text, missing: keys.missing })
    }
}

struct ExampleKeysOrText(ExampleKeys);

impl<'de> Deserialize<'de> for ExampleKeysOrText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ExampleVisitor;

        impl<'de> Visitor<'de> for ExampleVisitor {
            type Value = ExampleKeysOrText;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("the example's text, or the keys `text` and `missing`")
            }

            fn visit_str<E>(self, text: &str) -> Result<ExampleKeysOrText, E> {
                let text = Spanned::new(text.to_owned(), Location::UNKNOWN, Location::UNKNOWN);
                Ok(ExampleKeysOrText(ExampleKeys { text, missing: None }))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ExampleKeysOrText, A::Error> {
                ExampleKeys::deserialize(MapAccessDeserializer::new(map)).map(ExampleKeysOrText)
            }
        }

        deserializer.deserialize_any(ExampleVisitor)
    }
}
