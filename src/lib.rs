#![doc = include_str!("../ARCHITECTURE.md")]

pub mod analyse;
pub mod annotate;
pub mod authority;
pub mod check;
pub mod cited;
pub mod clause;
pub mod composed;
pub mod deadline;
pub mod document;
pub mod error;
pub mod finding;
pub mod forum;
pub mod leftovers;
pub mod letter;
pub mod lexicon;
pub mod listed;
pub mod load;
pub mod mark;
pub mod matter;
pub mod ooxml;
pub mod particular;
pub mod pattern;
pub mod person;
pub mod phrase;
pub mod posture;
pub mod questions;
pub mod read;
pub mod record;
pub mod report;
pub mod request;
pub mod response;
pub mod rule;
pub mod shift;
pub mod split;
pub mod suppress;
pub mod weigh;
pub mod word;
pub mod wording;
pub mod write;

pub use error::Error;

use document::Document;
use finding::Finding;
use listed::Listed;
use person::Persons;
use posture::Posture;
use record::Record;
use report::Report;
use request::Sought;
use response::{AnswerState, Asked, Kind, Response, SectionKind};
use rule::{RuleSet, Stage};
use weigh::Paper;
use word::{Word, range_in};
use wording::Wording;

/// Reads one paper, takes it apart, and reports what its items do not state at `stage`.
///
/// # Errors
/// When the paper is empty or is not text that can be read; see [`Error`].
pub fn lint(name: &str, bytes: impl Into<Vec<u8>>, rules: &RuleSet, stage: Stage) -> Result<Report, Error> {
    lint_in(name, bytes, rules, &Posture::at(stage))
}

/// Does what [`lint`] does for a case that stands as `posture` says.
///
/// # Errors
/// When the paper is empty or is not text that can be read; see [`Error`].
pub fn lint_in(
    name: &str,
    bytes: impl Into<Vec<u8>>,
    rules: &RuleSet,
    posture: &Posture,
) -> Result<Report, Error> {
    Ok(lint_document(read::read(name, bytes)?, rules, posture))
}

/// Takes a paper that was read apart, and reports what its items do not state in a case that stands as `posture` says.
pub fn lint_document(mut document: Document, rules: &RuleSet, posture: &Posture) -> Report {
    let (mut particulars, mut findings, mut sought) = (Vec::new(), Vec::new(), Vec::new());
    let mut signatures = Vec::new();
    let mut lists = Lists::default();
    let (of_persons, of_documents) = request::definitions(&document.text);
    let reading = request::Reading {
        of_secrets: request::definition(&document.text),
        of_persons: &of_persons,
        of_documents: &of_documents,
        forum: posture.forum.as_deref(),
    };
    let mut response = split::split(&document, &rules.lexicon, |response, first, words| {
        let last = response.interrogatories.len() - 1;
        let printed = response.interrogatories[last].request.map(|span| document.slice(span).trim());
        let request = printed.filter(|request| !request.is_empty()).or(posture.asked.as_deref());
        let asked = rules.requests.sought(request, &reading, rules);
        let paper = check::Paper { document: &document, response, rules, sought: &asked };
        // Items are compared with others of their answer.
        let is_alone = response.items.len() < first + 2;
        for (index, item) in response.items.iter().enumerate().skip(first) {
            let words = &words[range_in(words, item.span)];
            let analysis = analyse::analyse(&document, item, words, rules);
            check::check_item(&paper, index, &analysis.particulars, (words, &analysis.hits), &mut findings);
            particulars.push(analysis.particulars);
            let signature = (!is_alone).then(|| check::signature(&document.text, words));
            signatures.push(signature.unwrap_or_default());
        }
        let items = (&response.items[first..], &particulars[first..]);
        check::check_interrogatory(&paper, last, items, words, &mut findings);
        lists.read(&paper, (first, words), &sought, &mut findings);
        sought.push(asked);
    });
    check::check_paper(&document, &response, (&particulars, &signatures), rules, &mut findings);
    document.notes.extend(attached(&document, &response).or_else(|| unnamed(&document, &response)));
    for (interrogatory, sought) in response.interrogatories.iter_mut().zip(&sought) {
        interrogatory.asked = sought.asked(interrogatory.asked);
    }
    let Lists { persons: Persons { all: persons, .. }, documents, records } = lists;
    document.notes.extend(person::unnamed(&response, &persons));
    let paper = Paper { particulars: &particulars, sought: &sought };
    let shifts = weigh::weigh(&paper, &mut findings, rules, posture);
    document.unread.extend(answerless(&response));
    let wording =
        Wording { document: &document, response: &response, persons: &persons, documents: &documents, rules };
    let suppressed = suppress::suppress(&mut findings, &wording);
    let report = Report::new(document, response, particulars, findings, posture.stage);
    let report = report.with_lists(persons, documents, records).in_posture(posture.clone(), shifts);
    report.keeping(suppressed)
}

