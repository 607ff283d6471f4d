//! What ties the parts of a package together: relationships and content types.

use std::ops::Range;

use super::{Fault, Scanner, Token};

/// A tie from one part to another within the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its name among those that start from the same part.
    pub id: String,
    /// The last word of the relationship's type, the same in strict and transitional files: "styles".
    pub kind: String,
    /// The other part, as the relationship writes it.
    pub target: String,
    /// The bytes of its row.
    pub bytes: Range<usize>,
}

/// The relationships of a `.rels` part that stay within the package.
pub(super) fn relations(xml: &str) -> Result<Vec<Relation>, Fault> {
    let mut scanner = Scanner::new(xml);
    let mut found = Vec::new();
    while let Some(token) = scanner.next_token()? {
        let Token::Open(element) = token else { continue };
        let is_external = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
        if element.name != "Relationship" || is_external {
            continue;
        }
        if let (Some(kind), Some(target)) = (element.attribute("Type"), element.attribute("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let id = element.attribute("Id").unwrap_or_default().into_owned();
            found.push(Relation { id, kind, target: target.into_owned(), bytes: scanner.at() });
        }
    }
    Ok(found)
}

/// The name of the part that `target` leads to from a part in `folder`.
pub(super) fn resolve(folder: &str, target: &str) -> String {
    let target = target.split(['#', '?']).next().unwrap_or_default().replace('\\', "/");
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/").replace("%20", " ")
}

/// The content types of parts that are named one by one.
#[derive(Debug)]
pub(super) struct ContentTypes {
    parts: Vec<(String, String)>,
}

impl ContentTypes {
    /// The part whose type is that of a Word document, template or document with macros.
    pub(super) fn main(&self) -> Option<&str> {
        let is_main = |kind: &str| {
            kind.ends_with("main+xml") && (kind.contains("wordprocessingml") || kind.contains("ms-word"))
        };
        self.parts.iter().find(|(_, kind)| is_main(kind)).map(|(part, _)| part.as_str())
    }

    /// The type of `part`.
    pub(super) fn of(&self, part: &str) -> Option<&str> {
        self.parts.iter().find(|(name, _)| name.eq_ignore_ascii_case(part)).map(|(_, kind)| kind.as_str())
    }
}

/// Reads `[Content_Types].xml`.
pub(super) fn content_types(xml: &str) -> Result<ContentTypes, Fault> {
    let mut scanner = Scanner::new(xml);
    let mut parts = Vec::new();
    while let Some(token) = scanner.next_token()? {
        let Token::Open(element) = token else { continue };
        if let (Some(part), Some(kind)) = (element.attribute("PartName"), element.attribute("ContentType")) {
            parts.push((part.trim_start_matches('/').to_owned(), kind.into_owned()));
        }
    }
    Ok(ContentTypes { parts })
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_resolved_like_paths() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "../customXml/item1.xml"), "customXml/item1.xml");
        assert_eq!(resolve("", "./word/document2.xml"), "word/document2.xml");
        assert_eq!(resolve("", "../../../etc/passwd"), "etc/passwd");
    }
}
