//! Drawings: their text boxes are read; pictures, charts and embedded objects are not, and that is said.

use super::Walk;
use super::scopes::Scope;
use crate::ooxml::{Element, Namespace};
use crate::read::docx::gathered::Thing;

/// A drawing that is open.
#[derive(Debug, Default)]
pub(super) struct Picture {
    is_object: bool,
    has_image: bool,
    has_chart: bool,
    /// Width and height in inches, if they are told.
    size: Option<(f64, f64)>,
}

impl Picture {
    /// A drawing that Word's element `name` opens.
    pub(super) fn new(name: &str) -> Self {
        Self { is_object: name == "object", ..Self::default() }
    }

    /// Too small to hold more words than a signature, a seal or a logo.
    fn is_small(&self) -> bool {
        self.size.is_some_and(|(width, height)| height < 0.8 || width * height < 3.0)
    }
}

/// English metric units to an inch.
const UNITS: f64 = 914_400.0;

impl Walk<'_> {
    /// Takes an element that may be part of a drawing.
    pub(super) fn look_at_picture(&mut self, element: &Element<'_>) {
        let open = self.scopes.iter_mut().rev().find_map(|scope| match scope {
            Scope::Picture(picture) => Some(picture),
            _ => None,
        });
        let Some(picture) = open else { return };
        match (element.namespace, element.name) {
            (Namespace::Placement, "extent") => {
                let side = |name: &str| element.attribute(name)?.trim().parse::<f64>().ok();
                picture.size = side("cx").zip(side("cy")).map(|(x, y)| (x / UNITS, y / UNITS));
            }
            (Namespace::Vml, "shape" | "rect") => {
                picture.size = element.attribute("style").and_then(|style| size(&style)).or(picture.size);
            }
            (Namespace::Drawing, "blip") | (Namespace::Vml, "imagedata") => picture.has_image = true,
            (Namespace::Chart, "chart" | "relIds") => picture.has_chart = true,
            (Namespace::Office, "OLEObject") => picture.is_object = true,
            _ => {}
        }
    }

    pub(super) fn close_picture(&mut self, picture: &Picture) {
        match picture {
            Picture { is_object: true, .. } => self.leave_unread(Thing::Object),
            Picture { has_chart: true, .. } => self.leave_unread(Thing::Chart),
            Picture { has_image: true, .. } if picture.is_small() => {
                self.gathered.small_pictures += usize::from(self.is_shown());
            }
            Picture { has_image: true, .. } => self.leave_unread(Thing::Picture),
            Picture { .. } => {}
        }
    }
}

/// The width and height in inches that a style such as "width:468pt;height:2in" tells.
fn size(style: &str) -> Option<(f64, f64)> {
    let side = |name: &str| {
        let value = style.split(';').filter_map(|part| part.split_once(':'));
        let value = value.into_iter().find(|(key, _)| key.trim() == name)?.1.trim();
        let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-');
        let number: f64 = value[..value.len() - unit.len()].parse().ok()?;
        let to_inch = match unit.trim() {
            "in" => 1.0,
            "pt" => 72.0,
            "cm" => 2.54,
            "mm" => 25.4,
            "pc" => 6.0,
            "px" => 96.0,
            _ => return None,
        };
        Some(number / to_inch)
    };
    side("width").zip(side("height"))
}
