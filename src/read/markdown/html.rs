//! HTML inside Markdown: tags of HTML and comments go, every other word stays.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

/// Elements that stand inside a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "center", "cite", "code", "del", "em", "font", "i", "img", "input", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
];

/// Elements that start a line of their own.
const BLOCK: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// What becomes of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// It goes, and nothing takes its place.
    Drop,
    /// A line end takes its place.
    Break,
    /// HTML knows no such element: the words stay.
    Keep,
}

/// What becomes of `tag`, which starts with `<`.
pub(super) fn tag(tag: &str) -> Tag {
    if tag.starts_with("<!") || tag.starts_with("<?") {
        return Tag::Drop;
    }
    let name = tag.trim_start_matches('<').trim_start_matches('/');
    let name = &name[..name.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let is_among = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    match () {
        () if is_among(INLINE) => Tag::Drop,
        () if is_among(BLOCK) => Tag::Break,
        () => Tag::Keep,
    }
}

/// A part of an HTML block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Words.
    Words(Range<usize>),
    /// An entity.
    Entity(Range<usize>),
    /// A line end.
    Break,
}

/// The parts of `html` that a reader sees; what is not closed stays as words.
pub(super) fn tokens(html: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut words, mut at) = (0, 0);
    // A search that failed once fails from every later place: it is not made again.
    let (mut has_close, mut has_comment_end) = (true, true);
    while let Some(found) = html[at..].find(['<', '&', '\n']) {
        at += found;
        let rest = &html[at..];
        let (length, token) = match rest.as_bytes()[0] {
            b'\n' => (1, Some(Token::Break)),
            b'&' => (entity(rest), Some(Token::Entity(at..at + entity(rest)))),
            _ if rest.starts_with("<!--") => (end(rest, "-->", &mut has_comment_end), None),
            _ => match tag(rest) {
                Tag::Keep => (0, None),
                Tag::Drop => (end(rest, ">", &mut has_close), None),
                Tag::Break => (end(rest, ">", &mut has_close), Some(Token::Break)),
            },
        };
        if length > 0 {
            push_words(&mut tokens, words..at);
            tokens.extend(token);
            words = at + length;
        }
        at += length.max(1);
    }
    push_words(&mut tokens, words..html.len());
    tokens
}

fn push_words(tokens: &mut Vec<Token>, range: Range<usize>) {
    if !range.is_empty() {
        tokens.push(Token::Words(range));
    }
}

/// How far it is to the end of `mark`; 0 if there is none.
fn end(rest: &str, mark: &str, has_end: &mut bool) -> usize {
    let found = if *has_end { rest.find(mark) } else { None };
    *has_end = found.is_some();
    found.map_or(0, |at| at + mark.len())
}

/// The length of the entity that `rest` starts with; 0 if it starts with none.
fn entity(rest: &str) -> usize {
    let body = rest.bytes().skip(1).take(32).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
    let length = body.count() + 1;
    let is_entity = length > 1 && rest.as_bytes().get(length) == Some(&b';');
    if is_entity { length + 1 } else { 0 }
}

/// The characters that `entity` stands for; itself if it stands for none.
pub(super) fn decode(entity: &str) -> String {
    Parser::new(entity)
        .filter_map(|event| if let Event::Text(text) = event { Some(text.into_string()) } else { None })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Token, decode, tokens};

    fn seen(html: &str) -> String {
        let part = |token: Token| match token {
            Token::Words(range) => html[range].to_owned(),
            Token::Entity(range) => decode(&html[range]),
            Token::Break => "/".to_owned(),
        };
        tokens(html).into_iter().map(part).collect()
    }

    #[test]
    fn tags_and_comments_go_and_words_stay() {
        assert_eq!(seen("<p>the <b>da</b>ta</p>"), "/the data/");
        assert_eq!(seen("a<!-- <p> hidden -->b"), "ab");
        assert_eq!(seen("<vid>, <50 ms, a < b"), "<vid>, <50 ms, a < b");
        assert_eq!(seen("x &amp; &#100;ata &foo; & y"), "x & data &foo; & y");
    }

    #[test]
    fn what_is_not_closed_stays() {
        assert_eq!(seen("<!-- the data\nthe tag"), "<!-- the data/the tag");
        assert_eq!(seen("<div the data"), "<div the data");
    }

    #[test]
    fn many_unclosed_tags_take_linear_time() {
        assert_eq!(tokens(&"<a <!--".repeat(200_000)).len(), 1);
    }
}
