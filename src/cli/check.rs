//! `particulars check`: each paper through the core, its report to the screen or a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use particulars::leftovers::leftovers;
use particulars::posture::Posture;
use particulars::read::Options;
use particulars::report::{Report, Verdict};
use particulars::rule::RuleSet;
use particulars::write::machine::{self, Papers};
use particulars::write::{self, Look};
use particulars::{Error, lint_document};

use crate::cli::Status;
use crate::cli::fail_on::FailOn;
use crate::cli::output::{self, Output};
use crate::cli::papers::{self, Paper};
use crate::cli::posture::PostureArguments;
use crate::cli::reading::ReadingArguments;
use crate::cli::screen::{self, Color};

/// What `check` is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CheckArguments {
    /// Papers (.txt, .md, .docx, .pdf), folders of papers, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    papers: Vec<PathBuf>,
    #[command(flatten)]
    posture: PostureArguments,
    #[command(flatten)]
    reading: ReadingArguments,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Write the report to this file instead of the screen; it appears whole or not at all
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// The least severity that makes the exit status 1
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "LEVEL")]
    fail_on: FailOn,
    /// Fail as well while comments, tracked changes, hidden text, blanks or marks of Particulars are left in a paper
    #[arg(long)]
    service_ready: bool,
    /// Print words of the papers; terminal, json and jsonl do so, the other formats only if asked. The later flag counts
    #[arg(long, overrides_with = "no_quote")]
    quote: bool,
    /// Print no word of the papers, only places and what is missing
    #[arg(long, overrides_with = "quote")]
    no_quote: bool,
}

const EXAMPLES: &str = "\
Examples:
  particulars check answer.docx
  particulars check drafts/ --fail-on warning
  particulars check answer.md --stage summary-judgment --format json --output report.json
  particulars check drafts/ --format sarif --output particulars.sarif
  particulars check answer.docx --format html --output report.html
  particulars check answer.txt --forum n.d.cal. --claims dtsa --discovery closed
  cat answer.md | particulars check - --stdin-filename answer.md

Exit status: 0 nothing found at or above --fail-on; 1 findings, or with --service-ready anything left; 2 the run could not be done;
3 a paper could not be read in full.";

impl CheckArguments {
    /// Words of the papers are printed: as the format has it, unless a flag says otherwise.
    fn quotes(&self) -> bool {
        self.quote || (self.format.quotes() && !self.no_quote)
    }
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Terminal,
    /// One JSON report of all papers
    Json,
    /// One JSON object a line, one for each paper
    Jsonl,
    /// One page of all papers for a browser; it loads nothing
    Html,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// A JUnit report: a test for each item and group of rules
    Junit,
    /// A scorecard for a spreadsheet, a row for each item
    Csv,
    /// The diagnostic format of reviewdog
    Rdjson,
}

impl Format {
    /// It is for people, or for programs that are given the whole paper: words are quoted unless that is unwanted.
    fn quotes(self) -> bool {
        matches!(self, Self::Terminal | Self::Json | Self::Jsonl | Self::Html)
    }
}

/// Checks the papers and says how it ended.
pub fn run(arguments: &CheckArguments, color: Color) -> Result<Status, Error> {
    let papers = papers::collect(&arguments.papers, arguments.reading.stdin_filename())?;
    let rules = arguments.reading.rules()?;
    let inputs: Vec<_> = papers.iter().flatten().filter_map(Paper::path).collect();
    let mut run = Run {
        rules: &rules,
        posture: arguments.posture.posture(&rules)?,
        options: arguments.reading.options(),
        format: arguments.format,
        is_for_service: arguments.service_ready,
        look: Look { quote: arguments.quotes(), ..screen::output_look(color, arguments.output.as_deref()) },
        color,
        output: Output::open(arguments.output.as_deref(), &inputs)?,
        fail_on: arguments.fail_on,
        reports: Vec::new(),
        last: None,
        unread: Vec::new(),
    };
    let mut status = Status::Clear;
    for paper in papers {
        status = status.max(run.take(paper, arguments.fail_on)?);
    }
    run.finish()?;
    // As with the reports: the process ends here.
    std::mem::forget(rules);
    Ok(status)
}

struct Run<'a> {
    rules: &'a RuleSet,
    posture: Posture,
    options: Options,
    format: Format,
    /// What drafting left in the papers fails the run.
    is_for_service: bool,
    look: Look,
    color: Color,
    output: Output,
    fail_on: FailOn,
    /// Kept for the one report of all papers.
    reports: Vec<Report>,
    /// The report that was written last.
    last: Option<Report>,
    /// The name of each paper that could not be read, and why.
    unread: Vec<(String, String)>,
}

