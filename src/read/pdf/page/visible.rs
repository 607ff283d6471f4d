//! What a reader of the page sees: characters under boxes, without colour or off the page are taken out.

use super::{Cut, Fill, Glyph, Shade, Sheet};
use crate::read::pdf::budget::Budget;

/// What was taken out.
#[derive(Debug, Default, Clone, Copy)]
pub(in crate::read::pdf) struct Hidden {
    /// Filled boxes or pictures that words stand under.
    pub(in crate::read::pdf) boxes: usize,
    /// Words in the colour of the page, painted without ink, or beside the page.
    pub(in crate::read::pdf) unseen: usize,
    /// Words that are turned or slanted.
    pub(in crate::read::pdf) turned: usize,
}

/// How the words of a page can be seen.
#[derive(Debug, Default, Clone, Copy)]
pub(in crate::read::pdf) struct Sight {
    pub(in crate::read::pdf) hidden: Hidden,
    /// Its words were recognised in a picture.
    pub(in crate::read::pdf) is_recognised: bool,
}

/// The share of a page from which on a picture is the page.
const WHOLE: f64 = 0.5;
/// Cells to a side of the grid in which areas are looked up.
const CELLS: usize = 24;

enum Fate {
    Seen,
    Recognised,
    Covered(usize),
    Unseen,
}

impl Sheet {
    /// Leaves the characters that a reader sees.
    pub(in crate::read::pdf) fn keep_visible(&mut self, budget: &mut Budget) -> Sight {
        let glyphs = std::mem::take(&mut self.glyphs);
        let seen = Seen::new(self);
        let has_ink = glyphs.iter().any(|glyph| !glyph.is_invisible && !glyph.text.is_whitespace());
        let mut sight = Sight::default();
        let mut boxes = Vec::new();
        let mut kept = Vec::with_capacity(glyphs.len());
        let (mut was_unseen, mut is_cut) = (false, false);
        for glyph in glyphs {
            let fate = seen.fate(&glyph, has_ink, budget);
            is_cut |= budget.is_spent();
            let is_unseen = matches!(fate, Fate::Unseen);
            match fate {
                _ if glyph.text.is_whitespace() && is_unseen => {}
                Fate::Seen => kept.push(glyph),
                Fate::Recognised => {
                    sight.is_recognised = true;
                    kept.push(glyph);
                }
                Fate::Covered(at) if !glyph.text.is_whitespace() => boxes.push(at),
                Fate::Covered(_) => {}
                Fate::Unseen => sight.hidden.unseen += usize::from(!was_unseen),
            }
            if !glyph.text.is_whitespace() {
                was_unseen = is_unseen;
            }
        }
        boxes.sort_unstable();
        boxes.dedup();
        sight.hidden.boxes = boxes.len();
        sight.hidden.turned = self.turned.iter().map(|glyphs| words(glyphs)).sum();
        self.glyphs = kept;
        if is_cut {
            self.cut.get_or_insert(Cut::TooMuch);
        }
        sight
    }
}

/// How many words the characters make, by their blanks and starts.
fn words(glyphs: &[Glyph]) -> usize {
    let mut is_inside = false;
    let mut count = 0;
    let mut order = 0;
    for glyph in glyphs {
        let is_blank = glyph.text.is_whitespace();
        count += usize::from(!is_blank && (!is_inside || glyph.order != order));
        (is_inside, order) = (!is_blank, glyph.order);
    }
    count
}

/// The areas of a page by place.
struct Seen<'s> {
    sheet: &'s Sheet,
    cells: Vec<Vec<usize>>,
}

impl<'s> Seen<'s> {
    fn new(sheet: &'s Sheet) -> Self {
        let mut cells = vec![Vec::new(); CELLS * CELLS];
        for (at, fill) in sheet.fills.iter().enumerate() {
            let (left, top) = cell(sheet, fill.area.left, fill.area.top);
            let (right, bottom) = cell(sheet, fill.area.right, fill.area.bottom);
            for row in top..=bottom {
                (left..=right).for_each(|column| cells[row * CELLS + column].push(at));
            }
        }
        Self { sheet, cells }
    }

    fn fate(&self, glyph: &Glyph, has_ink: bool, budget: &mut Budget) -> Fate {
        let (x, y) = (f64::midpoint(glyph.x, glyph.end), glyph.y - glyph.size * 0.3);
        let is_on_page = (0.0..=self.sheet.width).contains(&x) && (0.0..=self.sheet.height).contains(&y);
        if !is_on_page {
            return Fate::Unseen;
        }
        let (column, row) = cell(self.sheet, x, y);
        let areas = &self.cells[row * CELLS + column];
        budget.spend(areas.len());
        let mut ground = Some(Shade::WHITE);
        let mut is_on_picture = false;
        let mut cover = None;
        for (at, fill) in areas.iter().map(|at| (*at, &self.sheet.fills[*at])) {
            if !fill.area.holds(x, y) {
                continue;
            }
            if fill.is_picture && (glyph.is_invisible || fill.order > glyph.order && self.is_whole(fill)) {
                is_on_picture = true;
                ground = None;
            } else if fill.order < glyph.order {
                ground = if fill.is_opaque && fill.is_box && !fill.is_picture { fill.shade } else { None };
            } else if fill.is_opaque && fill.is_box && fill.area.height() > glyph.size * 0.5 {
                cover = Some(at);
            }
        }
        match cover {
            Some(at) => Fate::Covered(at),
            None if is_on_picture => Fate::Recognised,
            None if glyph.is_invisible => Fate::Unseen,
            None if has_ink && glyph.shade.zip(ground).is_some_and(|(ink, ground)| ink.is_near(ground)) => {
                Fate::Unseen
            }
            None => Fate::Seen,
        }
    }

    /// The picture is the page: words that stand under it were recognised in it.
    fn is_whole(&self, fill: &Fill) -> bool {
        fill.area.size() > WHOLE * self.sheet.width * self.sheet.height
    }
}

/// The column and row of a place.
fn cell(sheet: &Sheet, x: f64, y: f64) -> (usize, usize) {
    let at = |place: f64, length: f64| {
        let part = place / length.max(1.0) * CELLS as f64;
        (part.clamp(0.0, (CELLS - 1) as f64)) as usize
    };
    (at(x, sheet.width), at(y, sheet.height))
}
