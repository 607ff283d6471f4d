//! The courts in which a case can be, how they stand to one another, and the names they go by.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::particular::Name;

/// A court, or a group of courts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
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
    #[serde(default)]
    pub also: Vec<String>,
}

impl Forum {
    /// Every name that it goes by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&*self.id, self.name.as_str()].into_iter().chain(self.also.iter().map(String::as_str))
    }
}

/// Every court that is known, read when one is first asked for: most runs name none.
#[derive(Debug, Clone, Default)]
pub struct Forums {
    /// The built-in courts as JSON.
    json: &'static str,
    read: OnceLock<Table>,
}

/// The courts in the order of the file; what is above a court comes before it.
#[derive(Debug, Clone, Default)]
struct Table {
    all: Vec<Forum>,
    /// Where the court of each name stands in `all`.
    by_name: BTreeMap<String, usize>,
}

impl Table {
    fn add(&mut self, forum: Forum) {
        let at = self.by_name.get(&bare(&forum.id)).copied().unwrap_or(self.all.len());
        self.by_name.extend(forum.names().map(|name| (bare(name), at)));
        match self.all.get_mut(at) {
            Some(known) => *known = forum,
            None => self.all.push(forum),
        }
    }
}

impl Forums {
    /// The courts that `json` lists.
    pub fn unread(json: &'static str) -> Self {
        Self { json, read: OnceLock::new() }
    }

    /// Adds a court, or puts it in place of the one of its id.
    pub fn add(&mut self, forum: Forum) {
        let mut table = self.table().clone();
        table.add(forum);
        self.read = OnceLock::from(table);
    }

    /// The courts in order.
    pub fn iter(&self) -> impl Iterator<Item = &Forum> + Clone {
        self.table().all.iter()
    }

    /// The court of this name; capitals, blanks, stops, "law" at the end and words in brackets do not count.
    pub fn find(&self, name: &str) -> Option<&Forum> {
        let name = name.split('(').next().unwrap_or_default().trim();
        self.at(self.position(name.strip_suffix(" law").unwrap_or(name))?)
    }

    /// The court `id` is `area`, or stands below it.
    pub fn is_within(&self, id: &str, area: &str) -> bool {
        // Each step goes to an earlier entry, so the walk ends.
        let mut at = self.position(id);
        while let Some((index, forum)) = at.and_then(|index| Some((index, self.at(index)?))) {
            if *forum.id == *area {
                return true;
            }
            let above = forum.within.as_deref().and_then(|above| self.position(above));
            at = above.filter(|above| *above < index);
        }
        false
    }

    /// What is decided in `area` counts in the court `id` as its own: that of a court above, below or of its state.
    pub fn counts_in(&self, area: &str, id: &str) -> bool {
        let state = self.find(id).and_then(|forum| forum.sits_in.as_deref());
        self.is_within(id, area) || self.is_within(area, id) || state == Some(area)
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.table().by_name.get(&bare(name)).copied()
    }

    fn at(&self, index: usize) -> Option<&Forum> {
        self.table().all.get(index)
    }

    fn table(&self) -> &Table {
        self.read.get_or_init(|| {
            let mut table = Table::default();
            let all: Vec<Forum> = serde_json::from_str(self.json).unwrap_or_default();
            for forum in all {
                table.add(forum);
            }
            table
        })
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
