//! The courts in which a case can be, how they stand to one another, and the names they go by.

use std::collections::BTreeMap;

use crate::particular::Name;

/// A court, or a group of courts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forum {
    /// Its id, as it is typed and cited ("n.d.cal.").
    pub id: Name,
    /// Its full name.
    pub name: String,
    /// The court or group above it.
    pub within: Option<Name>,
    /// The state whose decisions count here as the forum's own.
    pub sits_in: Option<Name>,
    /// Other names.
    pub also: Vec<String>,
}

impl Forum {
    /// Every name that it goes by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&*self.id, self.name.as_str()].into_iter().chain(self.also.iter().map(String::as_str))
    }
}

/// Every court that is known, in the order of the file; what is above a court comes before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forums {
    all: Vec<Forum>,
    /// Where the court of each name stands in `all`.
    by_name: BTreeMap<String, usize>,
}

impl Forums {
    /// Adds a court, or puts it in place of the one of its id.
    pub fn add(&mut self, forum: Forum) {
        let at = self.position(&forum.id).unwrap_or(self.all.len());
        self.by_name.extend(forum.names().map(|name| (bare(name), at)));
        match self.all.get_mut(at) {
            Some(known) => *known = forum,
            None => self.all.push(forum),
        }
    }

    /// The courts in order.
    pub fn iter(&self) -> impl Iterator<Item = &Forum> + Clone {
        self.all.iter()
    }

    /// The court of this name; capitals, blanks, stops, "law" at the end and words in brackets do not count.
    pub fn find(&self, name: &str) -> Option<&Forum> {
        let name = name.split('(').next().unwrap_or_default().trim();
        let at = self.by_name.get(&bare(name.strip_suffix(" law").unwrap_or(name)))?;
        self.all.get(*at)
    }

    /// The court `id` is `area`, or stands below it.
    pub fn is_within(&self, id: &str, area: &str) -> bool {
        // Each step goes to an earlier entry, so the walk ends.
        let mut at = self.position(id);
        while let Some(index) = at {
            if *self.all[index].id == *area {
                return true;
            }
            let above = self.all[index].within.as_deref().and_then(|above| self.position(above));
            at = above.filter(|above| *above < index);
        }
        false
    }

    /// What is decided in `area` counts in the court `id` as its own: that of a court above, below or of its state.
    pub fn counts_in(&self, area: &str, id: &str) -> bool {
        let state = self.position(id).and_then(|index| self.all[index].sits_in.as_deref());
        self.is_within(id, area) || self.is_within(area, id) || state == Some(area)
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.by_name.get(&bare(id)).copied()
    }
}

fn bare(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Forum, Forums};

    fn forums() -> Forums {
        let mut forums = Forums::default();
        let rows = [
            ("all", None, None),
            ("9th-cir.", Some("all"), None),
            ("california", Some("all"), None),
            ("n.d.cal.", Some("9th-cir."), Some("california")),
        ];
        for (id, within, sits_in) in rows {
            let (within, sits_in) = (within.map(Into::into), sits_in.map(Into::into));
            let also = if id == "9th-cir." { vec!["9".to_owned()] } else { Vec::new() };
            forums.add(Forum { id: id.into(), name: format!("court {id}"), within, sits_in, also });
        }
        forums
    }

    #[test]
    fn a_court_is_found_however_it_is_cited() {
        let id = |name: &str| forums().find(name).map(|forum| forum.id.to_string());
        assert_eq!(id("N.D. Cal."), Some("n.d.cal.".to_owned()));
        assert_eq!(id("9th Cir. (CUTSA claims)"), Some("9th-cir.".to_owned()));
        assert_eq!(id("9"), Some("9th-cir.".to_owned()));
        assert_eq!(id("California law"), Some("california".to_owned()));
        assert_eq!(id(""), None);
    }

    #[test]
    fn a_district_is_below_its_circuit_and_not_below_its_state() {
        let forums = forums();
        assert!(forums.is_within("n.d.cal.", "9th-cir.") && forums.is_within("n.d.cal.", "all"));
        assert!(!forums.is_within("n.d.cal.", "california") && !forums.is_within("9th-cir.", "n.d.cal."));
        assert!(forums.counts_in("california", "n.d.cal.") && forums.counts_in("n.d.cal.", "9th-cir."));
        assert!(!forums.counts_in("9th-cir.", "california") && !forums.counts_in("n.d.cal.", "nowhere"));
    }
}
