//! Places on a page, and how they are moved.

// The names of the format's own description: a to f.
#![allow(clippy::many_single_char_names)]

/// A place moved, turned and stretched: `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix([f64; 6]);

impl Matrix {
    pub(super) const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn new(numbers: [f64; 6]) -> Self {
        Self(numbers)
    }

    pub(super) fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First `first`, then this.
    pub(super) fn after(self, first: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, first.0);
        Self([
            a * g + c * h,
            b * g + d * h,
            a * i + c * j,
            b * i + d * j,
            a * k + c * l + e,
            b * k + d * l + f,
        ])
    }

    pub(super) fn place(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Where one step to the right, and one up, lead.
    pub(super) fn steps(self) -> ((f64, f64), (f64, f64)) {
        let [a, b, c, d, ..] = self.0;
        ((a, b), (c, d))
    }

    /// The area that the corners of a box come to stand in.
    pub(super) fn area(self, corners: [(f64, f64); 4]) -> Area {
        let placed = corners.map(|(x, y)| self.place(x, y));
        Area::around(&placed)
    }

    /// Boxes stay boxes.
    pub(super) fn is_upright(self) -> bool {
        let [a, b, c, d, ..] = self.0;
        let small = 1e-3 * (a.abs() + b.abs() + c.abs() + d.abs());
        (b.abs() < small && c.abs() < small) || (a.abs() < small && d.abs() < small)
    }
}

/// A box on the page, in points from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::read::pdf) struct Area {
    pub(in crate::read::pdf) left: f64,
    pub(in crate::read::pdf) top: f64,
    pub(in crate::read::pdf) right: f64,
    pub(in crate::read::pdf) bottom: f64,
}

impl Area {
    /// The smallest that holds every place; numbers that are none are left out.
    pub(super) fn around(places: &[(f64, f64)]) -> Self {
        let empty = Self {
            left: f64::INFINITY,
            top: f64::INFINITY,
            right: f64::NEG_INFINITY,
            bottom: f64::NEG_INFINITY,
        };
        places.iter().fold(empty, |area, (x, y)| Self {
            left: area.left.min(*x),
            top: area.top.min(*y),
            right: area.right.max(*x),
            bottom: area.bottom.max(*y),
        })
    }

    pub(in crate::read::pdf) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(in crate::read::pdf) fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub(in crate::read::pdf) fn holds(self, x: f64, y: f64) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    /// What both hold; empty areas have no width or height.
    pub(in crate::read::pdf) fn within(self, other: Self) -> Self {
        let (left, top) = (self.left.max(other.left), self.top.max(other.top));
        Self {
            left,
            top,
            right: self.right.min(other.right).max(left),
            bottom: self.bottom.min(other.bottom).max(top),
        }
    }

    /// In square points.
    pub(in crate::read::pdf) fn size(self) -> f64 {
        self.width().max(0.0) * self.height().max(0.0)
    }
}
