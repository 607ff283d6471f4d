//! The Word package: the parts of a .docx by what they are to one another, and their XML token by token.
//! Knows the container and the mark-up; what the words of a paper are is told by [`crate::read`].

mod archive;
mod edits;
mod escaped;
mod namespace;
mod part;
mod relations;
mod remarks;
mod rewrite;
mod scanner;

pub use archive::Archive;
pub use edits::Edits;
pub use escaped::escaped;
pub use namespace::Namespace;
pub use part::{decode, encode};
pub use relations::Relation;
pub use remarks::{Remark, Tie, remarks, ties};
pub use rewrite::{Change, rewrite};
pub use scanner::{Element, Scanner, Token};

use relations::{content_types, relations};

/// Why a package could not be opened, and the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, as a sentence that starts with "it".
    pub what: String,
    /// The next step.
    pub next: &'static str,
}

/// What to do with a package that Word may still be able to open.
const RESAVE: &str = "open it in Word, save it again as .docx and check that file";

impl Fault {
    fn damaged(what: impl Into<String>) -> Self {
        Self { what: what.into(), next: RESAVE }
    }
}

/// A package that holds a Word document.
#[derive(Debug)]
pub struct Package {
    archive: Archive,
    main: String,
}

impl Package {
    /// Opens the package and finds its main part.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Fault> {
        let mut archive = Archive::open(bytes)?;
        let types = text(&mut archive, "[Content_Types].xml")?;
        let types = types.map(|types| content_types(&types)).transpose()?;
        let named = related(&mut archive, "", "officeDocument")?.into_iter().find(|part| archive.holds(part));
        let typed = types.as_ref().and_then(|types| types.main().map(str::to_owned));
        let Some(main) = named.or(typed).filter(|part| archive.holds(part)) else {
            let is_office = types.is_some();
            return Err(if is_office { no_document() } else { no_package() });
        };
        match types.as_ref().and_then(|types| types.of(&main)) {
            Some(kind) if is_other_office(kind) => Err(other_office()),
            _ => Ok(Self { archive, main }),
        }
    }

    /// The name of the part that holds the body of the document.
    pub fn main(&self) -> &str {
        &self.main
    }

    /// The XML of a part without its byte-order mark; `None` if there is no such part.
    pub fn text(&mut self, part: &str) -> Result<Option<String>, Fault> {
        text(&mut self.archive, part)
    }

    /// The part is there.
    pub fn holds(&self, part: &str) -> bool {
        self.archive.holds(part)
    }

    /// A part as it is packed away, with the encoding that its characters are in.
    pub fn bytes(&mut self, part: &str) -> Result<Option<Vec<u8>>, Fault> {
        self.archive.read(part)
    }

    /// The paper bears a digital signature, which ends with any change to it.
    pub fn is_signed(&mut self) -> Result<bool, Fault> {
        Ok(!related(&mut self.archive, "", "origin")?.is_empty()
            || self.archive.holds("_xmlsignatures/origin.sigs"))
    }

    /// The part that holds the relationships of the main part.
    pub fn sheet(&self) -> String {
        sheet_of(&self.main)
    }

    /// The relationships that start from the main part.
    pub fn relations(&mut self) -> Result<Vec<Relation>, Fault> {
        let sheet = self.sheet();
        self.text(&sheet)?.map_or_else(|| Ok(Vec::new()), |sheet| relations(&sheet))
    }

    /// The parts that the main part is related to by the relationship `kind` ("styles"), in the order of their ids.
    pub fn related(&mut self, kind: &str) -> Result<Vec<String>, Fault> {
        let main = self.main.clone();
        related(&mut self.archive, &main, kind)
    }
}

fn text(archive: &mut Archive, part: &str) -> Result<Option<String>, Fault> {
    archive.read(part)?.map(|bytes| decode(part, bytes)).transpose()
}

/// The targets of the relationships of `kind` that start from `part`; the package itself is `""`.
fn related(archive: &mut Archive, part: &str, kind: &str) -> Result<Vec<String>, Fault> {
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let Some(sheet) = text(archive, &sheet_of(part))? else { return Ok(Vec::new()) };
    let of_kind = relations(&sheet)?.into_iter().filter(|relation| relation.kind == kind);
    Ok(of_kind.map(|Relation { target, .. }| relations::resolve(folder, &target)).collect())
}

/// The part that holds the relationships of `part`.
fn sheet_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    format!("{folder}/_rels/{file}.rels").trim_start_matches('/').to_owned()
}

fn is_other_office(kind: &str) -> bool {
    ["spreadsheetml", "presentationml", "ms-excel", "ms-powerpoint", "visio"]
        .iter()
        .any(|office| kind.contains(office))
}

fn other_office() -> Fault {
    Fault {
        what: "it is an office document, but not a Word document".to_owned(),
        next: "save the paper as a Word document (.docx) or as plain text (.txt) and check that file",
    }
}

fn no_document() -> Fault {
    Fault::damaged("it is an office document without a main part that could be read")
}

fn no_package() -> Fault {
    Fault {
        what: "it is a zip archive, not a Word document".to_owned(),
        next: "unpack it and check the papers in it",
    }
}
