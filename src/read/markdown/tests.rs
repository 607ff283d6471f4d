//! What a reader sees of a Markdown source, and where each word of it stands.

use crate::document::{BlockKind, Document};
use crate::read::read;

fn document(source: &str) -> Document {
    read("paper.md", source.as_bytes()).expect("the source is Markdown")
}

fn text(source: &str) -> String {
    document(source).text
}

/// The source from the place that `offset` of the text leads to.
fn source_at<'a>(source: &'a str, document: &Document, offset: usize) -> &'a str {
    let place = document.position(offset);
    let line = source.split('\n').nth(place.line - 1).unwrap_or_default();
    let start = line.char_indices().nth(place.column - 1).map_or(line.len(), |(at, _)| at);
    &line[start..]
}

/// Every letter and digit leads to itself in the source, or to the entity that stands for it.
fn assert_places(source: &str) {
    let document = document(source);
    for (at, character) in document.text.char_indices().filter(|(_, character)| character.is_alphanumeric()) {
        let found = source_at(source, &document, at);
        let word = &document.text[at..];
        assert!(found.starts_with([character, '&']), "{word:?} leads to {found:?} in {source:?}");
    }
}

#[test]
fn blocks_are_parted_like_plain_text() {
    let source =
        "# RESPONSE TO INTERROGATORY NO. 9:\nThe **tag**\nwraps.  \nHard\n***\n> quoted\n> words\n\nend";
    let expected = "RESPONSE TO INTERROGATORY NO. 9:\n\nThe tag\nwraps.\nHard\n\nquoted\nwords\n\nend\n";
    assert_eq!(text(source), expected);
    assert_places(source);
}

#[test]
fn tight_lists_keep_their_markers_one_to_a_line() {
    let source = "Secrets:\n\n3. one\n   goes on\n3. two\n7. three\n   - a\n     1) deep\n   * b\n\nafter";
    let expected = "Secrets:\n\n3. one\ngoes on\n4. two\n7. three\n  - a\n    1) deep\n  - b\n\nafter\n";
    assert_eq!(text(source), expected);
    assert_places("- one\n- two\n  + three\n");
    assert_eq!(text("1. a\n1. b\n1. c"), "1. a\n2. b\n3. c\n");
    assert_eq!(text("1.\n2. b"), "1. \n2. b\n");
    assert_eq!(text("- - a\n  - b"), "- - a\n  - b\n");
}

#[test]
fn loose_lists_have_blank_lines() {
    assert_eq!(text("1. a\n\n   more\n\n2. b\n\nafter"), "1. a\n\nmore\n\n2. b\n\nafter\n");
    assert_eq!(text("- a\n  > q\n\n  b"), "- a\n\nq\n\nb\n");
}

#[test]
fn labels_that_are_no_lists_survive() {
    for line in ["(a) the tag;", "[24]7", "1.1 The tag", "A. The tag", "¶ 9", "§ 2019.210(a)", "# "] {
        let line = line.trim_end_matches("# ");
        if !line.is_empty() {
            assert_eq!(text(line), format!("{line}\n"));
        }
    }
    assert_eq!(text("**1.** The tag\n\n**Trade Secret No. 3:** b"), "1. The tag\n\nTrade Secret No. 3: b\n");
}

#[test]
fn marks_entities_and_escapes_are_read() {
    let source =
        r"a\*b\. x &amp; y &lt;z `co &amp; de` ``a`b`` [tag](http://x.y) ![alt](i.png) w<sup>1</sup>";
    assert_eq!(text(source), "a*b. x & y <z co &amp; de a`b tag alt w1\n");
    assert_places(source);
    assert_places("é—x **ü** &eacute; `é` tail\n\n> - `code\n>   over` lines after\n");
}

#[test]
fn mark_up_and_entities_hide_no_words() {
    for source in ["da**t**a", "da<!-- -->ta", "da<b>ta</b>", "da&#8203;ta", "da&shy;ta", "[da](x)ta"] {
        assert_eq!(text(source), "data\n", "{source}");
    }
    assert_eq!(text("the&#27;data"), "the data\n");
    assert_eq!(document("da&#8203;ta").notes.len(), 1);
}

#[test]
fn html_goes_and_unknown_tags_stay() {
    assert_eq!(text("a<br>b <vid> <i>c</i>"), "a\nb <vid> c\n");
    assert_eq!(text("<div>\n<p>one</p><p>two &amp; 3</p>\n</div>\n\nafter"), "one\ntwo & 3\n\nafter\n");
    assert_eq!(text("a\n\n<!-- hidden\n\nwords -->\n\nb"), "a\n\nb\n");
    let source = "> <div>\n> one <b>two</b>\n> </div>\n\nafter";
    assert_eq!(text(source), "one two\n\nafter\n");
    assert_places(source);
    assert_eq!(text("<!-- never closed\n\nthe data"), "<!-- never closed\nthe data\n");
}

