//! What stands before and after the grounds: what was served when, the date for a supplement, the conference, the end.

use super::case::or_blank;
use super::draft::Draft;
use crate::clause::{Form, Place};
use crate::composed::{Block, Run};
use crate::deadline::{Clock, Count, Day, Deadline, Period, Service};
use crate::matter::Conferral;
use crate::response::Kind;

/// What was served and when, and which conferences were held.
pub(super) fn background(draft: &mut Draft<'_, '_>) {
    let case = draft.case;
    let matter = case.brief.matter;
    draft.heading(2, "Background");
    let mut words = Vec::new();
    if case.brief.report.response.kind == Kind::Response {
        words.push(Run::plain("The interrogatories were served on "));
        words.push(or_blank(
            matter.requests_served.map(Day::plain).as_deref(),
            "date on which the requests were served",
        ));
        words.push(Run::plain(". The response was due on "));
        words.extend(due(draft));
        words.push(Run::plain(" and was served on "));
    } else {
        words.push(Run::plain("The statement was served on "));
    }
    words.extend([served(draft), Run::plain(".")]);
    let supplements: Vec<String> = matter.supplements.iter().map(|day| day.plain()).collect();
    if !supplements.is_empty() {
        words.push(Run::plain(format!(" It was supplemented on {}.", supplements.join(", "))));
    }
    draft.paragraph(words);
    conferral(draft);
    if let Some(order) = &matter.protective_order {
        draft.paragraph(vec![Run::plain(format!("A protective order is in force ({order})."))]);
    }
}

/// When the response was due: as agreed or ordered, or thirty days after service, with the working.
fn due(draft: &mut Draft<'_, '_>) -> Vec<Run> {
    let case = draft.case;
    let matter = case.brief.matter;
    if let Some(day) = matter.response_due {
        return vec![Run::plain(day.plain())];
    }
    let deadline = due_by_rule(draft);
    deadline.map_or_else(
        || vec![Run::blank("date on which the response was due")],
        |deadline| {
            for key in ["frcp-33-b-2", "frcp-6-a-1", "frcp-6-d"] {
                draft.name(key);
            }
            let working = deadline.working(&case.brief.rules.authorities);
            vec![Run::plain(working.strip_prefix("on or before ").unwrap_or(&working).to_owned())]
        },
    )
}

/// The date by Rule 33(b)(2), in a federal court, if the day and the way of service are known.
pub(super) fn due_by_rule(draft: &Draft<'_, '_>) -> Option<Deadline> {
    let case = draft.case;
    let matter = case.brief.matter;
    let is_federal = case.brief.rules.forums.is_within(case.forum(), "federal");
    let court = matter.state.clone().or_else(|| case.brief.report.posture.forum.clone());
    let service = matter.service.unwrap_or(Service::Unknown);
    let period = Period {
        trigger: matter.requests_served.filter(|_| is_federal)?,
        days: 30,
        count: Count::After { service, court },
        clock: Clock::Rule("frcp-33-b-2".into()),
    };
    Deadline::new(period, case.brief.rules).ok()
}

/// When the response was served: by the matter file, or as its certificate says.
fn served(draft: &Draft<'_, '_>) -> Run {
    let case = draft.case;
    let certificate = case.brief.report.response.parts.certificate.as_ref();
    let printed = || {
        let date = certificate?.date.filter(|date| !date.is_blank)?;
        Some(case.words(&[date.span]))
    };
    let known = case.brief.matter.response_served.map(Day::plain).or_else(printed);
    or_blank(known.as_deref(), "date on which the response was served")
}

fn conferral(draft: &mut Draft<'_, '_>) {
    let held = &draft.case.brief.matter.conferral;
    if held.is_empty() && draft.case.brief.form != Form::Letter {
        draft.paragraph(vec![
            Run::plain("Counsel conferred on "),
            Run::blank("date, manner, length and participants of each conference"),
            Run::plain("."),
        ]);
    }
    let all: Vec<Vec<Run>> = held.iter().map(conference).collect();
    for words in all {
        draft.paragraph(words);
    }
}

