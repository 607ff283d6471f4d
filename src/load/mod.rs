//! Rule files → RuleSet: built-in files first, then each folder over them. The one place that calls the YAML crate.

mod authority;
mod built_in;
mod catalogue;
mod condition;
mod faults;
mod file;
mod holiday;
mod inflect;
mod inquiry;
mod letter;
mod matter;
mod parse;
mod posture;
mod rule;
mod shape;
mod syntax;
mod vocabulary;

use crate::error::Error;
use crate::rule::RuleSet;
pub use faults::nearest;
pub use matter::matter;

/// A folder of rule files that a user names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFolder {
    /// The folder as the user named it.
    pub name: String,
    /// Each file's name and its YAML text, in order.
    pub files: Vec<(String, String)>,
}

/// The built-in rules with the rules of `folders` over them, the last folder on top.
///
/// # Errors
/// [`Error::Rules`] with every fault of every file.
pub fn load(folders: &[RuleFolder]) -> Result<RuleSet, Error> {
    let mut faults = Vec::new();
    let mut files = match built_in::files() {
        Ok(files) => files,
        Err(reason) => {
            return Err(Error::Usage(format!(
                "the built-in rules cannot be read: {reason}; install the program again"
            )));
        }
    };
    for folder in folders {
        for (path, text) in &folder.files {
            files.extend(parse::parse(
                &format!("{}/{path}", folder.name.trim_end_matches('/')),
                text,
                &mut faults,
            ));
        }
    }
    let rules = catalogue::compile(&files, &mut faults);
    if faults.is_empty() { Ok(rules) } else { Err(Error::Rules(faults)) }
}
