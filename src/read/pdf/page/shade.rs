//! Colours, as far as they tell whether something can be seen.

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

/// Red, green and blue, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::read::pdf) struct Shade([f64; 3]);

impl Shade {
    pub(in crate::read::pdf) const BLACK: Self = Self([0.0; 3]);
    pub(in crate::read::pdf) const WHITE: Self = Self([1.0; 3]);

    /// By one number (grey), three (red, green, blue) or four (cyan, magenta, yellow, black).
    pub(super) fn new(numbers: &[f64]) -> Option<Self> {
        match *numbers {
            [grey] => Some(Self([grey; 3])),
            [red, green, blue] => Some(Self([red, green, blue])),
            [cyan, magenta, yellow, black] => {
                Some(Self([cyan, magenta, yellow].map(|ink| (1.0 - ink) * (1.0 - black))))
            }
            _ => None,
        }
    }

    /// Nobody can tell the two apart.
    pub(super) fn is_near(self, other: Self) -> bool {
        self.0.iter().zip(other.0).all(|(one, two)| (one - two).abs() < 0.06)
    }
}

/// How numbers name a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// By how many there are.
    Plain,
    /// The amount of one ink, which is taken for a dark one.
    Ink,
    Unknown,
}

impl Space {
    /// The space called `name`, which `spaces` may define.
    pub(super) fn named(name: &[u8], spaces: &Dict<'_>) -> Self {
        match name {
            b"DeviceGray" | b"DeviceRGB" | b"DeviceCMYK" | b"G" | b"RGB" | b"CMYK" => Self::Plain,
            _ => spaces.get::<Object<'_>>(name).map_or(Self::Unknown, Self::defined),
        }
    }

    fn defined(object: Object<'_>) -> Self {
        if let Object::Name(name) = &object {
            let is_plain = matches!(name.as_ref(), b"DeviceGray" | b"DeviceRGB" | b"DeviceCMYK");
            return if is_plain { Self::Plain } else { Self::Unknown };
        }
        let Some(array) = object.into_array() else { return Self::Unknown };
        let mut parts = array.flex_iter();
        match parts.next::<Name<'_>>().as_deref() {
            Some(b"ICCBased") => {
                let count = parts.next::<Stream<'_>>().and_then(|stream| stream.dict().get::<i32>("N"));
                if count.is_some() { Self::Plain } else { Self::Unknown }
            }
            Some(b"CalGray" | b"CalRGB") => Self::Plain,
            Some(b"Separation") => Self::Ink,
            _ => Self::Unknown,
        }
    }

    pub(super) fn shade(self, numbers: &[f64]) -> Option<Shade> {
        match (self, numbers) {
            (Self::Plain, numbers) => Shade::new(numbers),
            (Self::Ink, [amount]) => Shade::new(&[1.0 - amount]),
            _ => None,
        }
    }
}

/// The graphics state called by a name: how much shows through what is painted.
pub(super) fn is_opaque(state: &Dict<'_>) -> Option<bool> {
    let is_faint = state.get::<f64>("ca").map(|amount| amount < 0.9);
    let normal = |name: &Name<'_>| matches!(name.as_ref(), b"Normal" | b"Compatible");
    let blend = state.get::<Name<'_>>("BM").map(|name| normal(&name)).or_else(|| {
        let first = state.get::<Array<'_>>("BM")?.iter::<Name<'_>>().next()?;
        Some(normal(&first))
    });
    let is_masked = state.get::<Dict<'_>>("SMask").is_some();
    match (is_faint, blend, is_masked) {
        (None, None, false) => None,
        (faint, blend, masked) => Some(!faint.unwrap_or(false) && blend.unwrap_or(true) && !masked),
    }
}
