//! What is in force while a page is painted.

use std::rc::Rc;

use super::faces::Face;
use super::matrix::{Area, Matrix};
use super::shade::{Shade, Space};

/// What `q` keeps and `Q` brings back.
#[derive(Clone)]
pub(super) struct State<'a> {
    pub(super) matrix: Matrix,
    pub(super) clip: Area,
    pub(super) fill: Option<Shade>,
    pub(super) fill_space: Space,
    pub(super) stroke: Option<Shade>,
    pub(super) stroke_space: Space,
    pub(super) line_width: f64,
    pub(super) is_opaque: bool,
    pub(super) text: Text<'a>,
}

/// How text is shown.
#[derive(Clone)]
pub(super) struct Text<'a> {
    pub(super) face: Option<Rc<Face<'a>>>,
    pub(super) size: f64,
    pub(super) character_spacing: f64,
    pub(super) word_spacing: f64,
    /// 1 is the natural width.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    pub(super) mode: i64,
}

impl State<'_> {
    pub(super) fn new(matrix: Matrix, clip: Area) -> Self {
        Self {
            matrix,
            clip,
            fill: Some(Shade::BLACK),
            fill_space: Space::Plain,
            stroke: Some(Shade::BLACK),
            stroke_space: Space::Plain,
            line_width: 1.0,
            is_opaque: true,
            text: Text {
                face: None,
                size: 1.0,
                character_spacing: 0.0,
                word_spacing: 0.0,
                stretch: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: 0,
            },
        }
    }
}
