//! The papers that the command line names: files, folders and standard input.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use particulars::Error;
use particulars::document::Document;
use particulars::read::{LARGEST, Options, read_with};

use crate::cli::folder;

/// The endings of the papers that are taken out of a folder.
const ENDINGS: &[&str] = &["txt", "md", "markdown", "docx", "docm", "pdf"];

/// A paper that is there; its bytes are read when they are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    name: String,
    /// `None` for standard input.
    path: Option<PathBuf>,
}

/// A paper or folder that is not there, or cannot be opened.
#[derive(Debug)]
pub struct Missing {
    /// As the command line names it.
    pub name: String,
    /// Why, with the next step.
    pub error: Error,
}

impl Paper {
    /// The name that reports show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Its bytes: one more than the largest paper has, if there are so many, for the reader to refuse.
    pub fn read(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let read = match &self.path {
            None => io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes),
            Some(path) => File::open(path).and_then(|file| {
                let length = file.metadata().map_or(0, |about| about.len());
                bytes.reserve(length.min(LARGEST) as usize);
                file.take(LARGEST + 1).read_to_end(&mut bytes)
            }),
        };
        match read {
            Ok(_) => Ok(bytes),
            Err(reason) => Err(folder::failed(Path::new(&self.name), &reason)),
        }
    }

    /// The paper as text, read as `options` say.
    pub fn document(&self, options: Options) -> Result<Document, Error> {
        read_with(&self.name, self.read()?, options)
    }

    fn file(path: PathBuf) -> Self {
        Self { name: path.display().to_string(), path: Some(path) }
    }
}

/// Every paper that `names` stand for, each once, in the order given; folders give theirs in order of name.
///
/// # Errors
/// Standard input is asked for twice, or named without being asked for.
pub fn collect(
    names: &[PathBuf],
    stdin_filename: Option<&str>,
) -> Result<Vec<Result<Paper, Missing>>, Error> {
    match (names.iter().filter(|name| is_standard_input(name)).count(), stdin_filename) {
        (0, Some(_)) => {
            let next = "--stdin-filename names the paper on standard input: give - as the paper to read it";
            return Err(Error::Usage(next.to_owned()));
        }
        (2.., _) => return Err(Error::Usage("standard input holds one paper: give - once".to_owned())),
        _ => {}
    }
    let mut seen = BTreeSet::new();
    let mut papers: Vec<_> = names.iter().flat_map(|name| expand(name, stdin_filename)).collect();
    papers.retain(|paper| match paper.as_ref().ok().and_then(Paper::path) {
        Some(path) => seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())),
        None => true,
    });
    Ok(papers)
}

/// The one paper that `name` stands for.
///
/// # Errors
/// `name` is a folder, or standard input is named without being asked for.
pub fn single(name: &Path, stdin_filename: Option<&str>) -> Result<Paper, Error> {
    if name.is_dir() {
        let usage = format!("{}: it is a folder; name one paper in it", name.display());
        return Err(Error::Usage(usage));
    }
    let first = collect(&[name.to_owned()], stdin_filename)?.into_iter().next();
    match first {
        Some(Ok(paper)) => Ok(paper),
        _ => Ok(Paper::file(name.to_owned())),
    }
}

/// The folder that the program runs in, with forward slashes; empty if it has none.
pub fn root() -> String {
    let folder = std::env::current_dir().map(|folder| folder.display().to_string()).unwrap_or_default();
    if cfg!(windows) { folder.replace('\\', "/") } else { folder }
}

fn is_standard_input(name: &Path) -> bool {
    name.as_os_str() == "-"
}

fn expand(name: &Path, stdin_filename: Option<&str>) -> Vec<Result<Paper, Missing>> {
    if is_standard_input(name) {
        let name = stdin_filename.unwrap_or("standard input").to_owned();
        return vec![Ok(Paper { name, path: None })];
    }
    if !name.is_dir() {
        return vec![Ok(Paper::file(name.to_owned()))];
    }
    let found = folder::files(name, ENDINGS);
    if found.is_empty() {
        return vec![Err(empty_folder(name))];
    }
    let missing = |(path, error): (PathBuf, Error)| Missing { name: path.display().to_string(), error };
    found.into_iter().map(|file| file.map(Paper::file).map_err(missing)).collect()
}

fn empty_folder(folder: &Path) -> Missing {
    let name = folder.display().to_string();
    let error = Error::File {
        name: name.clone(),
        reason: "the folder holds no paper (.txt, .md, .markdown, .docx, .docm or .pdf)".to_owned(),
        next: "name the papers themselves, or another folder".to_owned(),
    };
    Missing { name, error }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{collect, single};
    use particulars::Error;

    #[test]
    fn a_paper_named_twice_is_taken_once() {
        let folder = tempfile::tempdir().unwrap();
        let paper = folder.path().join("a.txt");
        fs::write(&paper, "words").unwrap();
        let papers = collect(&[paper.clone(), folder.path().to_owned()], None).unwrap();
        let names: Vec<_> = papers.iter().map(|paper| paper.as_ref().unwrap().name().to_owned()).collect();
        assert_eq!(names, [paper.display().to_string()]);
        assert_eq!(papers[0].as_ref().unwrap().read().unwrap(), b"words");
    }

    #[test]
    fn an_empty_folder_and_a_missing_file_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let absent = folder.path().join("absent.txt");
        let papers = collect(&[folder.path().to_owned(), absent], None).unwrap();
        let message = papers[0].as_ref().unwrap_err().error.to_string();
        assert!(message.contains("holds no paper") && message.contains("; name "), "{message}");
        let message = papers[1].as_ref().unwrap().read().unwrap_err().to_string();
        assert!(
            message.ends_with("absent.txt: there is no such file or folder; check the name"),
            "{message}"
        );
    }

    #[test]
    fn standard_input_is_one_paper_with_a_name() {
        let dash = PathBuf::from("-");
        let name = |stdin_filename| single(&dash, stdin_filename).unwrap().name().to_owned();
        assert_eq!((name(None), name(Some("a.md"))), ("standard input".to_owned(), "a.md".to_owned()));
        assert!(matches!(collect(&[dash.clone(), dash], None), Err(Error::Usage(_))));
        assert!(matches!(collect(&[PathBuf::from("a.txt")], Some("b.txt")), Err(Error::Usage(_))));
    }
}
