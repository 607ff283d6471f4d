//! The comments of a Word paper as its parts hold them: who wrote what, and what answers or settles it.

use std::ops::Range;

use super::{Element, Fault, Namespace, Scanner, Token};

/// A comment, as the part with comments holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The number that ties it to its place in the body.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// The letters that stand for the author; empty if there are none.
    pub initials: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The number of its last paragraph, by which other parts know it.
    pub paragraph_id: Option<String>,
    /// The bytes of the part that it takes.
    pub bytes: Range<usize>,
}

/// What a part says of a comment beside its words, in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The number of the comment's last paragraph; of its lasting number, where a part has nothing else.
    pub paragraph_id: Option<String>,
    /// The number of the last paragraph of the comment that it answers.
    pub parent: Option<String>,
    /// It is settled.
    pub is_done: bool,
    /// A number that is the comment's in every version of the paper.
    pub durable_id: Option<String>,
    /// The bytes of the part that the row takes.
    pub bytes: Range<usize>,
}

impl Remark {
    /// One without words so far, which begins with `element` at `bytes`.
    fn new(element: &Element<'_>, bytes: Range<usize>) -> Self {
        let told = |name: &str| element.attribute(name).unwrap_or_default().into_owned();
        Self {
            id: told("id"),
            author: told("author"),
            initials: told("initials"),
            paragraphs: Vec::new(),
            paragraph_id: None,
            bytes,
        }
    }
}

/// The comments of a part, in order.
pub fn remarks(xml: &str) -> Result<Vec<Remark>, Fault> {
    let mut scanner = Scanner::new(xml);
    let mut found: Vec<Remark> = Vec::new();
    // The depth of the comment that is open, and of its words.
    let (mut open, mut words) = (None, None);
    while let Some(token) = scanner.next_token()? {
        match token {
            Token::Open(element) if element.is("comment") && open.is_none() => {
                found.push(Remark::new(&element, scanner.at()));
                open = Some(scanner.depth());
            }
            Token::Open(element) if open.is_some() && element.namespace == Namespace::Word => {
                let Some(remark) = found.last_mut() else { continue };
                match element.name {
                    "p" => {
                        remark.paragraphs.push(String::new());
                        remark.paragraph_id = element.attribute("paraId").map(std::borrow::Cow::into_owned);
                    }
                    "t" => words = Some(scanner.depth()),
                    "tab" | "br" => remark.paragraphs.last_mut().into_iter().for_each(|last| last.push(' ')),
                    _ => {}
                }
            }
            Token::Text(text) if words.is_some() => {
                let last = found.last_mut().and_then(|remark| remark.paragraphs.last_mut());
                if let Some(last) = last {
                    last.push_str(&text);
                }
            }
            Token::Close => {
                // The scanner has left the element already.
                let closed = scanner.depth() + 1;
                words = words.filter(|depth| *depth != closed);
                if open == Some(closed) {
                    open = None;
                    found.last_mut().into_iter().for_each(|remark| remark.bytes.end = scanner.at().end);
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

/// The rows of a part that says more of comments: threads, lasting numbers, dates.
pub fn ties(xml: &str) -> Result<Vec<Tie>, Fault> {
    let mut scanner = Scanner::new(xml);
    let mut found: Vec<Tie> = Vec::new();
    while let Some(token) = scanner.next_token()? {
        let row = scanner.depth() == 2;
        match token {
            Token::Open(element) if row => {
                let told = |name: &str| element.attribute(name).map(std::borrow::Cow::into_owned);
                found.push(Tie {
                    paragraph_id: told("paraId"),
                    parent: told("paraIdParent"),
                    is_done: element
                        .attribute("done")
                        .is_some_and(|done| matches!(&*done, "1" | "true" | "on")),
                    durable_id: told("durableId"),
                    bytes: scanner.at(),
                });
            }
            Token::Close if scanner.depth() == 1 => {
                found.last_mut().into_iter().for_each(|tie| tie.bytes.end = scanner.at().end);
            }
            _ => {}
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{remarks, ties};

    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    #[test]
    fn comments_are_read_with_their_bytes() {
        let first = "<x:comment x:id='3' x:author='A &amp; B' x:initials='AB'><x:p a='1'><x:r><x:t>one</x:t>\
                     <x:tab/><x:t>two</x:t></x:r></x:p><x:p paraId='00A1'><x:r><x:t>last</x:t></x:r></x:p></x:comment>";
        let xml = format!("<x:comments xmlns:x='{WORD}'>{first}<x:comment x:id='4'/></x:comments>");
        let found = remarks(&xml).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].author.as_str(), found[0].initials.as_str()), ("A & B", "AB"));
        assert_eq!(found[0].paragraphs, ["one two", "last"]);
        assert_eq!(found[0].paragraph_id.as_deref(), Some("00A1"));
        assert_eq!(&xml[found[0].bytes.clone()], first);
        assert_eq!(&xml[found[1].bytes.clone()], "<x:comment x:id='4'/>");
    }

    #[test]
    fn rows_are_read_with_their_bytes() {
        let xml = "<e><row paraId='1' done='1'/><row paraId='2' paraIdParent='1' done='0'><x/></row></e>";
        let found = ties(xml).unwrap();
        assert!(found[0].is_done && found[0].parent.is_none() && !found[1].is_done);
        assert_eq!(found[1].parent.as_deref(), Some("1"));
        assert_eq!(&xml[found[1].bytes.clone()], "<row paraId='2' paraIdParent='1' done='0'><x/></row>");
    }
}
