//! The head of the paper: who writes to whom, when, and about which case.

use super::case::{Case, or_blank};
use super::draft::Draft;
use crate::clause::Form;
use crate::composed::{Block, Run, Side};
use crate::document::Span;
use crate::matter::Counsel;
use crate::response::Kind;

/// The head of a letter.
pub(super) fn head(draft: &mut Draft<'_, '_>) {
    let case = draft.case;
    let matter = case.brief.matter;
    draft.blocks.push(Block::Aligned { side: Side::Right, words: letterhead(&matter.sender) });
    let date = matter.date.map(crate::deadline::Day::plain);
    draft.paragraph(vec![or_blank(date.as_deref(), "date of the letter")]);
    draft.paragraph(vec![or_blank(matter.delivery.as_deref(), "how the letter is sent")]);
    let addressee = if case.brief.form == Form::LetterMotion { court(case) } else { addressee(case) };
    draft.paragraph(addressee);
    draft.paragraph(reference(case));
}

/// The lines of `facts`, one below the other.
fn lines(facts: Vec<Run>) -> Vec<Run> {
    let mut runs = Vec::new();
    for fact in facts {
        if !runs.is_empty() {
            runs.push(Run::plain("\n"));
        }
        runs.push(fact);
    }
    runs
}

fn letterhead(sender: &Counsel) -> Vec<Run> {
    let mut facts = vec![or_blank(sender.firm.as_deref(), "firm of the signing lawyer")];
    facts.extend(address(sender, "address of the signing lawyer"));
    facts.push(or_blank(sender.telephone.as_deref(), "telephone number of the signing lawyer"));
    facts.push(or_blank(sender.email.as_deref(), "e-mail address of the signing lawyer"));
    lines(facts)
}

fn address(counsel: &Counsel, blank: &str) -> Vec<Run> {
    match counsel.address.as_slice() {
        [] => vec![Run::blank(blank)],
        known => known.iter().map(Run::plain).collect(),
    }
}

/// Opposing counsel: by the matter file, or by the signature on the paper.
fn addressee(case: &Case<'_>) -> Vec<Run> {
    let known = &case.brief.matter.addressee;
    let signature = case.brief.report.response.parts.signatures.first();
    let printed = |span: Option<Span>| span.map(|span| case.words(&[span]));
    let name = known.name.clone().or_else(|| printed(signature?.signer));
    let firm = known.firm.clone().or_else(|| printed(signature?.firm));
    let represents = known.represents.clone().or_else(|| printed(signature?.represents));
    let mut facts = vec![
        or_blank(name.as_deref(), "name of opposing counsel"),
        or_blank(firm.as_deref(), "firm of opposing counsel"),
    ];
    facts.extend(address(known, "address of opposing counsel"));
    facts.extend(known.email.as_deref().map(Run::plain));
    facts.extend(represents.map(|party| Run::plain(format!("Counsel for {party}"))));
    lines(facts)
}

fn court(case: &Case<'_>) -> Vec<Run> {
    let judge = or_blank(case.brief.matter.judge.as_deref(), "name of the judge");
    lines(vec![judge, or_blank(case.court().as_deref(), "court")])
}

/// Which case, and which answers in it.
fn reference(case: &Case<'_>) -> Vec<Run> {
    let name = case.case_name();
    let mut runs = vec![Run::bold("Re: ")];
    runs.push(name.map_or_else(|| Run::blank("name of the case"), Run::italic));
    runs.extend([Run::plain(", "), or_blank(case.docket().as_deref(), "docket number")]);
    runs.extend([Run::plain(", "), or_blank(case.court().as_deref(), "court"), Run::plain("\n")]);
    runs.extend(about(case));
    runs
}

/// "Deficiencies in the responses of Plaintiff to the Second Set of Interrogatories, Interrogatory No. 9".
pub(super) fn about(case: &Case<'_>) -> Vec<Run> {
    let respondent = case.respondent();
    if case.brief.report.response.kind == Kind::Statement {
        return vec![Run::plain(format!("Deficiencies in the statement of trade secrets of {respondent}"))];
    }
    let named = case.interrogatories();
    let mut runs = vec![Run::plain(format!("Deficiencies in the responses of {respondent} to the "))];
    runs.push(or_blank(case.set().as_deref(), "number of the set"));
    runs.push(Run::plain(" Set of Interrogatories"));
    if named.starts_with("Interrogator") {
        runs.push(Run::plain(format!(", {named}")));
    }
    runs
}

/// The caption of a paper for the court, with its title.
pub(super) fn of_court(draft: &mut Draft<'_, '_>, title: &str) {
    let case = draft.case;
    let matter = case.brief.matter;
    let counsel = letterhead(&matter.sender);
    draft.paragraph(counsel);
    let court = case.court().map_or_else(|| Run::blank("court"), Run::bold);
    draft.blocks.push(Block::Aligned { side: Side::Centre, words: vec![court] });
    let name = or_blank(case.case_name().as_deref(), "name of the case");
    let number = vec![Run::plain("Case "), or_blank(case.docket().as_deref(), "docket number")];
    let right = vec![number, vec![Run::bold(title)]];
    draft.blocks.push(Block::Caption { left: vec![vec![name]], right });
}
