//! `particulars letter` as it is run: where the letter goes, what is told, and how it ends.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use particulars::letter::Form;
use particulars::matter::Matter;
use particulars::rule::Stage;

use super::{GOOD, MATTER, compose, plain, posture};
use crate::FOUNDING;
use crate::corpus::shared_rules;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_particulars"));
    command.current_dir(folder).arg("letter").args(arguments).env("NO_COLOR", "1").output().unwrap()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("founding.txt", FOUNDING), ("good.txt", GOOD), ("matter.yaml", MATTER)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_letter_goes_to_the_screen_and_what_its_signer_must_know_to_standard_error() {
    let folder = folder();
    let output = run(folder.path(), &["founding.txt", "--forum", "s.d.n.y.", "--date", "2026-11-24"]);
    let screen = String::from_utf8(output.stdout.clone()).unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(screen.contains("**Tuesday, December 8, 2026** (14 days after November 24, 2026)"), "{screen}");
    let notes = told(&output);
    for words in
        ["Weak at this stage", "docket number", "Do NOT cite as holding", "commonly held not to be one"]
    {
        assert!(notes.contains(words), "{words}");
        assert!(!screen.contains(words) || words == "docket number", "{words}");
    }
    assert_eq!(output, run(folder.path(), &["founding.txt", "--forum", "s.d.n.y.", "--date", "2026-11-24"]));
}

#[test]
fn the_letter_and_its_notes_are_two_files() {
    let folder = folder();
    let output = run(
        folder.path(),
        &[
            "founding.txt",
            "--matter",
            "matter.yaml",
            "-o",
            "letter.docx",
            "--notes",
            "notes.md",
            "--forum",
            "sdny",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(!told(&output).contains("To be filled in"));
    assert!(fs::read(folder.path().join("letter.docx")).unwrap().starts_with(b"PK"));
    assert!(fs::read_to_string(folder.path().join("notes.md")).unwrap().contains("Weak at this stage"));
}

#[test]
fn where_nothing_is_open_to_challenge_no_letter_is_written() {
    let folder = folder();
    fs::write(folder.path().join("good.txt"), super::clean()).unwrap();
    let output = run(folder.path(), &["good.txt", "-o", "letter.docx"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told(&output).contains("nothing is open to challenge at the notice stage, so no letter is written")
    );
    assert!(!folder.path().join("letter.docx").exists());
}

#[test]
fn a_paper_that_is_not_read_in_full_is_told_to_the_lawyer() {
    let folder = folder();
    fs::write(folder.path().join("locked.pdf"), include_bytes!("../pdf/encrypted-locked.pdf")).unwrap();
    let output = run(folder.path(), &["locked.pdf", "-o", "letter.docx"]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(!folder.path().join("letter.docx").exists());
    let mut document = particulars::read::read("a.txt", FOUNDING).unwrap();
    document.unread.push("page 4 holds a picture and no text".to_owned());
    let report = particulars::lint_document(document, shared_rules(), &posture(Stage::Notice, None));
    let letter = compose(&report, &Matter::default(), Form::Letter).unwrap();
    assert!(
        plain(&letter.notes).contains("page 4 holds a picture and no text; the paper says nothing of it")
    );
}

#[test]
fn faults_of_the_matter_file_are_shown_where_they_stand() {
    let folder = folder();
    fs::write(folder.path().join("wrong.yaml"), "sender:\n  frim: Vos LLP\n").unwrap();
    let output = run(folder.path(), &["founding.txt", "--matter", "wrong.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("`frim` is not a key") && told(&output).contains("did you mean `firm`?"),
        "{}",
        told(&output)
    );
    let output = run(folder.path(), &["founding.txt", "-o", "letter.pdf"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("its ending tells no form; name it .docx or .md"));
    let output = run(folder.path(), &["founding.txt", "-o", "both.docx", "--notes", "both.docx"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("name one file") && !folder.path().join("both.docx").exists());
    let output = run(folder.path(), &["founding.txt", "--items", "93"]);
    assert!(told(&output).contains("did you mean \"9.3\"?"), "{}", told(&output));
}

#[test]
fn words_of_the_paper_and_of_the_matter_survive_marks_and_line_breaks() {
    let folder = folder();
    let paper = FOUNDING.replace("LivePerson's tag;", "LivePerson's *tag* <b>v2</b> & [link](x) `code`;");
    fs::write(folder.path().join("marks.txt"), paper).unwrap();
    fs::write(folder.path().join("m.yaml"), "sender: {firm: \"Vos & <Sons>\\n*LLP*\"}\n").unwrap();
    let output = run(folder.path(), &["marks.txt", "--matter", "m.yaml"]);
    let screen = String::from_utf8(output.stdout).unwrap();
    let bare: String = screen.chars().filter(|mark| *mark != '\\').collect();
    assert!(bare.contains("*tag* <b>v2</b> & [link](x) `code`") || bare.contains("*tag* &lt;b"), "{screen}");
    assert!(bare.contains("*LLP*"), "{screen}");
    assert!(!screen.contains(" <b>v2</b> "), "marks are kept as words: {screen}");
}
