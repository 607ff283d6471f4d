//! PDFs to the text that a reader of the pages sees, each line tied to its page and number.
//! What cannot be seen is left out, and what cannot be read is said; pictures are never recognised, nothing is fetched.

// Counts on a page are far below 2^52, and lengths that become counts are clamped to what is positive.
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss, clippy::cast_possible_wrap)]

mod budget;
mod dense;
mod file;
mod hyphens;
mod layout;
mod output;
mod page;
mod quiet;
mod stream;
mod told;

use hayro_syntax::Pdf;

use crate::document::Document;
use crate::error::Error;
use crate::read::{text, unreadable};
use budget::Budget;
use layout::Page;
use output::Output;
use page::{Faces, Layers};

/// The paper as a reader of its pages sees it.
pub(super) fn document(name: &str, bytes: Vec<u8>) -> Result<Document, Error> {
    let read = quiet::quietly(|| read(name, bytes));
    read.unwrap_or_else(|| {
        let what = "it is a PDF that is damaged in a way that cannot be read around";
        Err(unreadable(name, what, "open it in a PDF program, save it as a new file and check that"))
    })
}

fn read(name: &str, bytes: Vec<u8>) -> Result<Document, Error> {
    let pdf = file::open(name, bytes)?;
    let mut budget = Budget::new();
    let mut pages = pages(&pdf, &mut budget);
    let margins = layout::margins_taken(&mut pages);
    let told = told::told(&pages);
    let output = Output::of(&layout::laid_out(&mut pages).all);
    if output.text.trim().is_empty() && told.read == 0 {
        return Err(file::without_text(name, pages.len(), &told.unread));
    }
    let mut document = Document::from_pages(name, output.text, output.printed);
    document.blocks = output.blocks;
    document.margins = margins;
    document.notes = text::notes(output.counts);
    document.notes.extend(told.notes);
    document.unread = told.unread;
    document.leftovers = told.leftovers;
    file::tell(&pdf, &mut document);
    Ok(document)
}

/// Every page, painted; what a reader does not see is taken out.
fn pages(pdf: &Pdf, budget: &mut Budget) -> Vec<Page> {
    let (faces, layers) = (Faces::new(), Layers::of(pdf));
    let sheets = pdf.pages().iter().enumerate().map(|(at, page)| {
        if budget.is_spent() {
            return Page { number: at + 1, cut: Some(page::Cut::TooMuch), ..Page::default() };
        }
        let mut sheet = page::painted(page, &faces, &layers, budget);
        let sight = sheet.keep_visible(budget);
        if sheet.glyphs.len() >= budget::MOST_GLYPHS {
            sheet.glyphs.clear();
        }
        Page {
            number: at + 1,
            width: sheet.width,
            height: sheet.height,
            chunks: layout::chunks(&sheet.glyphs),
            pictures: sheet.fills.iter().filter(|fill| fill.is_picture).map(|fill| fill.area).collect(),
            rules: sheet.rules,
            shapes: sheet.shapes,
            hidden: sight.hidden,
            is_recognised: sight.is_recognised,
            cut: sheet.cut,
            beside: sheet.beside,
            ..Page::default()
        }
    });
    sheets.collect()
}
