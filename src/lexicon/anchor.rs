//! Where a phrase pattern is looked up: at its first telling word.

use super::{GLUE, Lexicon};

/// The index of the element of `pattern` by which it is looked up: the first that is words of some weight and stands at a
/// fixed distance from the start, else the first that is no word of every sentence, else the first of all.
pub fn anchor(pattern: &str, lexicon: &Lexicon) -> usize {
    let mut elements = pattern.split_whitespace().enumerate();
    let fixed =
        elements.by_ref().take_while(|(_, element)| !element.starts_with('~') && !element.ends_with('?'));
    let tells = |word: &str| !lexicon.look_up(word).1.intersects(GLUE);
    let words: Vec<(usize, &str)> =
        fixed.filter(|(_, element)| element.starts_with(char::is_alphanumeric)).collect();
    let first = |tells: &dyn Fn(&str) -> bool| {
        words.iter().find(|(_, element)| element.split('/').all(tells)).map(|(at, _)| *at)
    };
    first(&tells).or_else(|| first(&|word| !COMMONEST.contains(&word))).unwrap_or(0)
}

/// Words of every sentence.
const COMMONEST: [&str; 18] = [
    "the", "a", "an", "of", "to", "and", "in", "for", "is", "are", "on", "at", "by", "with", "from", "as",
    "or", "that",
];

#[cfg(test)]
mod tests {
    use super::anchor;
    use crate::lexicon::{DETERMINER, Lexicon, PREPOSITION};

    #[test]
    fn common_words_give_way_to_the_first_that_tells() {
        let mut lexicon = Lexicon::new();
        lexicon.insert("the", DETERMINER);
        lexicon.insert("in", PREPOSITION);
        lexicon.insert("within", PREPOSITION);
        let cases = [
            ("the way in", 1),
            ("way in", 0),
            ("in the", 0),
            ("in ~2 way", 0),
            ("in the? way", 0),
            ("in/by way", 1),
            ("in within way", 2),
            ("in within", 1),
        ];
        for (pattern, at) in cases {
            assert_eq!(anchor(pattern, &lexicon), at, "{pattern}");
        }
    }
}
