//! `particulars explain`: how one item of a paper was judged.

use std::path::PathBuf;

use clap::Args;
use particulars::report::Report;
use particulars::write::{self, Look};
use particulars::{Error, lint_document, load};

use crate::cli::output::Output;
use crate::cli::posture::PostureArguments;
use crate::cli::reading::ReadingArguments;
use crate::cli::screen::{self, Color};
use crate::cli::{Status, Stop, papers};

/// What `explain` is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ExplainArguments {
    /// The paper (.txt, .md, .docx, .pdf), or - for standard input
    #[arg(value_name = "FILE")]
    paper: PathBuf,
    /// The item as the table of `check` names it: 9.3, or 3 in a statement
    #[arg(value_name = "ITEM")]
    item: String,
    #[command(flatten)]
    posture: PostureArguments,
    #[command(flatten)]
    reading: ReadingArguments,
    /// Print no word of the paper, only places and what is missing
    #[arg(long)]
    no_quote: bool,
}

const EXAMPLES: &str = "\
Examples:
  particulars explain answer.txt 9.3
  particulars explain statement.md 3 --stage particularity";

/// Explains the item and says how it ended.
pub fn run(arguments: &ExplainArguments, color: Color) -> Result<Status, Stop> {
    let paper = papers::single(&arguments.paper, arguments.reading.stdin_filename())?;
    let rules = arguments.reading.rules()?;
    let look = Look { quote: !arguments.no_quote, ..screen::output_look(color, None) };
    let posture = arguments.posture.posture(&rules)?;
    let document = paper.document(arguments.reading.options()).map_err(Stop::Paper)?;
    let report = lint_document(document, &rules, &posture);
    let items = named(&report, &arguments.item)?;
    let words: Vec<String> =
        items.into_iter().map(|item| write::explain(&report, item, &rules, &look)).collect();
    let mut output = Output::open(None, &[])?;
    output.write(&words.join("\n"))?;
    output.finish()?;
    Ok(Status::of_reading(&report))
}

/// The items of this id: several, if the paper answers one number twice.
fn named(report: &Report, id: &str) -> Result<Vec<usize>, Error> {
    let items = &report.response.items;
    let found: Vec<usize> = (0..items.len()).filter(|index| items[*index].id == id.trim()).collect();
    if found.is_empty() { Err(unknown(report, id)) } else { Ok(found) }
}

/// The most ids that are listed.
const MOST_IDS: usize = 20;

/// That the paper has no such item, with the one that was probably meant.
pub fn unknown(report: &Report, id: &str) -> Error {
    let ids: Vec<&str> = report.response.items.iter().map(|item| item.id.as_str()).collect();
    let name = &report.document.name;
    let bare = |of: &str| of.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let is_alike = |of: &&&str| bare(of) == bare(id) || of.rsplit('.').next() == Some(id.trim());
    let alike: Vec<&&str> = ids.iter().filter(is_alike).collect();
    let near = match alike.as_slice() {
        [only] => Some(**only),
        _ => load::nearest(id, ids.iter().copied()),
    };
    let hint = near.map(|near| format!("did you mean \"{near}\"? ")).unwrap_or_default();
    let listed = ids[..ids.len().min(MOST_IDS)].join(", ");
    let more = if ids.len() > MOST_IDS { ", ...; `particulars outline` names them all" } else { "" };
    let known =
        if ids.is_empty() { "it has no items".to_owned() } else { format!("its items are {listed}{more}") };
    Error::Usage(format!("{name} has no item \"{id}\"; {hint}{known}"))
}

#[cfg(test)]
mod tests {
    use particulars::rule::Stage;

    use super::named;

    fn report() -> particulars::report::Report {
        let rules = particulars::load::load(&[]).unwrap();
        let paper = include_bytes!("../../examples/founding-answer.txt");
        particulars::lint("a.txt", paper, &rules, Stage::Notice).unwrap()
    }

    #[test]
    fn an_item_is_found_by_its_id() {
        assert_eq!(named(&report(), "9.2").unwrap(), [1]);
    }

    #[test]
    fn a_misspelt_id_is_answered_with_the_right_ones() {
        for (misspelt, right) in [("2", "9.2"), ("93", "9.3"), ("9-8", "9.8")] {
            let message = named(&report(), misspelt).unwrap_err().to_string();
            assert!(message.contains(&format!("did you mean \"{right}\"?")), "{message}");
            assert!(message.ends_with("its items are 9.1, 9.2, 9.3, 9.4, 9.5, 9.6, 9.7, 9.8"), "{message}");
        }
        assert!(!named(&report(), "zz").unwrap_err().to_string().contains("did you mean"));
    }
}
