//! Files made to break a reader: an error or a paper that says what is not read, soon, and in little memory.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use particulars::document::Document;
use particulars::read::read;

use super::kit::{FIRST, Paper, Sheet, filled, written};

/// What reading gives: the text and what is unread, or the message.
fn outcome(bytes: Vec<u8>) -> Result<Document, String> {
    let start = Instant::now();
    let read = read("paper.pdf", bytes).map_err(|error| error.to_string());
    // Debug builds are several times slower than what is shipped.
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    if let Err(message) = &read {
        assert!(message.starts_with("paper.pdf: ") && message.contains("; "), "{message}");
    }
    read
}

/// A paper that is not clean.
fn is_told(read: &Result<Document, String>) -> bool {
    read.as_ref().map_or(true, |document| !document.unread.is_empty())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn files_that_are_cut_or_hold_nothing() {
    let whole = Paper::new(&[filled(Sheet::new(), 72.0, 700.0, 5)]).bytes();
    for end in (0..whole.len()).step_by(97) {
        let _ = outcome(whole[..end].iter().copied().chain(*b"%PDF-").collect());
        let _ = outcome(whole[..end].to_vec());
    }
    for bytes in [&b"%PDF-1.7"[..], b"%PDF-", b"%PDF-1.4\n%%EOF", b"%PDF-1.4\ntrailer << /Root 1 0 R >>"] {
        assert!(outcome(bytes.to_vec()).is_err());
    }
}

#[test]
fn a_broken_table_of_places_is_read_around() {
    let whole = Paper::new(&[filled(Sheet::new(), 72.0, 700.0, 5)]).bytes();
    let text = String::from_utf8_lossy(&whole).replace("startxref\n", "startxref\n9");
    assert!(outcome(text.into_bytes()).unwrap().text.starts_with("The plaintiff states"));
}

#[test]
fn trees_of_pages_may_be_rings() {
    let page = b"<< /Type /Page /MediaBox [0 0 612 792] >>".to_vec();
    for kids in ["[2 0 R]", "[2 0 R 2 0 R 3 0 R]", "2 0 R", "[[[[3 0 R]]]]"] {
        let objects = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            format!("<< /Type /Pages /Count 99999999 /Kids {kids} >>").into_bytes(),
            page.clone(),
        ];
        assert!(outcome(written(&objects)).is_err(), "{kids}");
    }
}

#[test]
fn a_font_that_all_pages_share_is_weighed_once() {
    let map = format!("{}beginbfchar <41> <0042> endbfchar endcmap", " ".repeat(6 << 20));
    let map = packed(map.as_bytes());
    let sheets = vec![filled(Sheet::new(), 72.0, 700.0, 5).set("F3 12", 72.0, 600.0, "AAA"); 40];
    let paper = Paper::new(&sheets)
        .object(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
        )
        .stream("/Filter /FlateDecode", &map);
    let document = outcome(paper.bytes()).unwrap();
    assert_eq!(document.unread, Vec::<String>::new());
    assert_eq!(document.text.matches("BBB").count(), 40);
}

#[test]
fn more_pages_than_are_read_at_once_are_refused() {
    let pages = |count: usize| Paper::new(&vec![Sheet::new(); count]);
    let error = pages(10_001).error();
    assert!(error.contains("10001 pages") && error.ends_with("split it and check the parts"), "{error}");
}

#[test]
fn forms_within_forms_end() {
    let form = |next: usize| {
        format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /P {next} 0 R >> >>"
        )
    };
    let sheet =
        filled(Sheet::new(), 72.0, 700.0, 5).raw("/P Do").resource(&format!("/XObject << /P {FIRST} 0 R >>"));
    // A ring paints nothing twice; a tower of forms, each of which paints the next many times, is cut.
    let ring = Paper::new(std::slice::from_ref(&sheet)).stream(&form(FIRST), "/P Do ".repeat(40).as_bytes());
    assert!(outcome(ring.bytes()).unwrap().text.starts_with("The plaintiff"));
    for (height, times) in [(40, 1), (10, 40)] {
        let tower = (1..=height).fold(Paper::new(std::slice::from_ref(&sheet)), |paper, at| {
            paper.stream(&form(FIRST + at), "/P Do ".repeat(times).as_bytes())
        });
        assert!(is_told(&outcome(tower.bytes())), "{height}");
    }
}

