//! Digests of words: of their letters, and of what stays of them when the endings of nouns and verbs are taken off.

/// Adds `value` to a digest whose order counts.
pub fn mix(digest: u64, value: u64) -> u64 {
    const KEY: u64 = 0x9e37_79b9_7f4a_7c15;
    const SEED: u64 = 0xd1b5_4a32_d192_ed03;
    let product = u128::from(digest ^ KEY) * u128::from(value ^ SEED);
    (product as u64 ^ (product >> 64) as u64).rotate_left(29).wrapping_add(KEY)
}

/// The digest of a word as it stands, in any case.
pub fn firm(word: &str) -> u64 {
    digest(word.as_bytes())
}

/// The digest of a word without the endings of nouns and verbs: the same for "price", "prices", "priced" and "pricing".
pub fn stemmed(word: &str) -> u64 {
    let (stem, ends_in_y) = stem(word.as_bytes());
    if ends_in_y { mix(digest(stem), u64::from(b'y')) } else { digest(stem) }
}

fn digest(word: &[u8]) -> u64 {
    /// The bit that makes a small letter of a capital.
    const SMALL: u64 = 0x2020_2020_2020_2020;
    word.chunks(8).fold(word.len() as u64, |digest, chunk| {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        mix(digest, u64::from_le_bytes(bytes) | SMALL)
    })
}

/// What stays of a word, and whether a "y" stood after it.
fn stem(word: &[u8]) -> (&[u8], bool) {
    /// Bytes that must stay.
    const SHORTEST: usize = 3;
    fn cut<'a>(word: &'a [u8], endings: &[&str]) -> Option<&'a [u8]> {
        let stems = endings.iter().filter_map(|ending| word.strip_suffix(ending.as_bytes()));
        stems.into_iter().find(|stem| stem.len() >= SHORTEST)
    }
    if let Some(stem) = cut(word, &["ies", "ied", "y"]) {
        return (stem, true);
    }
    let is_singular = ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending.as_bytes()));
    let one = if is_singular { word } else { cut(word, &["s"]).unwrap_or(word) };
    let Some(stem) = cut(one, &["ing", "ed"]) else { return (cut(one, &["e"]).unwrap_or(one), false) };
    // "planning" and "plan", but "calling" and "call".
    let is_doubled = matches!(stem, [.., before, last] if before == last && !b"lszf".contains(last));
    (if is_doubled && stem.len() > SHORTEST { &stem[..stem.len() - 1] } else { stem }, false)
}

#[cfg(test)]
mod tests {
    use super::{firm, mix, stemmed};

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["price", "prices", "priced", "pricing", "Pricing"][..],
            &["company", "companies", "Companies"],
            &["plan", "plans", "planned", "planning"],
            &["call", "calls", "called", "calling"],
            &["process", "processes", "processed", "processing"],
            &["speed", "speeds"],
            &["string", "strings"],
        ] {
            assert!(forms.iter().all(|form| stemmed(form) == stemmed(forms[0])), "{forms:?}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        let words = [
            "inlet", "outlet", "age", "income", "police", "policy", "left", "right", "gas", "glass", "men",
            "women",
        ];
        for (at, word) in words.iter().enumerate() {
            assert!(words[..at].iter().all(|other| stemmed(other) != stemmed(word)), "{word}");
        }
    }

    #[test]
    fn digits_and_order_count() {
        assert_eq!(firm("AM-604"), firm("am-604"));
        assert_ne!(firm("AM-604"), firm("AM-605"));
        assert_ne!(mix(mix(0, 1), 2), mix(mix(0, 2), 1));
    }
}
