use super::{Lexicon, Lists, PRAISE};

#[test]
fn letters_are_made_small_and_nothing_else() {
    let bytes: Vec<u8> = (0..=255).collect();
    for sixteen in bytes.as_chunks::<16>().0 {
        let expected = u128::from_le_bytes(sixteen.map(|byte| byte.to_ascii_lowercase()));
        assert_eq!(super::small(u128::from_le_bytes(*sixteen)), expected);
    }
}

#[test]
fn words_are_found_in_any_case_and_long_ones_are_unknown() {
    let mut lexicon = Lexicon::new();
    let id = lexicon.insert("unique", PRAISE);
    let long = lexicon.insert("interoperability-layer", PRAISE);
    assert_eq!(lexicon.look_up("UNIQUE"), (id, PRAISE));
    for text in ["a UNIQUE", "a Unique one among several others"] {
        assert_eq!(lexicon.look_up_in(text.as_bytes(), 2..8), (id, PRAISE));
        assert_eq!(lexicon.look_up_in(text.as_bytes(), 2..7), (0, Lists::NONE));
    }
    assert_eq!(lexicon.look_up_in(b"Interoperability-Layer", 0..22), (long, PRAISE));
    assert_eq!(lexicon.look_up(&"x".repeat(500)), (0, Lists::NONE));
}
