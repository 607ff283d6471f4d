//! `particulars questions`: what to ask the client's engineers, as a paper to work on.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use particulars::report::{Report, Verdict};
use particulars::rule::RuleSet;
use particulars::{Error, lint_document, questions, write};

use crate::cli::output::{self, Output};
use crate::cli::posture::PostureArguments;
use crate::cli::reading::ReadingArguments;
use crate::cli::screen::Color;
use crate::cli::{Status, papers};

/// What `questions` is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct QuestionsArguments {
    /// The paper (.txt, .md, .docx, .pdf), or - for standard input
    #[arg(value_name = "FILE")]
    paper: PathBuf,
    #[command(flatten)]
    posture: PostureArguments,
    #[command(flatten)]
    reading: ReadingArguments,
    /// Write the questions to this file; its ending (.docx or .md) tells the form. Without it: Markdown on the screen
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// The form of the questions, where the ending of the file does not tell it
    #[arg(long, value_enum)]
    format: Option<Format>,
}

const EXAMPLES: &str = "\
Examples:
  particulars questions answer.docx -o questions.docx
  particulars questions answer.txt --stage summary-judgment -o questions.md
  particulars questions answer.txt | less

Exit status: 0 the questions were written; 2 the run could not be done;
3 the paper could not be read in full, which the questions say at their top.";

/// The form of a composed paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A Word document
    Docx,
    /// Markdown
    Md,
}

/// Writes the questions and says how it ended.
pub fn run(arguments: &QuestionsArguments, color: Color) -> Result<Status, Error> {
    let paper = papers::single(&arguments.paper, arguments.reading.stdin_filename())?;
    let path = arguments.output.as_deref();
    let format = format(path, arguments.format)?;
    let rules = arguments.reading.rules()?;
    let posture = arguments.posture.posture(&rules)?;
    let report = match paper.document(arguments.reading.options()) {
        Ok(document) => lint_document(document, &rules, &posture),
        Err(error) => {
            output::say_error(&error.to_string(), color);
            return Ok(Status::Unread);
        }
    };
    let composed = questions::questions(&report, &rules);
    let inputs: Vec<&Path> = paper.path().into_iter().collect();
    let mut output = Output::open(path, &inputs)?;
    match format {
        Format::Docx => output.fill(|writer| writer.write_all(&write::docx(&composed)))?,
        Format::Md => output.write(&write::markdown(&composed))?,
    }
    output.finish()?;
    say(&report, &rules, &composed.blanks());
    Ok(if report.verdict() == Verdict::Incomplete { Status::Unread } else { Status::Clear })
}

/// The form that the flag or the ending of the file tells.
fn format(path: Option<&Path>, flag: Option<Format>) -> Result<Format, Error> {
    let ending = path.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    match (flag, ending.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, Some("docx")) => Ok(Format::Docx),
        (None, Some("md" | "markdown")) => Ok(Format::Md),
        (None, None) if path.is_none_or(|path| path.as_os_str() == "-") => Ok(Format::Md),
        (None, _) => {
            let path = path.unwrap_or(Path::new("-")).display();
            Err(Error::Usage(format!(
                "{path}: its ending tells no form; name it .docx or .md, or give --format docx or --format md"
            )))
        }
    }
}

/// What is left to do: the blanks to fill in, the findings that no engineer can help with, and what was not read.
fn say(report: &Report, rules: &RuleSet, blanks: &[&str]) {
    output::say(&format!("to fill in: {}\n", blanks.join("; ")));
    let left = questions::left_to_counsel(report, rules);
    if left > 0 {
        let (noun, verb) = if left == 1 { ("finding", "is") } else { ("findings", "are") };
        output::say(&format!(
            "{left} {noun} on the paper itself {verb} for counsel and not asked of engineers; `particulars check` shows them\n"
        ));
    }
    for part in &report.document.unread {
        output::say(&format!("not read: {part}\n"));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use clap::Parser;
    use particulars::Error;

    use super::{Format, format};
    use crate::cli::screen::Color;
    use crate::cli::{Arguments, Command, Status};

    fn run(arguments: &[&str]) -> Result<Status, Error> {
        let arguments = ["particulars", "questions"].iter().chain(arguments);
        match Arguments::try_parse_from(arguments).unwrap().command {
            Command::Questions(questions) => super::run(&questions, Color::Never),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_paper_becomes_a_word_document_or_markdown() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        let (paper, word, markdown) = (path("a.txt"), path("q.docx"), path("q.md"));
        fs::write(&paper, include_bytes!("../../examples/founding-answer.txt")).unwrap();
        assert_eq!(run(&[&paper, "-o", &word]).unwrap(), Status::Clear);
        assert!(fs::read(&word).unwrap().starts_with(b"PK"));
        let first = fs::read(&word).unwrap();
        run(&[&paper, "--output", &word, "--stage", "notice"]).unwrap();
        assert_eq!(fs::read(&word).unwrap(), first);
        run(&[&paper, "-o", &markdown]).unwrap();
        assert!(fs::read_to_string(&markdown).unwrap().contains("### Item 9.3 (line 3)"));
        let message = run(&[&paper, "-o", &paper, "--format", "md"]).unwrap_err().to_string();
        assert!(message.contains("it is one of the papers"), "{message}");
    }

    #[test]
    fn the_ending_or_the_flag_tells_the_form() {
        let of = |path: &str, flag| format(Some(Path::new(path)), flag).ok();
        assert_eq!(of("a.docx", None), Some(Format::Docx));
        assert_eq!(of("a.MD", None), Some(Format::Md));
        assert_eq!(of("a.bin", Some(Format::Docx)), Some(Format::Docx));
        assert_eq!(of("-", None), Some(Format::Md));
        assert_eq!(format(None, None).ok(), Some(Format::Md));
        let message = format(Some(Path::new("q.pdf")), None).unwrap_err().to_string();
        assert!(message.contains("q.pdf") && message.contains("--format docx"), "{message}");
    }
}
