//! The operators of a page's content: each changes the state, or paints.

use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::faces::Faces;
use super::layers::Layers;
use super::matrix::{Area, Matrix};
use super::paint::Path;
use super::shade::{Space, is_opaque};
use super::state::State;
use super::{Cut, Sheet};
use crate::read::pdf::budget::{Budget, DEEPEST, FORM};
use crate::read::pdf::stream::{Closed, unpack};

/// Paints one page onto a sheet.
pub(super) struct Painter<'p, 'a> {
    pub(super) sheet: &'p mut Sheet,
    pub(super) faces: &'p Faces<'a>,
    pub(super) layers: &'p Layers,
    pub(super) budget: &'p mut Budget,
    pub(super) state: State<'a>,
    pub(super) kept: Vec<State<'a>>,
    pub(super) path: Path,
    /// Where text goes on, and where its line began.
    pub(super) text: Matrix,
    pub(super) line: Matrix,
    pub(super) marks: Vec<Mark>,
    pub(super) depth: usize,
}

/// A stretch of content that is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Other,
    /// It stands on a layer that is switched off.
    Off,
    /// It is a header, a footer or the like.
    Pagination,
}

/// The most states kept at once.
const MOST_KEPT: usize = 256;

impl<'p, 'a> Painter<'p, 'a> {
    pub(super) fn new(
        sheet: &'p mut Sheet,
        faces: &'p Faces<'a>,
        layers: &'p Layers,
        budget: &'p mut Budget,
        start: Matrix,
    ) -> Self {
        let clip = Area { left: 0.0, top: 0.0, right: sheet.width, bottom: sheet.height };
        Self {
            sheet,
            faces,
            layers,
            budget,
            state: State::new(start, clip),
            kept: Vec::new(),
            path: Path::default(),
            text: Matrix::SAME,
            line: Matrix::SAME,
            marks: Vec::new(),
            depth: 0,
        }
    }

