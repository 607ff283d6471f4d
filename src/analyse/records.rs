//! Answer → the records that it points to, with how many pages they cover.

use crate::analyse::names::is_file;
use crate::document::Span;
use crate::record::{Record, RecordKind};
use crate::response::Item;
use crate::word::{Shape, Word};

/// The records named in the answer to interrogatory `index`, whose words are `words` and whose items, from the one with
/// index `first` on, are `items`; in order of their place.
pub fn records(text: &str, words: &[Word], index: usize, (first, items): (usize, &[Item])) -> Vec<Record> {
    let reader = Reader { text, words };
    let mut found = Vec::new();
    let mut at = 0;
    let mut item = 0;
    while at < words.len() {
        let Some((kind, named)) = reader.record(at) else {
            at += 1;
            continue;
        };
        let span = reader.span(at, named.next);
        while items.get(item).is_some_and(|item| item.span.end <= span.start) {
            item += 1;
        }
        let is_within = items.get(item).is_some_and(|item| item.span.contains(span));
        found.push(Record {
            kind,
            span,
            begin: named.begin,
            end: named.end,
            pages: named.pages,
            interrogatory: index,
            item: is_within.then_some(first + item),
        });
        at = named.next;
    }
    found
}

/// One past the words of the production number, or range of them, that starts at word `at`, and how many pages it covers.
pub(super) fn production_number(text: &str, words: &[Word], at: usize) -> Option<(usize, Option<u64>)> {
    matches!(words[at].shape, Shape::Mixed | Shape::Upper)
        .then(|| Reader { text, words }.pages(at))
        .flatten()
        .map(|named| (named.next, named.pages))
}

/// "ORL-004410": letters and then digits, in one word.
fn is_number(form: &str) -> bool {
    let digits = form.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.len() > 4 && digits.len() < form.len() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A record as it is found.
struct Named {
    begin: Span,
    end: Option<Span>,
    pages: Option<u64>,
    /// One past its last word.
    next: usize,
}

/// A production number: its letters, its digits, and where it stands.
struct Stamp<'a> {
    letters: &'a str,
    digits: &'a str,
    span: Span,
    /// One past its last word.
    next: usize,
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl<'a> Reader<'a> {
    fn span(&self, at: usize, next: usize) -> Span {
        Span::new(self.words[at].start as usize, self.words[next - 1].end as usize)
    }

    fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.is_one_of(self.text, forms))
    }

    fn form(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| &self.text[word.start as usize..word.end as usize])
    }

    fn record(&self, at: usize) -> Option<(RecordKind, Named)> {
        match self.words[at].shape {
            Shape::Mixed | Shape::Upper => {}
            Shape::Capitalised => return self.exhibit(at).map(|named| (RecordKind::Exhibit, named)),
            _ => return None,
        }
        if let Some(named) = self.exhibit(at) {
            return Some((RecordKind::Exhibit, named));
        }
        if let Some(named) = self.file(at) {
            return Some((RecordKind::File, named));
        }
        self.pages(at).map(|named| (RecordKind::Bates, named))
    }

    /// "Exhibit 4", "Ex. B-2", "Appendix C".
    fn exhibit(&self, at: usize) -> Option<Named> {
        if !self.is(
            at,
            &[
                "exhibit",
                "exhibits",
                "ex",
                "exs",
                "exh",
                "exhs",
                "appendix",
                "annex",
                "attachment",
                "schedule",
            ],
        ) {
            return None;
        }
        let stop = usize::from(self.words.get(at + 1).is_some_and(|word| word.is(b'.') || word.is(b'#')));
        let name = at + 1 + stop;
        let form = self.form(name);
        let is_name = form.len() <= 6
            && form.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
            && (form.len() <= 2 || form.contains(|c: char| c.is_ascii_digit()));
        is_name.then(|| Named { begin: self.words[name].span(), end: None, pages: None, next: name + 1 })
    }

    /// A file's name; no address of the net.
    fn file(&self, at: usize) -> Option<Named> {
        let form = self.form(at);
        let is_near =
            |at: Option<usize>| at.and_then(|at| self.words.get(at)).is_some_and(|word| word.is(b'@'));
        let ends_as_net = ["com", "org", "net", "edu", "gov", "io"]
            .iter()
            .any(|ending| form.rsplit_once('.').is_some_and(|(_, last)| last == *ending));
        let is_file = is_file(form) && !ends_as_net && !is_near(at.checked_sub(1)) && !is_near(Some(at + 1));
        is_file.then(|| Named { begin: self.words[at].span(), end: None, pages: None, next: at + 1 })
    }

    /// A production number alone or with the last of its range.
    fn pages(&self, at: usize) -> Option<Named> {
        let joined = self.form(at).rsplit_once('-').filter(|(first, last)| {
            !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()) && is_number(first)
        });
        if let Some((first, last)) = joined {
            let start = self.words[at].start as usize;
            let (begin, end) = (Span::new(start, start + first.len()), self.words[at].end as usize);
            let digits = first.trim_start_matches(|c: char| !c.is_ascii_digit());
            let pages = pages(digits, last);
            return Some(Named { begin, end: Some(Span::new(end - last.len(), end)), pages, next: at + 1 });
        }
        let first = self.stamp(at)?;
        let joins = self.is(first.next, &["to", "through", "thru"])
            || self.words.get(first.next).is_some_and(|word| word.is(b'-'));
        let last = if joins { self.last(first.next + 1, &first) } else { None };
        if let Some(last) = last {
            let pages = pages(first.digits, last.digits);
            return Some(Named { begin: first.span, end: Some(last.span), pages, next: last.next });
        }
        let is_firm = first.digits.len() > 4 || first.digits.starts_with('0');
        is_firm.then(|| self.cited(&first))
    }

    /// "LN-000212 at 4-6": the pages that are cited within.
    fn cited(&self, stamp: &Stamp<'_>) -> Named {
        let alone = Named { begin: stamp.span, end: None, pages: Some(1), next: stamp.next };
        let form = self.form(stamp.next + 1);
        let is_page = self.is(stamp.next, &["at"]) && form.starts_with(|c: char| c.is_ascii_digit());
        let (first, last) = form.split_once('-').unwrap_or((form, form));
        match (first.parse::<u64>(), last.parse::<u64>()) {
            (Ok(first), Ok(last)) if is_page && first <= last && form.len() < 10 => {
                Named { pages: Some(last - first + 1), next: stamp.next + 2, ..alone }
            }
            _ => alone,
        }
    }

    /// "ACME-0001234", "ACME0001234", "ACME 0001234".
    fn stamp(&self, at: usize) -> Option<Stamp<'a>> {
        let word = self.words.get(at)?;
        let form = self.form(at);
        if word.shape == Shape::Mixed && form.starts_with(|c: char| c.is_ascii_uppercase()) {
            let cut = form.find(|c: char| c.is_ascii_digit())?;
            let (letters, digits) = form.split_at(cut);
            let is_stamp = digits.len() >= 4
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && letters.len() > 1
                && letters.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '_' | '.' | '&'));
            return is_stamp.then(|| Stamp { letters, digits, span: word.span(), next: at + 1 });
        }
        let digits = self.form(at + 1);
        let follows = self
            .words
            .get(at + 1)
            .is_some_and(|next| next.shape == Shape::Number && next.start <= word.end + 1);
        // "ME 04101" is a place, whatever the letters.
        let is_stamp = word.shape == Shape::Upper
            && !(form.len() == 2 && digits.len() == 5)
            && follows
            && digits.len() >= 4
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_stamp.then(|| Stamp { letters: form, digits, span: self.span(at, at + 2), next: at + 2 })
    }

    /// The last number of a range that starts with `first`; its letters need not be written again.
    fn last(&self, at: usize, first: &Stamp<'_>) -> Option<Stamp<'a>> {
        if let Some(stamp) = self.stamp(at) {
            return (stamp.letters == first.letters).then_some(stamp);
        }
        let word = self.words.get(at).filter(|word| word.shape == Shape::Number)?;
        let digits = self.form(at);
        let is_number =
            digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.len() <= first.digits.len();
        is_number.then(|| Stamp { letters: "", digits, span: word.span(), next: at + 1 })
    }
}

