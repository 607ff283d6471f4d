//! The styles of a Word paper, as far as they number, outline, quote or hide.

use std::collections::HashMap;

use super::properties::{ListPlace, Within, each, paragraph_properties, run_properties};
use crate::ooxml::{Fault, Scanner, Token};
use crate::read::Revisions;

/// The longest chain of styles that is followed.
const LONGEST_CHAIN: usize = 64;

/// One style.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    place: ListPlace,
    outline: Option<u8>,
    is_hidden: Option<bool>,
    is_bold: Option<bool>,
    /// The style of a table that sets off the first row.
    sets_off_first_row: bool,
}

/// The styles of a paper.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    hides_all: bool,
    /// Some style hides the text in it.
    hides_some: bool,
}

/// What a style says of the paragraphs in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing of note.
    Body,
    /// They are headings.
    Heading,
    /// They are quotations.
    Quotation,
}

impl Styles {
    /// Reads the part with the styles.
    pub(super) fn read(xml: &str) -> Result<Self, Fault> {
        let mut styles = Self::default();
        let mut scanner = Scanner::new(xml);
        while let Some(token) = scanner.next_token()? {
            match token {
                Token::Open(element) if element.is("rPrDefault") => {
                    styles.hides_all = run_properties(&mut scanner)?.is_hidden == Some(true);
                }
                Token::Open(element) if element.is("style") => {
                    let id = element.attribute("styleId").unwrap_or_default().into_owned();
                    let is_default =
                        element.attribute("default").is_some_and(|is| matches!(&*is, "1" | "true" | "on"));
                    if is_default && element.attribute("type").is_none_or(|kind| kind == "paragraph") {
                        styles.default = Some(id.clone());
                    }
                    let style = style(&mut scanner)?;
                    styles.hides_some |= style.is_hidden == Some(true);
                    styles.by_id.insert(id, style);
                }
                _ => {}
            }
        }
        Ok(styles)
    }

    /// The style and those it is based on, nearest first.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let mut next = id.or(self.default.as_deref());
        std::iter::from_fn(move || {
            let id = next?;
            let style = self.by_id.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        })
        .take(LONGEST_CHAIN)
    }

    /// The ids of the style and of those it is based on, nearest first.
    pub(super) fn lineage<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a str> {
        self.chain(id).map(|(id, _)| id)
    }

    /// The place in a list that the style gives its paragraphs.
    pub(super) fn place(&self, id: Option<&str>) -> ListPlace {
        ListPlace {
            list: self.chain(id).find_map(|(_, style)| style.place.list),
            level: self.chain(id).find_map(|(_, style)| style.place.level),
        }
    }

    /// What the paragraphs of the style are, `outline` being the level that a paragraph itself states.
    pub(super) fn role(&self, id: Option<&str>, outline: Option<u8>) -> Role {
        let outline = outline.or_else(|| self.chain(id).find_map(|(_, style)| style.outline));
        let named = |names: &[&str]| {
            self.chain(id).any(|(_, style)| names.iter().any(|name| style.name.eq_ignore_ascii_case(name)))
        };
        match outline {
            Some(level) if level < 9 => Role::Heading,
            None if named(&["title", "subtitle"]) => Role::Heading,
            _ if named(QUOTATIONS) => Role::Quotation,
            _ => Role::Body,
        }
    }

    /// Text is hidden by the paragraph's style and the run's: each turns what the other says.
    pub(super) fn hides(&self, paragraph: Option<&str>, run: Option<&str>) -> bool {
        if !self.hides_some {
            return self.hides_all;
        }
        let says = |id: Option<&str>| self.chain(id).find_map(|(_, style)| style.is_hidden).unwrap_or(false);
        let by_run = run.is_some() && says(run);
        self.hides_all || (says(paragraph) != by_run)
    }

    /// The style of a table sets off its first row.
    pub(super) fn sets_off_first_row(&self, id: Option<&str>) -> bool {
        id.is_some() && self.chain(id).any(|(_, style)| style.sets_off_first_row)
    }

    /// Text is set in bold by the styles.
    pub(super) fn is_bold(&self, paragraph: Option<&str>, run: Option<&str>) -> bool {
        let says = |id: Option<&str>| self.chain(id).find_map(|(_, style)| style.is_bold).unwrap_or(false);
        says(paragraph) != (run.is_some() && says(run))
    }
}

/// The names of styles that are plainly for quotations.
const QUOTATIONS: &[&str] = &[
    "quote",
    "intense quote",
    "block text",
    "block quote",
    "blockquote",
    "block quotation",
    "quotation",
    "quotations",
    "quoted text",
];

fn style(scanner: &mut Scanner<'_>) -> Result<Style, Fault> {
    let mut style = Style::default();
    each(scanner, |scanner, element| {
        match element.name {
            "name" => style.name = element.value().unwrap_or_default().into_owned(),
            "basedOn" => style.based_on = element.value().map(std::borrow::Cow::into_owned),
            "pPr" => {
                let properties = paragraph_properties(scanner, Revisions::Final)?;
                (style.place, style.outline) = (properties.place, properties.outline);
                return Ok(Within::Done);
            }
            "rPr" => {
                let properties = run_properties(scanner)?;
                (style.is_hidden, style.is_bold) = (properties.is_hidden, properties.is_bold);
                return Ok(Within::Done);
            }
            "tblStylePr" => {
                style.sets_off_first_row |= element.attribute("type").is_some_and(|part| part == "firstRow");
                return Ok(Within::Skip);
            }
            _ => {}
        }
        Ok(Within::Enter)
    })?;
    Ok(style)
}
