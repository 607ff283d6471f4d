//! A paper as it is being composed: its blocks so far, and what was cited in them.

use super::case::Case;
use crate::authority::Authority;
use crate::clause::{Part, Place, parts};
use crate::composed::{Block, Run};
use crate::particular::Name;

/// Words for facts that belong to one item or answer.
pub(super) type Local<'w> = &'w [(&'w str, String)];

/// A paper that is being composed.
#[derive(Debug)]
pub(super) struct Draft<'c, 'a> {
    pub case: &'c Case<'a>,
    pub blocks: Vec<Block>,
    /// The keys of the authorities cited, in order of their first citation.
    pub cited: Vec<Name>,
    /// Those whose full citation the reader has seen.
    seen: Vec<Name>,
}

impl<'c, 'a> Draft<'c, 'a> {
    pub fn new(case: &'c Case<'a>) -> Self {
        Self { case, blocks: Vec::new(), cited: Vec::new(), seen: Vec::new() }
    }

    pub fn heading(&mut self, level: u8, words: impl Into<String>) {
        self.blocks.push(Block::Heading { level, words: vec![Run::plain(words)] });
    }

    pub fn paragraph(&mut self, words: Vec<Run>) {
        self.blocks.push(Block::Paragraph(words));
    }

    /// A paragraph that opens with `label` in bold type.
    pub fn labelled(&mut self, label: &str, words: Vec<Run>) {
        let mut all = vec![Run::bold(format!("{label}."))];
        all.push(Run::plain(" "));
        all.extend(words);
        self.paragraph(all);
    }

    /// The clauses at `place`, in one paragraph each; gives whether there were any.
    pub fn say(&mut self, place: Place) -> bool {
        let said = self.said(place);
        let is_said = !said.is_empty();
        self.blocks.extend(said.into_iter().map(Block::Paragraph));
        is_said
    }

    /// The clauses at `place`.
    pub fn said(&mut self, place: Place) -> Vec<Vec<Run>> {
        let clauses: Vec<_> = self.case.at(place).collect();
        clauses.into_iter().map(|clause| self.fill(&clause.words, &[])).collect()
    }

    /// The text with its names filled in; a sentence starts with a capital.
    pub fn fill(&mut self, text: &str, local: Local<'_>) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for part in parts(text) {
            let starts_sentence = runs.last().is_none_or(|run| run.words.ends_with(". "));
            let mut new = match part {
                Part::Words(words) => vec![Run::plain(words)],
                Part::Name(name) => self.named(name, local),
            };
            if let Some(first) = new.first_mut().filter(|_| starts_sentence) {
                first.words = capital(&first.words);
            }
            runs.extend(new);
        }
        runs
    }

    fn named(&mut self, name: &str, local: Local<'_>) -> Vec<Run> {
        if let Some((_, words)) = local.iter().find(|(known, _)| *known == name) {
            return vec![Run::plain(words.clone())];
        }
        if let Some(runs) = self.case.fact(name) {
            return runs;
        }
        self.case.brief.rules.authorities.get(name).map(|authority| self.cite(authority)).unwrap_or_default()
    }

    /// What follows must be read by itself: authorities are cited in full again.
    pub fn forget(&mut self) {
        self.seen.clear();
    }

    /// Counts the authority of this key as cited.
    pub fn name(&mut self, key: &str) {
        let known = self.case.brief.rules.authorities.get(key).map(|authority| &authority.key);
        self.cited
            .extend(known.filter(|key| !self.cited.contains(key)).cloned().into_iter().collect::<Vec<_>>());
    }

    /// The authority in full where it is cited first, and a case by its name after that.
    fn cite(&mut self, authority: &Authority) -> Vec<Run> {
        let is_known = self.seen.contains(&authority.key);
        if !is_known {
            self.seen.push(authority.key.clone());
        }
        self.name(&authority.key);
        let citation = pinned(authority);
        match case_name(&citation) {
            Some(name) if is_known => vec![Run::italic(name)],
            Some(name) => vec![Run::italic(name), Run::plain(&citation[name.len()..])],
            None => vec![Run::plain(citation)],
        }
    }
}

/// The text with a capital at its start.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// Words of the paper in quotation marks, on one line.
pub(super) fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{}\"", words.trim_end_matches([';', ',', '.']))
}

