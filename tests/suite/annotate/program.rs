//! The program: what it writes, what it refuses, and how it ends.

use std::path::Path;
use std::process::{Command, Output};

use super::kit::comments;
use crate::word::same::word;

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_particulars"));
    let Output { status, stdout, stderr } = command.current_dir(folder).args(arguments).output().unwrap();
    let words = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), words(stdout), words(stderr))
}

#[test]
fn a_draft_is_annotated_stripped_and_ready() {
    let folder = tempfile::tempdir().unwrap();
    let (draft, folder) = (word().bytes(), folder.path());
    std::fs::write(folder.join("draft.docx"), &draft).unwrap();
    let (code, out, said) =
        run(folder, &["annotate", "draft.docx", "-o", "reviewed.docx", "--date", "2026-11-24"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{said}");
    let reviewed = std::fs::read(folder.join("reviewed.docx")).unwrap();
    let count = comments(&reviewed).len();
    assert_eq!(said, format!("reviewed.docx: {count} comments written\n"));
    let (code, out, _) = run(folder, &["check", "--service-ready", "--fail-on", "never", "reviewed.docx"]);
    assert!(
        code == Some(1)
            && out.contains(&format!("reviewed.docx: not ready for service: {count} things left")),
        "{out}"
    );
    assert!(out.contains(": comment of Particulars\n"), "{out}");
    let (code, _, said) = run(folder, &["annotate", "reviewed.docx", "--strip", "-o", "clean.docx"]);
    assert_eq!((code, said), (Some(0), format!("clean.docx: {count} comments of Particulars taken out\n")));
    let (code, out, _) = run(folder, &["check", "--service-ready", "--fail-on", "never", "clean.docx"]);
    assert!(code == Some(0) && out.contains("clean.docx: ready for service"), "{out}");
    let (code, out, said) =
        run(folder, &["check", "--service-ready", "--fail-on", "never", "--format", "json", "reviewed.docx"]);
    assert!(code == Some(1) && said.contains("not ready for service"), "{said}");
    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok());
    assert!(std::fs::read(folder.join("draft.docx")).unwrap() == draft);
}

#[test]
fn what_cannot_be_annotated_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    std::fs::write(folder.join("draft.docx"), word().bytes()).unwrap();
    std::fs::write(folder.join("broken.docx"), &word().bytes()[..400]).unwrap();
    std::fs::write(folder.join("served.pdf"), "%PDF-1.7\n").unwrap();
    std::fs::write(folder.join("answer.txt"), "ANSWER: The tape.").unwrap();
    std::fs::write(folder.join("old.doc"), b"\xD0\xCF\x11\xE0\xA1\xB1").unwrap();
    for (paper, status, words) in [
        ("served.pdf", 2, "it is a PDF, and only a .docx takes comments; annotate the Word document"),
        ("answer.txt", 2, "it is no Word document, and only a .docx takes comments; annotate"),
        ("broken.docx", 3, "it is a damaged Word document"),
        ("old.doc", 3, "it is an old Word document (.doc)"),
        ("absent.docx", 3, "there is no such file or folder"),
    ] {
        for strip in
            [&["annotate", paper, "-o", "x.docx"][..], &["annotate", paper, "-o", "x.docx", "--strip"]]
        {
            let (code, _, said) = run(folder, strip);
            assert!(code == Some(status) && said.contains(paper) && said.contains(words), "{said}");
            assert!(!folder.join("x.docx").exists());
        }
    }
    let (code, _, said) = run(folder, &["annotate", "draft.docx", "-o", "draft.docx"]);
    assert!(code == Some(2) && said.contains("draft.docx: it is one of the papers"), "{said}");
    let (code, _, said) = run(folder, &["annotate", "draft.docx", "-o", "x.docx", "--date", "24 Nov"]);
    assert!(code == Some(2) && said.contains("is not a date; write the year"), "{said}");
}
