//! Paths that are filled or drawn, and pictures.

use hayro_syntax::content::Instruction;

use super::matrix::{Area, Matrix};
use super::operators::{Painter, numbers};
use super::shade::Shade;
use super::{Cut, Fill};
use crate::read::pdf::budget::MOST_AREAS;

/// The path under construction, placed on the page.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// The pieces that are closed.
    done: Vec<Piece>,
    open: Piece,
    is_clip: bool,
}

/// A stretch of a path without a gap.
#[derive(Debug, Default, Clone)]
struct Piece {
    places: Vec<(f64, f64)>,
    is_curved: bool,
}

impl Piece {
    fn area(&self) -> Area {
        Area::around(&self.places)
    }

    /// It runs along the sides of a box.
    fn is_box(&self) -> bool {
        let near = |one: f64, two: f64| (one - two).abs() < 0.5;
        let is_straight = |pair: &[(f64, f64)]| near(pair[0].0, pair[1].0) || near(pair[0].1, pair[1].1);
        !self.is_curved && (4..=5).contains(&self.places.len()) && self.places.windows(2).all(is_straight)
    }
}

/// Places of one path that are kept.
const MOST_PLACES: usize = 100_000;
/// How thin an area is a rule, in points.
const THIN: f64 = 2.5;
/// How thick a stroke covers letters, in points.
const THICK: f64 = 5.0;

impl Painter<'_, '_> {
    /// Takes an operator if it belongs to paths.
    pub(super) fn path(&mut self, operator: &[u8], instruction: &Instruction<'_, '_>) -> bool {
        match operator {
            b"m" => {
                self.close_piece();
                self.add(numbers(instruction).map(|[x, y]| [(x, y)]));
            }
            b"l" => self.add(numbers(instruction).map(|[x, y]| [(x, y)])),
            b"c" => self.curve(numbers(instruction).map(|[a, b, c, d, x, y]| [(a, b), (c, d), (x, y)])),
            b"v" | b"y" => self.curve(numbers(instruction).map(|[a, b, x, y]| [(a, b), (x, y), (x, y)])),
            b"h" => self.close_piece(),
            b"re" => {
                self.close_piece();
                let corners = |[x, y, w, h]: [f64; 4]| [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
                self.add(numbers(instruction).map(corners));
                self.close_piece();
            }
            b"W" | b"W*" => self.path.is_clip = true,
            b"n" => self.end_path(false, false),
            b"f" | b"F" | b"f*" => self.end_path(true, false),
            b"S" | b"s" => self.end_path(false, true),
            b"B" | b"B*" | b"b" | b"b*" => self.end_path(true, true),
            _ => return false,
        }
        true
    }

    fn add<const N: usize>(&mut self, places: Option<[(f64, f64); N]>) {
        if self.path.open.places.len() + self.path.done.len() > MOST_PLACES {
            return self.cut(Cut::TooMuch);
        }
        let matrix = self.state.matrix;
        self.path.open.places.extend(places.into_iter().flatten().map(|(x, y)| matrix.place(x, y)));
    }

    fn curve(&mut self, places: Option<[(f64, f64); 3]>) {
        self.path.open.is_curved = true;
        self.add(places);
    }

    fn close_piece(&mut self) {
        let piece = std::mem::take(&mut self.path.open);
        if !piece.places.is_empty() {
            self.path.done.push(piece);
        }
    }

    fn end_path(&mut self, is_filled: bool, is_drawn: bool) {
        self.close_piece();
        let path = std::mem::take(&mut self.path);
        if !self.is_off() {
            for piece in &path.done {
                if is_filled {
                    self.fill(piece);
                }
                if is_drawn {
                    self.draw(piece);
                }
            }
        }
        if path.is_clip && !path.done.is_empty() {
            let places: Vec<_> = path.done.iter().flat_map(|piece| piece.places.iter().copied()).collect();
            self.state.clip = self.state.clip.within(Area::around(&places));
        }
    }

    fn fill(&mut self, piece: &Piece) {
        let area = piece.area();
        let is_box = piece.is_box();
        if is_box && (area.width() < THIN || area.height() < THIN) {
            return self.rule(area);
        }
        self.sheet.shapes += usize::from(piece.is_curved);
        self.cover(area, self.state.fill, is_box);
    }

    fn draw(&mut self, piece: &Piece) {
        let ((a, b), _) = self.state.matrix.steps();
        let half = self.state.line_width * a.hypot(b) / 2.0;
        let ends = piece.places.iter().zip(piece.places.iter().cycle().skip(1));
        let sides = ends.take(if piece.places.len() > 2 { piece.places.len() } else { 1 });
        for (from, to) in sides {
            let line = Area::around(&[*from, *to]);
            if line.width() > 0.5 && line.height() > 0.5 {
                continue;
            }
            let area = Area {
                left: line.left - half,
                top: line.top - half,
                right: line.right + half,
                bottom: line.bottom + half,
            };
            if 2.0 * half < THICK {
                self.rule(line);
            } else {
                self.cover(area, self.state.stroke, true);
            }
        }
    }

    fn rule(&mut self, area: Area) {
        let area = area.within(self.state.clip);
        if self.sheet.rules.len() < MOST_AREAS {
            self.sheet.rules.push(area);
        }
    }

    fn cover(&mut self, area: Area, shade: Option<Shade>, is_box: bool) {
        let area = area.within(self.state.clip);
        if area.size() <= 0.0 {
            return;
        }
        if self.sheet.fills.len() == MOST_AREAS {
            return self.cut(Cut::TooMuch);
        }
        let (order, is_opaque) = (self.sheet.next_order(), self.state.is_opaque);
        self.sheet.fills.push(Fill { area, order, shade, is_picture: false, is_opaque, is_box });
    }

    /// Something that is shaded from one colour to another fills all that is open to it.
    pub(super) fn shading(&mut self) {
        let before = std::mem::replace(&mut self.state.is_opaque, false);
        self.cover(self.state.clip, None, true);
        self.state.is_opaque = before;
    }

    /// A picture fills the unit square.
    pub(super) fn picture(&mut self) {
        if self.is_off() {
            return;
        }
        let matrix: Matrix = self.state.matrix;
        let area = matrix.area([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]).within(self.state.clip);
        if area.size() <= 0.0 || self.sheet.fills.len() == MOST_AREAS {
            return;
        }
        let (order, is_opaque) = (self.sheet.next_order(), self.state.is_opaque);
        let is_box = matrix.is_upright();
        self.sheet.fills.push(Fill { area, order, shade: None, is_picture: true, is_opaque, is_box });
    }
}
