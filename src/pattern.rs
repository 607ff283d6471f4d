//! The regular expressions that rules may hold: what a row of words cannot say.

use std::sync::{Arc, OnceLock};

use regex_automata::meta::Regex;
use regex_automata::util::syntax;

/// A regular expression that is compiled when it is first needed, once for all its copies; a blank in it stands for any
/// white space.
#[derive(Debug, Clone)]
pub struct Pattern {
    source: Arc<str>,
    /// For short texts and for long ones.
    compiled: Arc<[OnceLock<Option<Regex>>; 2]>,
}

/// Bytes from which it pays to find out which literals a match must hold, and to look for them first.
const LONG: usize = 1024;

/// The most memory that a compiled expression may take, in bytes.
const LARGEST_PATTERN: usize = 1 << 20;

impl Pattern {
    /// A pattern that is not yet known to be sound; see [`Pattern::check`].
    pub fn new(source: &str) -> Self {
        Self { source: source.into(), compiled: Arc::default() }
    }

    /// The expression as its rule states it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Says whether the expression is sound, by the reasons of the crate that users know.
    ///
    /// # Errors
    /// What the regular expression compiler says.
    pub fn check(&self) -> Result<(), String> {
        let spaced = Self::spaced(&self.source);
        let built =
            regex::RegexBuilder::new(&spaced).case_insensitive(true).size_limit(LARGEST_PATTERN).build();
        built.map(|_| ()).map_err(|error| error.to_string())
    }

    /// The first match in `text`, in bytes.
    pub fn find(&self, text: &str) -> Option<(usize, usize)> {
        let is_long = text.len() >= LONG;
        let regex = self.compiled[usize::from(is_long)].get_or_init(|| Self::compile(&self.source, is_long));
        regex.as_ref()?.find(text).map(|found| (found.start(), found.end()))
    }

    fn compile(source: &str, is_long: bool) -> Option<Regex> {
        let limits = Regex::config().auto_prefilter(is_long).nfa_size_limit(Some(LARGEST_PATTERN));
        let syntax = syntax::Config::new().case_insensitive(true);
        Regex::builder().configure(limits).syntax(syntax).build(&Self::spaced(source)).ok()
    }

    fn spaced(source: &str) -> String {
        // Classes hold ASCII only: one of larger characters takes more time and memory to compile than all else.
        // `\b` and `\w` are made ASCII: their Unicode forms leave the fast automaton at the first "§" or curly quote.
        source
            .replace(r"\b", r"(?-u:\b)")
            .replace(r"\w", "[0-9A-Za-z_]")
            .replace(' ', r"(?:[ \t\r\n]+|\x{a0}+)+")
    }
}
