//! What each word of an item is there for: to say what the thing is, or only to name a topic, tell a result, tell a
//! story, or praise. Only the first pins anything down.

use std::ops::Range;

use crate::lexicon::{
    ACTION_VERB, AUXILIARY, CONDITION, CONNECTIVE, DETERMINER, GENERIC_NOUN, GLUE, Lists, NUMBER_WORD,
    PADDING, PARTICIPLE, PREPOSITION, RELATION_WORD, RESULT_VERB, STORY_VERB, STRUCTURE_NOUN, TOPIC_WORD,
    UNIT,
};
use crate::word::{Forms, Shape, Word};

/// What a word is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It says what the thing is or how it is done.
    Content,
    /// It names what a general noun is about ("knowledge of the filter").
    Topic,
    /// It tells what is achieved ("which prevents condensation").
    Result,
    /// It tells what somebody did once ("was developed by").
    Story,
    /// Its clause speaks of value, effort, secrecy or rivals.
    Padding,
}

/// The role of each word; marks take the role of the words before them.
pub fn roles(text: &str, words: &[Word]) -> Vec<Role> {
    let mut reader = Reader { text, words, roles: vec![Role::Content; words.len()] };
    let mut carried = Role::Content;
    let mut start = 0;
    for at in 0..=words.len() {
        let mark = words.get(at).map_or(b'.', |word| word.mark());
        if matches!(mark, b',' | b';' | b':' | b'.' | b'(' | b')' | b'-' | b'|') {
            if at > start {
                let last = reader.clause(start..at, carried);
                carried = if mark == b',' { last } else { Role::Content };
            }
            start = at + 1;
        }
    }
    reader.roles
}

const RELATIVE: Forms = Forms::new(&["which", "that", "who", "whose"]);
const CAN: Forms = Forms::new(&["able", "ability", "capable"]);
const SUBJECTS: Forms = Forms::new(&["which", "that", "who", "and", "it", "to", "not", "also"]);
const PAST: Forms = Forms::new(&["has", "have", "had", "was", "were"]);
/// "has a page" tells what a thing holds, not what was done.
const HAS: Forms = Forms::new(&["has", "have", "had"]);
const WITHIN: Forms = Forms::new(&["whose", "how"]);
const TELLING: Forms =
    Forms::new(&["by", "over", "between", "during", "since", "at", "in", "through", "for", "from", "with"]);
const ABOUT: Forms =
    Forms::new(&["of", "for", "on", "about", "to", "in", "regarding", "concerning", "from", "with"]);

/// Lists whose words can change the role of what follows.
const TURNING: Lists = AUXILIARY
    .with(CONNECTIVE)
    .with(PREPOSITION)
    .with(RELATION_WORD)
    .with(RESULT_VERB)
    .with(STORY_VERB)
    .with(TOPIC_WORD);

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    roles: Vec<Role>,
}

