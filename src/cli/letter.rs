//! `particulars letter`: one paper through the core, and the letter on it to the screen or a file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use particulars::deadline::Day;
use particulars::letter::{Brief, Form, letter};
use particulars::matter::Matter;
use particulars::particular::Name;
use particulars::report::Report;
use particulars::rule::RuleSet;
use particulars::{Error, lint_document, load, write};

use crate::cli::drawing::Drawing;
use crate::cli::output;
use crate::cli::papers::{self, Paper};
use crate::cli::posture::PostureArguments;
use crate::cli::reading::ReadingArguments;
use crate::cli::screen::{self, Color};
use crate::cli::{Status, Stop, folder};

/// What `letter` is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct LetterArguments {
    /// The answer that the letter is about (.txt, .md, .docx, .pdf), or - for standard input
    #[arg(value_name = "FILE")]
    paper: PathBuf,
    /// Write the letter to this file (.docx or .md); without, it goes to the screen as Markdown
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Write the notes for the signing lawyer to this file (.docx or .md) as well; they are never part of the letter
    #[arg(long, value_name = "PATH")]
    notes: Option<PathBuf>,
    /// The facts of the case that the paper does not hold, as a YAML file
    #[arg(long, value_name = "YAML")]
    matter: Option<PathBuf>,
    /// The date of the letter, from which the date for a supplement is counted
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Day>,
    /// How many days to propose for a supplement
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=365))]
    cure_days: Option<u16>,
    /// The form of the paper; forum is the one that the court of the case asks for
    #[arg(long, value_enum, default_value_t = Shape::Letter)]
    form: Shape,
    /// Challenge these items only, with commas between them: 9.3,9.5
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    items: Option<Vec<String>>,
    /// Challenge what is no more than a remark at the stage as well
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    posture: PostureArguments,
    #[command(flatten)]
    reading: ReadingArguments,
}

const EXAMPLES: &str = "\
Examples:
  particulars letter answer.docx -o letter.docx --forum s.d.n.y. --date 2026-11-24
  particulars letter answer.txt --matter matter.yaml --items 9.3,9.5 -o letter.docx
  particulars letter answer.txt --form forum --forum c.d.cal. -o stipulation.docx

What the letter needs and no paper holds is left as a marked blank and listed on standard error, with the notes for
the lawyer who signs: where the demand is weak, and what must be known of each authority.

Exit status: 0 a letter was written; 1 there is nothing to write about; 2 the run could not be done;
3 the paper could not be read in full.";

/// The form of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A letter to opposing counsel
    Letter,
    /// What the court of the case asks for
    Forum,
    /// A letter to the court (S.D.N.Y., E.D.N.Y.)
    LetterMotion,
    /// A joint stipulation (C.D. Cal.)
    JointStipulation,
    /// A separate statement (California)
    SeparateStatement,
}

/// Composes the letter and says how it ended.
pub fn run(arguments: &LetterArguments, color: Color) -> Result<Status, Stop> {
    let paper = papers::single(&arguments.paper, arguments.reading.stdin_filename())?;
    let drawing = Drawing::of(arguments.output.as_deref())?;
    let notes = arguments.notes.as_deref();
    let notes = notes.map(|path| Drawing::of(Some(path)).map(|drawing| (drawing, path))).transpose()?;
    if arguments.notes.is_some() && arguments.notes == arguments.output {
        let usage = "--notes and --output name one file; the notes are never part of the letter, give them another name";
        return Err(Error::Usage(usage.to_owned()).into());
    }
    let rules = arguments.reading.rules()?;
    let matter = matter(arguments, &rules)?;
    let report = report(arguments, &paper, &rules)?;
    let items = items(arguments, &report)?;
    let form = form(arguments.form, &report, &rules);
    let brief = Brief { report: &report, rules: &rules, matter: &matter, form, items, all: arguments.all };
    let Some(letter) = letter(&brief) else {
        output::say(&nothing(&report, arguments));
        output::say_left_out(&report, &screen::error_look(color));
        return Ok(Status::Findings.max(Status::of_reading(&report)));
    };
    let inputs: Vec<&Path> = paper.path().into_iter().chain(arguments.matter.as_deref()).collect();
    drawing.put(&letter.paper, arguments.output.as_deref(), &inputs)?;
    if let Some((drawing, path)) = notes {
        drawing.put(&letter.notes, Some(path), &inputs)?;
    }
    let look = screen::error_look(color);
    // The notes name what was not read.
    output::say(&write::plain(&letter.notes, &look));
    output::say(&write::kept(&report, None, &look));
    Ok(Status::of_reading(&report))
}

