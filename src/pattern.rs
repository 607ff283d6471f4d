//! The regular expressions that rules may hold: what a row of words cannot say.

use std::sync::{Arc, OnceLock};

use regex_automata::meta::Regex;
use regex_automata::nfa::thompson::WhichCaptures;
use regex_automata::util::syntax;
use regex_automata::{Input, MatchKind, PatternSet};

/// A regular expression that is compiled when it is first needed, once for all its copies; a blank in it stands for any
/// white space.
#[derive(Debug, Clone)]
pub struct Pattern {
    source: Arc<str>,
    /// Its index in [`Patterns`].
    number: usize,
    /// For short texts and for long ones.
    compiled: Arc<[OnceLock<Option<Regex>>; 2]>,
}

/// Bytes from which it pays to find out which literals a match must hold, and to look for them first.
const LONG: usize = 1024;

/// The most memory that a compiled expression may take, in bytes.
const LARGEST_PATTERN: usize = 1 << 20;

impl Pattern {
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
        Regex::builder().configure(limits).syntax(syntax()).build(&Self::spaced(source)).ok()
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

fn syntax() -> syntax::Config {
    syntax::Config::new().case_insensitive(true)
}

/// The expressions of all rules, each once, and all of them as one to tell which of them a text can hold.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    all: Vec<Pattern>,
    together: OnceLock<Option<Regex>>,
}

/// The patterns that were seen in a text, by their numbers.
#[derive(Debug, Clone)]
pub struct Seen(Option<PatternSet>);

impl Seen {
    /// Nothing was looked for: any pattern can match.
    pub const ALL: Self = Self(None);

    /// The pattern can match in that text, or in a part of it.
    pub fn can_hold(&self, pattern: &Pattern) -> bool {
        if pattern.source.contains(['^', '$'])
            || pattern.source.contains(r"\A")
            || pattern.source.contains(r"\z")
        {
            return true;
        }
        let number = regex_automata::PatternID::new(pattern.number);
        self.0.as_ref().is_none_or(|seen| number.is_ok_and(|number| seen.contains(number)))
    }
}

impl Patterns {
    /// The pattern of this expression, which is not yet known to be sound: see [`Pattern::check`].
    pub fn pattern(&mut self, source: &str) -> Pattern {
        if let Some(known) = self.all.iter().find(|known| &*known.source == source) {
            return known.clone();
        }
        let pattern = Pattern { source: source.into(), number: self.all.len(), compiled: Arc::default() };
        self.all.push(pattern.clone());
        self.together = OnceLock::new();
        pattern
    }

    /// The patterns that match somewhere in one of `texts`, found in one pass.
    pub fn seen_in<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Seen {
        let together = self.together.get_or_init(|| {
            let sources: Vec<String> =
                self.all.iter().map(|pattern| Pattern::spaced(&pattern.source)).collect();
            let limits = Regex::config()
                .match_kind(MatchKind::All)
                .which_captures(WhichCaptures::None)
                .nfa_size_limit(Some(LARGEST_PATTERN * self.all.len().max(1)));
            Regex::builder().configure(limits).syntax(syntax()).build_many(&sources).ok()
        });
        let Some(together) = together else { return Seen::ALL };
        let mut seen = PatternSet::new(self.all.len());
        for text in texts {
            together.which_overlapping_matches(&Input::new(text), &mut seen);
        }
        Seen(Some(seen))
    }
}
