//! Layers of a page that are switched off.

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object};

/// The layers that a reader does not see, by the numbers of their objects.
#[derive(Debug, Default)]
pub(in crate::read::pdf) struct Layers {
    off: HashSet<(u32, i32)>,
}

impl Layers {
    pub(in crate::read::pdf) fn of(pdf: &Pdf) -> Self {
        let xref = pdf.xref();
        let properties =
            xref.get::<Dict<'_>>(xref.root_id()).and_then(|root| root.get::<Dict<'_>>("OCProperties"));
        let Some(properties) = properties else { return Self::default() };
        let Some(shown) = properties.get::<Dict<'_>>("D") else { return Self::default() };
        let listed = |dict: &Dict<'_>, key: &str| -> HashSet<(u32, i32)> {
            let array = dict.get::<Array<'_>>(key);
            array.iter().flat_map(Array::raw_iter).filter_map(|item| number(&item)).collect()
        };
        let mut off = listed(&shown, "OFF");
        if shown.get::<Name<'_>>("BaseState").is_some_and(|state| state.as_ref() == b"OFF") {
            let on = listed(&shown, "ON");
            off.extend(listed(&properties, "OCGs").into_iter().filter(|layer| !on.contains(layer)));
        }
        Self { off }
    }

    /// The layer that `key` of `dict` names is switched off.
    pub(super) fn is_off(&self, dict: &Dict<'_>, key: &[u8]) -> bool {
        if self.off.is_empty() {
            return false;
        }
        let Some(reference) = dict.get_ref(key) else { return false };
        if self.off.contains(&(reference.obj_number, reference.gen_number)) {
            return true;
        }
        // A group of layers shows nothing if its only member is off.
        dict.get::<Dict<'_>>(key).is_some_and(|group| {
            group.get_ref("OCGs").is_some_and(|one| self.off.contains(&(one.obj_number, one.gen_number)))
        })
    }
}

fn number(item: &MaybeRef<Object<'_>>) -> Option<(u32, i32)> {
    match item {
        MaybeRef::Ref(reference) => Some((reference.obj_number, reference.gen_number)),
        MaybeRef::NotRef(_) => None,
    }
}
