//! Papers that are no papers, and damaged ones: a report or an error that names the file and the next step, and never
//! "clear" for what could not be read.

use std::path::Path;
use std::process::{Command, Output};

use particulars::Error;
use particulars::report::{Report, Verdict};
use particulars::rule::Stage;

use crate::corpus::shared_rules;

fn read(name: &str, bytes: &[u8]) -> Result<Report, Error> {
    particulars::lint(name, bytes, shared_rules(), Stage::Notice)
}

/// The error's message, which must name the file and, after a semicolon, the next step.
fn refusal(name: &str, bytes: &[u8]) -> String {
    let message = match read(name, bytes) {
        Ok(report) => panic!("{name} was read: {:?}", report.document.text.get(..80)),
        Err(error) => error.to_string(),
    };
    assert!(message.starts_with(&format!("{name}: ")), "{message}");
    assert!(message.rsplit_once("; ").is_some_and(|(_, next)| next.len() > 10), "{message}");
    message
}

const ANSWER: &str = "INTERROGATORY NO. 4: Identify each trade secret.\r\n\r\nRESPONSE: Plaintiff\u{2019}s \u{201c}caf\u{e9}\u{201d} recipes; its customer lists; and its pricing.\r\n";

/// What each item says, and its verdicts.
fn items(report: &Report) -> Vec<(String, [Verdict; 3])> {
    let items = report.response.items.iter().zip(&report.verdicts);
    items
        .map(|(item, verdicts)| {
            (report.document.slice(item.span).to_owned(), Stage::ALL.map(|stage| verdicts.at(stage)))
        })
        .collect()
}

#[test]
fn what_holds_no_words_is_refused() {
    for bytes in [&b""[..], b" \t\r\n\x0c ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe \0\n\0"] {
        assert!(refusal("answer.txt", bytes).contains("empty"), "{bytes:?}");
    }
    assert!(refusal("answer.md", b"<!-- -->\n").contains("empty"));
}

#[test]
fn what_is_no_text_is_refused() {
    let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
    let program = [b"\x7fELF\x02\x01\x01".as_slice(), &bytes].concat();
    for bytes in [&bytes[..], &[0; 512], &program, b"\x89PNG\r\n\x1a\n\0\0", b"%PDF-1.7\n%\xe2\xe3"] {
        refusal("answer.txt", bytes);
        refusal("answer.md", bytes);
    }
    assert!(
        refusal("answer.txt", b"ANSWER: the ta\xe2\x80\x9cg\xe2\x80\x9d and th\xe2\x80").contains("line 1")
    );
}

#[test]
fn every_encoding_gives_the_same_items() {
    let expected = items(&read("answer.txt", ANSWER.as_bytes()).unwrap());
    assert_eq!(expected.len(), 3);
    let marked = format!("\u{feff}{ANSWER}");
    let utf16 = |text: &str, bytes_of: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    };
    let papers = [
        ("UTF-8 with a mark", marked.clone().into_bytes()),
        ("UTF-16 LE", utf16(ANSWER, u16::to_le_bytes)),
        ("UTF-16 BE", utf16(ANSWER, u16::to_be_bytes)),
        ("UTF-16 LE with a mark", utf16(&marked, u16::to_le_bytes)),
        ("UTF-16 BE with a mark", utf16(&marked, u16::to_be_bytes)),
        ("Windows-1252", windows_1252(ANSWER)),
    ];
    for (encoding, bytes) in papers {
        for name in ["answer.txt", "answer.md"] {
            let report = read(name, &bytes).unwrap_or_else(|error| panic!("{encoding}: {error}"));
            assert_eq!(items(&report), expected, "{encoding} {name}");
        }
    }
    let damaged = utf16(&marked, u16::to_le_bytes);
    assert!(refusal("answer.txt", &damaged[..damaged.len() - 1]).contains("UTF-16"));
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |character| match character {
        '\u{2019}' => 0x92,
        '\u{201c}' => 0x93,
        '\u{201d}' => 0x94,
        other => u8::try_from(u32::from(other)).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn unseen_characters_hide_nothing() {
    let expected = items(&read("answer.txt", ANSWER.as_bytes()).unwrap());
    for unseen in ['\u{200b}', '\u{200d}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{ad}', '\u{feff}'] {
        let text: String = ANSWER.chars().flat_map(|character| [character, unseen]).collect();
        for name in ["answer.txt", "answer.md"] {
            let report = read(name, text.as_bytes()).unwrap();
            assert_eq!(items(&report), expected, "{unseen:?} {name}");
            assert!(report.document.notes.iter().any(|note| note.contains("invisible")), "{unseen:?}");
        }
    }
    let report = read("answer.txt", ANSWER.replace("; ", ";\0").as_bytes());
    let report = report.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(items(&report), expected);
    assert!(report.document.notes.iter().any(|note| note.contains("control")), "{:?}", report.document.notes);
}

#[test]
fn what_states_nothing_is_never_clear() {
    let texts = [
        ".",
        "?!",
        "12",
        "-",
        "()",
        "\"\"",
        "RESPONSE:",
        "RESPONSE: .",
        "RESPONSE: \u{200b}",
        "RESPONSE: [blank]",
        "RESPONSE: and",
        "RESPONSE: One secret is and. Another is and.",
        "RESPONSE: First, ; and. Second, and. Third, or.",
        "RESPONSE: Acme's trade secrets are \"and\", \"or\", \"also\", \".\", \";\".",
        "INTERROGATORY NO. 1:",
        "INTERROGATORY NO. 1: Identify each trade secret.",
        "INTERROGATORY NO. 1: Identify each trade secret.\n\nRESPONSE:\n\nDated: May 4, 2020",
        "It is so ordered.",
        "# Answer\n\n***\n",
    ];
    for text in texts {
        for name in ["answer.txt", "answer.md"] {
            let Ok(report) = read(name, text.as_bytes()) else { continue };
            for stage in Stage::ALL {
                let verdict = report.stages.at(stage).verdict;
                assert_ne!(verdict, Verdict::Clear, "{name} at {stage}: {text:?}");
            }
        }
    }
}

/// What the program says to `arguments`, run in `folder`.
fn program(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_particulars"));
    let Output { status, stdout, stderr } = command.args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().expect("it ends by itself"), text(stdout), text(stderr))
}

