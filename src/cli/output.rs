//! Where reports go: standard output, or a file that appears whole or not at all. Messages go to standard error.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use particulars::report::Report;
use particulars::write::Look;
use particulars::{Error, write};

use crate::cli::folder;
use crate::cli::screen::{self, Color};

/// A place that takes a report.
#[derive(Debug)]
pub struct Output {
    writer: Writer,
}

#[derive(Debug)]
enum Writer {
    Screen,
    /// The reader of standard output left; what follows is dropped.
    Left,
    Draft(Draft),
    /// A device or a pipe, which cannot be replaced.
    Device(PathBuf, File),
}

/// A file that is being written beside the one that it will replace.
#[derive(Debug)]
struct Draft {
    path: PathBuf,
    target: PathBuf,
    writer: BufWriter<File>,
    is_done: bool,
}

impl Output {
    /// Standard output, or the file `path`, which must be none of the papers `inputs`.
    pub fn open(path: Option<&Path>, inputs: &[&Path]) -> Result<Self, Error> {
        let writer = match path {
            Some(path) if path.as_os_str() != "-" => Writer::to_file(path, inputs)?,
            _ => Writer::Screen,
        };
        Ok(Self { writer })
    }

    /// Adds `words`. A reader who left is no error.
    pub fn write(&mut self, words: &str) -> Result<(), Error> {
        self.fill(|writer| writer.write_all(words.as_bytes()))
    }

    /// Adds what `fill` writes. A reader who left is no error.
    pub fn fill(&mut self, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        match &mut self.writer {
            Writer::Left => Ok(()),
            Writer::Screen => self.fill_screen(fill),
            Writer::Draft(draft) => {
                fill(&mut draft.writer).map_err(|reason| folder::failed(&draft.target, &reason))
            }
            Writer::Device(path, file) => fill(file).map_err(|reason| folder::failed(path, &reason)),
        }
    }

    fn fill_screen(&mut self, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        let mut screen = io::stdout().lock();
        match fill(&mut screen).and_then(|()| screen.flush()) {
            Err(reason) if reason.kind() == io::ErrorKind::BrokenPipe => {
                self.writer = Writer::Left;
                Ok(())
            }
            written => written.map_err(|reason| folder::failed(Path::new("standard output"), &reason)),
        }
    }

    /// Puts the file in its place.
    pub fn finish(self) -> Result<(), Error> {
        match self.writer {
            Writer::Draft(draft) => draft.finish(),
            Writer::Screen | Writer::Left | Writer::Device(..) => Ok(()),
        }
    }
}

impl Writer {
    fn to_file(path: &Path, inputs: &[&Path]) -> Result<Self, Error> {
        let failed = |reason: io::Error| folder::failed(path, &reason);
        // A link is followed, so that the file it leads to is replaced and not the link.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_input = |input: &&Path| fs::canonicalize(input).is_ok_and(|input| input == target);
        if inputs.iter().any(is_input) {
            let usage = format!("{}: it is one of the papers; give --output another name", path.display());
            return Err(Error::Usage(usage));
        }
        match fs::metadata(&target) {
            Ok(about) if about.is_dir() => Err(failed(io::ErrorKind::IsADirectory.into())),
            Ok(about) if !about.is_file() => {
                let file = OpenOptions::new().write(true).open(&target).map_err(failed)?;
                Ok(Self::Device(target, file))
            }
            _ => Draft::new(target).map(Self::Draft),
        }
    }
}

/// How many names are tried for a draft.
const ATTEMPTS: u32 = 100;

impl Draft {
    fn new(target: PathBuf) -> Result<Self, Error> {
        let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut failure = io::Error::from(io::ErrorKind::AlreadyExists);
        for attempt in 0..ATTEMPTS {
            let path = target.with_file_name(format!(".{name}.{}-{attempt}.draft", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    let writer = BufWriter::new(file);
                    return Ok(Self { path, target, writer, is_done: false });
                }
                Err(reason) => failure = reason,
            }
            if failure.kind() != io::ErrorKind::AlreadyExists {
                break;
            }
        }
        Err(folder::failed(&target, &failure))
    }

    fn finish(mut self) -> Result<(), Error> {
        let placed = self.place();
        self.is_done = placed.is_ok();
        placed.map_err(|reason| folder::failed(&self.target, &reason))
    }

    fn place(&mut self) -> io::Result<()> {
        self.writer.flush()?;
        let file = self.writer.get_ref();
        if let Ok(about) = fs::metadata(&self.target) {
            file.set_permissions(about.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&self.path, &self.target)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_done {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Says `message` on standard error as an error.
pub fn say_error(message: &str, color: Color) {
    let lead = if screen::error_look(color).color { "\u{1b}[1;31merror:\u{1b}[0m" } else { "error:" };
    say(&format!("{lead} {message}\n"));
}

/// Says `words` on standard error, if anyone listens.
pub fn say(words: &str) {
    let _ = io::stderr().lock().write_all(words.as_bytes());
}

/// Says what a paper made from `report` leaves out: the findings that are kept, and the parts that were not read.
pub fn say_left_out(report: &Report, look: &Look) {
    say(&write::kept(report, None, look));
    for part in &report.document.unread {
        say(&format!("not read: {part}\n"));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::Output;
    use particulars::Error;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_appears_whole_and_replaces_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        fs::write(&path, "old").unwrap();
        let mut output = Output::open(Some(&path), &[]).unwrap();
        output.write("new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        output.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(folder.path()), ["report.json"]);
    }

    #[test]
    fn a_run_that_stops_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        let mut output = Output::open(Some(&path), &[]).unwrap();
        output.write("half").unwrap();
        drop(output);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn a_paper_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("paper.txt");
        fs::write(&path, "words").unwrap();
        let error = Output::open(Some(&path), &[&path]).unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error}");
    }

    #[test]
    fn a_folder_or_a_missing_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Output::open(Some(folder.path()), &[]).unwrap_err().to_string().contains("it is a folder"));
        let absent = folder.path().join("absent/report.json");
        assert!(Output::open(Some(&absent), &[]).unwrap_err().to_string().contains("no such"));
    }
}
