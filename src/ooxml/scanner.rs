//! The XML of a part token by token: elements by namespace and local name, each with its bytes in the part.
//! Whoever writes into a part finds with the same tokens the bytes to write between.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};
use quick_xml::{Reader, escape};

use super::{Fault, Namespace};

/// The deepest nesting of elements that is read.
const DEEPEST: usize = 512;

/// The most prefixes that may be declared at one place.
const MOST_PREFIXES: usize = 512;

/// An element's start.
#[derive(Debug, Clone, Copy)]
pub struct Element<'a> {
    /// The vocabulary of its name.
    pub namespace: Namespace,
    /// Its name without the prefix.
    pub name: &'a str,
    /// The prefix of its name, without the colon; empty if it has none.
    pub prefix: &'a str,
    tag: &'a str,
    name_length: usize,
}

impl<'a> Element<'a> {
    /// The value of the attribute with this local name, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        attributes(self.tag, self.name_length)
            .find(|(key, _)| key.rsplit(':').next() == Some(name) && !key.starts_with("xmlns"))
            .map(|(_, value)| escape::unescape(value).unwrap_or(Cow::Borrowed(value)))
    }

    /// The value of `val`, the attribute that most of Word's properties have.
    pub fn value(&self) -> Option<Cow<'a, str>> {
        self.attribute("val")
    }

    /// The property is on: its value is absent, or says neither "0" nor "false" nor "off".
    pub fn is_on(&self) -> bool {
        self.value().is_none_or(|value| !matches!(&*value, "0" | "false" | "off"))
    }

    /// It is Word's element of this name.
    pub fn is(&self, name: &str) -> bool {
        self.namespace == Namespace::Word && self.name == name
    }
}

fn attributes(tag: &str, name_length: usize) -> impl Iterator<Item = (&str, &str)> {
    let mut attributes = Attributes::new(tag, name_length);
    attributes.with_checks(false);
    attributes.filter_map(|attribute| {
        let attribute = attribute.ok()?;
        let Cow::Borrowed(value) = attribute.value else { return None };
        Some((attribute.key.into_inner(), value))
    })
}

/// One token of a part.
#[derive(Debug, Clone)]
pub enum Token<'a> {
    /// An element starts; a [`Token::Close`] follows for each.
    Open(Element<'a>),
    /// The element that was opened last ends.
    Close,
    /// Characters.
    Text(Cow<'a, str>),
}

struct Binding<'a> {
    depth: usize,
    prefix: &'a str,
    namespace: Namespace,
    uri: &'a str,
}

/// Reads the tokens of a part.
pub struct Scanner<'a> {
    source: &'a str,
    reader: Reader<&'a [u8]>,
    bindings: Vec<Binding<'a>>,
    depth: usize,
    at: Range<usize>,
    /// The element read last has no content: its end comes next.
    is_empty: bool,
}

impl<'a> Scanner<'a> {
    /// A scanner at the start of `source`, which has no byte-order mark.
    pub fn new(source: &'a str) -> Self {
        let reader = Reader::from_str(source);
        Self { source, reader, bindings: Vec::new(), depth: 0, at: 0..0, is_empty: false }
    }

    /// The bytes of the token that was read last; the end of an empty element has none.
    pub fn at(&self) -> Range<usize> {
        self.at.clone()
    }

