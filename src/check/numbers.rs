//! Numbers that are left out or given twice.

use crate::document::{Document, Span};
use crate::response::{Item, Response};

/// Numbers left out at most between two that follow one another: a longer gap is a choice.
const WIDEST_GAP: u32 = 3;

/// The interrogatories before which a number is left out. A supplement or an amendment answers some only.
pub fn skipped_interrogatories(document: &Document, response: &Response) -> Vec<Span> {
    let title = response.parts.caption.iter().flat_map(|caption| &caption.title);
    let is_partial = title.map(|span| document.slice(*span).to_uppercase()).any(|words| {
        ["SUPPLEMENT", "AMENDED", "FURTHER", "NO.", "NOS."].iter().any(|word| words.contains(word))
    });
    let numbered = numbered(response);
    let runs = numbered.first().is_some_and(|(number, _)| *number == 1) && !is_partial;
    let gaps = || numbered.windows(2).filter(|pair| is_gap(pair[0].0, pair[1].0));
    // Several gaps show that a part of the set is answered here.
    let is_slip = runs && gaps().count() == 1 && numbered.len() > 2;
    gaps().filter(|_| is_slip).map(|pair| pair[1].1).collect()
}

/// The interrogatories that bear the number of the one before, with a request of their own.
pub fn repeated_interrogatories(response: &Response) -> Vec<Span> {
    let numbered = numbered(response);
    numbered.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1).collect()
}

/// The number and the request of each interrogatory that is asked in this paper; a further answer asks nothing.
fn numbered(response: &Response) -> Vec<(u32, Span)> {
    let asked = response.interrogatories.iter().filter_map(|one| {
        // Parts of one request bear its number ("3(a)"), and so does "3A".
        let number = one.number.as_ref()?.parse().ok()?;
        Some((number, one.request.filter(|request| !request.is_empty())?))
    });
    let mut all: Vec<(u32, Span)> = asked.collect();
    all.dedup_by_key(|(_, request)| *request);
    all
}

fn is_gap(before: u32, after: u32) -> bool {
    after > before + 1 && after - before <= WIDEST_GAP
}

/// The items before whose number another is left out.
pub fn skipped_items(response: &Response) -> Vec<Span> {
    pairs(response).filter(|(before, after, _)| is_gap(*before, *after)).map(|(.., span)| span).collect()
}

/// The items that bear the number of the one before.
pub fn repeated_numbers(response: &Response) -> Vec<Span> {
    pairs(response).filter(|(before, after, _)| before == after).map(|(.., span)| span).collect()
}

/// The numbers of each two items of an answer that follow one another under labels of one form, with the later item.
fn pairs(response: &Response) -> impl Iterator<Item = (u32, u32, Span)> {
    response.items.windows(2).filter(|pair| pair[0].interrogatory == pair[1].interrogatory).filter_map(
        |pair| {
            let (form, before) = label(&pair[0])?;
            let (other, after) = label(&pair[1])?;
            (form == other).then_some((before, after, pair[1].span))
        },
    )
}

/// The form and the number of a label that names what it numbers ("Trade Secret No. 3:").
fn label(item: &Item) -> Option<(String, u32)> {
    let label = item.label.as_ref()?;
    let form: String = label.chars().filter(|c| c.is_alphabetic()).collect();
    let mut numbers = label.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let number = numbers.next()?.parse().ok()?;
    (numbers.next().is_none() && form.len() > 1).then_some((form.to_lowercase(), number))
}