impl Run<'_> {
    fn take(&mut self, paper: Result<Paper, papers::Missing>, fail_on: FailOn) -> Result<Status, Error> {
        self.last = None;
        let (name, checked) = match paper {
            Ok(paper) => (paper.name().to_owned(), self.check(&paper)),
            Err(missing) => (missing.name, Err(missing.error)),
        };
        match checked {
            Ok(report) => {
                let left = if self.is_for_service { leftovers(&report.document) } else { Vec::new() };
                let status = status(&report, fail_on);
                let status = if left.is_empty() { status } else { status.max(Status::Findings) };
                let told = self.is_for_service.then(|| write::left(&report.document, &left, &self.look));
                self.write(report)?;
                told.map_or(Ok(()), |told| self.tell(&told))?;
                Ok(status)
            }
            Err(error) => {
                self.write_unread(name, &error)?;
                Ok(Status::Unread)
            }
        }
    }

    fn check(&self, paper: &Paper) -> Result<Report, Error> {
        Ok(lint_document(paper.document(self.options)?, self.rules, &self.posture))
    }

    fn write(&mut self, report: Report) -> Result<(), Error> {
        match self.format {
            Format::Terminal => self.output.write(&write::terminal(&report, self.rules, &self.look))?,
            Format::Jsonl => {
                let (rules, quote) = (self.rules, self.look.quote);
                self.output.fill(|writer| write::json_line(writer, &report, rules, quote))?;
            }
            _ => {
                self.reports.push(report);
                return Ok(());
            }
        }
        self.last = Some(report);
        Ok(())
    }

    /// Says what is left in a paper: with the report if that is for people, else beside it.
    fn tell(&mut self, told: &str) -> Result<(), Error> {
        if self.format == Format::Terminal {
            return self.output.write(told);
        }
        output::say(told);
        Ok(())
    }

    fn write_unread(&mut self, name: String, error: &Error) -> Result<(), Error> {
        let message = error.to_string();
        output::say_error(&message, self.color);
        match self.format {
            Format::Terminal => Ok(()),
            Format::Jsonl => self.output.fill(|writer| write::unread_line(writer, &name, &message)),
            _ => {
                self.unread.push((name, message));
                Ok(())
            }
        }
    }

    fn finish(self) -> Result<(), Error> {
        let Self { rules, format, look, mut output, reports, last, unread, fail_on, .. } = self;
        let root = papers::root();
        let (fails_at, quote) = (fail_on.fails_at(), look.quote);
        let papers = Papers { reports: &reports, unread: &unread, rules, quote, fails_at, root: &root };
        match format {
            Format::Terminal | Format::Jsonl => {}
            Format::Json => output.fill(|writer| write::json(writer, &reports, &unread, rules, quote))?,
            Format::Html => output.fill(|writer| write::html(writer, &reports, &unread, rules, quote))?,
            Format::Sarif => output.fill(|writer| machine::sarif(writer, &papers))?,
            Format::Github => output.fill(|writer| machine::github(writer, &papers))?,
            Format::Junit => output.fill(|writer| machine::junit(writer, &papers))?,
            Format::Csv => output.fill(|writer| machine::scorecard(writer, &papers))?,
            Format::Rdjson => output.fill(|writer| machine::rdjson(writer, &papers))?,
        }
        // The process ends soon: giving back many small pieces one by one would cost more than a short paper does.
        std::mem::forget((reports, last));
        output.finish()
    }
}

fn status(report: &Report, fail_on: FailOn) -> Status {
    if report.verdict() == Verdict::Incomplete {
        Status::Unread
    } else if fail_on.is_met_by(report) {
        Status::Findings
    } else {
        Status::Clear
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::CheckArguments;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        check: CheckArguments,
    }

    #[test]
    fn programs_get_no_words_unless_they_are_asked_for_and_the_later_flag_counts() {
        for (flags, quotes) in [
            ("", true),
            ("--format json", true),
            ("--format jsonl --no-quote", false),
            ("--format sarif", false),
            ("--format github --quote", true),
            ("--format csv --quote --no-quote", false),
            ("--no-quote --quote", true),
        ] {
            let words = ["check", "a.txt"].into_iter().chain(flags.split_whitespace());
            assert_eq!(Line::try_parse_from(words).unwrap().check.quotes(), quotes, "{flags}");
        }
    }
}
