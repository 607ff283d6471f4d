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
                                self.text = self.text.after(Matrix::moved(-back, 0.0));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn string(&mut self, bytes: &[u8]) {
        let Some(face) = self.state.text.face.clone() else { return };
        if !self.budget.spend(2 * bytes.len()) || self.sheet.glyphs.len() > MOST_GLYPHS {
            return self.cut(Cut::TooMuch);
        }
        let order = self.sheet.next_order();
        face.codes(bytes, |code, length, found| {
            let text = &self.state.text;
            let word = if length == 1 && code == 32 { text.word_spacing } else { 0.0 };
            let advance = found.advance / 1000.0 * text.size + text.character_spacing + word;
            let advance = advance * text.stretch;
            self.glyphs(&found.text, advance, (order, face.is_bold));
            self.text = self.text.after(Matrix::moved(advance, 0.0));
        });
    }

    /// Puts the characters of one code side by side on the width that it takes.
    fn glyphs(&mut self, characters: &str, advance: f64, (order, is_bold): (u32, bool)) {
        let text = &self.state.text;
        let matrix = self.state.matrix.after(self.text);
        let (start, end) = (matrix.place(0.0, text.rise), matrix.place(advance, text.rise));
        let ((a, b), (c, d)) = matrix.steps();
        let size = text.size.abs() * c.hypot(d);
        let is_sane =
            [start.0, start.1, end.0, end.1, size].iter().all(|length| length.abs() < LARGEST * 10.0);
        if !is_sane || size > LARGEST || self.is_off() {
            return;
        }
        let shade = if matches!(text.mode, 1 | 5) { self.state.stroke } else { self.state.fill };
        // Points to the right and down, whichever way a negative size turns the letters.
        let sign = text.size.signum() * text.stretch.signum();
        let (right, down) = (a * sign, b * sign);
        let count = characters.chars().count().max(1) as f64;
        for (at, character) in characters.chars().enumerate() {
            let along = |part: f64| {
                (start.0 + (end.0 - start.0) * part / count, start.1 + (end.1 - start.1) * part / count)
            };
            let (from, to) = (along(at as f64), along(at as f64 + 1.0));
            let glyph = Glyph {
                text: character,
                x: from.0,
                end: to.0,
                y: from.1,
                size,
                order,
                shade,
                is_bold,
                is_invisible: UNSEEN.contains(&text.mode),
                is_pagination: self.marks.contains(&Mark::Pagination),
            };
            self.sheet.put(glyph, to.1, (right, down));
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
