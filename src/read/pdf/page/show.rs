//! Text as it is shown: each character with its place.

use hayro_syntax::content::Instruction;
use hayro_syntax::object::Object;
use hayro_syntax::page::Resources;

use super::matrix::Matrix;
use super::operators::{Mark, Painter, name, number, numbers};
use super::{Cut, Glyph};
use crate::read::pdf::budget::MOST_GLYPHS;

/// The mode of text that is neither filled nor drawn, and of text that only clips.
const UNSEEN: [i64; 2] = [3, 7];
/// How far from level a line may run and still be read, as a slope.
const LEVEL: f64 = 0.035;
/// Spacing between letters from which on it is no part of them, in sizes.
const WIDE: f64 = 0.3;
/// Lengths on a page beyond which nothing is a letter, in points.
const LARGEST: f64 = 2000.0;

impl<'a> Painter<'_, 'a> {
    /// Takes an operator if it belongs to text.
    pub(super) fn show(
        &mut self,
        operator: &[u8],
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'a>,
    ) {
        let value = || numbers(instruction).map(|[value]| value);
        match operator {
            b"BT" => (self.text, self.line) = (Matrix::SAME, Matrix::SAME),
            b"Tf" => {
                if let Some(name) = name(instruction) {
                    self.state.text.face = Some(self.faces.face(&resources.fonts, name, self.budget));
                }
                self.state.text.size = value().unwrap_or(self.state.text.size);
            }
            b"Tc" => self.state.text.character_spacing = value().unwrap_or_default(),
            b"Tw" => self.state.text.word_spacing = value().unwrap_or_default(),
            b"Tz" => self.state.text.stretch = value().unwrap_or(100.0) / 100.0,
            b"TL" => self.state.text.leading = value().unwrap_or_default(),
            b"Ts" => self.state.text.rise = value().unwrap_or_default(),
            b"Tr" => self.state.text.mode = value().unwrap_or_default() as i64,
            b"Td" | b"TD" => {
                if let Some([x, y]) = numbers(instruction) {
                    if operator == b"TD" {
                        self.state.text.leading = -y;
                    }
                    self.next_line(x, y);
                }
            }
            b"Tm" => {
                if let Some(numbers) = numbers(instruction) {
                    self.line = Matrix::new(numbers);
                    self.text = self.line;
                }
            }
            b"T*" => self.next_line(0.0, -self.state.text.leading),
            b"Tj" | b"TJ" | b"'" | b"\"" => self.strings(operator, instruction),
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = self.line.after(Matrix::moved(x, y));
        self.text = self.line;
    }

    fn strings(&mut self, operator: &[u8], instruction: &Instruction<'_, '_>) {
        if operator == b"\""
            && let Some([word, character]) = numbers(instruction)
        {
            (self.state.text.word_spacing, self.state.text.character_spacing) = (word, character);
        }
        if matches!(operator, b"\"" | b"'") {
            self.next_line(0.0, -self.state.text.leading);
        }
        for operand in instruction.operands() {
            match operand {
                Object::String(string) => self.string(string.as_bytes()),
                Object::Array(parts) => {
                    for part in parts.iter::<Object<'_>>() {
                        match &part {
                            Object::String(string) => self.string(string.as_bytes()),
                            other => {
                                let text = &self.state.text;
                                let back =
                                    number(other).unwrap_or_default() / 1000.0 * text.size * text.stretch;
                                let spacing = text.character_spacing;
                                if spacing > WIDE * text.size.abs() && back > 0.0 {
                                    self.take_back(spacing * text.stretch);
                                }
                                self.text = self.text.after(Matrix::moved(-back, 0.0));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Spacing as wide as letters that is taken back, if only in part, belongs to none of them.
    fn take_back(&mut self, length: f64) {
        let matrix = self.state.matrix.after(self.text);
        let moved = matrix.place(length, 0.0).0 - matrix.place(0.0, 0.0).0;
        if let Some(last) = self.sheet.glyphs.last_mut().filter(|_| moved > 0.0) {
            last.end = (last.end - moved).max(last.x);
        }
    }

    fn string(&mut self, bytes: &[u8]) {
        let Some(face) = self.state.text.face.clone() else { return };
        if !self.budget.spend(2 * bytes.len()) || self.sheet.glyphs.len() > MOST_GLYPHS {
            return self.cut(Cut::TooMuch);
        }
        let set = Set::new(self, face.is_bold);
        let mut passed = 0.0;
        face.codes(bytes, |code, length, found| {
            let text = &self.state.text;
            let word = if length == 1 && code == 32 { text.word_spacing } else { 0.0 };
            let advance = (found.advance / 1000.0 * text.size + text.character_spacing + word) * text.stretch;
            if set.is_sane {
                set.glyphs(self.sheet, &found.text, (passed, passed + advance));
            }
            passed += advance;
        });
        self.text = self.text.after(Matrix::moved(passed, 0.0));
    }
}

/// What all characters of one string have in common.
struct Set {
    /// From places along the string to places on the page.
    matrix: Matrix,
    rise: f64,
    /// Points to the right and down, whichever way a negative size turns the letters.
    direction: (f64, f64),
    /// It can be seen, and is no larger than a page.
    is_sane: bool,
    like: Glyph,
}

impl Set {
    fn new(painter: &mut Painter<'_, '_>, is_bold: bool) -> Self {
        let order = painter.sheet.next_order();
        let text = &painter.state.text;
        let matrix = painter.state.matrix.after(painter.text);
        let ((a, b), (c, d)) = matrix.steps();
        let size = text.size.abs() * c.hypot(d);
        let sign = text.size.signum() * text.stretch.signum();
        let like = Glyph {
            text: ' ',
            x: 0.0,
            end: 0.0,
            y: 0.0,
            size,
            order,
            shade: if matches!(text.mode, 1 | 5) { painter.state.stroke } else { painter.state.fill },
            is_bold,
            is_invisible: UNSEEN.contains(&text.mode),
            is_pagination: painter.marks.contains(&Mark::Pagination),
        };
        let is_sane = size.is_finite() && size < LARGEST && !painter.is_off();
        Self { matrix, rise: text.rise, direction: (a * sign, b * sign), is_sane, like }
    }

    /// Puts the characters of one code side by side on the width that it takes.
    fn glyphs(&self, sheet: &mut super::Sheet, characters: &str, (from, to): (f64, f64)) {
        let count = if characters.len() == 1 { 1.0 } else { characters.chars().count().max(1) as f64 };
        let mut start = self.matrix.place(from, self.rise);
        for (at, text) in characters.chars().enumerate() {
            let part = from + (to - from) * (at as f64 + 1.0) / count;
            let end = self.matrix.place(part, self.rise);
            if [start.0, start.1, end.0, end.1].iter().all(|length| length.abs() < LARGEST * 10.0) {
                let glyph = Glyph { text, x: start.0, end: end.0, y: start.1, ..self.like };
                sheet.put(glyph, end.1, self.direction);
            }
            start = end;
        }
    }
}

impl super::Sheet {
    /// Puts a character that ends at height `end`, and runs in this direction, where it belongs.
    fn put(&mut self, glyph: Glyph, end: f64, (right, down): (f64, f64)) {
        if self.turned.iter().map(Vec::len).sum::<usize>() > MOST_GLYPHS {
            return;
        }
        let (width, height) = (self.width, self.height);
        if down.abs() <= LEVEL * right.abs() {
            if right > 0.0 {
                return self.glyphs.push(glyph);
            }
            let turned = Glyph { x: width - glyph.x, end: width - glyph.end, y: height - glyph.y, ..glyph };
            self.turned[1].push(turned);
        } else if right.abs() <= LEVEL * down.abs() {
            // Seen with the page turned: down the page becomes to the right.
            if down > 0.0 {
                self.turned[0].push(Glyph { x: glyph.y, end, y: width - glyph.x, ..glyph });
            } else {
                let turned = Glyph { x: height - glyph.y, end: height - end, y: glyph.x, ..glyph };
                self.turned[2].push(turned);
            }
        } else {
            self.turned[3].push(glyph);
        }
    }
}
