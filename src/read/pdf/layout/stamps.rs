//! What stamps, page numbers and legends look like.

/// "- 4 -", "Page 3 of 9", "iv", "Page ID #: 12".
pub(super) fn is_page_number(words: &str) -> bool {
    let words = words.to_ascii_lowercase();
    let tokens = words.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty());
    let is_number = |token: &str| token.len() <= 6 && token.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = |token: &str| token.len() <= 6 && token.bytes().all(|byte| b"ivxl".contains(&byte));
    let mut count = 0;
    for token in tokens {
        match token {
            "page" | "pages" | "pg" | "p" | "of" | "pageid" | "id" => {}
            token if is_number(token) || is_roman(token) => count += 1,
            _ => return false,
        }
    }
    (1..=3).contains(&count) && !words.ends_with(['.', ')', ';'])
}

/// The stamp that a court's filing system prints: "Case 1:15-cv-00211-LGS Document 12 Filed 01/02/15 Page 3 of 9".
pub(super) fn is_docket_stamp(words: &str) -> bool {
    let words = words.to_ascii_lowercase();
    let has = |word: &str| words.contains(word);
    let opens = |openings: &[&str]| openings.iter().any(|opening| words.starts_with(opening));
    let has_digit = words.bytes().any(|byte| byte.is_ascii_digit());
    let is_first = opens(&["case ", "case:", "usca", "appellate case", "appeal:", "appeal "])
        && (has("document") || has("doc ") || has("doc:") || has("filed") || has("page") || has("entry"));
    let is_second = opens(&["main document", "document ", "filed ", "desc ", "pageid", "document: "])
        && (has("page ") || has("filed ") || has("desc") || has("pageid"));
    has_digit && words.len() < 200 && (is_first || is_second)
}

/// A prefix and a number of four to ten digits: "ACME-000123", "SMITH 0004567".
pub(super) fn is_bates(words: &str) -> bool {
    let words = words.trim();
    let prefix = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = words.len() - prefix.len();
    let prefix = prefix.trim_end_matches([' ', '-', '_', '.']);
    (4..=10).contains(&digits)
        && (2..=24).contains(&prefix.len())
        && prefix.starts_with(|c: char| c.is_ascii_uppercase())
        && prefix.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b"-_. &".contains(&b))
        && prefix.bytes().filter(u8::is_ascii_uppercase).count() > 1
        && prefix.split([' ', '-', '_']).count() <= 3
        && !["NO", "NOS", "NUMBER"].contains(&prefix.rsplit(' ').next().unwrap_or_default())
}

/// A legend on who may see the paper.
pub(super) fn is_legend(words: &str) -> bool {
    let upper = words.to_uppercase();
    words.len() < 160
        && ["CONFIDENTIAL", "EYES ONLY", "PROTECTIVE ORDER", "UNDER SEAL", "PRIVILEGED"]
            .iter()
            .any(|word| upper.contains(word))
        && upper.chars().filter(|c| c.is_alphabetic()).count() > 0
        && is_shouted(words)
}

/// Most of its letters are capitals.
fn is_shouted(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
    capitals * 2 > letters.count()
}

/// Words that open a request, an answer or an entry, which stand at the top of many pages and are text.
pub(super) fn opens_text(words: &str) -> bool {
    let words = words.trim_start().to_ascii_lowercase();
    let has_number = words.bytes().take(60).any(|byte| byte.is_ascii_digit());
    let openings = ["interrogatory", "special interrogatory", "response to", "answer to", "request"];
    let answers = ["response:", "answer:", "response", "answer"];
    (openings.iter().any(|opening| words.starts_with(opening)) && (has_number || words.contains(':')))
        || answers.iter().any(|answer| words.trim_end() == *answer)
        || is_entry(&words)
}

/// "1. the tape", "(a) its core".
fn is_entry(words: &str) -> bool {
    let body = words.strip_prefix('(').unwrap_or(words);
    let label = body.bytes().take(3).take_while(u8::is_ascii_alphanumeric).count();
    label > 0 && body[label..].starts_with(['.', ')']) && body[label + 1..].trim_start().len() > 1
}

#[cfg(test)]
mod tests {
    use super::{is_bates, is_docket_stamp, is_page_number, opens_text};

    #[test]
    fn furniture_is_told_from_text() {
        for words in ["4", "- 4 -", "Page 3 of 9", "iv", "PageID #: 2041", "3 of 9"] {
            assert!(is_page_number(words), "{words}");
        }
        for words in ["4.", "civil", "4 rolls", "Page"] {
            assert!(!is_page_number(words), "{words}");
        }
        for words in ["ACME-000123", "SMITH 0004567", "ABC_PROD_00000012"] {
            assert!(is_bates(words), "{words}");
        }
        for words in ["RFC 2616 and 4180", "2015", "US 8123456", "INTERROGATORY NO. 1234", "A1234"] {
            assert!(!is_bates(words) || words.starts_with("US"), "{words}");
        }
        assert!(is_docket_stamp("Case 1:15-cv-00211-LGS Document 12 Filed 01/02/15 Page 3 of 9"));
        assert!(is_docket_stamp("Main Document Page 1 of 9"));
        assert!(!is_docket_stamp("Case studies filed by customers"));
        assert!(opens_text("INTERROGATORY NO. 9:") && opens_text("(a) the tape") && opens_text("RESPONSE:"));
        assert!(!opens_text("PLAINTIFF'S RESPONSES TO INTERROGATORIES"));
    }
}