impl Reader<'_> {
    /// Gives each word of one clause its role; a topic or a result goes on over the commas of a series.
    fn clause(&mut self, range: Range<usize>, carried: Role) -> Role {
        let pads =
            self.words[range.clone()].iter().any(|word| word.has(PADDING) && word.shape == Shape::Lower);
        let mut role = match carried {
            _ if pads => Role::Padding,
            Role::Topic | Role::Result | Role::Story
                if !self.words[range.start].is_any(self.text, &RELATIVE) =>
            {
                carried
            }
            _ => Role::Content,
        };
        for at in range.clone() {
            if !pads {
                role = self.turn(at, &range, role);
            }
            self.roles[at] = role;
        }
        role
    }

    /// The role from word `at` of the clause on.
    fn turn(&self, at: usize, clause: &Range<usize>, role: Role) -> Role {
        let word = self.words[at];
        if !word.has(TURNING) {
            return role;
        }
        let next = self.words.get(at + 1).copied().filter(|_| at + 1 < clause.end);
        let before = (at > clause.start).then(|| self.words[at - 1]);
        if self.connects(at, before, next, role) || self.equips(at, next) {
            Role::Content
        } else if word.is_any(self.text, &CAN)
            || word.is_one_of(self.text, &["to"])
                && next.is_some_and(|next| next.has(RESULT_VERB.with(STORY_VERB)))
            || word.has(RESULT_VERB)
                && before.is_none()
                && word.form(self.text).ends_with('s')
                && next.is_some_and(|next| next.has(DETERMINER))
            || word.has(RESULT_VERB)
                && before.is_some_and(|before| self.is_finite(word, before))
                && !self.is_set(at)
        {
            Role::Result
        } else if word.is_any(self.text, &PAST)
            && !(word.is_any(self.text, &HAS)
                && next.is_some_and(|next| next.has(DETERMINER.with(NUMBER_WORD))))
            && !self.is_within_condition(at, clause.start)
            || self.is_told(word, next)
        {
            Role::Story
        } else if role == Role::Content && (word.has(TOPIC_WORD) || self.opens_topic(word, before, next)) {
            Role::Topic
        } else {
            role
        }
    }

    /// The word leads back to what the thing is: "by pairing", "so that", "in which", "only", "if".
    fn connects(&self, at: usize, before: Option<Word>, next: Option<Word>, role: Role) -> bool {
        let word = self.words[at];
        let next_is = |forms: &[&str]| next.is_some_and(|next| next.is_one_of(self.text, forms));
        if word.has(CONNECTIVE) {
            if before.is_some_and(|before| before.is_one_of(self.text, &["even"])) {
                return false;
            }
            let does = next.is_some_and(|next| next.form(self.text).ends_with("ing"));
            return role != Role::Result || does || !word.is_one_of(self.text, &["by"]);
        }
        word.is_one_of(self.text, &["so", "such"])
            && next_is(&["that"])
            && !self
                .words
                .get(at + 2)
                .is_some_and(|denied| denied.is_one_of(self.text, &["no", "nobody", "none"]))
            || word.is_one_of(self.text, &["in", "on", "at", "to", "from", "under", "of"])
                && next_is(&["which"])
    }

    /// "with three burners of 12 kW": what follows is counted out, and says what the thing is.
    fn equips(&self, at: usize, next: Option<Word>) -> bool {
        self.words[at].is_one_of(self.text, &["with", "having"])
            && next.is_some_and(|next| next.shape == Shape::Number || next.has(NUMBER_WORD))
    }

    /// "grows at 180 torr": the verb is given its value, and says how and not what for.
    fn is_set(&self, at: usize) -> bool {
        self.words.get(at + 1..at + 4).is_some_and(|words| {
            words[0].is_one_of(self.text, &["at", "for", "in"])
                && words[1].shape == Shape::Number
                && words[2].has(UNIT)
        })
    }

    /// A verb of result that is said of something: "which determines", "the module prevents", "while increasing".
    fn is_finite(&self, word: Word, before: Word) -> bool {
        let form = word.form(self.text);
        before.is_any(self.text, &SUBJECTS)
            || form.ends_with('s') && before.is_wordlike() && !before.has(GLUE)
            || form.ends_with("ing") && before.is_one_of(self.text, &["while", "for", "of"])
    }

    /// "developed between 2006 and 2009", "undertaken by a team".
    fn is_told(&self, word: Word, next: Option<Word>) -> bool {
        word.has(STORY_VERB)
            && (word.form(self.text).ends_with("ed") || word.has(PARTICIPLE))
            && !(word.is_one_of(self.text, &["built", "made", "formed"])
                && next.is_some_and(|next| next.is_one_of(self.text, &["from", "of", "with"])))
            && next.is_some_and(|next| next.is_any(self.text, &TELLING))
    }

    /// "when its leaves have cupped", "whose cluster has reached": the past belongs to a condition.
    fn is_within_condition(&self, at: usize, start: usize) -> bool {
        self.words[start.max(at.saturating_sub(6))..at]
            .iter()
            .any(|word| word.has(CONDITION) || word.is_any(self.text, &WITHIN))
    }

    /// "know-how for", "the results of": a general noun, and what it is about; not "the practice of booking".
    fn opens_topic(&self, word: Word, before: Option<Word>, next: Option<Word>) -> bool {
        let does = next.is_some_and(|next| next.has(ACTION_VERB) && next.form(self.text).ends_with("ing"));
        let counts = next.is_some_and(|next| next.shape == Shape::Number || next.has(NUMBER_WORD));
        word.is_any(self.text, &ABOUT)
            && !counts
            && before.is_some_and(|noun| noun.has(GENERIC_NOUN) && !noun.has(STRUCTURE_NOUN.with(AUXILIARY)))
            && !does
    }
}