#[test]
fn tables_have_one_row_a_line() {
    let source = "| No. | **Secret** |\n|---|---|\n| 1 | the `tag` |\n| 2 | a<br>b |\n\nafter";
    assert_eq!(text(source), "No. | Secret\n1 | the tag\n2 | a b\n\nafter\n");
    assert_places(source);
}

#[test]
fn footnotes_and_definitions_keep_their_words() {
    let source = "The tag.[^1] See [1].\n\n[^1]: As served.\n\n[1]: Confidential\n\n[x]: http://a.b\n";
    let document = document(source);
    assert_eq!(document.text, "The tag. See 1.\n\n[^1]: As served.\n\n[1]: Confidential\n");
    let footnote = document.blocks.iter().find(|block| block.kind == BlockKind::Footnote).unwrap();
    assert_eq!(document.slice(footnote.span), "[^1]: As served.");
}

#[test]
fn code_is_kept() {
    assert_eq!(
        text("a\n\n```rust\nlet x;\n\ny\n```\n\n    the data\n    sent\n\nb"),
        "a\n\nlet x;\n\ny\n\nthe data\nsent\n\nb\n"
    );
    assert_places("- x\n\n  ```\n  let x\n  y\n  ```\n\n      in code\n");
    assert_places("\tthe\tdata\n\t\tsent &amp; kept\n");
}

#[test]
fn blocks_say_what_they_are_in_order() {
    let document = document("# Head\n\n> quoted\n\n1. entry\n2. next\n\npara");
    let seen: Vec<_> = document.blocks.iter().map(|block| (block.kind, document.slice(block.span))).collect();
    let expected = [
        (BlockKind::Heading, "Head"),
        (BlockKind::Quotation, "quoted"),
        (BlockKind::Paragraph, "quoted"),
        (BlockKind::Entry, "1. entry"),
        (BlockKind::Entry, "2. next"),
        (BlockKind::Paragraph, "para"),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn hidden_characters_keep_places_through_both_steps() {
    let source = "\u{202e}The **da\u{200b}ta**\r\n- sent \u{ad}to &amp; fro\u{feff}m\r\n\r\nend";
    let document = document(source);
    assert_eq!(document.text, "The data\n\n- sent to & from\n\nend\n");
    let place = |words: &str| {
        let position = document.position(document.text.find(words).unwrap());
        (position.line, position.column)
    };
    assert_eq!(place("data"), (1, 8));
    assert_eq!(place("ta\n"), (1, 11));
    assert_eq!(place("to &"), (2, 9));
    assert_eq!(place("fro"), (2, 18));
    assert_eq!(place("m\n\nend"), (2, 22));
    assert_eq!(place("end"), (4, 1));
}

#[test]
fn deep_nesting_neither_overflows_nor_lingers() {
    for unit in ["> ", "- ", "1. ", ">", "[", "*a ", "<x>", "![", "a`", "&amp;", "\\", "|", "- a\n", "<!--"] {
        let source = format!("{}x\n\n", unit.repeat(100_000));
        assert!(!document(&source).text.is_empty(), "{unit}");
    }
    let deep = document(&format!("{}the data", "> ".repeat(100_000)));
    assert!(deep.text.contains("the data") && deep.notes[0].contains("nested"));
    let steps: String = (0..90).flat_map(|level| ["  ".repeat(level), "- a\n".to_owned()]).collect();
    assert!(text(&steps).ends_with(&format!("{}- a\n", "  ".repeat(89))));
}

#[test]
fn places_hold_for_many_shapes() {
    for source in [
        "1. a **b**\n   c\n2. d\n\n   e `f g`\n\n       code h\n\n3. i",
        "Head\n===\n\nb  \nc\\\nd\n\n* e\n* f\n+ g",
        "> a\n> > b *c\n> > d* e\n\nf [g *h*](i) j ![k **l**](m)",
        "<table><tr><td>a</td><td>b &amp; c</td></tr></table>\n\nd<sub>2</sub>",
        "a &copy; b &nbsp; c &#x41; &unknown; \\& d &amp;&amp; e",
        "| a | b |\n|---|:-:|\n| c \\| d | `e \\| f` |\n| g |\n",
    ] {
        assert_places(source);
        assert!(!document(source).text.is_empty());
    }
}

#[test]
fn an_answer_in_a_footnote_is_found_in_either_format() {
    let items = [
        "LivePerson's tag;",
        "the data transmitted to and from LivePerson's tag;",
        "the outputs from LivePerson's applications; and",
        "data extracts, or other forms.",
    ];
    let source = format!(
        "that [24]7 has.\" \u{b6}9.<sup>1</sup> *Id.*\n\n<sup>1</sup> as follows: \"{}\"\n",
        items.join(" ")
    );
    for name in ["opinion.md", "opinion.txt"] {
        let document = read(name, source.as_bytes()).unwrap();
        assert!(document.text.contains("that [24]7 has"));
        for item in items {
            let at = document.text.find(item).unwrap();
            assert!(source_at(&source, &document, at).starts_with(item), "{item}");
        }
    }
}
