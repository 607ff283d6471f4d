//! The page read back: its mark-up is well-formed XML too, so a strict parser takes it apart.

use particulars::report::Report;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::rules;

/// The page of these papers.
pub fn html(reports: &[Report], unread: &[(String, String)], quote: bool) -> String {
    let mut bytes = Vec::new();
    particulars::write::html(&mut bytes, reports, unread, &rules(), quote).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// An element, or a stretch of text, which has no name.
#[derive(Debug, Default)]
pub struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    words: String,
    inside: Vec<Element>,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub fn class(&self) -> &str {
        self.attribute("class").unwrap_or_default()
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn inside(&self) -> &[Element] {
        &self.inside
    }

    /// Every element in it, itself included, in order.
    pub fn each(&self) -> Vec<&Element> {
        let inside = self.inside.iter().flat_map(Element::each);
        std::iter::once(self).filter(|own| !own.name.is_empty()).chain(inside).collect()
    }

    pub fn all(&self, name: &str) -> Vec<&Element> {
        self.each().into_iter().filter(|element| element.name == name).collect()
    }

    pub fn find(&self, name: &str, class: &str) -> &Element {
        self.all(name).into_iter().find(|element| element.class() == class).expect("it is on the page")
    }

    pub fn with_id(&self, id: &str) -> Option<&Element> {
        self.each().into_iter().find(|element| element.attribute("id") == Some(id))
    }

    pub fn ids(&self) -> Vec<&str> {
        self.each().into_iter().filter_map(|element| element.attribute("id")).collect()
    }

    pub fn headings(&self) -> Vec<usize> {
        let level = |name: &str| name.strip_prefix('h')?.parse().ok();
        self.each().into_iter().filter_map(|element| level(&element.name)).collect()
    }

    /// Its words; a character that is shown by its code is that character again.
    pub fn text(&self) -> String {
        let inside: String = self.inside.iter().map(Element::text).collect();
        match (self.class(), inside.strip_prefix("U+")) {
            ("unseen", Some(code)) => {
                u32::from_str_radix(code, 16).ok().and_then(char::from_u32).unwrap().to_string()
            }
            _ => self.words.clone() + &inside,
        }
    }

    /// The words of each element in it, with blanks between them.
    pub fn spaced(&self) -> String {
        let parts: Vec<String> = if self.name.is_empty() {
            vec![self.words.clone()]
        } else {
            self.inside.iter().map(Element::spaced).collect()
        };
        parts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The page's root; anything that is not well formed fails the test.
pub fn parsed(page: &str) -> Element {
    let mut reader = Reader::from_str(page);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} at {}", reader.buffer_position())) {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => add(&mut open, element(&start)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                add(&mut open, done);
            }
            Event::Text(text) => words(&mut open, &text),
            Event::GeneralRef(entity) => {
                let character = match &*entity {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    other => panic!("&{other}; is no entity of the page"),
                };
                words(&mut open, character);
            }
            Event::DocType(_) => {}
            Event::Eof => break,
            other => panic!("{other:?} has no place on the page"),
        }
    }
    assert_eq!(open.len(), 1, "an element is left open");
    open.remove(0)
}

fn element(start: &BytesStart) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("attributes are quoted and stand once");
        let name = attribute.key.as_ref().to_owned();
        (name, attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap().into_owned())
    });
    let name = start.name().as_ref().to_owned();
    Element { attributes: attributes.collect(), name, ..Element::default() }
}

fn add(open: &mut [Element], element: Element) {
    open.last_mut().unwrap().inside.push(element);
}

fn words(open: &mut [Element], words: &str) {
    add(open, Element { words: words.to_owned(), ..Element::default() });
}
