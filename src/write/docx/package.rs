//! The container of a written Word document: its parts, their types and how they are tied to the main part.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::ooxml::escaped;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A part beside the main one.
pub(super) struct Part {
    /// The relationship by which the main part refers to it ("header").
    kind: &'static str,
    /// Its file without folder and ending, which is the id of the relationship as well.
    name: &'static str,
    xml: String,
}

impl Part {
    pub(super) fn new(kind: &'static str, name: &'static str, xml: impl Into<String>) -> Self {
        Self { kind, name, xml: xml.into() }
    }
}

/// The bytes of the container.
pub(super) fn package(main: &str, parts: &[Part], title: &str) -> Vec<u8> {
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), types(parts)),
        ("_rels/.rels".to_owned(), package_relations()),
        ("docProps/core.xml".to_owned(), properties(title)),
        ("word/document.xml".to_owned(), main.to_owned()),
        ("word/_rels/document.xml.rels".to_owned(), main_relations(parts)),
    ];
    files.extend(parts.iter().map(|part| (format!("word/{}.xml", part.name), part.xml.clone())));
    zipped(&files).expect("a vector takes what is written to it")
}

fn zipped(files: &[(String, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The first day that a zip archive knows, for every file on every machine.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, xml) in files {
        archive.start_file(name.as_str(), options)?;
        if !xml.starts_with("<?xml") {
            archive.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")?;
        }
        archive.write_all(xml.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn types(parts: &[Part]) -> String {
    let typed = |name: &str, kind: &str| {
        format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>")
    };
    let others: String = parts.iter().map(|part| typed(part.name, part.kind)).collect();
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>{}{others}</Types>",
        typed("document", "document.main")
    )
}

fn package_relations() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"main\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn main_relations(parts: &[Part]) -> String {
    let related = |Part { kind, name, .. }: &Part| {
        format!("<Relationship Id=\"{name}\" Type=\"{RELATIONS}/{kind}\" Target=\"{name}.xml\"/>")
    };
    let related: String = parts.iter().map(related).collect();
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{related}</Relationships>")
}

/// What Word shows of a file before it is opened: a title and a language, and nobody's name.
fn properties(title: &str) -> String {
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:language>en-US</dc:language></cp:coreProperties>",
        escaped(title)
    )
}