/// The facts of the case; what the command line says outranks the file.
fn matter(arguments: &LetterArguments, rules: &RuleSet) -> Result<Matter, Error> {
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).map_err(|reason| folder::failed(path, &reason))?;
        load::matter(&path.display().to_string(), &text, rules)
    };
    let mut matter = arguments.matter.as_ref().map(read).transpose()?.unwrap_or_default();
    matter.date = arguments.date.or(matter.date);
    matter.cure_days = arguments.cure_days.or(matter.cure_days);
    Ok(matter)
}

/// The report on the paper, in the court that its own caption names if none is given.
fn report(arguments: &LetterArguments, paper: &Paper, rules: &RuleSet) -> Result<Report, Stop> {
    let posture = arguments.posture.posture(rules)?;
    let document = paper.document(arguments.reading.options()).map_err(Stop::Paper)?;
    let report = lint_document(document.clone(), rules, &posture);
    let printed = court_of(&report, rules);
    if let (Some(given), Some(printed)) = (&posture.forum, &printed)
        && given != printed
    {
        output::say(&format!(
            "note: the paper's caption names another court ({printed}) than --forum ({given})\n"
        ));
    }
    let Some(court) = printed.filter(|_| !arguments.posture.has_forum()) else { return Ok(report) };
    output::say(&format!(
        "note: the court is taken from the paper's caption: {court}; --forum gives another\n"
    ));
    let posture = particulars::posture::Posture { forum: Some(court), ..posture };
    Ok(lint_document(document, rules, &posture))
}

/// The id of the federal district that the caption names.
fn court_of(report: &Report, rules: &RuleSet) -> Option<Name> {
    let caption = report.response.parts.caption.as_ref()?;
    let words = caption.court.iter().flat_map(|span| report.document.slice(*span).split_whitespace());
    let words = words.collect::<Vec<_>>().join(" ").to_lowercase();
    let districts = rules.forums.iter().filter(|forum| forum.sits_in.is_some());
    let named = districts.filter(|forum| words.contains(&forum.name.to_lowercase()));
    named.max_by_key(|forum| forum.name.len()).map(|forum| forum.id.clone())
}

/// The chosen items, each of which the paper must hold.
fn items<'a>(arguments: &'a LetterArguments, report: &Report) -> Result<Option<&'a [String]>, Error> {
    let Some(chosen) = &arguments.items else { return Ok(None) };
    for id in chosen {
        if !report.response.items.iter().any(|item| item.id == *id) {
            return Err(crate::cli::explain::unknown(report, id));
        }
    }
    Ok(Some(chosen))
}

fn form(shape: Shape, report: &Report, rules: &RuleSet) -> Form {
    match shape {
        Shape::Letter => Form::Letter,
        Shape::Forum => Form::of_forum(report.posture.forum.as_deref(), rules),
        Shape::LetterMotion => Form::LetterMotion,
        Shape::JointStipulation => Form::JointStipulation,
        Shape::SeparateStatement => Form::SeparateStatement,
    }
}

/// Why no letter is written.
fn nothing(report: &Report, arguments: &LetterArguments) -> String {
    let name = &report.document.name;
    let remarks = if arguments.all || report.findings.is_empty() {
        String::new()
    } else {
        "; --all takes in what is no more than a remark at this stage".to_owned()
    };
    format!(
        "{name}: nothing is open to challenge at the {} stage, so no letter is written{remarks}\n",
        report.stage
    )
}
