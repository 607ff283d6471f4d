//! `particulars annotate`: the findings on a Word paper as comments beside its words, in a copy of it.

use std::path::PathBuf;

use clap::Args;
use particulars::annotate::{Annotated, Options, annotate, strip};
use particulars::deadline::Day;
use particulars::{Error, lint_document, mark, read};

use crate::cli::output::{self, Output};
use crate::cli::posture::PostureArguments;
use crate::cli::reading::ReadingArguments;
use crate::cli::screen::{self, Color};
use crate::cli::{Status, Stop, papers};

/// What `annotate` is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct AnnotateArguments {
    /// The Word paper (.docx), or - for standard input
    #[arg(value_name = "FILE")]
    paper: PathBuf,
    /// Write the copy with comments to this file; it appears whole or not at all
    #[arg(long, short, value_name = "PATH")]
    output: PathBuf,
    /// Take the comments of an earlier run out, and write none
    #[arg(long, conflicts_with_all = ["author", "date"])]
    strip: bool,
    /// Whom the comments are by
    #[arg(long, value_name = "NAME", default_value = mark::AUTHOR, value_parser = parse_author)]
    author: String,
    /// The day that the comments bear (2026-11-24); without it they bear none
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Day>,
    #[command(flatten)]
    posture: PostureArguments,
    #[command(flatten)]
    reading: ReadingArguments,
}

const EXAMPLES: &str = "\
Examples:
  particulars annotate draft.docx -o reviewed.docx
  particulars annotate draft.docx -o reviewed.docx --stage particularity --author \"J. Doe\" --date 2026-11-24
  particulars annotate reviewed.docx -o clean.docx --strip

A comment that is resolved in Word, or answered with \"keep: \" and a reason, keeps its finding out of later runs.
Before a paper goes out, strip it and see that `particulars check --service-ready` finds nothing left.

Exit status: 0 the copy was written; 2 the run could not be done; 3 the paper, or a part of it, could not be read.";

/// Writes the copy and says what is in it.
pub fn run(arguments: &AnnotateArguments, color: Color) -> Result<Status, Stop> {
    let paper = papers::single(&arguments.paper, arguments.reading.stdin_filename())?;
    let rules = arguments.reading.rules()?;
    let posture = arguments.posture.posture(&rules)?;
    let bytes = paper.read().map_err(Stop::Paper)?;
    refuse(paper.name(), &bytes)?;
    let document = read::read_with(paper.name(), bytes.as_slice(), arguments.reading.options());
    let document = document.map_err(Stop::Paper)?;
    let inputs: Vec<_> = paper.path().into_iter().collect();
    let mut output = Output::open(Some(&arguments.output), &inputs)?;
    let (annotated, status) = if arguments.strip {
        (strip(paper.name(), &bytes)?, Status::Clear)
    } else {
        let report = lint_document(document, &rules, &posture);
        let options = Options { author: arguments.author.clone(), date: arguments.date };
        output::say_left_out(&report, &screen::error_look(color));
        (annotate(&bytes, &report, &rules, &options)?, Status::of_reading(&report))
    };
    output.fill(|writer| writer.write_all(&annotated.bytes))?;
    output.finish()?;
    output::say(&said(&annotated, arguments));
    Ok(status)
}

/// `reviewed.docx: 8 comments written, 3 earlier ones taken out, 1 kept`.
fn said(annotated: &Annotated, arguments: &AnnotateArguments) -> String {
    let Annotated { written, counted, removed, kept, .. } = annotated;
    let comments =
        |count: usize| if count == 1 { "1 comment".to_owned() } else { format!("{count} comments") };
    let mut parts = Vec::new();
    if !arguments.strip {
        parts.push(format!("{} written", comments(*written)));
    }
    if *counted > 0 {
        let findings = if *counted == 1 { "finding" } else { "findings" };
        parts
            .push(format!("{counted} more {findings} only counted in them, which `particulars check` shows"));
    }
    if *removed > 0 || arguments.strip {
        parts.push(format!("{} of Particulars taken out", comments(*removed)));
    }
    if *kept > 0 {
        parts.push(format!("{} left, as resolved or answered", comments(*kept)));
    }
    format!("{}: {}\n", arguments.output.display(), parts.join(", "))
}

/// An error if the paper is of a kind that takes no comments, with what can be done instead.
fn refuse(name: &str, bytes: &[u8]) -> Result<(), Stop> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    let is_pdf = bytes[..bytes.len().min(1024)].windows(5).any(|five| five == b"%PDF-");
    if !is_pdf {
        // What is no paper at all is refused for what it is.
        read::read(name, bytes).map_err(Stop::Paper)?;
    }
    let what = if is_pdf { "it is a PDF" } else { "it is no Word document" };
    Err(Stop::Run(Error::Unreadable {
        name: name.to_owned(),
        what: format!("{what}, and only a .docx takes comments"),
        next: "annotate the Word document that it was made of, or see the findings with `particulars check`"
            .to_owned(),
    }))
}

fn parse_author(name: &str) -> Result<String, String> {
    let name = name.trim();
    let is_fit = !name.is_empty() && name.chars().count() <= 80 && !name.chars().any(char::is_control);
    if is_fit {
        Ok(name.to_owned())
    } else {
        Err("give a name of 1 to 80 characters, such as \"J. Doe\"".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::refuse;

    #[test]
    fn papers_that_take_no_comments_are_refused_with_what_to_do() {
        let message = refuse("served.pdf", b"%PDF-1.7\n").unwrap_err().to_string();
        assert!(
            message.starts_with("served.pdf: it is a PDF, and only a .docx")
                && message.contains("; annotate")
        );
        assert!(refuse("a.txt", b"words").unwrap_err().to_string().contains("no Word document"));
    }
}
