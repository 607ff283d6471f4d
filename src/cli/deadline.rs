//! `particulars deadline`: the last day of a period, with its working.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use particulars::deadline::{Clock, Count, Day, Deadline, Period, Service, state_of};
use particulars::particular::Name;
use particulars::rule::RuleSet;
use particulars::{Error, load, write};

use crate::cli::Status;
use crate::cli::output::Output;
use crate::cli::rule_folders;
use crate::cli::screen::{self, Color};

/// What `deadline` is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct DeadlineArguments {
    /// The day of the event from which the period runs, as 2016-06-22 or "June 22, 2016"
    #[arg(value_name = "DATE")]
    trigger: Day,
    /// How many days the period has; a week has 7
    #[arg(long)]
    days: u16,
    /// How the paper was served from whose service the period runs
    #[arg(long, value_enum, value_name = "WAY", conflicts_with = "backward")]
    service: Option<Way>,
    /// The court or the state where it sits, whose holidays count too (CA, s.d.n.y.)
    #[arg(long, value_name = "COURT", conflicts_with = "backward")]
    state: Option<String>,
    /// Count back from an event to come ("30 days before the close of discovery")
    #[arg(long)]
    backward: bool,
    /// The date is one that a letter asks for: no rule is cited for it
    #[arg(long)]
    courtesy: bool,
    /// Show each step of the counting
    #[arg(long)]
    steps: bool,
    /// A folder of rules to add to the built-in ones; its holidays.yaml adds holidays of states
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

/// A way of service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Way {
    /// The period runs from no service: from an order, or a letter
    None,
    /// Through the court's system, or by other electronic means
    Electronic,
    /// Handed over, or left at an office or a home
    Hand,
    /// By mail
    Mail,
    /// Left with the clerk
    Clerk,
    /// By other means that were consented to
    Other,
}

const EXAMPLES: &str = "\
Examples:
  particulars deadline 2016-06-22 --days 21 --service none       21 days from an order
  particulars deadline 2026-11-23 --days 30 --service mail --state CA
  particulars deadline 2027-03-01 --days 30 --backward --steps

Days are counted by Rule 6 of the Federal Rules of Civil Procedure. Nothing here reads a clock.
Read the warnings: the holidays of states are not built in, and what the law leaves open is said
with the safe date.";

/// Prints the date, its working and its warnings.
pub fn run(arguments: &DeadlineArguments, color: Color) -> Result<Status, Error> {
    let rules = load::load(&rule_folders::read(&arguments.rules)?)?;
    let deadline = Deadline::new(period(arguments, &rules)?, &rules)?;
    let look = screen::output_look(color, None);
    let mut output = Output::open(None, &[])?;
    output.write(&write::deadline(&deadline, arguments.steps, &rules, &look))?;
    output.finish()?;
    Ok(Status::Clear)
}

fn period(arguments: &DeadlineArguments, rules: &RuleSet) -> Result<Period, Error> {
    let DeadlineArguments { trigger, days, service, state, backward, courtesy, .. } = arguments;
    let court = state.as_ref().map(|name| court(name, rules)).transpose()?;
    let service = service.map_or(Service::Unknown, Way::service);
    let count = if *backward { Count::Before } else { Count::After { service, court } };
    let clock = if *courtesy { Clock::Courtesy } else { Clock::order() };
    Ok(Period { trigger: *trigger, days: *days, count, clock })
}

fn court(name: &str, rules: &RuleSet) -> Result<Name, Error> {
    state_of(name, rules).ok_or_else(|| {
        let what = match rules.forums.find(name) {
            Some(forum) => format!("{} sits in no one state", forum.name),
            None => format!("there is no court or state \"{name}\""),
        };
        Error::Usage(format!("{what}; name the state where the court sits, as in --state CA"))
    })
}

impl Way {
    fn service(self) -> Service {
        match self {
            Self::None => Service::None,
            Self::Electronic => Service::Electronic,
            Self::Hand => Service::Hand,
            Self::Mail => Service::Mail,
            Self::Clerk => Service::Clerk,
            Self::Other => Service::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::court;

    #[test]
    fn a_court_leads_to_its_state_and_what_is_none_is_told() {
        let rules = particulars::load::load(&[]).unwrap();
        for name in ["CA", "california", "N.D. Cal."] {
            assert_eq!(&*court(name, &rules).unwrap(), "california", "{name}");
        }
        for (name, why) in
            [("9th Cir.", "sits in no one state"), ("itc", "no one state"), ("nowhere", "there is no")]
        {
            let message = court(name, &rules).unwrap_err().to_string();
            assert!(message.contains(why) && message.contains("--state CA"), "{message}");
        }
    }
}