/// "Counsel conferred on November 12, 2026 by telephone for 40 minutes (Ada Birk, Karel Vos)."
fn conference(held: &Conferral) -> Vec<Run> {
    let date = held.date.map(Day::plain);
    let mut words = vec![
        Run::plain("Counsel conferred on "),
        or_blank(date.as_deref(), "date of the conference"),
        Run::plain(" "),
        or_blank(held.manner.as_deref(), "manner of the conference"),
    ];
    if let Some(length) = &held.length {
        words.push(Run::plain(format!(" for {length}")));
    }
    words.push(Run::plain(" ("));
    match held.participants.as_slice() {
        [] => words.push(Run::blank("participants in the conference")),
        known => words.push(Run::plain(known.join(", "))),
    }
    words.push(Run::plain(")."));
    words.extend(
        held.outcome.as_ref().map(|outcome| Run::plain(format!(" {}.", outcome.trim_end_matches('.')))),
    );
    words
}

/// The date for a supplement, the conference, what follows and what is left open.
pub(super) fn cure(draft: &mut Draft<'_, '_>) {
    draft.heading(2, "Supplement and conference");
    draft.say(Place::Cure);
    draft.say(Place::Offer);
    draft.say(Place::Conference);
    let slots =
        draft.case.brief.matter.conference.iter().map(|slot| vec![Run::plain(slot)]).collect::<Vec<_>>();
    let blank = || vec![vec![Run::blank("dates and times offered for a conference")]];
    draft.blocks.push(Block::Bulleted(if slots.is_empty() { blank() } else { slots }));
    draft.say(Place::Consequence);
    draft.say(Place::Relief);
    draft.say(Place::Reservation);
}

/// Who signs, and what is enclosed.
pub(super) fn signature(draft: &mut Draft<'_, '_>) {
    let case = draft.case;
    let sender = &case.brief.matter.sender;
    draft.paragraph(vec![Run::plain("Respectfully,")]);
    draft.blocks.push(Block::Room { lines: 2 });
    draft.paragraph(signer(
        sender,
        &or_blank(represented(draft).as_deref(), "party whom the signing lawyer represents"),
    ));
    let is_response = case.brief.report.response.kind == Kind::Response;
    let request = is_response.then(|| "the interrogatories as served".to_owned());
    let mut enclosed: Vec<String> = request.into_iter().collect();
    enclosed.push(if is_response { "the response as served" } else { "the statement as served" }.to_owned());
    enclosed.extend(case.brief.matter.enclosures.iter().cloned());
    draft.paragraph(vec![Run::plain(format!("Enclosures: {}.", enclosed.join("; ")))]);
}

fn represented(draft: &Draft<'_, '_>) -> Option<String> {
    let matter = draft.case.brief.matter;
    let requester = draft.case.requester();
    let named = matter.sender.represents.clone().or_else(|| matter.requester.name.clone());
    named.or_else(|| Some(requester).filter(|name| !name.starts_with("the ")))
}

fn signer(sender: &crate::matter::Counsel, party: &Run) -> Vec<Run> {
    vec![
        or_blank(sender.name.as_deref(), "name of the signing lawyer"),
        Run::plain("\n"),
        or_blank(sender.firm.as_deref(), "firm of the signing lawyer"),
        Run::plain("\nCounsel for "),
        party.clone(),
    ]
}

/// The signatures on a paper that both sides sign, or on one for the court.
pub(super) fn signatures(draft: &mut Draft<'_, '_>, both: bool) {
    let sender = draft.case.brief.matter.sender.clone();
    let party = or_blank(represented(draft).as_deref(), "party whom the signing lawyer represents");
    let date = draft.case.brief.matter.date.map(Day::plain);
    draft.paragraph(vec![Run::plain("Dated: "), or_blank(date.as_deref(), "date of signature")]);
    draft.blocks.push(Block::Room { lines: 2 });
    draft.paragraph(signer(&sender, &party));
    if both {
        let other = draft.case.brief.matter.addressee.clone();
        let respondent = draft.case.respondent();
        draft.blocks.push(Block::Room { lines: 2 });
        draft.paragraph(signer_of_other(&other, &respondent));
    }
}

fn signer_of_other(counsel: &crate::matter::Counsel, party: &str) -> Vec<Run> {
    vec![
        or_blank(counsel.name.as_deref(), "name of opposing counsel"),
        Run::plain("\n"),
        or_blank(counsel.firm.as_deref(), "firm of opposing counsel"),
        Run::plain(format!("\nCounsel for {party}")),
    ]
}
