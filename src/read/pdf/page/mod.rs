//! One page, as it is painted: characters with their places, filled areas, pictures and rules.
//! Says nothing about words, lines or what the reader sees in the end.

mod annotations;
mod faces;
mod layers;
mod matrix;
mod operators;
mod paint;
mod shade;
mod show;
mod state;
mod visible;

pub(super) use annotations::Beside;
pub(super) use faces::{Faces, UNKNOWN};
pub(super) use layers::Layers;
pub(super) use matrix::Area;
pub(super) use shade::Shade;
pub(super) use visible::Hidden;

use hayro_syntax::page::Page;

use super::budget::Budget;
use matrix::Matrix;
use operators::Painter;

/// A character on the page; lengths are points, and down is positive.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    pub(super) text: char,
    /// Left end, and where the next character would start.
    pub(super) x: f64,
    pub(super) end: f64,
    /// The line that letters stand on.
    pub(super) y: f64,
    /// Height of the letters, ascenders and descenders included.
    pub(super) size: f64,
    /// When it was painted.
    pub(super) order: u32,
    /// `None` where it cannot be told.
    pub(super) shade: Option<Shade>,
    pub(super) is_bold: bool,
    pub(super) is_invisible: bool,
    /// Marked as a header, a footer or the like.
    pub(super) is_pagination: bool,
}

/// An area that was painted all over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fill {
    pub(super) area: Area,
    pub(super) order: u32,
    /// `None` for a pattern, or where it cannot be told.
    pub(super) shade: Option<Shade>,
    pub(super) is_picture: bool,
    /// What is beneath it does not show through.
    pub(super) is_opaque: bool,
    /// Its edges are straight and upright: it covers its whole area.
    pub(super) is_box: bool,
}

/// Why a page was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Damaged,
    TooMuch,
}

/// What was painted on a page.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) fills: Vec<Fill>,
    /// Thin upright and level lines.
    pub(super) rules: Vec<Area>,
    /// Characters that are turned or slanted, by quarter turns to the right; the last are at other angles.
    pub(super) turned: [Vec<Glyph>; 4],
    /// Filled shapes with curves: letters drawn without a font, if there are many.
    pub(super) shapes: usize,
    pub(super) cut: Option<Cut>,
    pub(super) beside: Beside,
    order: u32,
}

/// Paints `page`.
pub(super) fn painted<'a>(page: &Page<'a>, faces: &Faces<'a>, layers: &Layers, budget: &mut Budget) -> Sheet {
    let (width, height) = page.render_dimensions();
    let mut sheet = Sheet { width: f64::from(width), height: f64::from(height), ..Sheet::default() };
    let start = Matrix::new(page.initial_transform(true).as_coeffs());
    let mut painter = Painter::new(&mut sheet, faces, layers, budget, start);
    painter.page(page);
    sheet.turn();
    sheet
}

impl Sheet {
    /// Turns the page if most of its characters stand on their side.
    fn turn(&mut self) {
        let most = (0..3).max_by_key(|turn| self.turned[*turn].len()).unwrap_or_default();
        if self.turned[most].len() <= self.glyphs.len() {
            return;
        }
        let (width, height) = (self.width, self.height);
        std::mem::swap(&mut self.glyphs, &mut self.turned[most]);
        let place = |area: Area| match most {
            0 => Area {
                left: area.top,
                top: width - area.right,
                right: area.bottom,
                bottom: width - area.left,
            },
            1 => Area {
                left: width - area.right,
                top: height - area.bottom,
                right: width - area.left,
                bottom: height - area.top,
            },
            _ => Area {
                left: height - area.bottom,
                top: area.left,
                right: height - area.top,
                bottom: area.right,
            },
        };
        self.fills.iter_mut().for_each(|fill| fill.area = place(fill.area));
        self.rules.iter_mut().for_each(|rule| *rule = place(*rule));
        if most != 1 {
            (self.width, self.height) = (height, width);
        }
    }

    fn next_order(&mut self) -> u32 {
        self.order += 1;
        self.order
    }
}
