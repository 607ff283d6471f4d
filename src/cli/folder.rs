//! The files of a folder, in one order on every machine, and what the operating system says in plain words.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use particulars::Error;

/// The files below `folder` whose names end in one of `endings`, in order; hidden ones and linked folders are passed by.
/// A folder that cannot be read stands among them as an error.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<Result<PathBuf, (PathBuf, Error)>> {
    let mut entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(reason) => return vec![Err((folder.to_owned(), failed(folder, &reason)))],
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.file_name().to_string_lossy().starts_with('.')) {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            files.extend(self::files(&path, endings));
        } else if has_ending(&path, endings) && !path.is_dir() {
            files.push(Ok(path));
        }
    }
    files
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// What stopped the reading or writing of `path`, with the next step.
pub fn failed(path: &Path, reason: &io::Error) -> Error {
    let (reason, next) = match reason.kind() {
        io::ErrorKind::NotFound => ("there is no such file or folder".to_owned(), "check the name"),
        io::ErrorKind::PermissionDenied => {
            ("this user may not open it".to_owned(), "change its permissions or name another file")
        }
        io::ErrorKind::IsADirectory => ("it is a folder".to_owned(), "name a file"),
        _ => (plain(reason), "see that the file can be used, and run again"),
    };
    Error::File { name: path.display().to_string(), reason, next: next.to_owned() }
}

/// The reason without the number that follows it.
fn plain(reason: &io::Error) -> String {
    let words = reason.to_string();
    words.split_once(" (os error").map_or(words.as_str(), |(words, _)| words).to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{failed, files};

    #[test]
    fn files_come_in_order_without_hidden_and_other_ones() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a/z.MD", "a/.hidden.txt", "c.pdf", ".git/x.txt", "a.markdown"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let found = files(folder.path(), &["txt", "md", "markdown"]);
        let relative = |path: &Path| path.strip_prefix(folder.path()).unwrap().to_string_lossy().into_owned();
        let found: Vec<_> = found.into_iter().map(|file| relative(&file.unwrap())).collect();
        assert_eq!(found, ["a/z.MD", "a.markdown", "b.txt"]);
    }

    #[test]
    fn reasons_name_the_file_and_the_next_step() {
        let reason = fs::read("no such file").unwrap_err();
        let message = failed(Path::new("x.txt"), &reason).to_string();
        assert_eq!(message, "x.txt: there is no such file or folder; check the name");
    }
}
