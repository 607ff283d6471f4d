//! The form that a composed paper is drawn in, and its way to the screen or a file.

use std::path::Path;

use clap::ValueEnum;
use particulars::composed::Composed;
use particulars::{Error, write};

use crate::cli::output::Output;

/// The form of a composed paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Drawing {
    /// A Word document
    Docx,
    /// Markdown
    Md,
}

impl Drawing {
    /// The form that the ending of the file tells; Markdown for the screen.
    pub fn of(path: Option<&Path>) -> Result<Self, Error> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else { return Ok(Self::Md) };
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("docx") => Ok(Self::Docx),
            Some("md" | "markdown" | "txt") => Ok(Self::Md),
            _ => Err(Error::Usage(format!(
                "{}: its ending tells no form; name it .docx or .md",
                path.display()
            ))),
        }
    }

    /// Draws `paper` and puts it where it belongs, which must be none of the files `inputs`.
    pub fn put(self, paper: &Composed, path: Option<&Path>, inputs: &[&Path]) -> Result<(), Error> {
        let mut output = Output::open(path, inputs)?;
        match self {
            Self::Docx => output.fill(|writer| writer.write_all(&write::docx(paper)))?,
            Self::Md => output.write(&write::markdown(paper))?,
        }
        output.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Drawing;

    #[test]
    fn the_ending_tells_the_form() {
        let of = |path: &str| Drawing::of(Some(Path::new(path))).ok();
        assert_eq!(of("a.docx"), Some(Drawing::Docx));
        assert_eq!(of("a.MD"), Some(Drawing::Md));
        assert_eq!(of("-"), Some(Drawing::Md));
        assert_eq!(Drawing::of(None).ok(), Some(Drawing::Md));
        for path in ["q.pdf", "questions"] {
            let message = Drawing::of(Some(Path::new(path))).unwrap_err().to_string();
            assert!(message.starts_with(path) && message.contains("name it .docx or .md"), "{message}");
        }
    }
}