/// How many pages stand from the first number to the last, whose front digits need not be written again.
fn pages(first: &str, last: &str) -> Option<u64> {
    let kept = first.len().checked_sub(last.len())?;
    let whole = format!("{}{last}", first.get(..kept)?);
    let (first, last) = (first.parse::<u64>().ok()?, whole.parse::<u64>().ok()?);
    last.checked_sub(first).map(|more| more + 1)
}

#[cfg(test)]
mod tests {
    use super::records;
    use crate::document::Span;
    use crate::lexicon::Lexicon;
    use crate::word::words;

    /// The words that name a record, and its pages.
    type Found<'a> = (&'a str, Option<u64>);

    #[test]
    fn ranges_exhibits_and_files_are_read_with_their_sizes() {
        let cases: [(&str, &[Found]); 12] = [
            ("see ACME-0001234 to ACME-0001240.", &[("ACME-0001234 to ACME-0001240", Some(7))]),
            ("ABC000123-130 and ABC000200", &[("ABC000123-130", Some(8)), ("ABC000200", Some(1))]),
            ("LN-000212 at 4-6", &[("LN-000212 at 4-6", Some(3))]),
            ("KELP 000101 through KELP 009332", &[("KELP 000101 through KELP 009332", Some(9232))]),
            ("VAULT 0001–0417", &[("VAULT 0001–0417", Some(417))]),
            (
                "Exhibit 4, Ex. B and Appendix C-2",
                &[("Exhibit 4", None), ("Ex. B", None), ("Appendix C-2", None)],
            ),
            ("`ramp_ctl.c` and Prices_2021.xlsx", &[("ramp_ctl.c", None), ("Prices_2021.xlsx", None)]),
            ("write to jane.roe@acme.com at www.acme.com", &[]),
            ("Portland, ME 04101 and part AM-604 of ISO 9001", &[]),
            ("Schedule of events; the Exhibit was lost", &[]),
            ("ACME000200 to ACME000100", &[("ACME000200 to ACME000100", None)]),
            ("ACME-000123 through 130", &[("ACME-000123 through 130", Some(8))]),
        ];
        for (text, expected) in cases {
            let words = words(text, Span::new(0, text.len()), &Lexicon::new());
            let found = records(text, &words, 0, (0, &[]));
            let found: Vec<_> = found
                .iter()
                .map(|record| (&text[record.span.start..record.span.end], record.pages))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