    /// Paints the page and what stands beside its content.
    pub(super) fn page(&mut self, page: &Page<'a>) {
        let start = self.state.clone();
        let raw = page.raw();
        let contents = match raw.get::<Stream<'_>>("Contents") {
            Some(stream) => vec![stream],
            None => raw.get::<Array<'_>>("Contents").iter().flat_map(Array::iter::<Stream<'_>>).collect(),
        };
        let mut bytes = Vec::new();
        for stream in contents {
            self.unpacked(&stream, &mut bytes);
            bytes.push(b' ');
        }
        self.run(&bytes, page.resources());
        self.state = start;
        self.kept.clear();
        self.marks.clear();
        self.annotations(raw, page.resources());
    }

    fn unpacked(&mut self, stream: &Stream<'_>, bytes: &mut Vec<u8>) {
        match unpack(stream, self.budget) {
            Ok(unpacked) => {
                if unpacked.is_cut {
                    self.cut(Cut::Damaged);
                }
                bytes.extend(unpacked.bytes);
            }
            Err(Closed::Broken) => self.cut(Cut::Damaged),
            Err(Closed::TooLarge) => self.cut(Cut::TooMuch),
        }
    }

    pub(super) fn cut(&mut self, cut: Cut) {
        if self.sheet.cut != Some(Cut::TooMuch) {
            self.sheet.cut = Some(cut);
        }
    }

    fn run(&mut self, bytes: &[u8], resources: &Resources<'a>) {
        let mut content = UntypedIter::new(bytes);
        while let Some(instruction) = content.next() {
            if !self.budget.spend(1) {
                self.cut(Cut::TooMuch);
            }
            if self.sheet.cut == Some(Cut::TooMuch) {
                return;
            }
            self.instruction(&instruction, resources);
        }
    }

    fn instruction(&mut self, instruction: &Instruction<'_, '_>, resources: &Resources<'a>) {
        let operator: &[u8] = instruction.operator;
        match operator {
            b"q" if self.kept.len() < MOST_KEPT => self.kept.push(self.state.clone()),
            b"Q" => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => {
                if let Some(numbers) = numbers(instruction) {
                    self.state.matrix = self.state.matrix.after(Matrix::new(numbers));
                }
            }
            b"w" => self.state.line_width = numbers(instruction).map_or(1.0, |[width]| width),
            b"gs" => {
                let state = name(instruction).and_then(|name| resources.ext_g_states.get::<Dict<'_>>(name));
                let opaque = state.as_ref().and_then(is_opaque);
                self.state.is_opaque = opaque.unwrap_or(self.state.is_opaque);
            }
            b"Do" => {
                if let Some(name) = name(instruction) {
                    self.object(name, resources);
                }
            }
            b"BI" => self.picture(),
            b"sh" => self.shading(),
            b"BMC" | b"BDC" => self.mark(instruction, resources),
            b"EMC" => {
                self.marks.pop();
            }
            _ if self.colour(operator, instruction, resources) => {}
            _ if self.path(operator, instruction) => {}
            _ => self.show(operator, instruction, resources),
        }
    }

    fn colour(
        &mut self,
        operator: &[u8],
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'a>,
    ) -> bool {
        let named =
            || name(instruction).map_or(Space::Unknown, |name| Space::named(name, &resources.color_spaces));
        let shade = |space: Space| {
            let numbers: Vec<f64> = instruction.operands().filter_map(number).collect();
            space.shade(&numbers)
        };
        match operator {
            b"g" | b"rg" | b"k" => {
                (self.state.fill_space, self.state.fill) = (Space::Plain, shade(Space::Plain));
            }
            b"G" | b"RG" | b"K" => {
                (self.state.stroke_space, self.state.stroke) = (Space::Plain, shade(Space::Plain));
            }
            b"cs" => {
                self.state.fill_space = named();
                // Every plain space starts with black.
                self.state.fill =
                    self.state.fill_space.shade(&[0.0]).filter(|_| self.state.fill_space == Space::Plain);
            }
            b"CS" => {
                self.state.stroke_space = named();
                self.state.stroke = None;
            }
            b"sc" | b"scn" => self.state.fill = shade(self.state.fill_space),
            b"SC" | b"SCN" => self.state.stroke = shade(self.state.stroke_space),
            _ => return false,
        }
        true
    }

    fn mark(&mut self, instruction: &Instruction<'_, '_>, resources: &Resources<'a>) {
        let mut operands = instruction.operands();
        let tag = operands.next().and_then(|object| object.clone().into_name());
        let properties = operands.next().cloned();
        let mark = match (tag.as_deref(), properties) {
            (Some(b"OC"), Some(Object::Name(name))) if self.layers.is_off(&resources.properties, &name) => {
                Mark::Off
            }
            (Some(b"Artifact"), Some(properties)) => {
                let dict = match properties {
                    Object::Dict(dict) => {
                        dict.get::<Name<'_>>("Type").map(|kind| kind.as_ref() == b"Pagination")
                    }
                    Object::Name(name) => resources
                        .properties
                        .get::<Dict<'_>>(&*name)
                        .and_then(|dict| dict.get::<Name<'_>>("Type"))
                        .map(|kind| kind.as_ref() == b"Pagination"),
                    _ => None,
                };
                if dict == Some(true) { Mark::Pagination } else { Mark::Other }
            }
            _ => Mark::Other,
        };
        if self.marks.len() < MOST_KEPT {
            self.marks.push(mark);
        }
    }

    pub(super) fn is_off(&self) -> bool {
        self.marks.contains(&Mark::Off)
    }

    /// A picture or a form that the page names.
    fn object(&mut self, name: &[u8], resources: &Resources<'a>) {
        let Some(stream) = resources.x_objects.get::<Stream<'a>>(name) else { return };
        if self.is_off() || self.layers.is_off(stream.dict(), b"OC") {
            return;
        }
        match stream.dict().get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Image") => {
                let masks = ["SMask", "Mask"].iter().any(|key| stream.dict().contains_key(key));
                let is_opaque = !masks && stream.dict().get::<bool>("ImageMask") != Some(true);
                let before = self.state.is_opaque;
                self.state.is_opaque &= is_opaque;
                self.picture();
                self.state.is_opaque = before;
            }
            Some(b"Form") => self.form(&stream, resources),
            _ => {}
        }
    }

    /// Content that stands for itself, with its own resources.
    pub(super) fn form(&mut self, stream: &Stream<'a>, resources: &Resources<'a>) {
        if self.depth == DEEPEST || !self.budget.spend(FORM) {
            return self.cut(Cut::TooMuch);
        }
        let dict = stream.dict();
        let mut bytes = Vec::new();
        self.unpacked(stream, &mut bytes);
        let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
        let (state, texts) = (self.state.clone(), (self.text, self.line));
        let (kept, marks) = (std::mem::take(&mut self.kept), self.marks.len());
        if let Some(numbers) = dict.get::<[f64; 6]>("Matrix") {
            self.state.matrix = self.state.matrix.after(Matrix::new(numbers));
        }
        if let Some([left, bottom, right, top]) = dict.get::<[f64; 4]>("BBox") {
            let area = self.state.matrix.area([(left, bottom), (right, bottom), (right, top), (left, top)]);
            self.state.clip = self.state.clip.within(area);
        }
        self.depth += 1;
        self.run(&bytes, own.as_ref().unwrap_or(resources));
        self.depth -= 1;
        self.marks.truncate(marks);
        (self.state, self.kept) = (state, kept);
        (self.text, self.line) = texts;
    }
}

pub(super) fn number(object: &Object<'_>) -> Option<f64> {
    match object {
        Object::Number(number) => Some(number.as_f64()),
        _ => None,
    }
}

/// The operands, if they are so many numbers.
pub(super) fn numbers<const N: usize>(instruction: &Instruction<'_, '_>) -> Option<[f64; N]> {
    let mut operands = instruction.operands().filter_map(number);
    let mut numbers = [0.0; N];
    for place in &mut numbers {
        *place = operands.next().filter(|number| number.is_finite())?;
    }
    Some(numbers)
}

/// The operand that is a name.
pub(super) fn name<'b>(instruction: &Instruction<'b, '_>) -> Option<&'b [u8]> {
    instruction.operands().find_map(|object| match object {
        Object::Name(name) => Some(name.as_ref()),
        _ => None,
    })
}
