//! The lists that `numbering.xml` defines: abstract ones with their levels, and those that paragraphs name.

use std::collections::HashMap;

use super::LEVELS;
use super::format::Format;
use crate::ooxml::{Element, Fault, Scanner, Token};
use crate::read::docx::properties::{Within, each, number};
use crate::read::docx::styles::Styles;

/// One level of a list.
#[derive(Debug, Clone)]
pub(super) struct Level {
    start: u32,
    pub(super) format: Format,
    /// The label, with "%1" for the number of the first level.
    pub(super) text: String,
    /// What parts the label from the paragraph.
    pub(super) suffix: &'static str,
    /// Every number in the label is shown in digits.
    pub(super) is_legal: bool,
    /// The level, from 1, after which this one starts anew; 0 for none.
    restart: Option<usize>,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
}

impl Level {
    /// The label has words: letters that are not a number's.
    pub(super) fn is_worded(&self) -> bool {
        self.format != Format::Bullet && self.text.split('%').any(|part| letters(part) > 2)
    }

    /// A paragraph on `level` starts this one, which is the level `own`, anew.
    pub(super) fn restarts_after(&self, level: usize, own: usize) -> bool {
        level < self.restart.unwrap_or(own)
    }
}

fn letters(part: &str) -> usize {
    part.chars().filter(|character| character.is_alphabetic()).count()
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            format: Format::Decimal,
            text: String::new(),
            suffix: "\t",
            is_legal: false,
            restart: None,
            style: None,
        }
    }
}

#[derive(Debug, Default)]
struct Abstract {
    levels: [Option<Level>; LEVELS],
    /// The numbering style that has the levels, if this list has none.
    link: Option<String>,
}

#[derive(Debug, Default)]
struct Instance {
    shared: u32,
    levels: [Option<Level>; LEVELS],
    starts: [Option<u32>; LEVELS],
}

/// All lists of a paper.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    shared: HashMap<u32, Abstract>,
    instances: HashMap<u32, Instance>,
}

/// A list that a paragraph names, with the levels that it shares.
pub(super) struct List<'a> {
    /// The abstract list that counts.
    pub(super) shared: u32,
    levels: &'a Abstract,
    instance: &'a Instance,
}

/// The longest chain of lists linked through styles that is followed.
const LONGEST_LINK: usize = 16;

impl Definitions {
    /// Reads the part with the lists.
    pub(super) fn read(xml: &str) -> Result<Self, Fault> {
        let mut definitions = Self::default();
        let mut scanner = Scanner::new(xml);
        while let Some(token) = scanner.next_token()? {
            let Token::Open(element) = token else { continue };
            let id = |name: &str| element.attribute(name).and_then(|id| id.trim().parse::<u32>().ok());
            if element.is("abstractNum") {
                let list = shared(&mut scanner)?;
                definitions.shared.insert(id("abstractNumId").unwrap_or_default(), list);
            } else if element.is("num") {
                let list = instance(&mut scanner)?;
                definitions.instances.insert(id("numId").unwrap_or_default(), list);
            }
        }
        Ok(definitions)
    }

    /// The list of this id.
    pub(super) fn list(&self, id: u32, styles: &Styles) -> Option<List<'_>> {
        let instance = self.instances.get(&id)?;
        let (mut shared, mut levels) = (instance.shared, self.shared.get(&instance.shared)?);
        for _ in 0..LONGEST_LINK {
            let Some(style) = &levels.link else { break };
            let linked = styles.place(Some(style)).list.and_then(|id| self.instances.get(&id))?;
            (shared, levels) = (linked.shared, self.shared.get(&linked.shared)?);
        }
        Some(List { shared, levels, instance })
    }
}

impl List<'_> {
    /// The level `at`, from 0.
    pub(super) fn level(&self, at: usize) -> Option<&Level> {
        let own = self.instance.levels.get(at)?.as_ref();
        own.or(self.levels.levels[at].as_ref())
    }

    /// The level on which the paragraphs of the style stand.
    pub(super) fn level_of(&self, style: &str) -> Option<usize> {
        (0..LEVELS).find(|at| self.level(*at).is_some_and(|level| level.style.as_deref() == Some(style)))
    }

    /// The list has a start of its own for this level.
    pub(super) fn starts_anew(&self, at: usize) -> bool {
        self.instance.starts[at].is_some()
    }

    /// The first number of the level.
    pub(super) fn start(&self, at: usize) -> u32 {
        self.instance.starts[at].unwrap_or_else(|| self.usual_start(at))
    }

    /// The first number of the level where the list has no start of its own.
    pub(super) fn usual_start(&self, at: usize) -> u32 {
        self.level(at).map_or(1, |level| level.start)
    }
}

fn shared(scanner: &mut Scanner<'_>) -> Result<Abstract, Fault> {
    let mut list = Abstract::default();
    each(scanner, |scanner, element| {
        if element.is("lvl") {
            if let Some((at, level)) = level(scanner, element)? {
                list.levels[at] = Some(level);
            }
            return Ok(Within::Done);
        }
        if element.is("numStyleLink") {
            list.link = element.value().map(std::borrow::Cow::into_owned);
        }
        Ok(Within::Enter)
    })?;
    Ok(list)
}

fn instance(scanner: &mut Scanner<'_>) -> Result<Instance, Fault> {
    let mut list = Instance::default();
    let mut at = None;
    each(scanner, |scanner, element| {
        match element.name {
            "abstractNumId" => list.shared = number(element).unwrap_or_default(),
            "lvlOverride" => at = place(element),
            "startOverride" => {
                if let Some(at) = at {
                    list.starts[at] = number(element);
                }
            }
            "lvl" => {
                if let Some((at, level)) = level(scanner, element)? {
                    list.levels[at] = Some(level);
                }
                return Ok(Within::Done);
            }
            _ => {}
        }
        Ok(Within::Enter)
    })?;
    Ok(list)
}

/// The level that an element is about.
fn place(element: &Element<'_>) -> Option<usize> {
    element.attribute("ilvl").and_then(|at| at.trim().parse().ok()).filter(|at| *at < LEVELS)
}

fn level(scanner: &mut Scanner<'_>, element: &Element<'_>) -> Result<Option<(usize, Level)>, Fault> {
    let at = place(element);
    let mut level = Level::default();
    let mut has_choice = false;
    each(scanner, |_, element| {
        match element.name {
            "start" => level.start = number(element).unwrap_or_default(),
            "numFmt" => level.format = Format::read(element),
            "lvlText" => level.text = element.value().unwrap_or_default().into_owned(),
            "isLgl" => level.is_legal = element.is_on(),
            "lvlRestart" => level.restart = number(element).map(|after| after as usize),
            "pStyle" => level.style = element.value().map(std::borrow::Cow::into_owned),
            "suff" => {
                level.suffix = match element.value().as_deref() {
                    Some("nothing") => "",
                    Some("space") => " ",
                    _ => "\t",
                };
            }
            "lvlPicBulletId" if level.text.trim().is_empty() => "\u{2022}".clone_into(&mut level.text),
            // A form of numbers that only newer programs know stands beside an older one.
            "Choice" => has_choice = true,
            "Fallback" if has_choice => return Ok(Within::Skip),
            "pPr" | "rPr" => return Ok(Within::Skip),
            _ => {}
        }
        Ok(Within::Enter)
    })?;
    Ok(at.map(|at| (at, level)))
}
