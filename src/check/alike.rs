//! Items of one answer that say the same as an earlier one, nearly or in part.

use std::collections::HashMap;

use super::signature::{FEWEST, Signature};
use super::stem::{firm, mix};
use crate::document::{Document, Span};
use crate::response::{Item, Response};
use crate::rule::Fact;

/// An item and the earlier one that it is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// How they are alike: one of the facts about two items.
    pub fact: Fact,
    /// The later item.
    pub item: usize,
    /// The earlier one.
    pub earlier: usize,
}

/// Each item that is like an earlier one, with the first such, in time that grows with their number only. Items under
/// different headings or introductions are not held against one another: "its source code" of two products.
pub fn alike(document: &Document, response: &Response, signatures: &[Signature]) -> Vec<Alike> {
    let mut seen = Seen::default();
    let (mut found, mut section) = (Vec::new(), 0);
    let mut first = String::new();
    for (index, (item, signature)) in response.items.iter().zip(signatures).enumerate() {
        let label: String = item.label.as_deref().map(letters).unwrap_or_default();
        let starts_again = !label.is_empty() && label == first;
        if index == 0 || starts_again || is_apart(document, &response.items[index - 1], (item, &label)) {
            section += 1;
            first.clone_from(&label);
        }
        if signature.count < FEWEST {
            continue;
        }
        let lead = item.lead.map_or(0, |span| firm(document.slice(span)));
        let place = mix(mix(item.interrogatory as u64, section), lead);
        let name = |item: usize| signatures[item].named.map(|(name, _)| name);
        let counts = |(fact, earlier): &(Fact, usize)| {
            let is_renamed = *fact != Fact::RenamedItem || name(*earlier) != name(index);
            is_renamed && !overlap(response.items[*earlier].span, item.span)
        };
        let earlier = seen.like(signature, place, index).filter(counts);
        found.extend(earlier.map(|(fact, earlier)| Alike { fact, item: index, earlier }));
    }
    found
}

/// The first item of each digest, under the place where it stands.
#[derive(Debug, Default)]
struct Seen {
    exact: HashMap<u64, usize>,
    order: HashMap<u64, usize>,
    unordered: HashMap<u64, usize>,
    named: HashMap<u64, usize>,
    openings: HashMap<u64, usize>,
}

impl Seen {
    /// How the item is like an earlier one, and which; afterwards it counts as seen.
    fn like(&mut self, signature: &Signature, place: u64, index: usize) -> Option<(Fact, usize)> {
        let mut first = |seen: fn(&mut Self) -> &mut HashMap<u64, usize>, digest: u64| {
            let first = *seen(self).entry(mix(place, digest)).or_insert(index);
            (first != index).then_some(first)
        };
        let exact = first(|seen| &mut seen.exact, signature.exact);
        let order = first(|seen| &mut seen.order, signature.order);
        let unordered = signature.unordered.and_then(|digest| first(|seen| &mut seen.unordered, digest));
        let named = signature.named.and_then(|(_, said)| first(|seen| &mut seen.named, said));
        let held = self.openings.get(&mix(place, signature.order)).copied();
        let whole = |opening: &u64| self.order.get(&mix(place, *opening)).copied();
        let holds = signature.openings.iter().rev().find_map(whole).filter(|earlier| *earlier != index);
        for opening in &signature.openings {
            self.openings.entry(mix(place, *opening)).or_insert(index);
        }
        let kinds = [
            (Fact::RepeatedItem, exact),
            (Fact::NearlyRepeatedItem, order.or(unordered)),
            (Fact::RenamedItem, named),
            (Fact::OverlappingItem, holds.or(held)),
        ];
        kinds.into_iter().find_map(|(fact, earlier)| Some((fact, earlier?)))
    }
}

/// Words stand between the two that belong to neither: a heading, or a sentence that leads on.
fn is_apart(document: &Document, before: &Item, (item, label): (&Item, &str)) -> bool {
    if before.interrogatory != item.interrogatory {
        return true;
    }
    let between = Span::new(before.span.end.min(item.span.start), item.span.start);
    let between = letters(document.slice(between));
    !matches!(between.strip_suffix(label).unwrap_or(&between), "" | "and" | "or")
}

/// The letters and digits of a text, small.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}
