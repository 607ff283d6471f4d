//! Fonts: what each code of a string says and how far it moves on.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Name, Number, ObjRef, Object, Stream};

use crate::read::pdf::budget::Budget;
use crate::read::pdf::stream::weigh;

/// The fonts of one file.
pub(in crate::read::pdf) struct Faces<'a> {
    cache: FontCache<'a>,
    programs: FontResolverFn,
    maps: CMapResolverFn,
    /// By the place of the resources that name them, and the name.
    known: RefCell<Known<'a>>,
    /// By object: pages that share a font seldom share the list that names it.
    shared: RefCell<HashMap<ObjRef, Rc<Face<'a>>>>,
}

type Known<'a> = HashMap<(usize, Vec<u8>), Rc<Face<'a>>>;

/// A font.
pub(super) struct Face<'a> {
    /// `None` where it cannot be used: nothing that is set in it can be told.
    font: Option<Font<'a>>,
    pub(super) is_bold: bool,
    /// Those that were met, by code; codes of two bytes at the most.
    codes: RefCell<Vec<Option<Code>>>,
}

/// What a code stands for.
#[derive(Debug, Clone)]
pub(super) struct Code {
    pub(super) text: Rc<str>,
    /// In thousandths of the size.
    pub(super) advance: f64,
}

/// A character that nobody can tell.
pub(in crate::read::pdf) const UNKNOWN: char = '\u{fffd}';

