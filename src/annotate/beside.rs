//! The parts with comments: the comments themselves, and the rows that newer programs keep beside them.

use std::collections::HashSet;

use super::Options;
use super::sheet::{Root, Sheet, WORD_2010};
use crate::deadline::Day;
use crate::mark::{INITIALS, Mark};
use crate::ooxml::{Change, Edits, Fault, Package, Remark, Tie, escaped, remarks, ties};

/// The parts with comments, as far as the paper has them.
#[derive(Debug)]
pub(super) struct Beside {
    pub(super) comments: Option<Sheet>,
    pub(super) remarks: Vec<Remark>,
    /// The rows that tell threads, lasting numbers and dates, each with its part.
    rows: Vec<(Kind, Sheet, Vec<Tie>)>,
}

/// What the rows of a part tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Threads,
    Numbers,
    Dates,
}

/// A comment to be written.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) id: String,
    pub(super) lines: Vec<String>,
    pub(super) fingerprints: Vec<String>,
    /// How many findings it counts and does not name.
    pub(super) counted: usize,
}

/// The styles of comments that the paper has, by the names that it gives them.
#[derive(Debug, Default)]
pub(super) struct CommentStyles {
    pub(super) text: Option<String>,
    pub(super) reference: Option<String>,
}

impl Beside {
    pub(super) fn read(package: &mut Package) -> Result<Self, Fault> {
        let comments = related(package, "comments")?;
        let remarks = comments.as_ref().map_or(Ok(Vec::new()), |sheet| remarks(&sheet.text))?;
        let mut rows = Vec::new();
        for (kind, relation) in [
            (Kind::Threads, "commentsExtended"),
            (Kind::Numbers, "commentsIds"),
            (Kind::Dates, "commentsExtensible"),
        ] {
            if let Some(sheet) = related(package, relation)? {
                let ties = ties(&sheet.text)?;
                rows.push((kind, sheet, ties));
            }
        }
        Ok(Self { comments, remarks, rows })
    }

    /// The changes that take the comments of `removed` out and write those of `written`. No part is made but that with
    /// the comments, which is `sheet` where the paper has none.
    pub(super) fn changes(
        &self,
        removed: &[usize],
        written: &[Written],
        styles: &CommentStyles,
        options: &Options,
    ) -> Result<Vec<(String, Change)>, Fault> {
        let Self { comments: Some(sheet), remarks, rows } = self else { return Ok(Vec::new()) };
        let gone: HashSet<&str> =
            removed.iter().filter_map(|at| remarks[*at].paragraph_id.as_deref()).collect();
        let kept = remarks.iter().enumerate().filter(|(at, _)| removed.binary_search(at).is_err());
        let mut numbers =
            Numbers::new(kept.filter_map(|(_, remark)| remark.paragraph_id.as_deref()), rows, &gone);
        let has_rows = !rows.is_empty();
        let numbered: Vec<(&Written, Option<[String; 2]>)> = written
            .iter()
            .map(|comment| (comment, has_rows.then(|| numbers.next(&comment.fingerprints.concat()))))
            .collect();
        let mut edits = Edits::default();
        for at in removed {
            edits.remove(remarks[*at].bytes.clone());
        }
        let root = sheet.root()?;
        let words: String = numbered
            .iter()
            .map(|(comment, numbers)| comment_xml(comment, numbers.as_ref(), &root, styles, options))
            .collect();
        root.append(&words, &mut edits);
        let mut changes: Vec<_> = sheet.change(edits).into_iter().collect();
        let durable: HashSet<&str> = rows
            .iter()
            .flat_map(|(_, _, ties)| ties)
            .filter(|tie| tie.paragraph_id.as_deref().is_some_and(|id| gone.contains(id)))
            .filter_map(|tie| tie.durable_id.as_deref())
            .collect();
        for (kind, sheet, ties) in rows {
            let mut edits = taken_out(&sheet.text, ties, &gone, &durable);
            let root = sheet.root()?;
            let added = numbered.iter().filter_map(|(_, numbers)| numbers.as_ref());
            let added: String = added.map(|numbers| row(*kind, numbers, &root, options)).collect();
            root.append(&added, &mut edits);
            changes.extend(sheet.change(edits));
        }
        Ok(changes)
    }
}

/// The part that the main part is related to as `kind`.
fn related(package: &mut Package, kind: &str) -> Result<Option<Sheet>, Fault> {
    match package.related(kind)?.into_iter().next() {
        Some(name) => Sheet::read(package, &name),
        None => Ok(None),
    }
}

/// Takes the rows of comments that go out; what answered them stands for itself.
fn taken_out(text: &str, ties: &[Tie], gone: &HashSet<&str>, durable: &HashSet<&str>) -> Edits {
    let mut edits = Edits::default();
    let is_in = |set: &HashSet<&str>, id: &Option<String>| id.as_deref().is_some_and(|id| set.contains(id));
    for tie in ties {
        let is_gone = match &tie.paragraph_id {
            Some(_) => is_in(gone, &tie.paragraph_id),
            None => is_in(durable, &tie.durable_id),
        };
        if is_gone {
            edits.remove(tie.bytes.clone());
        } else if is_in(gone, &tie.parent)
            && let Some(range) = attribute(text, tie, "paraIdParent")
        {
            edits.remove(range);
        }
    }
    edits
}

