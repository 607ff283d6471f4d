//! The folders of rules that the command line names, read for the loader.

use std::fs;
use std::path::{Path, PathBuf};

use particulars::Error;
use particulars::load::RuleFolder;

use crate::cli::folder;

/// The rule files of each folder, named by their path in it.
pub fn read(folders: &[PathBuf]) -> Result<Vec<RuleFolder>, Error> {
    folders.iter().map(|folder| read_folder(folder)).collect()
}

fn read_folder(folder: &Path) -> Result<RuleFolder, Error> {
    let name = folder.display().to_string();
    if folder.is_file() {
        let next = "name the folder that it is in".to_owned();
        return Err(Error::File { name, reason: "it is a file, not a folder of rules".to_owned(), next });
    }
    let mut files = Vec::new();
    for found in folder::files(folder, &["yaml", "yml"]) {
        let path = found.map_err(|(_, error)| error)?;
        let text = fs::read_to_string(&path).map_err(|reason| failed(&path, &reason))?;
        let inside = path.strip_prefix(folder).unwrap_or(&path);
        files.push((inside.to_string_lossy().replace('\\', "/"), text));
    }
    if files.is_empty() {
        let next = "name a folder that holds rule files".to_owned();
        return Err(Error::File { name, reason: "the folder holds no .yaml file".to_owned(), next });
    }
    Ok(RuleFolder { name, files })
}

fn failed(path: &Path, reason: &std::io::Error) -> Error {
    if reason.kind() != std::io::ErrorKind::InvalidData {
        return folder::failed(path, reason);
    }
    let (reason, next) = ("it is not UTF-8 text".to_owned(), "save it as UTF-8 text".to_owned());
    Error::File { name: path.display().to_string(), reason, next }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::read;

    #[test]
    fn rule_files_are_named_by_their_place() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("items")).unwrap();
        fs::write(folder.path().join("items/vague.yaml"), "a: b").unwrap();
        fs::write(folder.path().join("README.md"), "no rule").unwrap();
        let read = read(&[folder.path().to_owned()]).unwrap();
        assert_eq!(read[0].files, [("items/vague.yaml".to_owned(), "a: b".to_owned())]);
    }

    #[test]
    fn a_folder_without_rules_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let message = |path: &std::path::Path| read(&[path.to_owned()]).err().unwrap().to_string();
        assert!(message(folder.path()).contains("holds no .yaml file"));
        assert!(message(&folder.path().join("absent")).contains("no such"));
        fs::write(folder.path().join("a.yaml"), b"\xFF").unwrap();
        assert!(message(folder.path()).contains("a.yaml: it is not UTF-8 text"));
        assert!(message(&folder.path().join("a.yaml")).contains("not a folder"));
    }
}