#[test]
fn bombs_are_not_unpacked() {
    let zeros = packed(&vec![b' '; 300 << 20]);
    let bomb = Paper::new(&[filled(Sheet::new(), 72.0, 700.0, 5)]);
    // As the content of a page, as a table of objects, and packed twice.
    let content = "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Filter /FlateDecode";
    let sheet = Sheet::new().raw("/P Do").resource(&format!("/XObject << /P {FIRST} 0 R >>"));
    assert!(outcome(Paper::new(std::slice::from_ref(&sheet)).stream(content, &zeros).bytes()).is_err());
    let table = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";
    assert!(outcome(bomb.clone().stream(table, &zeros).bytes()).unwrap_err().contains("unpack"));
    let twice = content.replace("/FlateDecode", "[/FlateDecode /FlateDecode]");
    assert!(outcome(Paper::new(&[sheet]).stream(&twice, &packed(&zeros)).bytes()).is_err());
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    for open in ["[", "<<", "<</A", "(", "q ", "/Span BMC ", "BT "] {
        let sheet = filled(Sheet::new(), 72.0, 700.0, 2).raw(&open.repeat(200_000));
        let _ = outcome(Paper::new(&[sheet]).bytes());
        let _ = outcome(Paper::new(&[Sheet::new()]).catalog(&format!("/X {}", open.repeat(200_000))).bytes());
    }
}

#[test]
fn fonts_that_ask_for_endless_widths_are_not_made() {
    let below = "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) \
                 /Ordering (Identity) /Supplement 0 >> /W [0 4000000000 500] >>]";
    let fonts = [
        format!("<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts {below} >>"),
        "<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FirstChar 4000000000 /LastChar 4000000001 /Widths [1 2] >>".to_owned(),
    ];
    for font in fonts {
        let sheet =
            filled(Sheet::new(), 72.0, 700.0, 2).raw("BT /F3 12 Tf 72 600 Td (some words of it) Tj ET");
        assert!(is_told(&outcome(Paper::new(&[sheet]).object(&font).bytes())), "{font}");
    }
}

#[test]
fn numbers_beyond_measure_are_passed_over() {
    let sizes = ["1e30 0 0 1e30 0 0 cm", "0 0 0 0 0 0 cm", "99999999999999999999 w", "/F1 1e30 Tf"];
    for operator in sizes {
        let sheet = filled(Sheet::new(), 72.0, 700.0, 3).raw(operator);
        let sheet = filled(sheet, 72.0, 500.0, 3).raw("0 0 1e30 1e30 re S");
        let document = outcome(Paper::new(&[sheet]).bytes()).unwrap();
        assert!(document.text.starts_with("The plaintiff"), "{operator}: {}", document.text);
    }
    let huge = filled(Sheet::new(), 72.0, 700.0, 3).entry("/MediaBox [0 0 1e12 1e12]");
    let _ = outcome(Paper::new(&[huge]).bytes());
}

#[test]
fn many_of_everything_is_soon_read_or_said() {
    let many = |one: &str, count: usize| {
        let sheet = filled(Sheet::new(), 72.0, 700.0, 3).raw(&one.repeat(count));
        let _ = outcome(Paper::new(&[sheet]).bytes());
    };
    many("0 0 612 792 re f ", 40_000);
    many("BT /F1 1 Tf 1 0 0 1 72 500 Tm (1) Tj ET ", 40_000);
    many("72 500 400 0.5 re f 72 500 0.5 100 re f ", 40_000);
    let mut rows = String::new();
    for at in 0..20_000 {
        let _ = write!(rows, "BT /F1 0.01 Tf 72 {} Td ({at}) Tj ET ", 600.0 - f64::from(at) * 0.02);
    }
    many(&rows, 1);
}

#[test]
fn the_same_pages_over_and_over_are_bounded() {
    let mut objects = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), Vec::new()];
    let content = packed(&b"BT /F1 12 Tf 72 700 Td (the tape) Tj ET ".repeat(50_000));
    let mut stream = format!("<< /Filter /FlateDecode /Length {} >>\nstream\n", content.len()).into_bytes();
    stream.extend(content);
    stream.extend(b"\nendstream");
    objects.push(stream);
    let pages = 2000;
    for _ in 0..pages {
        objects.push(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R >>".to_vec());
    }
    let kids: Vec<String> = (0..pages).map(|at| format!("{} 0 R", at + 4)).collect();
    let kids = kids.join(" ");
    objects[1] = format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>").into_bytes();
    assert!(is_told(&outcome(written(&objects))));
}
