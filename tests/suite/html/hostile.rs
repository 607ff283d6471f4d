//! Words that would take the page over, and papers whose words must not be on it.

use particulars::rule::Stage;
use sha2::{Digest, Sha256};

use super::kit::{Element, html, parsed};
use crate::{FOUNDING, lint};

const HOSTILE: &str = "INTERROGATORY NO. 9: Identify <b>all</b> trade secrets.\n\nRESPONSE TO INTERROGATORY NO. 9: \
the <script>alert(document.cookie)</script> rule; the \"onload=\"x\" data & 'tag' data]]>; the \u{202e}desrever\u{202c} \
table; the </style><img src=x onerror=alert(1)> process; and the \u{1}\u{7f}\u{feff} outputs -->.\n";

#[test]
fn hostile_words_are_words() {
    let mut report = lint("a\"><script>x</script>\u{202e}.txt", HOSTILE, Stage::Notice);
    report.response.legend = Some("<i>SECRET</i>\u{202c}\u{1}\u{7f}\u{feff}".to_owned());
    report.document.notes.push("a <note>".to_owned());
    let unread = [("<x>".to_owned(), "<x>: & no".to_owned())];
    let text = html(&[report], &unread, true);
    for mark in [
        "<script",
        "<img",
        "<b>all",
        "<i>SECRET",
        "<note",
        "<x>",
        "\u{202e}",
        "\u{202c}",
        "\u{1}",
        "\u{7f}",
        "\u{feff}",
    ] {
        assert!(!text.contains(mark), "{mark:?}");
    }
    let page = parsed(&text);
    assert!(page.text().contains("<script>alert(document.cookie)</script>"));
    for code in ["202E", "202C", "0001", "007F", "FEFF"] {
        assert!(text.contains(&format!("<span class=\"unseen\">U+{code}</span>")), "{code}");
    }
    assert!(text.contains("SECRET"));
    let handlers = page.each().into_iter().flat_map(|element| {
        ["onload", "onerror", "onclick", "style", "src"]
            .into_iter()
            .filter(|name| element.attribute(name).is_some())
    });
    assert_eq!(handlers.count(), 0);
}

#[test]
fn the_page_can_load_nothing() {
    let text = html(&[lint("answer.txt", FOUNDING, Stage::Notice)], &[], true);
    let page = parsed(&text);
    let policy = page.all("meta").into_iter().find(|meta| meta.attribute("http-equiv").is_some()).unwrap();
    let policy = policy.attribute("content").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe"));
    for name in ["script", "link", "img", "iframe", "object", "form", "base"] {
        assert!(page.all(name).is_empty(), "{name}");
    }
    let links = page.all("a").into_iter().filter_map(|link| link.attribute("href"));
    assert!(links.into_iter().all(|href| href.starts_with('#')));
    assert!(
        !text.contains("url(")
            && !text.contains("@import")
            && !text.contains("http:")
            && !text.contains("https:")
    );
}

#[test]
fn the_style_sheets_are_those_that_the_policy_names() {
    let mut report = lint("answer.txt", FOUNDING, Stage::Notice);
    report.response.legend = Some("SECRET \"}</style><b>".to_owned());
    let text = html(&[report], &[], true);
    let page = parsed(&text);
    let styles: Vec<String> = page.all("style").into_iter().map(Element::text).collect();
    assert_eq!(styles.len(), 2);
    let digests = text.split("&#39;sha256-").skip(1).map(|rest| rest.split("&#39;").next().unwrap());
    for (style, digits) in styles.iter().zip(digests) {
        assert_eq!(bytes(digits), Sha256::digest(style.as_bytes()).to_vec());
    }
}

/// What base64 digits stand for.
fn bytes(digits: &str) -> Vec<u8> {
    let value = |digit: char| match digit {
        'A'..='Z' => digit as u32 - 65,
        'a'..='z' => digit as u32 - 71,
        '0'..='9' => digit as u32 + 4,
        '+' => 62,
        _ => 63,
    };
    let groups: Vec<u32> = digits.trim_end_matches('=').chars().map(value).collect();
    let whole = groups.chunks(4).flat_map(|group| {
        let bits = (0..4).fold(0, |bits, at| (bits << 6) | group.get(at).copied().unwrap_or(0));
        [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8].into_iter().take(group.len() * 3 / 4)
    });
    whole.collect()
}

#[test]
fn without_quotes_no_word_of_the_paper_is_left() {
    let mut report = lint("answer.txt", FOUNDING, Stage::Notice);
    report.response.legend = Some("CONFIDENTIAL".to_owned());
    report.posture.asked = Some("Identify everything.".to_owned());
    let persons = lint("persons.txt", super::PERSONS, Stage::Notice);
    let findings = report.standing().len() + persons.standing().len();
    let text = html(&[report, persons], &[], false);
    for word in [
        "customized",
        "extracts",
        "initiate",
        "communicate",
        "CONFIDENTIAL",
        "Identify everything",
        "Nyberg",
        "Bangalore",
        "DEF-0004",
    ] {
        assert!(!text.contains(word), "{word}");
    }
    let page = parsed(&text);
    assert!(page.all("mark").is_empty());
    let shown = page.all("article").into_iter().filter(|article| article.class() == "finding").count();
    assert_eq!(shown, findings);
}

#[test]
fn the_same_papers_give_the_same_bytes() {
    let page = || {
        html(&[lint("answer.txt", FOUNDING, Stage::Notice), lint("b.txt", HOSTILE, Stage::Notice)], &[], true)
    };
    assert_eq!(page(), page());
}
