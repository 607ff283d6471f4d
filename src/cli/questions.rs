//! `particulars questions`: what to ask the client's engineers, as a paper to work on.

use std::path::{Path, PathBuf};

use clap::Args;
use particulars::report::Report;
use particulars::rule::RuleSet;
use particulars::{lint_document, questions};

use crate::cli::drawing::Drawing;
use crate::cli::output;
use crate::cli::posture::PostureArguments;
use crate::cli::reading::ReadingArguments;
use crate::cli::screen::{self, Color};
use crate::cli::{Status, Stop, papers};

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
    format: Option<Drawing>,
}

const EXAMPLES: &str = "\
Examples:
  particulars questions answer.docx -o questions.docx
  particulars questions answer.txt --stage summary-judgment -o questions.md
  particulars questions answer.txt | less

Exit status: 0 the questions were written; 2 the run could not be done;
3 the paper could not be read in full, which the questions say at their top.";

/// Writes the questions and says how it ended.
pub fn run(arguments: &QuestionsArguments, color: Color) -> Result<Status, Stop> {
    let paper = papers::single(&arguments.paper, arguments.reading.stdin_filename())?;
    let path = arguments.output.as_deref();
    let drawing = arguments.format.map_or_else(|| Drawing::of(path), Ok)?;
    let rules = arguments.reading.rules()?;
    let posture = arguments.posture.posture(&rules)?;
    let document = paper.document(arguments.reading.options()).map_err(Stop::Paper)?;
    let report = lint_document(document, &rules, &posture);
    let composed = questions::questions(&report, &rules);
    let inputs: Vec<&Path> = paper.path().into_iter().collect();
    drawing.put(&composed, path, &inputs)?;
    say(&report, &rules, &composed.blanks());
    output::say_left_out(&report, &screen::error_look(color));
    Ok(Status::of_reading(&report))
}

/// What is left to do: the blanks to fill in, the findings that no engineer can help with.
fn say(report: &Report, rules: &RuleSet, blanks: &[&str]) {
    output::say(&format!("to fill in: {}\n", blanks.join("; ")));
    let left = questions::left_to_counsel(report, rules);
    if left > 0 {
        let (noun, verb) = if left == 1 { ("finding", "is") } else { ("findings", "are") };
        output::say(&format!(
            "{left} {noun} on the paper itself {verb} for counsel and not asked of engineers; `particulars check` shows them\n"
        ));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::cli::Stop;
    use clap::Parser;

    use crate::cli::screen::Color;
    use crate::cli::{Arguments, Command, Status};

    fn run(arguments: &[&str]) -> Result<Status, Stop> {
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
        run(&[&paper, "-o", &path("questions"), "--format", "md"]).unwrap();
    }
}