/// The citation with the page after the reporter in which it stands: "64 F.R.D. 367, 371 (S.D.N.Y. 1974)".
fn pinned(authority: &Authority) -> String {
    let citation = &authority.citation;
    let pages = authority.pincite.as_deref().unwrap_or_default();
    let pages = pages.split(" (").next().unwrap_or_default().trim();
    let is_case = authority.kind.as_deref() == Some("case");
    reporter(citation, pages).filter(|_| is_case).map_or_else(
        || citation.clone(),
        |end| {
            let at = if pages.starts_with('*') { "at " } else { "" };
            format!("{}, {at}{pages}{}", &citation[..end], &citation[end..])
        },
    )
}

/// Where the reporter ends that holds `pages`: "64 F.R.D. 367" for 371, "2008 WL 463884" for *11.
fn reporter(citation: &str, pages: &str) -> Option<usize> {
    let number = |text: &str| text.split(|mark: char| !mark.is_ascii_digit()).next()?.parse::<u64>().ok();
    let name = case_name(citation)?.len();
    let ends = citation[name + 2..].match_indices([',', '(']).map(|(at, _)| name + 2 + at);
    let mut start = name + 2;
    for end in ends.chain([citation.len()]) {
        let whole = citation.get(start..end)?;
        let segment = whole.trim();
        let last = segment.rsplit(' ').next().and_then(number);
        let is_volume = number(segment).is_some() && segment.contains(' ');
        let holds = match (pages.strip_prefix('*'), number(pages)) {
            (Some(_), _) => segment.contains(" WL "),
            (None, Some(page)) => last.is_some_and(|first| first <= page) && !segment.contains(" WL "),
            (None, None) => false,
        };
        if is_volume && holds {
            return Some(start + whole.trim_end().len());
        }
        start = end + 1;
    }
    None
}

/// The names of the parties at the head of a case's citation; `None` if it is no case.
fn case_name(citation: &str) -> Option<&str> {
    let versus = citation.find(" v. ")?;
    let ends = citation[versus..].match_indices(", ").map(|(at, _)| versus + at);
    let starts_number = |rest: &str| {
        rest.starts_with(|mark: char| mark.is_ascii_digit())
            || ["No. ", "Nos. ", "C.A. ", "Index "].iter().any(|sign| rest.starts_with(sign))
    };
    let end = ends.into_iter().find(|at| starts_number(&citation[at + 2..]));
    end.or_else(|| citation.find(" (")).map(|at| &citation[..at])
}

#[cfg(test)]
mod tests {
    use super::{case_name, pinned};

    #[test]
    fn a_page_stands_before_the_court_and_the_year() {
        let rules = crate::load::load(&[]).unwrap();
        let pinned = |key: &str| pinned(rules.authorities.get(key).unwrap());
        assert!(pinned("xerox-1974").ends_with("64 F.R.D. 367, 371 (S.D.N.Y. 1974)"));
        assert!(pinned("big-vision").ends_with("1 F. Supp. 3d 224, 257-61 (S.D.N.Y. 2014)"));
        assert!(pinned("sit-up").ends_with("2008 WL 463884, at *11 (S.D.N.Y. Feb. 20, 2008)"));
        assert!(pinned("brescia").ends_with("172 Cal. App. 4th 133, 141, 90 Cal. Rptr. 3d 842 (2009)"));
        assert!(
            pinned("next-v-viber-2d-cir").ends_with("758 F. App'x 46, 49 (2d Cir. 2018) (summary order)")
        );
        assert!(pinned("liveperson-2016").ends_with("No. 14 Civ. 1559 (RWS) (S.D.N.Y. June 22, 2016)"));
    }

    #[test]
    fn the_parties_of_every_case_are_told_from_its_number() {
        let rules = crate::load::load(&[]).unwrap();
        for key in rules.authorities.keys() {
            let authority = &rules.authorities[key];
            if authority.kind.as_deref() == Some("case") && authority.citation.contains(" v. ") {
                let name = case_name(&authority.citation);
                assert!(
                    name.is_some_and(|name| name.len() < authority.citation.len()),
                    "{}",
                    authority.citation
                );
            }
        }
        assert_eq!(case_name("Fed. R. Civ. P. 33(d)"), None);
        assert_eq!(
            case_name("LivePerson, Inc. v. 24/7 Customer, Inc., No. 14 Civ. 1559"),
            Some("LivePerson, Inc. v. 24/7 Customer, Inc.")
        );
    }
}