    /// What is written from byte `start` to the end of the token that was read last.
    pub fn since(&self, start: usize) -> &'a str {
        self.source.get(start..self.at.end).unwrap_or_default()
    }

    /// The name of the vocabulary that `prefix` stands for here.
    pub fn vocabulary(&self, prefix: &str) -> Option<&'a str> {
        self.bindings.iter().rev().find(|binding| binding.prefix == prefix).map(|binding| binding.uri)
    }

    /// A prefix that stands for the vocabulary `uri` here.
    pub fn prefix_of(&self, uri: &str) -> Option<&'a str> {
        let bound =
            self.bindings.iter().rev().find(|binding| binding.uri == uri && !binding.prefix.is_empty());
        bound.map(|binding| binding.prefix)
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// The next token; `None` at the end of the part.
    pub fn next_token(&mut self) -> Result<Option<Token<'a>>, Fault> {
        if std::mem::take(&mut self.is_empty) {
            self.at = self.at.end..self.at.end;
            return Ok(Some(self.close()));
        }
        loop {
            let start = self.reader.buffer_position() as usize;
            let event = self.reader.read_event();
            self.at = start..self.reader.buffer_position() as usize;
            let event = event.map_err(|_| self.damaged())?;
            match event {
                Event::Start(_) => return self.open().map(Some),
                Event::Empty(_) => {
                    self.is_empty = true;
                    return self.open().map(Some);
                }
                Event::End(_) => return Ok(Some(self.close())),
                Event::Text(text) => return Ok(Some(Token::Text(text.into_inner()))),
                Event::CData(text) => return Ok(Some(Token::Text(text.into_inner()))),
                Event::GeneralRef(entity) => return self.character(&entity).map(Some),
                Event::DocType(_) => return Err(defines_entities()),
                Event::Eof if self.depth > 0 => return Err(self.damaged()),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Reads on to the end of the element that was opened last.
    pub fn skip(&mut self) -> Result<(), Fault> {
        let depth = self.depth;
        while self.depth >= depth {
            if self.next_token()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn open(&mut self) -> Result<Token<'a>, Fault> {
        let written = &self.source[self.at.clone()];
        let end = if self.is_empty { "/>" } else { ">" };
        let tag = written.strip_prefix('<').and_then(|tag| tag.strip_suffix(end)).unwrap_or(written);
        let name_length = tag.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(tag.len());
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::damaged(format!("its mark-up is nested more than {DEEPEST} deep")));
        }
        if memchr::memchr_iter(b'x', tag.as_bytes()).any(|at| tag[at..].starts_with("xmlns")) {
            self.bind(tag, name_length)?;
        }
        let colon = tag.bytes().take(name_length).position(|byte| byte == b':');
        let (prefix, name) = match colon {
            Some(colon) => (&tag[..colon], &tag[colon + 1..name_length]),
            None => ("", &tag[..name_length]),
        };
        let bound = self.bindings.iter().rev().find(|binding| binding.prefix == prefix);
        let namespace = bound.map_or(Namespace::Other, |binding| binding.namespace);
        Ok(Token::Open(Element { namespace, name, prefix, tag, name_length }))
    }

    fn bind(&mut self, tag: &'a str, name_length: usize) -> Result<(), Fault> {
        for (key, uri) in attributes(tag, name_length) {
            let prefix = match key.split_once(':') {
                Some(("xmlns", prefix)) => prefix,
                None if key == "xmlns" => "",
                _ => continue,
            };
            let namespace = Namespace::of(uri);
            self.bindings.push(Binding { depth: self.depth, prefix, namespace, uri });
        }
        if self.bindings.len() > MOST_PREFIXES {
            return Err(Fault::damaged("its mark-up declares more prefixes than a Word document needs"));
        }
        Ok(())
    }

    fn close(&mut self) -> Token<'a> {
        while self.bindings.last().is_some_and(|binding| binding.depth >= self.depth) {
            self.bindings.pop();
        }
        self.depth = self.depth.saturating_sub(1);
        Token::Close
    }

    fn character(&self, entity: &BytesRef<'a>) -> Result<Token<'a>, Fault> {
        let character = match entity.resolve_char_ref() {
            Ok(Some(character)) => Cow::Owned(character.to_string()),
            Ok(None) => match escape::resolve_predefined_entity(entity) {
                Some(known) => Cow::Borrowed(known),
                None => return Err(defines_entities()),
            },
            Err(_) => return Err(self.damaged()),
        };
        Ok(Token::Text(character))
    }

    fn damaged(&self) -> Fault {
        Fault::damaged(format!("it is a damaged Word document: its mark-up breaks at byte {}", self.at.start))
    }
}

fn defines_entities() -> Fault {
    Fault::damaged("its mark-up defines entities of its own, which no Word document does, and is not read")
}

#[cfg(test)]
mod tests {
    use super::{Scanner, Token};

    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    fn told(xml: &str) -> Result<Vec<String>, String> {
        let mut scanner = Scanner::new(xml);
        let mut tokens = Vec::new();
        while let Some(token) = scanner.next_token().map_err(|fault| fault.what)? {
            let written = xml[scanner.at()].to_owned();
            tokens.push(match token {
                Token::Open(element) => format!("{:?} {}", element.namespace, element.name),
                Token::Close => format!("/{written}"),
                Token::Text(text) => text.into_owned(),
            });
        }
        Ok(tokens)
    }

    #[test]
    fn prefixes_are_what_the_part_binds_them_to() {
        let xml = format!("<x:p xmlns:x=\"{WORD}\"><t xmlns='{WORD}'>a&amp;&#233;</t><x:br/><w:t/></x:p>");
        let expected =
            ["Word p", "Word t", "a", "&", "é", "/</t>", "Word br", "/", "Other t", "/", "/</x:p>"];
        assert_eq!(told(&xml).unwrap(), expected);
    }

    #[test]
    fn attributes_are_found_without_their_prefix() {
        let mut scanner = Scanner::new("<a xmlns:val='u' w:val = \"x &lt; y\" b='2'/>");
        let Some(Token::Open(element)) = scanner.next_token().unwrap() else { panic!("an element") };
        assert_eq!(element.value().unwrap(), "x < y");
        assert_eq!(element.attribute("b").unwrap(), "2");
        assert!(element.attribute("c").is_none() && element.is_on());
    }

    #[test]
    fn hostile_mark_up_is_a_fault() {
        assert!(told("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>").unwrap_err().contains("entities"));
        assert!(told("<a>&b;</a>").unwrap_err().contains("entities"));
        assert!(told("<a><b></a>").unwrap_err().contains("byte 6"));
        assert!(told("<a><b>").unwrap_err().contains("breaks"));
        assert!(told(&"<a>".repeat(10_000)).unwrap_err().contains("deep"));
        let prefixes = (0..600).map(|at| format!(" xmlns:a{at}='u'")).collect::<Vec<_>>().concat();
        assert!(told(&format!("<a{prefixes}/>")).unwrap_err().contains("prefixes"));
    }
}
