//! A part that is being changed: its characters, what is to change in them, and where its root ends.

use super::sites::Writer;
use crate::ooxml::{Change, Edits, Fault, Package, Scanner, Token, encode};

/// A part of the package.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// Its bytes, as they were packed; empty for a part that is new.
    bytes: Vec<u8>,
    pub(super) text: String,
    is_new: bool,
}

/// The root of a part.
#[derive(Debug, Clone)]
pub(super) struct Root<'a> {
    pub(super) writer: Writer<'a>,
    /// The prefix with its colon, or nothing.
    pub(super) prefix: String,
    /// The vocabulary that it is of.
    pub(super) vocabulary: &'a str,
    /// The prefix that stands for the additions of 2010 to Word, if one does.
    pub(super) w14: Option<&'a str>,
    /// Where its content ends, and its name, if it has an empty tag that is to be opened.
    end: usize,
    empty: Option<&'a str>,
}

/// The vocabulary of the additions of 2010.
pub(super) const WORD_2010: &str = "http://schemas.microsoft.com/office/word/2010/wordml";

impl Sheet {
    /// The part of this name; `None` if there is none.
    pub(super) fn read(package: &mut Package, name: &str) -> Result<Option<Self>, Fault> {
        let Some(bytes) = package.bytes(name)? else { return Ok(None) };
        let text = crate::ooxml::decode(name, bytes.clone())?;
        Ok(Some(Self { name: name.to_owned(), bytes, text, is_new: false }))
    }

    /// A new part that holds `text`.
    pub(super) fn new(name: String, text: String) -> Self {
        Self { name, bytes: Vec::new(), text, is_new: true }
    }

    /// Its root.
    pub(super) fn root(&self) -> Result<Root<'_>, Fault> {
        let mut scanner = Scanner::new(&self.text);
        let mut root = None;
        while let Some(token) = scanner.next_token()? {
            match token {
                Token::Open(element) if scanner.depth() == 1 && root.is_none() => {
                    let tag = scanner.since(scanner.at().start);
                    let is_empty = tag.ends_with("/>");
                    let name = tag
                        .trim_start_matches('<')
                        .split(|c: char| c.is_whitespace() || c == '/' || c == '>');
                    root = Some(Root {
                        writer: Writer::at(&element, &scanner),
                        prefix: if element.prefix.is_empty() {
                            String::new()
                        } else {
                            format!("{}:", element.prefix)
                        },
                        vocabulary: scanner.vocabulary(element.prefix).unwrap_or_default(),
                        w14: scanner.prefix_of(WORD_2010),
                        end: 0,
                        empty: name.into_iter().next().filter(|_| is_empty),
                    });
                }
                Token::Close if scanner.depth() == 0 => {
                    if let Some(root) = &mut root {
                        root.end = scanner.at().start;
                    }
                }
                _ => {}
            }
        }
        root.ok_or_else(|| Fault {
            what: format!("it is a damaged Word document: its part {} is empty", self.name),
            next: "open it in Word, save it again as .docx and annotate that file",
        })
    }

    /// The change to the package, if there is one.
    pub(super) fn change(&self, edits: Edits) -> Option<(String, Change)> {
        if edits.is_empty() && !self.is_new {
            return None;
        }
        let text = edits.apply(&self.text);
        (self.is_new || text != self.text)
            .then(|| (self.name.clone(), Change::Write(encode(&text, &self.bytes))))
    }
}

impl Root<'_> {
    /// Writes `rows` as the last of its content.
    pub(super) fn append(&self, rows: &str, edits: &mut Edits) {
        if rows.is_empty() {
            return;
        }
        match self.empty {
            Some(name) => edits.replace(self.end - 2..self.end, format!(">{rows}</{name}>")),
            None => edits.insert(self.end, rows),
        }
    }
}
