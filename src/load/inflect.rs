//! The regular forms of English nouns and verbs, for word lists that name only the first form. The build script reads
//! the built-in lists by it.

/// Which forms of its words a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The singular and the plural.
    Noun,
    /// The forms of a verb.
    Verb,
    /// The word as it stands.
    Word,
}

impl Form {
    /// The names in a lexicon.
    pub const ALL: [(&str, Self); 3] = [("noun", Self::Noun), ("verb", Self::Verb), ("word", Self::Word)];

    /// The form of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)
    }

    /// `word` in small letters, and its other forms; a trailing `+` doubles the last consonant of a verb.
    pub fn forms(self, word: &str) -> Vec<String> {
        let word = word.to_lowercase();
        let mut forms = vec![word.trim_end_matches('+').to_owned()];
        match self {
            Self::Noun => forms.push(plural(&word)),
            Self::Verb => forms.extend(verb_forms(&word)),
            Self::Word => {}
        }
        forms
    }
}

/// The plural of a noun.
pub fn plural(noun: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|ending| noun.ends_with(ending));
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with("sis") => format!("{}es", &noun[..noun.len() - 2]),
        _ if sibilant => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

/// The -s, -ed and -ing forms of a verb; a trailing `+` doubles its last consonant.
pub fn verb_forms(verb: &str) -> [String; 3] {
    if let Some(verb) = verb.strip_suffix('+') {
        let last = &verb[verb.len().saturating_sub(1)..];
        return [format!("{verb}s"), format!("{verb}{last}ed"), format!("{verb}{last}ing")];
    }
    if let Some(stem) = verb.strip_suffix("ee") {
        return [format!("{verb}s"), format!("{verb}d"), format!("{stem}eeing")];
    }
    if let Some(stem) = verb.strip_suffix('e') {
        return [format!("{verb}s"), format!("{verb}d"), format!("{stem}ing")];
    }
    let past = match verb.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ied"),
        _ => format!("{verb}ed"),
    };
    [plural(verb), past, format!("{verb}ing")]
}

#[cfg(test)]
mod tests {
    use super::{plural, verb_forms};

    #[test]
    fn nouns_take_their_plural() {
        let forms = ["bus", "study", "key", "analysis", "list"].map(plural);
        assert_eq!(forms, ["buses", "studies", "keys", "analyses", "lists"]);
    }

    #[test]
    fn verbs_take_their_endings() {
        assert_eq!(verb_forms("process"), ["processes", "processed", "processing"]);
        assert_eq!(verb_forms("use"), ["uses", "used", "using"]);
        assert_eq!(verb_forms("plan+"), ["plans", "planned", "planning"]);
        assert_eq!(verb_forms("carry"), ["carries", "carried", "carrying"]);
    }
}
