//! What stands around the answers, as an outline shows it: places always, words only where they may be quoted.

use super::quoted;
use crate::document::{Document, Span};
use crate::report::Report;
use crate::response::{
    Caption, Certificate, Definition, Entry, Filled, Oath, Parts, Section, SectionKind, Signature, Signed,
    Verification,
};
use crate::write::lines::{fit, hang};
use crate::write::{Look, cited, counted};

/// One section of the paper.
pub fn section(report: &Report, section: &Section, look: &Look) -> String {
    let document = &report.document;
    let parts = &report.response.parts;
    let place = cited(document.position(section.span.start));
    let within = |span: Span| section.span.contains(span);
    let count = match section.kind {
        SectionKind::Definitions => counted_or_none(
            parts.definitions.iter().filter(|one| within(one.span) && !one.is_passing).count(),
            "term",
        ),
        SectionKind::GeneralObjections | SectionKind::ObjectionsToDefinitions => counted_or_none(
            parts.general_objections.iter().filter(|one| within(one.span)).count(),
            "objection",
        ),
        SectionKind::Signatures => {
            counted_or_none(parts.signatures.iter().filter(|one| within(one.span)).count(), "signature")
        }
        _ => String::new(),
    };
    let mut text = hang("", &format!("{}: {place}{count}", section.kind.name()), look.room());
    text.push_str(&Writer { document, look }.lines(section, parts));
    text
}

/// The terms that the paper defines amid its sentences.
pub fn passing_terms(report: &Report, look: &Look) -> String {
    let passing = || {
        report.response.parts.definitions.iter().filter(|one| one.is_passing || !is_in_section(report, one))
    };
    let count = passing().count();
    if count == 0 {
        return String::new();
    }
    let mut text = hang("", &format!("defined in passing: {}", counted(count, "term")), look.room());
    let writer = Writer { document: &report.document, look };
    text.extend(passing().map(|one| writer.term(one)));
    text
}

fn is_in_section(report: &Report, definition: &Definition) -> bool {
    let mut sections = report.response.parts.sections.iter();
    sections.any(|section| section.kind == SectionKind::Definitions && section.span.contains(definition.span))
}

fn counted_or_none(count: usize, noun: &str) -> String {
    if count == 0 { String::new() } else { format!(", {}", counted(count, noun)) }
}

struct Writer<'a> {
    document: &'a Document,
    look: &'a Look,
}

