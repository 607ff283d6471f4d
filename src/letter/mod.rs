//! Report and facts of the case → the letter on what the answers do not state, and the notes for who signs it.
//! Says nothing of rules, severities or stages by name, and draws no legal conclusion.

mod answer;
mod beyond;
mod caption;
mod case;
mod challenge;
mod closing;
mod draft;
mod forms;
mod item;
mod lists;
mod names;
mod notes;
mod objections;
mod verbatim;
mod watch;

pub use crate::clause::Form;

use crate::composed::Composed;
use crate::matter::Matter;
use crate::report::Report;
use crate::rule::RuleSet;
use case::Case;
use draft::Draft;

/// What a letter is composed from.
#[derive(Debug, Clone, Copy)]
pub struct Brief<'a> {
    /// The paper that is challenged, and what was found in it.
    pub report: &'a Report,
    /// The rules that found it.
    pub rules: &'a RuleSet,
    /// The facts that the paper does not hold.
    pub matter: &'a Matter,
    /// The form of the letter.
    pub form: Form,
    /// The ids of the items to challenge; all that something matters of, if none are named.
    pub items: Option<&'a [String]>,
    /// Remarks are challenged too.
    pub all: bool,
}

/// A letter, and what its signer must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The letter: nothing in it is meant for its signer alone.
    pub paper: Composed,
    /// The notes for the signer: where the demand is weak, what each authority needs, what is left blank.
    pub notes: Composed,
}

/// The letter that `brief` asks for; `None` if nothing is challenged.
pub fn letter(brief: &Brief<'_>) -> Option<Letter> {
    let case = Case::new(brief);
    if case.challenge.is_empty() {
        return None;
    }
    let mut draft = Draft::new(&case);
    forms::compose(&mut draft);
    let paper = Composed {
        title: title(&case),
        legends: brief.report.response.legend.clone().into_iter().collect(),
        running: running(&case),
        footer: String::new(),
        blocks: std::mem::take(&mut draft.blocks),
    };
    let notes = notes::notes(&draft, &paper.blanks());
    Some(Letter { paper, notes })
}

fn title(case: &Case<'_>) -> String {
    caption::about(case).iter().map(crate::composed::Run::printed).collect()
}

/// To whom and of which day, as far as it is known.
fn running(case: &Case<'_>) -> Vec<String> {
    if !matches!(case.brief.form, Form::Letter | Form::LetterMotion) {
        return Vec::new();
    }
    let matter = case.brief.matter;
    let date = matter.date.map(crate::deadline::Day::plain);
    case.case_name().into_iter().chain(date).collect()
}
