//! Whatever words a paper holds, a reader of Markdown gets them back.

use proptest::prelude::{any, prop, proptest};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::markdown;
use crate::composed::{Block, Composed, Run, RunLook};

/// The words as a reader of Markdown sees them, with no white space.
fn seen(text: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) => words.extend(text.chars().filter(|character| !character.is_whitespace())),
            Event::Code(code) => panic!("code: {code}"),
            _ => {}
        }
    }
    words
}

fn kept(words: &str) -> String {
    words.chars().filter(|character| !character.is_whitespace() && !character.is_control()).collect()
}

fn paper(blocks: Vec<Block>) -> String {
    markdown(&Composed { blocks, ..Composed::default() })
}

#[test]
fn words_that_look_like_mark_up_come_back() {
    for words in [
        "1. one",
        "12) two",
        "- three",
        "+ x",
        "# four",
        "> five",
        "= six\n===",
        "a | b\n--- | ---",
        "***",
        "___",
        "[a](b) ![c](d) <e> &amp; `f` ~~g~~ $h$",
        "\\",
        "a\\",
        "    code",
        "a\n\nb",
        ": d",
        "<!-- e -->",
        "http://a.b",
        "[1]: x",
        "tag.vid_score*2_a",
        "\u{0}a\u{7}b",
    ] {
        for block in [
            Block::Paragraph(vec![Run::plain(words)]),
            Block::Paragraph(vec![Run::plain("Note:"), Run::bold(words), Run::italic("x"), Run::plain("y")]),
            Block::Heading { level: 2, words: vec![Run::plain(words)] },
            Block::Quotation(vec![vec![Run::plain(words)]]),
            Block::Numbered(vec![vec![Run::plain(words)]]),
            Block::Table { heads: vec![words.to_owned()], rows: vec![vec![vec![Run::plain(words)]]] },
        ] {
            let expected: String = match &block {
                Block::Table { heads, .. } => kept(&heads[0]).repeat(2),
                block => block.runs().iter().map(|run| kept(&run.printed())).collect(),
            };
            let text = paper(vec![block]);
            assert_eq!(seen(&text), expected, "{text}");
        }
    }
}

#[test]
fn letters_that_some_readers_take_for_signs_come_back() {
    let runs =
        vec![Run::plain("a"), Run::bold("\u{11d3a}.\u{d05}"), Run::plain("b"), Run::italic("\u{1f153}x")];
    let expected: String = runs.iter().map(|run| kept(&run.printed())).collect();
    assert_eq!(seen(&paper(vec![Block::Paragraph(runs)])), expected);
}

proptest! {
    #[test]
    fn any_words_come_back(parts in prop::collection::vec((any::<u8>(), "[ -~\n]{0,12}|\\PC{0,4}"), 1..5)) {
        let look = |number: u8| match number % 4 {
            0 => RunLook::Bold,
            1 => RunLook::Italic,
            2 => RunLook::Blank,
            _ => RunLook::Plain,
        };
        let runs: Vec<Run> = parts.into_iter().map(|(number, words)| Run { words, look: look(number) }).collect();
        let expected: String = runs.iter().map(|run| kept(&run.printed())).collect();
        let text = paper(vec![Block::Paragraph(runs)]);
        assert_eq!(seen(&text), expected, "{text}");
    }
}

#[test]
fn lists_in_a_row_stay_two_and_their_lines_under_their_mark() {
    let list = |words: &str| Block::Numbered(vec![vec![Run::plain(words)]; 2]);
    let text = paper(vec![list("a\nb"), list("c")]);
    assert_eq!(text, "1. a\\\n   b\n2. a\\\n   b\n\n1) c\n2) c\n");
    let lists = Parser::new(&text).filter(|event| matches!(event, Event::Start(Tag::List(Some(1)))));
    assert_eq!(lists.count(), 2);
}

#[test]
fn a_table_has_all_its_cells() {
    let cell = |words: &str| vec![Run::plain(words)];
    let text = paper(vec![Block::Table {
        heads: vec!["a|b".to_owned(), "c".to_owned()],
        rows: vec![vec![cell("1\n2"), cell("")], vec![cell("|"), vec![Run::blank("name")]]],
    }]);
    assert_eq!(text, "| a\\|b | c |\n| --- | --- |\n| 1<br>2 |  |\n| \\| | **\\[● name\\]** |\n");
    let cells = Parser::new_ext(&text, Options::ENABLE_TABLES)
        .filter(|event| matches!(event, Event::End(TagEnd::TableCell)));
    assert_eq!(cells.count(), 6);
}

#[test]
fn legends_come_first_and_room_is_ruled() {
    let composed = Composed {
        legends: vec!["CONFIDENTIAL".to_owned()],
        blocks: vec![Block::Heading { level: 1, words: vec![Run::plain("T")] }, Block::Room { lines: 2 }],
        ..Composed::default()
    };
    let text = markdown(&composed);
    assert!(text.starts_with("**CONFIDENTIAL**\n\n# T\n\n____"), "{text}");
    assert_eq!(Parser::new(&text).filter(|event| *event == Event::Rule).count(), 2);
}
