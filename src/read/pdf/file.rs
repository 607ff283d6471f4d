//! The file as a whole: opening it, and what it holds beside its pages.

use hayro_syntax::object::{Array, Dict};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::dense::is_dense;
use crate::document::Document;
use crate::error::Error;
use crate::read::unreadable;

/// The most pages of a paper.
const MOST_PAGES: usize = 10_000;

/// Opens the file, with the empty password if it is encrypted.
pub(super) fn open(name: &str, bytes: Vec<u8>) -> Result<Pdf, Error> {
    if is_dense(&bytes) {
        let what = "it is a PDF that would unpack to far more than a paper holds";
        return Err(unreadable(name, what, "save it as a new file in a PDF program and check that"));
    }
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => unreadable(
            name,
            "it is a PDF that opens only with a password",
            "open it with the password, save it without one and check that file",
        ),
        LoadPdfError::Decryption(_) => unreadable(
            name,
            "it is a PDF that is encrypted in a way that is not known",
            "open it in a PDF program, save it without encryption and check that file",
        ),
        LoadPdfError::Invalid => damaged(name),
    })?;
    match pdf.pages().len() {
        0 => Err(damaged(name)),
        1..=MOST_PAGES => Ok(pdf),
        pages => {
            let what =
                format!("it is a PDF of {pages} pages, more than the {MOST_PAGES} that are read at once");
            Err(unreadable(name, &what, "split it and check the parts"))
        }
    }
}

fn damaged(name: &str) -> Error {
    let what = "it is a PDF that is damaged or cut off, and no page can be found in it";
    unreadable(
        name,
        what,
        "get the file again, or open it in a PDF program, save it as a new file and check that",
    )
}

/// The error for a paper on whose pages there is nothing to read.
pub(super) fn without_text(name: &str, pages: usize, unread: &[String]) -> Error {
    let recognise = "run text recognition (OCR) on it and check the result";
    let has = |word: &str| unread.iter().any(|line| line.contains(word));
    let is_one = pages == 1;
    let what = match () {
        () if has("picture") && is_one => "its page holds a picture of text and no text",
        () if has("picture") => "its pages hold pictures of text and no text",
        () if has("shapes") => "its letters are drawn as shapes, and it holds no text",
        () if has("more work") => "its pages ask for more work than those of a paper do",
        () if has("damaged") => "its pages are damaged, and no text can be read on them",
        () if has("boxes") => "all of its words stand under filled boxes",
        () if is_one => "its page holds no text that can be seen",
        () => "its pages hold no text that can be seen",
    };
    unreadable(name, what, recognise)
}

/// Tells what the file holds beside its pages.
pub(super) fn tell(pdf: &Pdf, document: &mut Document) {
    let xref = pdf.xref();
    let Some(root) = xref.get::<Dict<'_>>(xref.root_id()) else { return };
    let names = root.get::<Dict<'_>>("Names");
    let files = names.and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles")).map_or(0, count);
    if root.contains_key("Collection") {
        document.unread.push(format!("the file is a portfolio, and the {files} files in it are not read"));
    } else if files > 0 {
        let said = if files == 1 { "1 attached file".to_owned() } else { format!("{files} attached files") };
        document.notes.push(format!("{said} not read"));
    }
    let form = root.get::<Dict<'_>>("AcroForm");
    let is_drawn =
        |form: &Dict<'_>| form.contains_key("XFA") && root.get::<bool>("NeedsRendering") == Some(true);
    if form.is_some_and(|form| is_drawn(&form)) {
        document
            .unread
            .push("the file is a form that only Acrobat fills in, and its fields are not read".to_owned());
    }
}

/// The most branches of a tree of names that are looked at.
const MOST_BRANCHES: usize = 1000;

/// How many names a tree holds, as far as it is looked through.
fn count(tree: Dict<'_>) -> usize {
    let (mut open, mut seen, mut names) = (vec![tree], 0, 0);
    while let Some(branch) = open.pop() {
        names += branch.get::<Array<'_>>("Names").map_or(0, |names| names.raw_iter().count() / 2);
        seen += 1;
        if seen < MOST_BRANCHES {
            let kids = branch.get::<Array<'_>>("Kids");
            open.extend(kids.iter().flat_map(|kids| kids.iter::<Dict<'_>>().take(MOST_BRANCHES - seen)));
            open.truncate(MOST_BRANCHES);
        }
    }
    names
}
