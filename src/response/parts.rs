//! What stands around the answers of a paper: its caption, definitions, general objections, oaths and signatures. All are
//! places; the words stay in the document.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::document::Span;
use crate::request::Identified;

/// Everything of a paper that is neither request nor answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Court, parties, number and title.
    pub caption: Option<Caption>,
    /// The stretches that the paper gives to one thing, in order; none meets another, an answer or an item.
    pub sections: Vec<Section>,
    /// The terms that the paper defines, in order.
    pub definitions: Vec<Definition>,
    /// Those terms in small letters, each once.
    pub terms: BTreeSet<String>,
    /// The objections to all requests or to their definitions, each by itself, in order.
    pub general_objections: Vec<Entry>,
    /// The oaths on the answers, in order.
    pub verifications: Vec<Verification>,
    /// The signatures on the paper itself, in order; those of oaths and certificates are theirs.
    pub signatures: Vec<Signature>,
    /// That the paper was served.
    pub certificate: Option<Certificate>,
}

impl Parts {
    /// The words are a defined term, or hold one, whatever the article before them and the number of the last.
    pub fn defines(&self, words: &str) -> bool {
        let small = words.to_lowercase();
        let all: Vec<&str> = small.split_whitespace().collect();
        let known = |words: &[&str]| {
            let term = words.join(" ");
            self.terms.contains(&term)
                || term.strip_suffix('s').is_some_and(|one| self.terms.contains(one))
                || self.terms.contains(&(term + "s"))
        };
        !self.terms.is_empty()
            && (0..all.len()).any(|from| (from + 1..=all.len()).any(|to| known(&all[from..to])))
    }

    /// A paper with a head and an end; without either it is an excerpt, and what it lacks says nothing.
    pub fn is_whole(&self) -> bool {
        let is_closed =
            !self.signatures.is_empty() || !self.verifications.is_empty() || self.certificate.is_some();
        self.caption.as_ref().is_some_and(Caption::is_of_a_pleading) && is_closed
    }
}

/// The head of a paper. Words that run over several lines, or share them with another column, are several spans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// From its first word to its last.
    pub span: Span,
    /// The court.
    pub court: Vec<Span>,
    /// The docket number.
    pub docket: Option<Span>,
    /// The parties, in order.
    pub parties: Vec<Party>,
    /// The title of the paper.
    pub title: Vec<Span>,
    /// Who asks.
    pub propounding: Vec<Span>,
    /// Who answers.
    pub responding: Vec<Span>,
    /// Which set is answered ("FIRST", "One").
    pub set: Option<Span>,
}

impl Caption {
    /// It names a court or parties, and not only the paper.
    pub fn names_the_case(&self) -> bool {
        !self.court.is_empty() || self.parties.len() > 1
    }

    /// It is the head of a paper that is served in the case, and not the reference line of a letter.
    pub fn is_of_a_pleading(&self) -> bool {
        !self.court.is_empty() || self.parties.iter().filter(|party| party.role.is_some()).count() > 1
    }
}

/// A party of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its name, without what it is ("a Delaware corporation").
    pub name: Vec<Span>,
    /// What it is in the case, if the caption says.
    pub role: Option<Role>,
}

/// What a party is in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Who sues, with cross-complainants and counterclaimants.
    Plaintiff,
    /// Who is sued.
    Defendant,
    /// Who petitions, claims in arbitration or complains to a commission.
    Petitioner,
    /// Who answers a petition or a claim.
    Respondent,
    /// Anyone else who takes part.
    Intervenor,
}

impl Role {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plaintiff => "plaintiff",
            Self::Defendant => "defendant",
            Self::Petitioner => "petitioner",
            Self::Respondent => "respondent",
            Self::Intervenor => "intervenor",
        }
    }
}

/// A stretch of the paper that is given to one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// What it is given to.
    pub kind: SectionKind,
    /// Its heading and its words.
    pub span: Span,
    /// Its words without the heading.
    pub words: Span,
}

/// What a section is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// The head of the paper.
    Caption,
    /// What stands before the first heading ("Plaintiff hereby responds as follows").
    Introduction,
    /// A preliminary or general statement.
    PreliminaryStatement,
    /// Definitions.
    Definitions,
    /// Instructions.
    Instructions,
    /// Objections to all requests.
    GeneralObjections,
    /// Objections to definitions and instructions.
    ObjectionsToDefinitions,
    /// A reservation of rights.
    ReservationOfRights,
    /// An oath on the answers.
    Verification,
    /// Signatures on the paper.
    Signatures,
    /// A certificate or proof of service.
    Certificate,
    /// Something attached after the signatures: no items are looked for in it.
    Attachment,
}

impl SectionKind {
    /// How a person calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Caption => "caption",
            Self::Introduction => "introduction",
            Self::PreliminaryStatement => "preliminary statement",
            Self::Definitions => "definitions",
            Self::Instructions => "instructions",
            Self::GeneralObjections => "general objections",
            Self::ObjectionsToDefinitions => "objections to definitions",
            Self::ReservationOfRights => "reservation of rights",
            Self::Verification => "verification",
            Self::Signatures => "signatures",
            Self::Certificate => "certificate of service",
            Self::Attachment => "attachment",
        }
    }
}

/// A term that the paper defines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// The term without its quotation marks.
    pub term: Span,
    /// The definition with the term.
    pub span: Span,
    /// It stands in brackets amid a sentence: `(the "Tag")`.
    pub is_passing: bool,
    /// What "identify" is defined of, if it is that word.
    pub identifies: Option<Identified>,
}

/// One entry of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number or letter as printed, without marks.
    pub number: Option<String>,
    /// Its words.
    pub span: Span,
}

/// A blank, or what was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filled {
    /// The words, or the blank.
    pub span: Span,
    /// Nothing is filled in.
    pub is_blank: bool,
}

/// Whether a signature line is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Signed {
    /// `/s/ Name` or the like.
    Signed,
    /// An empty line.
    Blank,
    /// A name is typed, and nothing shows whether it was signed: a drawn signature is no text.
    Typed,
}

/// One signature line with what stands about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The line.
    pub span: Span,
    /// Whether it is signed.
    pub state: Signed,
    /// Whose it is.
    pub signer: Option<Span>,
    /// The firm.
    pub firm: Option<Span>,
    /// Whom the signer represents ("Plaintiff Norvik Tape, Inc.").
    pub represents: Option<Span>,
    /// Its date.
    pub date: Option<Filled>,
}

/// How an oath is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Oath {
    /// Under penalty of perjury, as in 28 U.S.C. § 1746.
    Declaration,
    /// Sworn before a notary.
    Notarised,
    /// Neither is said.
    Unsworn,
}

/// An oath on the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// All of it.
    pub span: Span,
    /// How it is taken.
    pub oath: Oath,
    /// Who takes it.
    pub declarant: Option<Span>,
    /// The words by which it is taken by a lawyer of the party ("I am counsel for").
    pub by_counsel: Option<Span>,
    /// Its signature.
    pub signature: Option<Signature>,
    /// Its date.
    pub date: Option<Filled>,
}

/// That the paper was served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// All of it.
    pub span: Span,
    /// On which day.
    pub date: Option<Filled>,
    /// The words that say how ("by electronic mail").
    pub methods: Vec<Span>,
    /// Its signature.
    pub signature: Option<Signature>,
}