impl Writer<'_> {
    fn lines(&self, section: &Section, parts: &Parts) -> String {
        let within = |span: Span| section.span.contains(span);
        match section.kind {
            SectionKind::Caption => {
                parts.caption.as_ref().map_or(String::new(), |caption| self.caption(caption))
            }
            SectionKind::Definitions => {
                let listed = parts.definitions.iter().filter(|one| within(one.span) && !one.is_passing);
                listed.map(|one| self.term(one)).collect()
            }
            SectionKind::GeneralObjections | SectionKind::ObjectionsToDefinitions => {
                let entries = parts.general_objections.iter().filter(|one| within(one.span));
                entries.map(|entry| self.entry(entry)).collect()
            }
            SectionKind::Signatures => {
                let signatures = parts.signatures.iter().filter(|one| within(one.span));
                signatures.map(|signature| self.line("", &self.signature(signature, true))).collect()
            }
            SectionKind::Verification => {
                let found = parts.verifications.iter().find(|one| one.span == section.span);
                found.map_or(String::new(), |verification| self.verification(verification))
            }
            SectionKind::Certificate => {
                let found = parts.certificate.iter().find(|one| one.span == section.span);
                found.map_or(String::new(), |certificate| self.certificate(certificate))
            }
            _ => quoted("  ", self.document, section.words, self.look),
        }
    }

    fn caption(&self, caption: &Caption) -> String {
        let all = |spans: &[Span]| spans.iter().map(|span| self.words(*span)).collect::<Vec<_>>().join(" ");
        let parties = caption.parties.iter().map(|party| match party.role {
            Some(role) => format!("{} ({})", all(&party.name), role.name()),
            None => all(&party.name),
        });
        let rows = [
            ("court", all(&caption.court)),
            ("number", caption.docket.map(|span| self.words(span)).unwrap_or_default()),
            ("parties", parties.collect::<Vec<_>>().join("; ")),
            ("title", all(&caption.title)),
            ("asked by", all(&caption.propounding)),
            ("answered by", all(&caption.responding)),
            ("set", caption.set.map(|span| self.words(span)).unwrap_or_default()),
        ];
        if !self.look.quote {
            return self.line("", &counted(caption.parties.len(), "party"));
        }
        let told = rows.iter().filter(|(_, words)| !words.is_empty());
        told.map(|(label, words)| self.line(&format!("{label}: "), words)).collect()
    }

    fn term(&self, definition: &Definition) -> String {
        let place = cited(self.document.position(definition.term.start));
        let of = definition.identifies.map(|of| format!(" (of a {})", of.name())).unwrap_or_default();
        let term = if self.look.quote {
            format!("“{}”{of}: ", self.words(definition.term))
        } else {
            of.trim_start().to_owned()
        };
        self.line("", &format!("{term}{}{place}", if self.look.quote || of.is_empty() { "" } else { ": " }))
    }

    fn entry(&self, entry: &Entry) -> String {
        let place = cited(self.document.position(entry.span.start));
        let number = entry
            .number
            .as_ref()
            .filter(|_| self.look.quote)
            .map_or("-".to_owned(), |number| format!("{number}."));
        let most = self.look.room().saturating_sub(8) * 2;
        let words = if self.look.quote {
            format!("{place}; {}", fit(&self.words(entry.span), most.saturating_sub(place.len())))
        } else {
            place
        };
        self.line(&format!("{number} "), &words)
    }

    fn verification(&self, verification: &Verification) -> String {
        let oath = match verification.oath {
            Oath::Declaration => "declared under penalty of perjury",
            Oath::Notarised => "sworn before a notary",
            Oath::Unsworn => "neither sworn nor under penalty of perjury",
        };
        let by = verification
            .declarant
            .filter(|_| self.look.quote)
            .map(|span| format!(" by {}", self.words(span)));
        let lawyer = if verification.by_counsel.is_some() { ", who is a lawyer" } else { "" };
        let mut words = format!("{oath}{}{lawyer}; ", by.unwrap_or_default());
        words.push_str(&self.signed(verification.signature.as_ref()));
        words.push_str(&self.dated(verification.date));
        self.line("", &words)
    }

    fn certificate(&self, certificate: &Certificate) -> String {
        let methods: Vec<String> = certificate.methods.iter().map(|span| self.words(*span)).collect();
        let how = if methods.is_empty() || !self.look.quote {
            String::new()
        } else {
            format!("by {}; ", methods.join(", "))
        };
        let signed = self.signed(certificate.signature.as_ref());
        self.line("", &format!("{how}{signed}{}", self.dated(certificate.date)))
    }

    fn signed(&self, signature: Option<&Signature>) -> String {
        signature.map_or("no signature line".to_owned(), |signature| self.signature(signature, false))
    }

    /// "signed by Ada Birk, BIRK & ORME LLP, for Plaintiff; dated May 3, 2021".
    fn signature(&self, signature: &Signature, with_date: bool) -> String {
        let by = signature.signer.filter(|_| self.look.quote).map(|span| self.words(span));
        let mut words = match (signature.state, by) {
            (Signed::Signed, Some(name)) => format!("signed by {name}"),
            (Signed::Signed, None) => "signed".to_owned(),
            (Signed::Blank, Some(name)) => format!("not signed, for {name}"),
            (Signed::Blank, None) => "not signed".to_owned(),
            (Signed::Typed, Some(name)) => format!("name typed, no mark of a signature: {name}"),
            (Signed::Typed, None) => "name typed, no mark of a signature".to_owned(),
        };
        if self.look.quote {
            words.extend(signature.firm.map(|span| format!(", {}", self.words(span))));
            words.extend(signature.represents.map(|span| format!(", for {}", self.words(span))));
        }
        if with_date {
            words.push_str(&self.dated(signature.date));
        }
        words
    }

    fn dated(&self, date: Option<Filled>) -> String {
        match date {
            None => "; no date".to_owned(),
            Some(Filled { is_blank: true, .. }) => "; date left blank".to_owned(),
            Some(Filled { span, .. }) if self.look.quote => format!("; {}", self.words(span)),
            Some(_) => "; dated".to_owned(),
        }
    }

    fn line(&self, label: &str, words: &str) -> String {
        hang(&format!("  {label}"), words, self.look.room())
    }

    fn words(&self, span: Span) -> String {
        fit(self.document.slice(span), 400)
    }
}