#[test]
fn the_program_names_the_paper_it_cannot_read_and_ends_with_3() {
    let folder = tempfile::tempdir().unwrap();
    let papers: [(&str, &[u8], &str); 6] = [
        ("empty.txt", b"", "save the paper again"),
        ("blank.md", b" \r\n\t", "save the paper again"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0", "run text recognition"),
        ("scan.txt", b"%PDF-1.7\n%\xe2\xe3", "get the file again"),
        ("dump.txt", &[1; 400], "save the paper as plain text"),
        ("cut.txt", b"\xff\xfeA\0N\0S", "save it as UTF-8"),
    ];
    for (name, bytes, next) in papers {
        std::fs::write(folder.path().join(name), bytes).unwrap();
        for format in ["terminal", "json", "jsonl", "html"] {
            let (status, printed, said) =
                program(folder.path(), &["check", "--fail-on", "never", "--format", format, name]);
            assert_eq!(status, 3, "{name} {format}: {said}");
            assert!(said.contains(&format!("{name}: ")) && said.contains(next), "{said}");
            let folded = printed.replace(' ', "");
            let is_called_clear = folded.contains("\"verdict\":\"clear\"") || folded.contains("notice:clear");
            assert!(!is_called_clear, "{name} {format}: {printed}");
            let names_it = format == "terminal" || printed.contains(name) && printed.contains("incomplete");
            assert!(names_it, "{name} {format}: {printed}");
        }
        let (status, _, said) = program(folder.path(), &["outline", name]);
        assert!(status == 3 && said.contains(name) && said.contains(next), "outline: {status} {said}");
    }
}

#[test]
fn an_unreadable_paper_among_others_is_not_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), ANSWER).unwrap();
    std::fs::write(folder.path().join("b.txt"), b"\0\x01\x02\x03\x04\x05").unwrap();
    let (status, printed, said) = program(folder.path(), &["check", "--format", "json", "."]);
    assert_eq!(status, 3, "{said}");
    assert!(said.contains("b.txt: it is not text; "), "{said}");
    let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(value["documents"][0]["items"].as_array().map(Vec::len), Some(3));
    assert!(printed.contains("b.txt"), "the report leaves b.txt out");
}

#[test]
fn what_cannot_be_done_ends_with_2_and_the_next_step() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), ANSWER).unwrap();
    std::fs::create_dir(folder.path().join("pack")).unwrap();
    std::fs::write(folder.path().join("pack/hazy.yaml"), b"\xff\xfe\0").unwrap();
    let cases: [(&[&str], &[&str]); 5] = [
        (&["check", "--rules", "absent", "a.txt"], &["absent"]),
        (&["check", "--rules", "pack", "a.txt"], &["hazy.yaml"]),
        (&["check", "--stage", "trail", "a.txt"], &["\"trail\"", "did you mean"]),
        (&["check", "--output", "no/such/report.json", "a.txt"], &["no/such"]),
        (&["check", "-", "-"], &["give - once"]),
    ];
    for (arguments, expected) in cases {
        let (status, _, said) = program(folder.path(), arguments);
        assert_eq!(status, 2, "{arguments:?}: {said}");
        for words in expected {
            assert!(said.contains(words), "{arguments:?}: {said}");
        }
        assert!(!said.contains("panicked"), "{said}");
    }
    let (status, _, said) = program(folder.path(), &["check", "absent.txt"]);
    assert!(status == 3 && said.contains("absent.txt: there is no such file"), "{status} {said}");
}