impl<'a> Faces<'a> {
    pub(in crate::read::pdf) fn new() -> Self {
        let programs: FontResolverFn = Arc::new(|query| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(font) => Some(font.pick_standard_font().get_font_data()),
        });
        let (known, shared) = (RefCell::default(), RefCell::default());
        Self { cache: FontCache::new(), programs, maps: Arc::new(|_| None), known, shared }
    }

    /// The font that `fonts` calls `name`.
    pub(super) fn face(&self, fonts: &Dict<'a>, name: &[u8], budget: &mut Budget) -> Rc<Face<'a>> {
        let key = (fonts.data().as_ptr() as usize, name.to_vec());
        if let Some(face) = self.known.borrow().get(&key) {
            return Rc::clone(face);
        }
        let object = fonts.get_ref(name);
        let shared = object.and_then(|object| self.shared.borrow().get(&object).cloned());
        let face = shared.unwrap_or_else(|| Rc::new(self.load(fonts.get::<Dict<'a>>(name), budget)));
        if let Some(object) = object {
            self.shared.borrow_mut().insert(object, Rc::clone(&face));
        }
        self.known.borrow_mut().insert(key, Rc::clone(&face));
        face
    }

    fn load(&self, dict: Option<Dict<'a>>, budget: &mut Budget) -> Face<'a> {
        let dict = dict.filter(|dict| is_sound(dict, budget));
        let font = dict.as_ref().and_then(|dict| self.cache.font(dict, &self.programs, &self.maps));
        let name = dict.as_ref().and_then(|dict| dict.get::<Name<'_>>("BaseFont"));
        let name = name.map(|name| name.as_str().to_ascii_lowercase()).unwrap_or_default();
        let is_bold = ["bold", "black", "heavy", "demi"].iter().any(|word| name.contains(word));
        Face { font, is_bold, codes: RefCell::default() }
    }
}

impl Face<'_> {
    /// The codes of a string, each with how many bytes it takes.
    pub(super) fn codes(&self, bytes: &[u8], mut take: impl FnMut(u32, usize, &Code)) {
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = match &self.font {
                Some(font) => font.read_code(bytes, at),
                None => (u32::from(bytes[at]), 1),
            };
            at += length.max(1);
            take(code, length, &self.code(code));
        }
    }

    fn code(&self, code: u32) -> Code {
        if let Some(Some(known)) = self.codes.borrow().get(code as usize) {
            return known.clone();
        }
        let found = self.find(code);
        if u16::try_from(code).is_ok() {
            let mut codes = self.codes.borrow_mut();
            let length = codes.len().max(code as usize + 1);
            codes.resize(length, None);
            codes[code as usize] = Some(found.clone());
        }
        found
    }

    fn find(&self, code: u32) -> Code {
        let unknown = || Rc::from(UNKNOWN.to_string());
        let Some(font) = &self.font else { return Code { text: unknown(), advance: 500.0 } };
        let advance = font.code_advance(code).x;
        let text = match font.glyph(font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = match text {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(text)) => unswapped(text),
            None => return Code { text: unknown(), advance },
        };
        let text: String =
            text.chars().flat_map(|character| letters(character).chars().collect::<Vec<_>>()).collect();
        Code { text: Rc::from(text), advance: if advance.is_finite() { advance } else { 0.0 } }
    }
}

/// Letters of a ligature whose bytes the writing program put in the wrong order, as Ghostscript 10.0 does.
fn unswapped(text: String) -> String {
    let swapped = |character: char| {
        let number = u32::from(character);
        let letter = u8::try_from(number >> 8).ok().filter(|_| number.is_multiple_of(256))?;
        letter.is_ascii_alphabetic().then(|| char::from(letter))
    };
    text.chars().map(swapped).collect::<Option<String>>().unwrap_or(text)
}

/// Ligatures whole, and the marks that symbol fonts keep where Unicode keeps none.
fn letters(character: char) -> String {
    let whole = match character {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        // In print a soft hyphen is a hyphen.
        '\u{ad}' | '\u{2010}' => "-",
        '\u{f0b7}' | '\u{f06c}' | '\u{f09f}' => "\u{2022}",
        '\u{f0a7}' | '\u{f06e}' => "\u{25aa}",
        '\u{f0d8}' => "\u{27a2}",
        '\u{f0fc}' => "\u{2713}",
        '\u{f0a8}' | '\u{f06f}' => "\u{25a1}",
        '\u{e000}'..='\u{f8ff}' => return UNKNOWN.to_string(),
        '\t' | '\n' | '\r' => " ",
        character if character.is_control() => return UNKNOWN.to_string(),
        character => return character.to_string(),
    };
    whole.to_owned()
}

/// The most codes that a font may give widths to.
const MOST_WIDTHS: i64 = 70_000;

/// Making the font takes neither more bytes nor more steps than there are left.
fn is_sound(dict: &Dict<'_>, budget: &mut Budget) -> bool {
    let below = dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let about = below.as_ref().unwrap_or(dict).get::<Dict<'_>>("FontDescriptor");
    let files = ["FontFile", "FontFile2", "FontFile3"];
    let programs =
        about.iter().flat_map(|about| files.iter().filter_map(|key| about.get::<Stream<'_>>(*key)));
    let maps = ["ToUnicode", "Encoding"].iter().filter_map(|key| dict.get::<Stream<'_>>(*key));
    let indexes = below.iter().filter_map(|below| below.get::<Stream<'_>>("CIDToGIDMap"));
    let is_light = programs.chain(maps).chain(indexes).all(|stream| weigh(&stream, budget).is_ok());
    let first = dict.get::<Number>("FirstChar").map_or(0, |number| number.as_i64());
    let widths =
        below.iter().flat_map(|below| ["W", "W2"].iter().filter_map(|key| below.get::<Array<'_>>(*key)));
    is_light
        && (0..=MOST_WIDTHS).contains(&first)
        && widths.map(|widths| span(&widths)).sum::<i64>() <= MOST_WIDTHS
}

/// How many codes a list of widths speaks of.
fn span(widths: &Array<'_>) -> i64 {
    let (mut total, mut before) = (0_i64, Vec::new());
    for object in widths.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => before.push(number.as_i64()),
            Object::Array(widths) => {
                total = total.saturating_add(widths.data().len() as i64 / 2);
                before.clear();
            }
            _ => before.clear(),
        }
        if let [first, last, _] = *before {
            total = total.saturating_add(last.saturating_sub(first).max(0));
            before.clear();
        }
    }
    total
}
