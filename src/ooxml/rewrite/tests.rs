use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::Archive;
use super::{Change, rewrite};

fn container() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, method) in [("a.xml", CompressionMethod::Deflated), ("b/é.bin", CompressionMethod::Stored)] {
        writer.start_file(name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(name.repeat(50).as_bytes()).unwrap();
    }
    let _ = writer.set_comment("kept");
    writer.start_file("c.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(b"<c/>").unwrap();
    writer.finish().unwrap().into_inner()
}

fn held(bytes: Vec<u8>, part: &str) -> Option<String> {
    let bytes = Archive::open(bytes).unwrap().read(part).unwrap();
    bytes.map(|bytes| String::from_utf8(bytes).unwrap())
}

#[test]
fn without_changes_the_bytes_are_the_same() {
    assert_eq!(rewrite(&container(), &[]).unwrap(), container());
}

#[test]
fn what_does_not_change_is_copied() {
    let before = container();
    let changes = [
        ("C.xml".to_owned(), Change::Write(b"<c>new</c>".to_vec())),
        ("d.xml".to_owned(), Change::Write(b"<d/>".to_vec())),
    ];
    let after = rewrite(&before, &changes).unwrap();
    let same = memchr::memmem::rfind(&before, b"PK\x03\x04").unwrap();
    assert_eq!(before[..same], after[..same]);
    assert!(after.ends_with(b"kept"));
    assert_eq!(held(after.clone(), "c.xml").unwrap(), "<c>new</c>");
    assert_eq!(held(after.clone(), "d.xml").unwrap(), "<d/>");
    assert_eq!(held(after.clone(), "b/é.bin").unwrap(), "b/é.bin".repeat(50));
    assert_eq!(rewrite(&after, &changes).unwrap(), after);
    let changes =
        [("d.xml".to_owned(), Change::Remove), ("c.xml".to_owned(), Change::Write(b"<c/>".to_vec()))];
    let back = rewrite(&after, &changes).unwrap();
    assert_eq!(held(back.clone(), "d.xml"), None);
    assert_eq!(held(back, "c.xml").unwrap(), "<c/>");
}

#[test]
fn directories_that_do_not_fit_are_a_fault() {
    let whole = container();
    let change = [("c.xml".to_owned(), Change::Remove)];
    let end = whole.len() - 4 - 22;
    for (at, byte) in [(end + 10, 9), (end + 16, 0xFF), (end + 12, 0xFF), (end + 19, 0xFF)] {
        let mut bytes = whole.clone();
        bytes[at] = byte;
        assert!(rewrite(&bytes, &change).is_err(), "{at}");
    }
    let first = memchr::memmem::find(&whole, b"PK\x01\x02").unwrap();
    let second = first + 1 + memchr::memmem::find(&whole[first + 1..], b"PK\x01\x02").unwrap();
    let mut bytes = whole.clone();
    bytes.copy_within(first + 42..first + 46, second + 42);
    assert!(rewrite(&bytes, &change).is_err());
    for length in 0..whole.len() {
        let _ = rewrite(&whole[..length], &change);
    }
}
