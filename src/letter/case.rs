//! The case as a letter speaks of it: who is who, what is so, and what may be cited.

use std::collections::BTreeSet;

use super::challenge::Challenge;
use super::{Brief, beyond};
use crate::authority::Authority;
use crate::cited;
use crate::clause::{Circumstance, Clause, Clauses, Form, Part, Place, When, parts};
use crate::composed::Run;
use crate::deadline::{Clock, Count, Deadline, Period, Service};
use crate::response::{AnswerState, Asked, Kind};
use crate::rule::Severity;

/// Days that are proposed for a supplement where no number is given.
const USUAL_DAYS: u16 = 14;

/// A case that a paper is composed for.
#[derive(Debug)]
pub(super) struct Case<'a> {
    pub brief: &'a Brief<'a>,
    pub clauses: &'a Clauses,
    pub challenge: Challenge<'a>,
    pub circumstances: BTreeSet<Circumstance>,
    /// When a supplement is asked for; `None` while the letter has no date.
    pub cure: Option<Deadline>,
    /// What is asked for beyond the words of the requests.
    beyond: Option<String>,
}

impl<'a> Case<'a> {
    pub fn new(brief: &'a Brief<'a>) -> Self {
        let clauses = brief.rules.letters.clauses();
        let challenge = Challenge::of(brief, clauses);
        let beyond = beyond::beyond(brief, &challenge);
        let mut case =
            Self { brief, clauses, challenge, circumstances: BTreeSet::new(), cure: cure(brief), beyond };
        case.circumstances = case.what_holds();
        if case.at(Place::Contrary).next().is_some() {
            case.circumstances.insert(Circumstance::Contrary);
        }
        case
    }

    fn what_holds(&self) -> BTreeSet<Circumstance> {
        let Brief { report, matter, .. } = *self.brief;
        let challenge = &self.challenge;
        let any = |has: fn(&super::challenge::Answer<'_>) -> bool| challenge.answers.iter().any(has);
        let legend = report.response.legend.as_deref().unwrap_or_default();
        let has_objections = any(|answer| !answer.objections.is_empty()) || !challenge.general.is_empty();
        let remarks = challenge.findings().all(|finding| report.severity(finding) < Severity::Warning);
        let all = [
            (Circumstance::Interrogatories, report.response.kind == Kind::Response),
            (Circumstance::Items, any(|answer| !answer.items.is_empty()) || self.states_nothing()),
            (Circumstance::NothingStated, self.states_nothing()),
            (Circumstance::Persons, any(|answer| !answer.persons.is_empty())),
            (Circumstance::Documents, any(|answer| !answer.documents.is_empty())),
            (Circumstance::Objections, has_objections),
            (Circumstance::RemarksOnly, remarks && !challenge.is_empty()),
            (Circumstance::BeyondRequest, self.beyond.is_some()),
            (Circumstance::Conferred, !matter.conferral.is_empty()),
            (Circumstance::ProtectiveOrder, matter.protective_order.is_some()),
            (Circumstance::Legend, !legend.is_empty()),
            (Circumstance::CounselOnly, is_for_counsel_only(legend)),
            (Circumstance::Forum, report.posture.forum.is_some()),
            (Circumstance::Unread, !report.document.unread.is_empty()),
            (Circumstance::CureDays, matter.cure_days.is_some()),
            (Circumstance::Due, matter.response_due.is_some() || matter.requests_served.is_some()),
        ];
        all.into_iter().filter(|(_, holds)| *holds).map(|(circumstance, _)| circumstance).collect()
    }

    /// Every challenged answer that should state secrets states none.
    fn states_nothing(&self) -> bool {
        let interrogatories = &self.brief.report.response.interrogatories;
        let all = self.challenge.answers.iter().flat_map(|answer| &answer.indices);
        let mut of_secrets =
            all.map(|index| &interrogatories[*index]).filter(|one| one.asked == Asked::Secrets).peekable();
        of_secrets.peek().is_some() && of_secrets.all(|one| one.state != AnswerState::Answered)
    }

    /// The court; the federal courts where none is known.
    pub fn forum(&self) -> &str {
        self.brief.report.posture.forum.as_deref().unwrap_or("federal")
    }

    pub fn holds(&self, circumstance: Circumstance) -> bool {
        self.circumstances.contains(&circumstance)
    }

    /// Everything that `when` asks for is so.
    pub fn is_such(&self, when: &When) -> bool {
        let posture = &self.brief.report.posture;
        let forums = &self.brief.rules.forums;
        let within = |area: &String| forums.is_within(self.forum(), area);
        let claims = &posture.claims;
        (when.stage.is_empty() || when.stage.contains(&posture.stage))
            && (when.forum.is_empty() || when.forum.iter().any(within))
            && !when.outside.iter().any(within)
            && (when.claims.is_empty() || claims.iter().any(|claim| when.claims.contains(claim)))
            && (when.only_claims.is_empty()
                || !claims.is_empty() && claims.iter().all(|claim| when.only_claims.contains(claim)))
            && when.discovery.is_none_or(|discovery| posture.discovery == Some(discovery))
            && (when.form.is_empty() || when.form.contains(&self.brief.form))
            && when.holds.iter().all(|circumstance| self.holds(*circumstance))
            && !when.lacks.iter().any(|circumstance| self.holds(*circumstance))
    }

    /// The paragraphs at `place` that are printed: the case is such, and every authority in them may be cited there.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &'a Clause> {
        let at = self.clauses.paragraphs.iter().filter(move |clause| clause.place == place);
        at.filter(move |clause| self.is_such(&clause.when) && self.may_say(&clause.words, place))
    }

