//! Small Word papers made of XML, as programs write them.

use std::io::{Cursor, Write};

use particulars::document::Document;
use particulars::read::{Options, Revisions, read, read_with};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The vocabularies that the parts use, in transitional files.
const NAMESPACES: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" ",
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" ",
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" ",
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" ",
    "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" ",
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" ",
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" ",
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
);

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A paper under construction.
pub struct Paper {
    main: String,
    body: String,
    /// The relationship, the file and the XML of each other part.
    parts: Vec<(&'static str, String, String)>,
    encode: fn(&str) -> Vec<u8>,
    is_strict: bool,
}

impl Paper {
    /// A paper whose body holds this XML.
    pub fn new(body: &str) -> Self {
        Self {
            main: "word/document.xml".to_owned(),
            body: body.to_owned(),
            parts: Vec::new(),
            encode: |xml| xml.as_bytes().to_vec(),
            is_strict: false,
        }
    }

    /// With a part whose root element `root` holds this XML, related to the main part as `kind`.
    pub fn with(mut self, kind: &'static str, root: &str, xml: &str) -> Self {
        let file = format!("{kind}{}.xml", self.parts.len());
        self.parts.push((kind, file, format!("<w:{root} {NAMESPACES}>{xml}</w:{root}>")));
        self
    }

    /// With a part that is this XML as it stands, related to the main part as `kind`.
    pub fn raw(mut self, kind: &'static str, xml: &str) -> Self {
        let file = format!("{kind}{}.xml", self.parts.len());
        self.parts.push((kind, file, xml.to_owned()));
        self
    }

    /// With these styles.
    pub fn styles(self, xml: &str) -> Self {
        self.with("styles", "styles", xml)
    }

    /// With these lists.
    pub fn numbering(self, xml: &str) -> Self {
        self.with("numbering", "numbering", xml)
    }

    /// With the main part under another name.
    pub fn at(mut self, main: &str) -> Self {
        main.clone_into(&mut self.main);
        self
    }

    /// With its parts in another encoding.
    pub fn encoded(mut self, encode: fn(&str) -> Vec<u8>) -> Self {
        self.encode = encode;
        self
    }

    /// In the strict vocabulary.
    pub fn strict(mut self) -> Self {
        self.is_strict = true;
        self
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let (folder, file) = self.main.rsplit_once('/').unwrap();
        let relation = |id: usize, kind: &str, target: &str| {
            format!("<Relationship Id=\"r{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
        };
        let sheet = |relations: &str| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 {relations}</Relationships>"
            )
        };
        let others: String =
            self.parts.iter().enumerate().map(|(id, (kind, file, _))| relation(id, kind, file)).collect();
        let types = format!(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/{}\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
             </Types>",
            self.main
        );
        let main = format!("<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", self.body);
        let mut files = vec![
            ("[Content_Types].xml".to_owned(), types),
            ("_rels/.rels".to_owned(), sheet(&relation(1, "officeDocument", &self.main))),
            (format!("{folder}/_rels/{file}.rels"), sheet(&others)),
            (self.main.clone(), main),
        ];
        files.extend(self.parts.iter().map(|(_, file, xml)| (format!("{folder}/{file}"), xml.clone())));
        let strict = |xml: String| if self.is_strict { strict(&xml) } else { xml };
        let encoded = files.into_iter().map(|(name, xml)| {
            let xml = format!("<?xml version=\"1.0\"?>\n{}", strict(xml));
            (name, (self.encode)(&xml))
        });
        zipped(&encoded.collect::<Vec<_>>())
    }

    /// The paper as it is read.
    pub fn read(&self) -> Document {
        read("paper.docx", self.bytes()).unwrap()
    }

    /// The paper as it is read before its changes.
    pub fn original(&self) -> Document {
        let options = Options { revisions: Revisions::Original };
        read_with("paper.docx", self.bytes(), options).unwrap()
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.read().text
    }
}

/// The XML with the names that strict files use.
fn strict(xml: &str) -> String {
    xml.replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    )
    .replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
}

/// A zip archive of these files.
pub fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A paragraph of plain words.
pub fn p(words: &str) -> String {
    format!("<w:p>{}</w:p>", r(words))
}

/// A paragraph with properties and plain words.
pub fn pp(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", r(words))
}

/// A run of plain words.
pub fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// A row of a table, a cell for each content.
pub fn row(cells: &[&str]) -> String {
    format!("<w:tr><w:tc>{}</w:tc></w:tr>", cells.join("</w:tc><w:tc>"))
}
