//! A Word paper that is written into: its body, its comments, and the package that holds them.

use std::collections::HashSet;

use super::beside::{Beside, CommentStyles, Written};
use super::marks::Marks;
use super::notes::Notes;
use super::sheet::Sheet;
use super::sites::Sites;
use super::survey::survey;
use super::targets::{Stories, Target, targets};
use super::{Annotated, Options, notes, ties};
use crate::finding::Finding;
use crate::mark::Mark;
use crate::ooxml::{Change, Edits, Fault, Package, Scanner, Token, escaped, rewrite};
use crate::report::Report;
use crate::rule::RuleSet;

/// A Word paper.
pub(super) struct Paper<'a> {
    bytes: &'a [u8],
    package: Package,
    body: Sheet,
    beside: Beside,
}

impl<'a> Paper<'a> {
    /// Opens the package.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(Fault {
                what: "it is no Word document, and only those take comments".to_owned(),
                next: "annotate the .docx that it was made of, or use `particulars check` to see the findings",
            });
        }
        let mut package = Package::open(bytes.to_vec())?;
        if package.is_signed()? {
            return Err(Fault {
                what: "it bears a digital signature, which any comment would break".to_owned(),
                next: "annotate a copy from which the signature was removed in Word",
            });
        }
        let main = package.main().to_owned();
        let body = Sheet::read(&mut package, &main)?.ok_or_else(missing)?;
        let beside = Beside::read(&mut package)?;
        Ok(Self { bytes, package, body, beside })
    }

    /// The paper without the comments of this program.
    pub(super) fn stripped(mut self) -> Result<Annotated, Fault> {
        let removed = self.ours(&HashSet::new());
        let body = std::mem::replace(&mut self.body, Sheet::new(String::new(), String::new()));
        let sites = survey(&body.text)?;
        let mut edits = Edits::default();
        self.unmark(&sites, &removed, &mut edits);
        let mut changes: Vec<_> = body.change(edits).into_iter().collect();
        changes.extend(self.emptied(&removed)?);
        Ok(Annotated {
            bytes: self.finished(&changes)?,
            written: 0,
            counted: 0,
            removed: removed.len(),
            kept: 0,
        })
    }

    /// The paper with comments on `findings`; of those that it has, the ones in `stays` stay.
    pub(super) fn annotated(
        &mut self,
        report: &Report,
        rules: &RuleSet,
        (findings, stays): (&[&Finding], &HashSet<usize>),
        options: &Options,
    ) -> Result<Annotated, Fault> {
        let removed = self.ours(stays);
        let body = std::mem::replace(&mut self.body, Sheet::new(String::new(), String::new()));
        let sites = survey(&body.text)?;
        let note_sheets = self.notes(report)?;
        let notes = note_sheets.iter().map(|(sheet, is_endnote)| Ok((survey(&sheet.text)?, *is_endnote)));
        let notes = notes.collect::<Result<Vec<_>, Fault>>()?;
        let stories = Stories { document: &report.document, body: &sites, notes: &notes };
        let found = targets(&stories, findings);
        let styles = self.styles()?;
        let mut marks = Marks::new(&body.text, &sites, styles.reference.as_deref().map(escaped));
        let written = self.mark(found, &mut marks, (&sites, &removed), Notes::new(report, rules));
        let mut edits = Edits::default();
        marks.write(&mut edits);
        self.unmark(&sites, &removed, &mut edits);
        let mut changes: Vec<_> = body.change(edits).into_iter().collect();
        if written.is_empty() {
            changes.extend(self.emptied(&removed)?);
        } else {
            if self.beside.comments.is_none() {
                let word = body.root()?.vocabulary.to_owned();
                let (sheet, ties) = ties::make(&mut self.package, &word)?;
                self.beside.comments = Some(sheet);
                changes.extend(ties);
            }
            changes.extend(self.beside.changes(&removed, &written, &styles, options)?);
        }
        let bytes = self.finished(&changes)?;
        let counted = written.iter().map(|comment| comment.counted).sum();
        Ok(Annotated { bytes, written: written.len(), counted, removed: removed.len(), kept: stays.len() })
    }

    /// The comments of this program that do not stay, in order.
    fn ours(&self, stays: &HashSet<usize>) -> Vec<usize> {
        let ours = self.beside.remarks.iter().enumerate().filter(|(_, remark)| Mark::of(remark).is_some());
        ours.map(|(at, _)| at).filter(|at| !stays.contains(at)).collect()
    }

    /// Marks each target in the order of the paper, and gives what its comment says.
    fn mark<'b>(
        &self,
        mut found: Vec<Target<'b>>,
        marks: &mut Marks<'_>,
        (sites, removed): (&Sites<'_>, &[usize]),
        mut writer: Notes<'b>,
    ) -> Vec<Written> {
        found.retain_mut(|target| marks.settle(&mut target.reach));
        found.sort_by_cached_key(|target| (marks.start(target.reach), marks.end(target.reach)));
        let gone: HashSet<&str> = removed.iter().map(|at| self.beside.remarks[*at].id.as_str()).collect();
        let ids = self.beside.remarks.iter().map(|remark| &remark.id).chain(sites.marks.keys());
        let taken: HashSet<i64> =
            ids.filter(|id| !gone.contains(id.as_str())).filter_map(|id| id.trim().parse().ok()).collect();
        let last = taken.iter().copied().max().unwrap_or(-1);
        let first = if last < LARGEST_ID { last + 1 } else { 0 };
        let ids = (first.max(0)..).filter(|id| !taken.contains(id));
        let write = |(target, id): (Target<'b>, i64)| {
            let (lines, fingerprints) = writer.note(&target);
            let id = id.to_string();
            marks.add(target.reach, &id);
            let counted = target.rest.len().saturating_sub(notes::MOST_NAMED);
            Written { id, lines, fingerprints, counted }
        };
        found.into_iter().zip(ids).map(write).collect()
    }

    /// Takes the marks of comments that go out of the body.
    fn unmark(&self, sites: &Sites<'_>, removed: &[usize], edits: &mut Edits) {
        for at in removed {
            let marks = sites.marks.get(&self.beside.remarks[*at].id).map(Vec::as_slice).unwrap_or_default();
            for bytes in marks {
                edits.remove(bytes.clone());
            }
        }
    }

    /// The changes that take comments out and write none; with the last comment goes the part, if this program made it.
    fn emptied(&mut self, removed: &[usize]) -> Result<Vec<(String, Change)>, Fault> {
        let is_last = !removed.is_empty() && removed.len() == self.beside.remarks.len();
        if is_last
            && let Some(name) = self.beside.comments.as_ref().map(|sheet| sheet.name.clone())
            && let Some(changes) = ties::unmake(&mut self.package, &name)?
        {
            return Ok(changes);
        }
        self.beside.changes(removed, &[], &CommentStyles::default(), &Options::unsigned())
    }

    /// The parts with notes, in the order in which the report's paper has them, and whether they are endnotes.
    fn notes(&mut self, report: &Report) -> Result<Vec<(Sheet, bool)>, Fault> {
        let endnotes = self.package.related("endnotes")?;
        let parts = report.document.parts.iter().skip(1);
        let read = parts.map(|part| {
            let sheet = Sheet::read(&mut self.package, part)?.ok_or_else(missing)?;
            Ok((sheet, endnotes.contains(part)))
        });
        read.collect()
    }

    /// The styles of comments that the paper has, by the names that Word gives them in every language.
    fn styles(&mut self) -> Result<CommentStyles, Fault> {
        let mut styles = CommentStyles::default();
        let Some(part) = self.package.related("styles")?.into_iter().next() else { return Ok(styles) };
        let xml = self.package.text(&part)?.unwrap_or_default();
        let mut scanner = Scanner::new(&xml);
        let mut id = None;
        while let Some(token) = scanner.next_token()? {
            let Token::Open(element) = token else { continue };
            if element.is("style") {
                id = element.attribute("styleId").map(std::borrow::Cow::into_owned);
            } else if element.is("name") {
                match element.value().unwrap_or_default().to_ascii_lowercase().as_str() {
                    "annotation text" => styles.text = id.take(),
                    "annotation reference" => styles.reference = id.take(),
                    _ => {}
                }
            }
        }
        Ok(styles)
    }

    /// The file with `changes` made, once it was seen that it holds them.
    fn finished(&self, changes: &[(String, Change)]) -> Result<Vec<u8>, Fault> {
        let bytes = rewrite(self.bytes, changes)?;
        if !changes.is_empty() {
            let mut package = Package::open(bytes.clone())?;
            for (name, change) in changes {
                let held = package.bytes(name)?;
                let is_made = match change {
                    Change::Write(content) => held.as_ref() == Some(content),
                    Change::Remove => held.is_none(),
                };
                if !is_made {
                    return Err(missing());
                }
            }
        }
        Ok(bytes)
    }
}

/// Numbers of comments beyond this are passed over: Word takes none beyond 2,147,483,647.
const LARGEST_ID: i64 = 1_000_000_000;

fn missing() -> Fault {
    Fault {
        what: "it is a damaged Word document: its parts are not where its directory says".to_owned(),
        next: "open it in Word, save it again as .docx and annotate that file",
    }
}