/// What answers list beside items.
#[derive(Default)]
struct Lists {
    persons: Persons,
    documents: Vec<Listed>,
    records: Vec<Record>,
}

impl Lists {
    /// Reads the last answer of `paper`, which is `words` and whose items start with that of index `first`; `before` is what
    /// was asked for in the answers before it.
    fn read(
        &mut self,
        paper: &check::Paper<'_>,
        (first, words): (usize, &[Word]),
        before: &[Sought],
        findings: &mut Vec<Finding>,
    ) {
        let check::Paper { document, response, rules, sought } = *paper;
        let last = response.interrogatories.len() - 1;
        let interrogatory = &response.interrogatories[last];
        let records = analyse::records(&document.text, words, last, (first, &response.items[first..]));
        let is_answered = interrogatory.state == AnswerState::Answered;
        if is_answered && sought.of_persons.is_some() {
            let first = self.persons.all.len();
            self.persons.add(analyse::persons(document, last, interrogatory, words, rules));
            let named = check::Named { all: &self.persons.all, first, before };
            check::check_persons(paper, named, words, findings);
        }
        // Beside secrets, what stands in an item is the item's.
        let items = match sought.asked(interrogatory.asked) {
            Asked::Documents => Some(&[][..]),
            Asked::Secrets if sought.of_documents.is_some() => Some(&response.items[first..]),
            _ => None,
        };
        let is_list = is_answered || interrogatory.state == AnswerState::DocumentsOnly;
        if let Some(items) = items.filter(|_| is_list) {
            let first = self.documents.len();
            let answer = (last, interrogatory);
            self.documents.extend(analyse::documents(
                &document.text,
                answer,
                items,
                (words, &records),
                rules,
            ));
            check::check_documents(paper, (&self.documents, first), words, findings);
        }
        self.records.extend(records);
    }
}

/// What is attached after the signatures: it may state secrets, and no items are looked for in it.
fn attached(document: &Document, response: &Response) -> Option<String> {
    let first = response.parts.sections.iter().find(|section| section.kind == SectionKind::Attachment)?;
    let place = document.position(first.span.start).plain();
    Some(format!(
        "what is attached after the signatures, from {place} on, is not searched for trade secrets; check it as a paper of its own"
    ))
}

/// That nothing in the paper can be checked, if it is so.
fn answerless(response: &Response) -> Option<String> {
    let said = "no answer and no statement of trade secrets was found in this paper";
    response.interrogatories.is_empty().then(|| said.to_owned())
}

/// No word says that the paper states secrets, or that a request in it asks for them: it may be something else altogether.
fn unnamed(document: &Document, response: &Response) -> Option<String> {
    const STEMS: [&str; 7] =
        ["ecret", "SECRET", "onfidential", "CONFIDENTIAL", "roprietary", "isappropriat", "2019.210"];
    const CLAIMS: [&str; 4] = ["contend", "claim", "taken", "stole"];
    let speaks = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let of_secrets = response.interrogatories.iter().filter(|one| one.asked == Asked::Secrets);
    let mut requests = of_secrets.map(|one| one.request.map(|span| document.slice(span)));
    let note = match response.kind {
        _ if response.items.is_empty() => return None,
        Kind::Statement if !speaks(&document.text, &STEMS) => {
            "nothing in this paper says that it is an answer or identifies trade secrets; it was read as a list of them"
        }
        Kind::Response
            if requests.all(|request| {
                request.is_some_and(|asked| !speaks(asked, &STEMS) && !speaks(asked, &CLAIMS))
            }) =>
        {
            "no request in this paper asks for trade secrets; its answers were read as if one did"
        }
        _ => return None,
    };
    Some(note.to_owned())
}
