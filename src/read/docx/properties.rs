//! The properties of paragraphs, runs, cells and fields that bear on what a reader sees.

use crate::ooxml::{Element, Fault, Namespace, Scanner, Token};
use crate::read::Revisions;

/// A place in a list, as far as a paragraph or a style states it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The list; 0 takes a paragraph out of any.
    pub(super) list: Option<u32>,
    /// The level, from 0.
    pub(super) level: Option<usize>,
}

/// What a paragraph states of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<String>,
    pub(super) place: ListPlace,
    /// Its level in the outline; 9 is body text.
    pub(super) outline: Option<u8>,
    /// Its end is not shown in the chosen view: it runs on into the next paragraph.
    pub(super) is_mark_dropped: bool,
    /// The mark of its end was inserted, deleted or moved.
    pub(super) is_mark_revised: bool,
}

/// What a run states of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct RunProperties {
    pub(super) style: Option<String>,
    pub(super) is_hidden: Option<bool>,
    pub(super) is_bold: Option<bool>,
    /// Its letters are white.
    pub(super) is_white: bool,
    pub(super) font: Option<String>,
}

/// Reads to the end of the element that was opened last, giving `take` every element in it; where `take` says so,
/// what an element holds is passed over.
pub(super) fn each<'a>(
    scanner: &mut Scanner<'a>,
    mut take: impl FnMut(&mut Scanner<'a>, &Element<'a>) -> Result<Within, Fault>,
) -> Result<(), Fault> {
    let depth = scanner.depth();
    while scanner.depth() >= depth {
        match scanner.next_token()? {
            Some(Token::Open(element)) => {
                if take(scanner, &element)? == Within::Skip {
                    scanner.skip()?;
                }
            }
            Some(_) => {}
            None => break,
        }
    }
    Ok(())
}

/// What becomes of the elements within one that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// They are taken too.
    Enter,
    /// They are passed over.
    Skip,
    /// They were taken already.
    Done,
}

/// Reads the `w:pPr` that was opened last.
pub(super) fn paragraph_properties(
    scanner: &mut Scanner<'_>,
    view: Revisions,
) -> Result<ParagraphProperties, Fault> {
    let mut properties = ParagraphProperties::default();
    let mut former = None;
    each(scanner, |scanner, element| {
        if element.namespace != Namespace::Word {
            return Ok(Within::Enter);
        }
        match element.name {
            "pStyle" => properties.style = element.value().map(std::borrow::Cow::into_owned),
            "ilvl" => properties.place.level = number(element).map(|level| level as usize),
            "numId" => properties.place.list = number(element),
            "outlineLvl" => properties.outline = number(element).map(|level| level.min(9) as u8),
            "rPr" => {
                mark_properties(scanner, view, &mut properties)?;
                return Ok(Within::Done);
            }
            "pPrChange" if view == Revisions::Original => {
                former = Some(former_properties(scanner, view)?);
                return Ok(Within::Done);
            }
            "pPrChange" | "numberingChange" | "sectPr" => return Ok(Within::Skip),
            _ => {}
        }
        Ok(Within::Enter)
    })?;
    if let Some(former) = former {
        let ParagraphProperties { is_mark_dropped, is_mark_revised, .. } = properties;
        properties = ParagraphProperties { is_mark_dropped, is_mark_revised, ..former };
    }
    Ok(properties)
}

/// The properties that the paragraph had before they were changed.
fn former_properties(scanner: &mut Scanner<'_>, view: Revisions) -> Result<ParagraphProperties, Fault> {
    let mut properties = ParagraphProperties::default();
    each(scanner, |scanner, element| {
        if element.is("pPr") {
            properties = paragraph_properties(scanner, view)?;
            return Ok(Within::Done);
        }
        Ok(Within::Enter)
    })?;
    Ok(properties)
}

/// Reads the `w:rPr` of a paragraph's mark.
fn mark_properties(
    scanner: &mut Scanner<'_>,
    view: Revisions,
    properties: &mut ParagraphProperties,
) -> Result<(), Fault> {
    each(scanner, |_, element| {
        if element.namespace != Namespace::Word {
            return Ok(Within::Enter);
        }
        match element.name {
            "ins" | "moveTo" | "del" | "moveFrom" => {
                properties.is_mark_revised = true;
                properties.is_mark_dropped |= is_dropped(element.name, view);
            }
            "vanish" if element.is_on() => properties.is_mark_dropped = true,
            "rPrChange" => return Ok(Within::Skip),
            _ => {}
        }
        Ok(Within::Enter)
    })
}

/// What the tracked change `name` marks is not shown in the view.
pub(super) fn is_dropped(name: &str, view: Revisions) -> bool {
    match name {
        "ins" | "moveTo" | "cellIns" => view == Revisions::Original,
        _ => view == Revisions::Final,
    }
}

/// Reads the `w:rPr` that was opened last.
pub(super) fn run_properties(scanner: &mut Scanner<'_>) -> Result<RunProperties, Fault> {
    let mut properties = RunProperties::default();
    each(scanner, |_, element| {
        if element.namespace != Namespace::Word {
            return Ok(Within::Enter);
        }
        match element.name {
            "rStyle" => properties.style = element.value().map(std::borrow::Cow::into_owned),
            "vanish" => properties.is_hidden = Some(element.is_on()),
            "b" => properties.is_bold = Some(element.is_on()),
            "color" => properties.is_white = element.value().is_some_and(|color| is_white(&color)),
            "rFonts" => {
                let font = element.attribute("ascii").or_else(|| element.attribute("hAnsi"));
                properties.font = font.map(std::borrow::Cow::into_owned);
            }
            "rPrChange" => return Ok(Within::Skip),
            _ => {}
        }
        Ok(Within::Enter)
    })?;
    Ok(properties)
}

fn is_white(color: &str) -> bool {
    color.eq_ignore_ascii_case("FFFFFF") || color.eq_ignore_ascii_case("white")
}

/// What a field of a form holds that has no words of its own: a box that is ticked or not, or the entry chosen.
pub(super) fn form_field(scanner: &mut Scanner<'_>) -> Result<Option<String>, Fault> {
    let (mut ticked, mut fallback, mut entries, mut chosen) = (None, false, Vec::new(), 0);
    let mut is_box = false;
    each(scanner, |_, element| {
        match element.name {
            "checkBox" => is_box = true,
            "checked" => ticked = Some(element.is_on()),
            "default" if is_box => fallback = element.is_on(),
            "listEntry" => entries.extend(element.value().map(std::borrow::Cow::into_owned)),
            "result" => chosen = number(element).unwrap_or_default() as usize,
            _ => {}
        }
        Ok(Within::Enter)
    })?;
    let mark = if ticked.unwrap_or(fallback) { "\u{2612}" } else { "\u{2610}" };
    Ok(if is_box { Some(mark.to_owned()) } else { entries.into_iter().nth(chosen) })
}

/// The number that an element's value states.
pub(super) fn number(element: &Element<'_>) -> Option<u32> {
    element.value().and_then(|value| value.trim().parse().ok())
}
