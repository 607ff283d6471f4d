//! The forms that a paper can take, each in the order that its court asks for.

use super::case::Case;
use super::draft::Draft;
use super::{answer, caption, closing, objections};
use crate::clause::{Form, Place};
use crate::composed::{Block, Run};
use crate::rule::RuleSet;

impl Form {
    /// The form in which the court of this id wants a dispute over answers put to it; a letter to counsel, if it is not known.
    pub fn of_forum(forum: Option<&str>, rules: &RuleSet) -> Self {
        const OWN: [(&str, Form); 4] = [
            ("s.d.n.y.", Form::LetterMotion),
            ("e.d.n.y.", Form::LetterMotion),
            ("c.d.cal.", Form::JointStipulation),
            ("california", Form::SeparateStatement),
        ];
        let within = |area: &str| forum.is_some_and(|forum| rules.forums.is_within(forum, area));
        OWN.iter().find(|(area, _)| within(area)).map_or(Self::Letter, |(_, form)| *form)
    }
}

/// The paper, block by block.
pub(super) fn compose(draft: &mut Draft<'_, '_>) {
    match draft.case.brief.form {
        Form::Letter => letter(draft),
        Form::LetterMotion => motion(draft),
        Form::JointStipulation => stipulation(draft),
        Form::SeparateStatement => separate(draft),
    }
}

fn letter(draft: &mut Draft<'_, '_>) {
    caption::head(draft);
    draft.paragraph(vec![Run::plain("Counsel:")]);
    purpose(draft);
    closing::background(draft);
    standard(draft);
    grounds(draft);
    closing::cure(draft);
    closing::signature(draft);
}

fn motion(draft: &mut Draft<'_, '_>) {
    caption::head(draft);
    draft.paragraph(vec![Run::plain("Your Honor:")]);
    purpose(draft);
    closing::background(draft);
    grounds(draft);
    standard(draft);
    draft.heading(2, "Relief");
    draft.say(Place::Relief);
    closing::signature(draft);
}

fn stipulation(draft: &mut Draft<'_, '_>) {
    caption::of_court(draft, "JOINT STIPULATION ON A DISCOVERY DISPUTE");
    purpose(draft);
    closing::background(draft);
    let case = draft.case;
    let mut number = 0;
    for one in &case.challenge.answers {
        number += 1;
        draft.heading(2, format!("Issue {number}: {}", answer::name(case, one)));
        answer::quotes(draft, one);
        draft.heading(3, "Contentions of the moving party");
        if number == 1 {
            law(draft);
        }
        answer::grounds(draft, one);
        draft.heading(3, "Resolution proposed by the moving party");
        draft.say(Place::Relief);
        other_side(draft);
    }
    if has_objections(case) {
        objections::objections(draft);
        other_side(draft);
    }
    if formalities(draft) {
        other_side(draft);
    }
    closing::signatures(draft, true);
}

fn other_side(draft: &mut Draft<'_, '_>) {
    draft.heading(3, "Contentions of the responding party");
    draft.blocks.push(Block::Room { lines: 12 });
    draft.heading(3, "Resolution proposed by the responding party");
    draft.blocks.push(Block::Room { lines: 6 });
}

fn separate(draft: &mut Draft<'_, '_>) {
    caption::of_court(draft, "SEPARATE STATEMENT IN SUPPORT OF MOTION TO COMPEL FURTHER RESPONSES");
    purpose(draft);
    let case = draft.case;
    for one in &case.challenge.answers {
        draft.forget();
        draft.heading(2, answer::name(case, one).to_uppercase());
        answer::quotes(draft, one);
        draft.heading(3, "FACTUAL AND LEGAL REASONS FOR COMPELLING A FURTHER RESPONSE");
        law(draft);
        answer::grounds(draft, one);
    }
    objections::objections(draft);
    formalities(draft);
    closing::signatures(draft, false);
}

/// The clauses of the purpose, in one paragraph.
fn purpose(draft: &mut Draft<'_, '_>) {
    let said = draft.said(Place::Purpose);
    if !said.is_empty() {
        draft.paragraph(said.join(&Run::plain(" ")));
    }
}

fn standard(draft: &mut Draft<'_, '_>) {
    draft.heading(2, "Governing standard");
    law(draft);
}

fn law(draft: &mut Draft<'_, '_>) {
    draft.say(Place::Standard);
    draft.say(Place::Contrary);
    draft.say(Place::NotDemanded);
}

fn grounds(draft: &mut Draft<'_, '_>) {
    let case = draft.case;
    for one in &case.challenge.answers {
        answer::answer(draft, one);
    }
    objections::objections(draft);
    formalities(draft);
}

fn has_objections(case: &Case<'_>) -> bool {
    !case.challenge.general.is_empty() || case.challenge.answers.iter().any(|one| !one.objections.is_empty())
}

/// Signature, oath and service; gives whether anything was said of them.
fn formalities(draft: &mut Draft<'_, '_>) -> bool {
    let case = draft.case;
    if case.challenge.formalities.is_empty() {
        return false;
    }
    draft.heading(2, "Signature, oath and service");
    answer::whole(draft, &case.challenge.formalities);
    true
}
