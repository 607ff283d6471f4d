//! Small PDFs written object by object.

use std::fmt::Write as _;

use particulars::document::Document;
use particulars::read::read;

/// A page under construction: letter size, places in points from its lower left corner.
#[derive(Default, Clone)]
pub struct Sheet {
    content: Vec<u8>,
    /// Further entries of its dictionary.
    entries: String,
    /// Further entries of its resources.
    resources: String,
}

impl Sheet {
    pub fn new() -> Self {
        Self::default()
    }

    /// Operators as they are.
    pub fn raw(mut self, operators: &str) -> Self {
        self.content.extend(operators.as_bytes());
        self.content.push(b'\n');
        self
    }

    /// Words from `x` on the line at `y`, in Helvetica of 12 points.
    pub fn at(self, x: f64, y: f64, words: &str) -> Self {
        self.set("F1 12", x, y, words)
    }

    /// Words in a font and size such as "F2 9".
    pub fn set(self, font: &str, x: f64, y: f64, words: &str) -> Self {
        self.raw(&format!("BT /{font} Tf {x} {y} Td {} Tj ET", string(words)))
    }

    /// Lines one under the other.
    pub fn lines(mut self, x: f64, y: f64, leading: f64, lines: &[&str]) -> Self {
        for (at, line) in lines.iter().enumerate() {
            self = self.at(x, y - leading * f64::from(u32::try_from(at).unwrap()), line);
        }
        self
    }

    /// Further entries of the page.
    pub fn entry(mut self, entry: &str) -> Self {
        self.entries.push_str(entry);
        self
    }

    /// Further entries of its resources.
    pub fn resource(mut self, entry: &str) -> Self {
        self.resources.push_str(entry);
        self
    }
}

/// Words as a PDF holds them.
pub fn string(words: &str) -> String {
    let bytes = encoding_rs::WINDOWS_1252.encode(words).0;
    let digits = particulars::document::hexadecimal(&bytes);
    format!("<{digits}>")
}

/// A paper under construction. Objects 1 to 4 are the catalog, the pages and two fonts; those that are added follow.
#[derive(Default, Clone)]
pub struct Paper {
    sheets: Vec<Sheet>,
    objects: Vec<Vec<u8>>,
    catalog: String,
}

/// The number of the first object that is added.
pub const FIRST: usize = 5;

impl Paper {
    pub fn new(sheets: &[Sheet]) -> Self {
        Self { sheets: sheets.to_vec(), ..Self::default() }
    }

    /// With one more object, which [`FIRST`] and those before it count.
    pub fn object(mut self, object: &str) -> Self {
        self.objects.push(object.as_bytes().to_vec());
        self
    }

    /// With one more stream.
    pub fn stream(mut self, entries: &str, bytes: &[u8]) -> Self {
        let mut object = format!("<< {entries} /Length {} >>\nstream\n", bytes.len()).into_bytes();
        object.extend(bytes);
        object.extend(b"\nendstream");
        self.objects.push(object);
        self
    }

    /// Further entries of the catalog.
    pub fn catalog(mut self, entry: &str) -> Self {
        self.catalog.push_str(entry);
        self
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let first_page = FIRST + self.objects.len();
        let kids: String = (0..self.sheets.len()).fold(String::new(), |mut kids, at| {
            let _ = write!(kids, "{} 0 R ", first_page + 2 * at);
            kids
        });
        let font = |name: &str| {
            format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
                .into_bytes()
        };
        let mut objects = vec![
            format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalog).into_bytes(),
            format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", self.sheets.len()).into_bytes(),
            font("Helvetica"),
            font("Helvetica-Bold"),
        ];
        objects.extend(self.objects.iter().cloned());
        for (at, sheet) in self.sheets.iter().enumerate() {
            let page = format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R {} \
                 /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 {FIRST} 0 R >> {} >> >>",
                first_page + 2 * at + 1,
                sheet.entries,
                sheet.resources
            );
            objects.push(page.into_bytes());
            let mut stream = format!("<< /Length {} >>\nstream\n", sheet.content.len()).into_bytes();
            stream.extend(&sheet.content);
            stream.extend(b"\nendstream");
            objects.push(stream);
        }
        written(&objects)
    }

    /// The paper as it is read.
    pub fn read(&self) -> Document {
        read("paper.pdf", self.bytes()).unwrap()
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.read().text
    }

    /// The message of the error that it gives.
    pub fn error(&self) -> String {
        let message = read("paper.pdf", self.bytes()).unwrap_err().to_string();
        assert!(message.starts_with("paper.pdf: it is ") || message.starts_with("paper.pdf: "), "{message}");
        assert!(message.contains("; "), "{message}");
        message
    }
}

/// A file of these objects.
pub fn written(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
            .bytes(),
    );
    file
}

/// A page of running text of so many lines, which fill the page from edge to edge.
pub fn filled(sheet: Sheet, x: f64, from: f64, count: usize) -> Sheet {
    let lines = [
        "The plaintiff states that the process by which the tape is cut and wound was kept",
        "within the plant, that each worker signed an agreement before the first shift, and",
        "that the settings of the press were written down in the binder of the second line",
    ];
    (0..count).fold(sheet, |sheet, at| {
        sheet.at(x, from - 14.0 * f64::from(u32::try_from(at).unwrap()), lines[at % lines.len()])
    })
}