/// The bytes of an attribute of a row, with the blank before it.
fn attribute(text: &str, tie: &Tie, name: &str) -> Option<std::ops::Range<usize>> {
    let row = text.get(tie.bytes.clone())?;
    let at = row.find(&format!("{name}="))?;
    let start = row[..at].rfind(char::is_whitespace)?;
    let value = at + name.len() + 1;
    let quote = row[value..].chars().next()?;
    let end = value + 1 + row[value + 1..].find(quote)? + 1;
    Some(tie.bytes.start + start..tie.bytes.start + end)
}

/// A comment as its part holds it.
fn comment_xml(
    comment: &Written,
    numbers: Option<&[String; 2]>,
    root: &Root<'_>,
    styles: &CommentStyles,
    options: &Options,
) -> String {
    let within = root.writer.within();
    let mark = Mark::new(&options.author, comment.fingerprints.clone(), &comment.lines).printed();
    let style = |name: &str, id: &Option<String>| {
        id.as_deref().map(|id| within.element(name, &[("val", &escaped(id))], ""))
    };
    let properties =
        style("pStyle", &styles.text).map(|style| within.element("pPr", &[], &style)).unwrap_or_default();
    let look = style("rStyle", &styles.reference)
        .map(|style| within.element("rPr", &[], &style))
        .unwrap_or_default();
    let reference = within.element("r", &[], &(look + &within.element("annotationRef", &[], "")));
    let prefix = within.prefix;
    let count = comment.lines.len();
    let lines = comment.lines.iter().map(String::as_str).chain([mark.as_str()]).enumerate().map(|(at, line)| {
        let number = match numbers.filter(|_| at == count) {
            Some([paragraph, _]) => paragraph_number(root, paragraph),
            None => String::new(),
        };
        let reference = if at == 0 { reference.as_str() } else { "" };
        format!(
            "<{prefix}:p{number}>{properties}{reference}<{prefix}:r><{prefix}:t xml:space=\"preserve\">{}</{prefix}:t></{prefix}:r></{prefix}:p>",
            escaped(line)
        )
    });
    let lines = lines.collect::<String>();
    let (author, date) = (escaped(&options.author), options.date.map(stamp));
    let mut told = vec![("id", comment.id.as_str()), ("author", author.as_str())];
    told.extend(date.as_deref().map(|date| ("date", date)));
    told.push(("initials", INITIALS));
    root.writer.element("comment", &told, &lines)
}

/// The attribute that numbers a paragraph.
fn paragraph_number(root: &Root<'_>, number: &str) -> String {
    match root.w14 {
        Some(prefix) => format!(" {prefix}:paraId=\"{number}\""),
        None => format!(" xmlns:w14=\"{WORD_2010}\" w14:paraId=\"{number}\""),
    }
}

/// The row of a comment in a part that tells more of it.
fn row(kind: Kind, [paragraph, durable]: &[String; 2], root: &Root<'_>, options: &Options) -> String {
    let date = options.date.map(stamp);
    match kind {
        Kind::Threads => root.writer.element("commentEx", &[("paraId", paragraph), ("done", "0")], ""),
        Kind::Numbers => {
            root.writer.element("commentId", &[("paraId", paragraph), ("durableId", durable)], "")
        }
        Kind::Dates => {
            let mut told = vec![("durableId", durable.as_str())];
            told.extend(date.as_deref().map(|date| ("dateUtc", date)));
            root.writer.element("commentExtensible", &told, "")
        }
    }
}

/// A day as comments write it.
fn stamp(day: Day) -> String {
    format!("{}T00:00:00Z", day.numeric())
}

/// Numbers for paragraphs and comments that none has yet; the same comments get the same ones.
struct Numbers {
    taken: HashSet<u32>,
}

impl Numbers {
    fn new<'a>(
        paragraphs: impl Iterator<Item = &'a str>,
        rows: &'a [(Kind, Sheet, Vec<Tie>)],
        gone: &HashSet<&str>,
    ) -> Self {
        let is_gone = |tie: &&Tie| tie.paragraph_id.as_deref().is_some_and(|id| gone.contains(id));
        let all = || rows.iter().flat_map(|(_, _, ties)| ties);
        let durable: HashSet<&str> =
            all().filter(is_gone).filter_map(|tie| tie.durable_id.as_deref()).collect();
        let rows = all().filter(|tie| !is_gone(tie)).flat_map(|tie| [&tie.paragraph_id, &tie.durable_id]);
        let kept = rows.filter_map(|id| id.as_deref()).filter(|id| !durable.contains(id));
        let taken = paragraphs.chain(kept).filter_map(|id| u32::from_str_radix(id, 16).ok()).collect();
        Self { taken }
    }

    /// Two numbers that come out of `seed`, eight hexadecimal digits each.
    fn next(&mut self, seed: &str) -> [String; 2] {
        [0_u32, 0x5A5A_5A5A].map(|salt| {
            // FNV-1a; Word asks for numbers from 1 to below 0x7FFFFFFF.
            let digest = seed.bytes().fold(0x811C_9DC5 ^ salt, |digest: u32, byte| {
                (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            });
            let mut number = digest % 0x7FFF_FFFE + 1;
            while !self.taken.insert(number) {
                number = number % 0x7FFF_FFFE + 1;
            }
            format!("{number:08X}")
        })
    }
}
