//! What the lawyer who signs must know and the other side must not read: a paper of its own.

use super::draft::Draft;
use super::watch::watch;
use crate::clause::Place;
use crate::composed::{Block, Composed, Run};
use crate::particular::Name;

/// The notes on a paper that cites `cited` and leaves `blanks` to be filled.
pub(super) fn notes(letter: &Draft<'_, '_>, blanks: &[&str]) -> Composed {
    let mut draft = Draft::new(letter.case);
    draft.heading(1, "Notes for the lawyer who signs");
    draft.paragraph(vec![Run::bold("Not part of the paper; not to be sent with it.")]);
    list(&mut draft, "Before signing", |draft| {
        let mut all: Vec<Vec<Run>> = watch(draft.case).into_iter().map(|one| vec![Run::plain(one)]).collect();
        all.extend(draft.said(Place::Note));
        all.extend(draft.case.cure.iter().flat_map(|cure| &cure.warnings).map(|one| vec![Run::plain(one)]));
        let due = super::closing::due_by_rule(letter);
        all.extend(due.iter().flat_map(|due| &due.warnings).map(|one| vec![Run::plain(one)]));
        all
    });
    list(&mut draft, "Not read", unread);
    list(&mut draft, "How the response was read", |draft| {
        let notes = &draft.case.brief.report.document.notes;
        notes.iter().map(|note| vec![Run::plain(note.as_str())]).collect()
    });
    list(&mut draft, "To be filled in", |_| blanks.iter().map(|blank| vec![Run::plain(*blank)]).collect());
    // What the notes themselves cite is to be read as well.
    let mut cited: Vec<Name> = letter.cited.clone();
    for key in draft.cited.clone() {
        if !cited.contains(&key) {
            cited.push(key);
        }
    }
    list(&mut draft, "Authorities, to be read before they are cited", |draft| authorities(draft, &cited));
    list(&mut draft, "Left out of the paper, as they belong to another stage", |draft| {
        left_out(draft, &cited)
    });
    Composed {
        title: "Notes for the lawyer who signs".to_owned(),
        legends: vec!["PRIVILEGED AND CONFIDENTIAL: ATTORNEY WORK PRODUCT".to_owned()],
        blocks: draft.blocks,
        ..Composed::default()
    }
}

fn list<'c, 'a>(
    draft: &mut Draft<'c, 'a>,
    heading: &str,
    entries: impl FnOnce(&mut Draft<'c, 'a>) -> Vec<Vec<Run>>,
) {
    let entries = entries(draft);
    if !entries.is_empty() {
        draft.heading(2, heading);
        draft.blocks.push(Block::Bulleted(entries));
    }
}

/// What the letter cannot speak of.
fn unread(draft: &mut Draft<'_, '_>) -> Vec<Vec<Run>> {
    let document = &draft.case.brief.report.document;
    document
        .unread
        .iter()
        .map(|part| vec![Run::plain(format!("{part}; the paper says nothing of it"))])
        .collect()
}

/// Each authority with its caution, what later happened to it, and how sure its entry is.
fn authorities(draft: &mut Draft<'_, '_>, cited: &[Name]) -> Vec<Vec<Run>> {
    let rules = draft.case.brief.rules;
    let all = cited.iter().filter_map(|key| rules.authorities.get(key)).map(|authority| {
        let mut words = vec![Run::bold(authority.citation.clone())];
        let pages = authority.pincite.as_ref().map(|pages| format!(" Page: {pages}."));
        let history = authority
            .later_history
            .as_ref()
            .map(|history| format!(" Later history: {}", keyless(draft, history)));
        let caution =
            authority.caution.as_ref().map(|caution| format!(" Caution: {}", keyless(draft, caution)));
        let sure = format!(" Confidence of the entry: {}.", authority.confidence);
        words.extend(pages.into_iter().chain(history).chain(caution).chain([sure]).map(Run::plain));
        words
    });
    all.collect()
}

/// The text with the keys of authorities as their citations.
fn keyless(draft: &Draft<'_, '_>, text: &str) -> String {
    let authorities = &draft.case.brief.rules.authorities;
    let words = text.split(' ').map(|word| {
        let bare = word.trim_matches(|mark: char| !mark.is_ascii_alphanumeric());
        match authorities.get(bare).filter(|_| bare.contains('-')) {
            Some(authority) => word.replace(bare, &authority.citation),
            None => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What the rules name for the findings and the paper does not cite.
fn left_out(draft: &mut Draft<'_, '_>, cited: &[Name]) -> Vec<Vec<Run>> {
    let rules = draft.case.brief.rules;
    let mut keys: Vec<&Name> = Vec::new();
    for finding in draft.case.challenge.findings() {
        let named = rules.rule(&finding.rule).map(|rule| &rule.authorities);
        for key in named.into_iter().flatten().filter(|key| !cited.contains(key)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    // Those of other courts would tempt no one.
    let posture = &draft.case.brief.report.posture;
    let sound = keys.into_iter().filter_map(|key| rules.authorities.get(key));
    let sound =
        sound.filter(|known| known.is_sound() && posture.forum.is_some() && known.is_own(posture, rules));
    let entries = sound.map(|authority| {
        let stages: Vec<String> = authority.stage.iter().map(|stage| stage.replace('-', " ")).collect();
        let caution =
            authority.caution.as_ref().map(|caution| format!(" Caution: {}", keyless(draft, caution)));
        let words = format!("{} ({}).{}", authority.citation, stages.join(", "), caution.unwrap_or_default());
        vec![Run::plain(words)]
    });
    entries.collect()
}
