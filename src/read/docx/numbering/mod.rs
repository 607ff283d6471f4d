//! Automatic numbering: the lists that a Word paper defines, and the labels that Word shows before their paragraphs.

mod definitions;
mod format;

use std::collections::{HashMap, HashSet};

use super::properties::ParagraphProperties;
use super::styles::Styles;
use definitions::{Definitions, Level, List};
use format::Format;

/// Levels that a list has.
const LEVELS: usize = 9;

/// A label as it stands before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its characters and what parts them from the paragraph.
    pub(super) label: String,
    /// The level of its list, from 0.
    pub(super) level: usize,
    /// The list that counts it.
    pub(super) list: u32,
    /// It has words of its own: "INTERROGATORY NO. 4:".
    pub(super) is_worded: bool,
}

/// Counts the paragraphs of every list in their order.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: Definitions,
    /// The last number of each level, by the abstract list that several lists share.
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Lists and levels that were counted once: a list of its own start counts from there only the first time.
    begun: HashSet<(u32, usize)>,
}

impl Numbering {
    /// The numbering that the part `xml` defines.
    pub(super) fn read(xml: &str) -> Result<Self, crate::ooxml::Fault> {
        Ok(Self { definitions: Definitions::read(xml)?, ..Self::default() })
    }

    /// The paragraph is in a list.
    pub(super) fn counts(&self, properties: &ParagraphProperties, styles: &Styles) -> bool {
        let by_style = || styles.place(properties.style.as_deref()).list;
        let list = properties.place.list.or_else(by_style).filter(|id| *id != 0);
        list.is_some_and(|id| self.definitions.list(id, styles).is_some())
    }

    /// Counts the next paragraph and gives its label; `None` if it is in no list.
    pub(super) fn next(&mut self, properties: &ParagraphProperties, styles: &Styles) -> Option<Shown> {
        let style = properties.style.as_deref();
        let by_style = styles.place(style);
        let id = properties.place.list.or(by_style.list).filter(|id| *id != 0)?;
        let list = self.definitions.list(id, styles)?;
        let by_level = || styles.lineage(style).find_map(|style| list.level_of(style));
        let own = if properties.place.list.is_some() { Some(0) } else { None };
        let level = properties.place.level.or_else(by_level).or(own).or(by_style.level).unwrap_or(0);
        let level = level.min(LEVELS - 1);
        let counts = self.counts.entry(list.shared).or_default();
        count(&list, id, level, counts, &mut self.begun);
        let own = list.level(level)?;
        Some(Shown {
            label: label(&list, own, level, counts)?,
            level,
            list: list.shared,
            is_worded: own.is_worded(),
        })
    }
}

/// Adds one to the level and starts those below it anew; levels above it that were passed over count as begun.
fn count(
    list: &List<'_>,
    id: u32,
    level: usize,
    counts: &mut [Option<u32>; LEVELS],
    begun: &mut HashSet<(u32, usize)>,
) {
    let is_first = begun.insert((id, level));
    let restarts = is_first && list.starts_anew(level);
    counts[level] = match counts[level] {
        Some(last) if !restarts => Some(last.saturating_add(1)),
        _ => Some(list.start(level)),
    };
    for (above, count) in counts.iter_mut().enumerate().take(level) {
        count.get_or_insert_with(|| list.usual_start(above));
    }
    for (below, count) in counts.iter_mut().enumerate().skip(level + 1) {
        if list.level(below).is_none_or(|own| own.restarts_after(level, below)) {
            *count = None;
        }
    }
}

/// The characters of the label and what follows them; `None` if the level shows none.
fn label(list: &List<'_>, own: &Level, level: usize, counts: &[Option<u32>; LEVELS]) -> Option<String> {
    let mut label = String::new();
    let mut characters = own.text.chars().peekable();
    while let Some(character) = characters.next() {
        let place = characters.peek().and_then(|next| next.to_digit(10)).filter(|_| character == '%');
        let Some(place @ 1..=9) = place else {
            label.push(character);
            continue;
        };
        characters.next();
        let at = place as usize - 1;
        let Some(of) = list.level(at).filter(|_| at <= level) else { continue };
        let number = counts[at].unwrap_or_else(|| list.usual_start(at));
        let format = if own.is_legal && of.format != Format::Nothing { Format::Decimal } else { of.format };
        label.push_str(&format.show(number));
    }
    if own.format == Format::Bullet {
        label = format::bullet(&label);
    }
    (!label.trim().is_empty()).then(|| label + own.suffix)
}

#[cfg(test)]
mod tests;