    /// Every authority that `words` name may be cited at `place`.
    pub fn may_say(&self, words: &str, place: Place) -> bool {
        let names = parts(words).into_iter().filter_map(|part| match part {
            Part::Name(name) => self.brief.rules.authorities.get(name),
            Part::Words(_) => None,
        });
        names.into_iter().all(|authority| self.may_cite(authority, place))
    }

    /// Rules bind where they are made. A decision is cited at its own stage; what a lawyer is told, and what is said of
    /// persons and documents, belongs to no stage.
    fn may_cite(&self, authority: &Authority, place: Place) -> bool {
        let Brief { report, rules, .. } = *self.brief;
        let posture = &report.posture;
        let is_staged = !matches!(place, Place::Persons | Place::Documents | Place::Note);
        let binds = || {
            let mut areas = authority.jurisdictions.iter().filter_map(|name| rules.forums.find(name));
            areas.any(|area| rules.forums.is_within(self.forum(), &area.id))
        };
        let fits = if authority.is_enacted() {
            place == Place::Note || binds()
        } else {
            !is_staged || authority.speaks_at(posture.stage, rules)
        };
        fits && cited::is_of_the_case(authority, posture, posture.stage, rules)
    }

    /// A fact by the name that texts give it; `None` if there is no such name.
    pub fn fact(&self, name: &str) -> Option<Vec<Run>> {
        let Brief { matter, .. } = *self.brief;
        let run = match name {
            "respondent" => Run::plain(self.respondent()),
            "requester" => Run::plain(self.requester()),
            "interrogatories" => Run::plain(self.interrogatories()),
            "paper" => Run::plain(self.paper()),
            "response" => Run::plain(self.response()),
            "days" => Run::plain(self.days().to_string()),
            "beyond" => Run::plain(self.beyond.clone().unwrap_or_default()),
            "protective_order" => or_blank(matter.protective_order.as_deref(), "protective order"),
            "court" => or_blank(self.court().as_deref(), "court"),
            "case" => or_blank(self.case_name().as_deref(), "name of the case"),
            "cure_date" => self.cure.as_ref().map_or_else(
                || Run::blank("date for the supplement"),
                |cure| Run::bold(cure.due.to_string()),
            ),
            "working" => Run::plain(self.cure.as_ref().map(working).unwrap_or_default()),
            _ => return None,
        };
        Some(vec![run])
    }

    /// What the challenged paper is called.
    pub fn response(&self) -> &'static str {
        match self.brief.report.response.kind {
            Kind::Response => "the response",
            Kind::Statement => "the statement",
        }
    }

    /// What the paper calls itself.
    fn paper(&self) -> &'static str {
        match self.brief.form {
            Form::Letter | Form::LetterMotion => "this letter",
            Form::JointStipulation => "the moving party",
            Form::SeparateStatement => "this statement",
        }
    }

    pub fn days(&self) -> u16 {
        self.brief.matter.cure_days.unwrap_or(USUAL_DAYS)
    }
}

/// The fact, or a blank for it.
pub(super) fn or_blank(fact: Option<&str>, name: &str) -> Run {
    fact.map_or_else(|| Run::blank(name), Run::plain)
}

fn is_for_counsel_only(legend: &str) -> bool {
    const SIGNS: [&str; 6] =
        ["eyes only", "counsel only", "outside counsel", "counsel's eyes", "aeo", "restricted"];
    let legend = legend.to_lowercase().replace('\u{2019}', "'");
    SIGNS.iter().any(|sign| legend.contains(sign))
}

fn cure(brief: &Brief<'_>) -> Option<Deadline> {
    let matter = brief.matter;
    let court = matter.state.clone().or_else(|| brief.report.posture.forum.clone());
    let period = Period {
        trigger: matter.date?,
        days: matter.cure_days.unwrap_or(USUAL_DAYS),
        count: Count::After { service: Service::None, court },
        clock: Clock::Courtesy,
    };
    Deadline::new(period, brief.rules).ok()
}

/// " (14 days after November 24, 2026)": how the date was computed; no rule sets it, so none is named.
fn working(cure: &Deadline) -> String {
    let days = cure.period.days;
    let moved = if cure.raw_end() == cure.due {
        String::new()
    } else {
        format!(", which end on {}; the next business day is taken", cure.raw_end())
    };
    format!(" ({days} days after {}{moved})", cure.period.trigger.plain())
}
