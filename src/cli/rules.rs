//! `particulars rules`: the catalogue listed, one rule shown, a pack's own examples tried, the schemas printed.

use std::path::PathBuf;

use super::rule_folders;
use super::{Color, Status, output};
use particulars::Error;
use particulars::authority::Authority;
use particulars::cited::Cited;
use particulars::posture::Posture;
use particulars::rule::{Example, Rule, RuleSet, Severity, Stage};
use particulars::{lint, load, write};

/// What to do with the rules.
#[derive(Debug, clap::Args)]
pub struct RulesArguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// List every rule with its severity at each stage and where it comes from
    List {
        /// Folders of rules to lay over the built-in ones
        #[arg(long = "rules", value_name = "DIR")]
        folders: Vec<PathBuf>,
    },
    /// Show one rule whole: what it finds, why, what it asks for, its examples and authorities
    Show {
        /// The rule's name
        id: String,
        /// Folders of rules to lay over the built-in ones
        #[arg(long = "rules", value_name = "DIR")]
        folders: Vec<PathBuf>,
    },
    /// Try the examples of every rule of a folder
    Test {
        /// The folder; without one the built-in rules are tried
        folder: Option<PathBuf>,
    },
    /// Print the JSON Schema of the report
    Schema,
}

/// Runs the command.
pub fn run(arguments: &RulesArguments, _color: Color) -> Result<Status, Error> {
    match &arguments.action {
        Action::List { folders } => {
            let rules = load::load(&rule_folders::read(folders)?)?;
            output::say(&list(&rules));
            Ok(Status::Clear)
        }
        Action::Show { id, folders } => {
            let rules = load::load(&rule_folders::read(folders)?)?;
            let Some(rule) = rules.rule(id) else { return Err(unknown(id, &rules)) };
            output::say(&show(rule, &rules));
            Ok(Status::Clear)
        }
        Action::Test { folder } => test(folder.as_ref()),
        Action::Schema => {
            output::say(write::schema());
            Ok(Status::Clear)
        }
    }
}

fn unknown(id: &str, rules: &RuleSet) -> Error {
    let near = load::nearest(id, rules.rules.iter().map(|rule| &*rule.id));
    let hint = near.map_or("`particulars rules list` names them all".to_owned(), |near| {
        format!("did you mean `{near}`?")
    });
    Error::Usage(format!("there is no rule \"{id}\"; {hint}"))
}

fn severities(rule: &Rule) -> String {
    Stage::ALL.map(|stage| format!("{:8}", rule.severity.at(stage).name())).join(" ")
}

fn list(rules: &RuleSet) -> String {
    let mut text =
        format!("{:26} {:8} {:8} {:8}  {:6}  {}\n", "rule", "notice", "partic.", "sum. j.", "sure", "from");
    for rule in &rules.rules {
        let severities = severities(rule);
        text.push_str(&format!(
            "{:26} {severities}  {:6}  {}\n",
            rule.id,
            rule.confidence.name(),
            rule.origin
        ));
    }
    text
}

fn show(rule: &Rule, rules: &RuleSet) -> String {
    let mut text = format!("{}\n{}\n\n{}\n\n", rule.id, rule.summary, rule.why);
    for stage in Stage::ALL {
        text.push_str(&format!("at {stage}: {}\n", rule.severity.at(stage).name()));
    }
    text.push_str(&format!("confidence: {}; from: {}\n\n", rule.confidence.name(), rule.origin));
    for element in rule.requires.iter().filter_map(|id| rules.element(id)) {
        text.push_str(&format!("requires {}: {}\n", element.id, element.question));
    }
    text.push_str(&format!("says: {}\nasks: {}\n", rule.message, rule.ask));
    for (name, examples) in
        [("flagged", &rule.flagged), ("clean", &rule.clean), ("known miss", &rule.known_miss)]
    {
        for example in examples {
            text.push_str(&format!("\n{name}: {}\n", example.text.trim()));
        }
    }
    text.push_str(&authorities(rule, rules));
    text
}

/// What may be printed with the rule's findings, and what cuts against them, at each stage.
fn authorities(rule: &Rule, rules: &RuleSet) -> String {
    let mut text = String::new();
    for stage in Stage::ALL {
        let cited = Cited::of(rule, &Posture::at(stage), rules);
        for (label, list) in [("cited", cited.supporting), ("to the contrary", cited.contrary)] {
            for authority in list {
                text.push_str(&format!("\n{label} at {stage}: {}", page(authority)));
            }
        }
    }
    text
}

fn page(authority: &Authority) -> String {
    let Authority { citation, proposition, holds_for, .. } = authority;
    let mut text = format!("{citation}\n  {proposition} ({holds_for})\n");
    let further = [("later history", &authority.later_history), ("caution", &authority.caution)];
    for (label, words) in further {
        if let Some(words) = words {
            text.push_str(&format!("  {label}: {words}\n"));
        }
    }
    text
}

fn test(folder: Option<&PathBuf>) -> Result<Status, Error> {
    let folders: Vec<PathBuf> = folder.cloned().into_iter().collect();
    let rules = load::load(&rule_folders::read(&folders)?)?;
    let is_tried = |rule: &&Rule| folder.is_none() || &*rule.origin != "built-in";
    let mut failures = Vec::new();
    let mut tried = 0;
    for rule in rules.rules.iter().filter(is_tried) {
        tried += rule.flagged.len() + rule.clean.len();
        failures.extend(rule.flagged.iter().filter_map(|example| failure(rule, example, true, &rules)));
        failures.extend(rule.clean.iter().filter_map(|example| failure(rule, example, false, &rules)));
    }
    let failed = failures.len();
    output::say(&format!("{}{} passed, {failed} failed\n", failures.concat(), tried - failed));
    Ok(if failed == 0 { Status::Clear } else { Status::Findings })
}

/// Why the example does not show what it should.
fn failure(rule: &Rule, example: &Example, flagged: bool, rules: &RuleSet) -> Option<String> {
    let text = example.text.replace(['⟦', '⟧'], "");
    let stage = Stage::ALL.into_iter().find(|stage| rule.severity.at(*stage) != Severity::Off)?;
    let fires = match lint("example.txt", text.as_bytes(), rules, stage) {
        Ok(report) => report.fired.iter().any(|fired| *fired == rule.id),
        Err(error) => return Some(format!("{}: {error}\n", rule.id)),
    };
    (fires != flagged).then(|| {
        let what =
            if flagged { "is not found in its flagged example" } else { "is found in its clean example" };
        format!("{} {what}: {text}\n", rule.id)
    })
}
