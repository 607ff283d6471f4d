//! The zip container of a package: its parts by name, unpacked within limits.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Fault, RESAVE};

/// The most parts that a package may have.
const MOST_PARTS: usize = 20_000;

/// The most bytes that one part may unpack to.
const LARGEST_PART: u64 = 128 << 20;

/// The most bytes that are unpacked from one package.
const LARGEST_WHOLE: u64 = 256 << 20;

/// Parts that unpack to no more than this are read however well they were packed.
const SMALL: u64 = 8 << 20;

/// How many times its packed size a larger part may unpack to; the densest text of papers stays below a tenth of it.
const DENSEST: u64 = 400;

/// An open container.
#[derive(Debug)]
pub struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// The place of each part, by its name in small letters.
    places: HashMap<String, usize>,
    unpacked: u64,
}

impl Archive {
    /// Opens the container in `bytes`.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        if zip.len() > MOST_PARTS {
            return Err(too_large("it has more parts than any Word document needs"));
        }
        let names = zip.file_names().enumerate().filter_map(|(place, name)| Some((place, name.ok()?)));
        let places = names.map(|(place, name)| (known_as(&name), place)).collect();
        Ok(Self { zip, places, unpacked: 0 })
    }

    /// The entry `name` of a container holds the part that is named so.
    pub(super) fn is_name(part: &str, name: &[u8]) -> bool {
        known_as(part) == known_as(&String::from_utf8_lossy(name))
    }

    /// The container has a part of this name; letter case does not matter.
    pub fn holds(&self, part: &str) -> bool {
        self.places.contains_key(&known_as(part))
    }

    /// The bytes of a part; `None` if there is no such part.
    pub fn read(&mut self, part: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(place) = self.places.get(&known_as(part)).copied() else { return Ok(None) };
        let packed = self.zip.by_index(place).map_err(|reason| refused(part, &reason))?;
        let densest = packed.compressed_size().saturating_mul(DENSEST).max(SMALL);
        let most = LARGEST_PART.min(densest).min(LARGEST_WHOLE - self.unpacked);
        let mut bytes = Vec::with_capacity(packed.size().min(SMALL) as usize);
        packed.take(most + 1).read_to_end(&mut bytes).map_err(|_| damaged(part))?;
        self.unpacked += bytes.len() as u64;
        if bytes.len() as u64 > most {
            return Err(too_large(&format!("its part {part} unpacks to far more than a paper holds")));
        }
        Ok(Some(bytes))
    }
}

/// Names are told apart without regard to letter case, and some programs write `\` for `/`.
fn known_as(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn broken() -> Fault {
    Fault {
        what: "it is a damaged Word document or zip archive: it breaks off or its directory cannot be read"
            .to_owned(),
        next: "copy or download it again, or open it in Word, save it again as .docx and check that file",
    }
}

fn damaged(part: &str) -> Fault {
    Fault::damaged(format!("it is a damaged Word document: its part {part} cannot be unpacked"))
}

fn refused(part: &str, reason: &ZipError) -> Fault {
    match reason {
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => Fault {
            what: "it is a zip archive that is locked with a password".to_owned(),
            next: "unlock it, save it as .docx and check that file",
        },
        _ => damaged(part),
    }
}

fn too_large(what: &str) -> Fault {
    Fault { what: format!("{what}, and is not read"), next: RESAVE }
}
