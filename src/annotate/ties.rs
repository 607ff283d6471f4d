//! What ties the part with comments to the package: made where there is none, and taken away again with the last comment.

use super::sheet::Sheet;
use crate::ooxml::{Change, Edits, Fault, Package, Scanner, Token, escaped};

/// The name of the relationship that this program makes, and by which it knows it again.
const OURS: &str = "particularsComments";

/// The type of the part with comments.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The part that lists the types.
const TYPES: &str = "[Content_Types].xml";

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// Makes an empty part for comments of a paper whose body is of the vocabulary `word`: the part, and the changes that tie it to
/// the package.
pub(super) fn make(package: &mut Package, word: &str) -> Result<(Sheet, Vec<(String, Change)>), Fault> {
    let folder = package.main().rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let names = std::iter::once("comments.xml".to_owned()).chain((2..).map(|at| format!("comments{at}.xml")));
    let file = names.into_iter().find(|file| !package.holds(&format!("{folder}{file}"))).unwrap_or_default();
    let kind = if word.contains("purl.oclc.org") { STRICT } else { TRANSITIONAL };
    let sheet = match Sheet::read(package, &package.sheet())? {
        Some(sheet) => sheet,
        None => Sheet::new(
            package.sheet(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships \
             xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
                .to_owned(),
        ),
    };
    let root = sheet.root()?;
    let row =
        format!("<{}Relationship Id=\"{OURS}\" Type=\"{kind}/comments\" Target=\"{file}\"/>", root.prefix);
    let mut edits = Edits::default();
    root.append(&row, &mut edits);
    let mut changes: Vec<_> = sheet.change(edits).into_iter().collect();
    let name = format!("{folder}{file}");
    changes.extend(list(package, &name)?);
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{word}\"></w:comments>"
    );
    Ok((Sheet::new(name, text), changes))
}

/// Lists the type of the part `name`.
fn list(package: &mut Package, name: &str) -> Result<Option<(String, Change)>, Fault> {
    let Some(types) = Sheet::read(package, TYPES)? else { return Ok(None) };
    let mut edits = Edits::default();
    if overrides(&types.text, name)?.is_empty() {
        let root = types.root()?;
        let row =
            format!("<{}Override PartName=\"/{}\" ContentType=\"{TYPE}\"/>", root.prefix, escaped(name));
        root.append(&row, &mut edits);
    }
    Ok(types.change(edits))
}

/// The changes that take away the part with comments `name`, if this program made it.
pub(super) fn unmake(package: &mut Package, name: &str) -> Result<Option<Vec<(String, Change)>>, Fault> {
    let relations = package.relations()?;
    let Some(relation) = relations.iter().find(|relation| relation.id == OURS) else { return Ok(None) };
    let Some(sheet) = Sheet::read(package, &package.sheet())? else { return Ok(None) };
    let mut changes = vec![(name.to_owned(), Change::Remove)];
    let mut edits = Edits::default();
    edits.remove(relation.bytes.clone());
    changes.extend(sheet.change(edits));
    if let Some(types) = Sheet::read(package, TYPES)? {
        let mut edits = Edits::default();
        overrides(&types.text, name)?.into_iter().for_each(|range| edits.remove(range));
        changes.extend(types.change(edits));
    }
    Ok(Some(changes))
}

/// The rows that list the type of the part `name`.
fn overrides(types: &str, name: &str) -> Result<Vec<std::ops::Range<usize>>, Fault> {
    let mut scanner = Scanner::new(types);
    let mut found = Vec::new();
    while let Some(token) = scanner.next_token()? {
        if let Token::Open(element) = token
            && element
                .attribute("PartName")
                .is_some_and(|part| part.trim_start_matches('/').eq_ignore_ascii_case(name))
        {
            found.push(scanner.at());
        }
    }
    Ok(found)
}
