//! The vocabularies of a Word paper's mark-up, by the names that parts give them.

/// The vocabularies that a paper's words can stand in; strict and transitional ones are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Namespace {
    /// Paragraphs, runs, tables (`w`).
    Word,
    /// Additions of 2010 to them (`w14`).
    Word2010,
    /// Formulas (`m`).
    Math,
    /// Alternatives (`mc`).
    Compatibility,
    /// Shapes and pictures (`a`).
    Drawing,
    /// Where a drawing stands (`wp`).
    Placement,
    /// Charts and diagrams (`c`, `cx`, `dgm`).
    Chart,
    /// Old drawings (`v`).
    Vml,
    /// Old embedded objects (`o`).
    Office,
    /// Any other.
    Other,
}

impl Namespace {
    /// The vocabulary that is named so.
    pub(super) fn of(uri: &str) -> Self {
        match uri {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.microsoft.com/office/word/2010/wordml" => Self::Word2010,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/drawingml/2006/main"
            | "http://purl.oclc.org/ooxml/drawingml/main" => Self::Drawing,
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            | "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => Self::Placement,
            "http://schemas.openxmlformats.org/drawingml/2006/chart"
            | "http://purl.oclc.org/ooxml/drawingml/chart"
            | "http://schemas.microsoft.com/office/drawing/2014/chartex"
            | "http://schemas.openxmlformats.org/drawingml/2006/diagram"
            | "http://purl.oclc.org/ooxml/drawingml/diagram" => Self::Chart,
            "urn:schemas-microsoft-com:vml" => Self::Vml,
            "urn:schemas-microsoft-com:office:office" => Self::Office,
            _ => Self::Other,
        }
    }
}
