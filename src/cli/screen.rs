//! The terminal: whether colours may be used, and how wide it is.

use std::env;
use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ValueEnum;
use particulars::write::Look;

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Columns where nothing tells the width.
const USUAL_WIDTH: usize = 100;

/// How a report is to look on standard output, or in the file `output`.
pub fn output_look(color: Color, output: Option<&Path>) -> Look {
    let is_terminal = output.is_none() && io::stdout().is_terminal();
    let columns = is_terminal.then(|| terminal_size::terminal_size_of(io::stdout())).flatten();
    look(color, is_terminal, columns.map(|(width, _)| usize::from(width.0)))
}

/// How a message is to look on standard error.
pub fn error_look(color: Color) -> Look {
    let is_terminal = io::stderr().is_terminal();
    let columns = terminal_size::terminal_size_of(io::stderr());
    look(color, is_terminal, columns.map(|(width, _)| usize::from(width.0)))
}

fn look(color: Color, is_terminal: bool, columns: Option<usize>) -> Look {
    let variable = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let stated = variable("COLUMNS").and_then(|columns| columns.trim().parse().ok());
    let width = columns.or(stated).filter(|columns| *columns > 0).unwrap_or(USUAL_WIDTH).clamp(40, 160);
    Look { width, color: has_color(color, is_terminal, &variable), quote: true }
}

/// The flag decides, then `NO_COLOR`, then `CLICOLOR_FORCE`, then the terminal.
fn has_color(color: Color, is_terminal: bool, variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let is_zero = |name: &str| variable(name).as_deref() == Some("0");
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if is_set("NO_COLOR") => false,
        Color::Auto if is_set("CLICOLOR_FORCE") && !is_zero("CLICOLOR_FORCE") => true,
        Color::Auto => is_terminal && !is_zero("CLICOLOR") && variable("TERM").as_deref() != Some("dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, has_color};

    #[test]
    fn the_flag_outranks_the_environment_and_the_environment_the_terminal() {
        let with = |color, is_terminal, names: &[(&str, &str)]| {
            let variable = |name: &str| {
                names.iter().find(|(held, _)| *held == name).map(|(_, value)| (*value).to_owned())
            };
            has_color(color, is_terminal, &variable)
        };
        assert!(with(Color::Auto, true, &[]));
        assert!(!with(Color::Auto, false, &[]));
        assert!(!with(Color::Auto, true, &[("NO_COLOR", "1")]));
        assert!(with(Color::Auto, true, &[("NO_COLOR", "")]));
        assert!(!with(Color::Auto, true, &[("TERM", "dumb")]));
        assert!(with(Color::Auto, false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!with(Color::Auto, false, &[("CLICOLOR_FORCE", "0")]));
        assert!(!with(Color::Auto, false, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
        assert!(with(Color::Always, false, &[("NO_COLOR", "1")]));
        assert!(!with(Color::Never, true, &[("CLICOLOR_FORCE", "1")]));
    }
}
