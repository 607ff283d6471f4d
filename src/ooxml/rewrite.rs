//! A container with some parts changed: every other entry is copied as it stands, byte for byte.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::{Archive, Fault};

/// What becomes of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It holds these bytes, whether it was there before or not.
    Write(Vec<u8>),
    /// It goes.
    Remove,
}

/// The container `bytes` with the parts that `changes` name changed; without changes the bytes as they are.
///
/// # Errors
/// The container cannot be taken apart entry by entry.
pub fn rewrite(bytes: &[u8], changes: &[(String, Change)]) -> Result<Vec<u8>, Fault> {
    if changes.is_empty() {
        return Ok(bytes.to_vec());
    }
    let directory = Directory::read(bytes).ok_or_else(unknown)?;
    let mut out = Vec::with_capacity(bytes.len() + (64 << 10));
    let mut listed: Vec<(usize, Vec<u8>)> = Vec::with_capacity(directory.entries.len() + changes.len());
    for (at, entry) in directory.in_file_order() {
        let offset = out.len();
        match changes.iter().find(|(name, _)| Archive::is_name(name, &entry.name)) {
            Some((_, Change::Remove)) => {}
            Some((_, Change::Write(content))) => {
                listed.push((at, Entry::written(&entry.name, entry.date, content, &mut out)));
            }
            None => {
                out.extend_from_slice(bytes.get(entry.offset..entry.end).ok_or_else(unknown)?);
                listed.push((at, entry.moved(bytes, offset)));
            }
        }
    }
    for (name, change) in changes {
        let is_known = directory.entries.iter().any(|entry| Archive::is_name(name, &entry.name));
        if let Change::Write(content) = change
            && !is_known
        {
            listed.push((usize::MAX, Entry::written(name.as_bytes(), NO_DATE, content, &mut out)));
        }
    }
    listed.sort_by_key(|(at, _)| *at);
    directory.end(bytes, &listed, out)
}

/// January 1, 1980, at midnight, as entries write it: time, then date.
const NO_DATE: [u8; 4] = [0, 0, 0x21, 0];

/// The signatures of an entry, of its line in the directory, and of the directory's end.
const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// One entry, as the directory tells it.
#[derive(Debug)]
struct Entry {
    name: Vec<u8>,
    date: [u8; 4],
    /// Where it starts, and where the next one or the directory does.
    offset: usize,
    end: usize,
    /// Its line in the directory.
    line: std::ops::Range<usize>,
}

impl Entry {
    /// Its line in the directory, with another place.
    fn moved(&self, bytes: &[u8], offset: usize) -> Vec<u8> {
        let mut line = bytes[self.line.clone()].to_vec();
        line[42..46].copy_from_slice(&(offset as u32).to_le_bytes());
        line
    }

    /// Writes an entry that holds `content` to the end of `out`, and gives its line in the directory.
    fn written(name: &[u8], date: [u8; 4], content: &[u8], out: &mut Vec<u8>) -> Vec<u8> {
        let offset = out.len();
        let mut crc = Crc::new();
        crc.update(content);
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::new(6));
        // Writing to memory does not fail.
        let packed = packer.write_all(content).and_then(|()| packer.finish()).unwrap_or_default();
        let is_plain = name.is_ascii();
        let flags: u16 = if is_plain { 0 } else { 1 << 11 };
        let mut about = Vec::with_capacity(26);
        for number in [20, flags, 8] {
            about.extend_from_slice(&number.to_le_bytes());
        }
        about.extend_from_slice(&date);
        for number in [crc.sum(), packed.len() as u32, content.len() as u32] {
            about.extend_from_slice(&number.to_le_bytes());
        }
        about.extend_from_slice(&(name.len() as u16).to_le_bytes());
        about.extend_from_slice(&[0, 0]);
        out.extend_from_slice(&LOCAL.to_le_bytes());
        out.extend_from_slice(&about);
        out.extend_from_slice(name);
        out.extend_from_slice(&packed);
        let mut line = CENTRAL.to_le_bytes().to_vec();
        line.extend_from_slice(&20_u16.to_le_bytes());
        line.extend_from_slice(&about);
        line.extend_from_slice(&[0; 10]);
        line.extend_from_slice(&(offset as u32).to_le_bytes());
        line.extend_from_slice(name);
        line
    }
}

/// The directory at the end of a container.
#[derive(Debug)]
struct Directory {
    entries: Vec<Entry>,
    /// Where what ends it starts.
    tail: usize,
}

impl Directory {
    /// `None` if the directory is not where a small container has it.
    fn read(bytes: &[u8]) -> Option<Self> {
        let tail = memchr::memmem::rfind(bytes, &END.to_le_bytes())?;
        let count = usize::from(short(bytes, tail + 10)?);
        let (length, start) = (long(bytes, tail + 12)? as usize, long(bytes, tail + 16)? as usize);
        if start.checked_add(length)? > tail || count == usize::from(u16::MAX) {
            return None;
        }
        let mut entries = Vec::with_capacity(count);
        let mut at = start;
        for _ in 0..count {
            let entry = Self::entry(bytes, at)?;
            at = entry.line.end;
            entries.push(entry);
        }
        let mut offsets: Vec<usize> = entries.iter().map(|entry| entry.offset).chain([start]).collect();
        offsets.sort_unstable();
        // Two lines that name one entry would have it copied twice: a small file could grow without end.
        if offsets.windows(2).any(|pair| pair[0] == pair[1]) {
            return None;
        }
        for entry in &mut entries {
            let next = offsets.partition_point(|offset| *offset <= entry.offset);
            entry.end = *offsets.get(next)?;
        }
        (at <= tail).then_some(Self { entries, tail })
    }

    /// The line of the directory at `at`.
    fn entry(bytes: &[u8], at: usize) -> Option<Entry> {
        if long(bytes, at)? != CENTRAL {
            return None;
        }
        let lengths: usize =
            [28, 30, 32].iter().map_while(|field| short(bytes, at + field)).map(usize::from).sum();
        let line = at..at + 46 + lengths;
        let name = bytes.get(at + 46..at + 46 + usize::from(short(bytes, at + 28)?))?.to_vec();
        let offset = long(bytes, at + 42)? as usize;
        let date = bytes.get(at + 12..at + 16)?.try_into().ok()?;
        let is_there = line.end <= bytes.len() && long(bytes, offset)? == LOCAL;
        is_there.then_some(Entry { name, date, offset, end: offset, line })
    }

    fn in_file_order(&self) -> Vec<(usize, &Entry)> {
        let mut entries: Vec<(usize, &Entry)> = self.entries.iter().enumerate().collect();
        entries.sort_by_key(|(_, entry)| entry.offset);
        entries
    }

    /// The entries that were written, with the directory that lists them and what ends it.
    fn end(&self, bytes: &[u8], listed: &[(usize, Vec<u8>)], mut out: Vec<u8>) -> Result<Vec<u8>, Fault> {
        let start = out.len();
        for (_, line) in listed {
            out.extend_from_slice(line);
        }
        let length = out.len() - start;
        let mut tail = bytes[self.tail..].to_vec();
        let count = u16::try_from(listed.len()).map_err(|_| unknown())?;
        tail[8..10].copy_from_slice(&count.to_le_bytes());
        tail[10..12].copy_from_slice(&count.to_le_bytes());
        tail[12..16].copy_from_slice(&u32::try_from(length).map_err(|_| unknown())?.to_le_bytes());
        tail[16..20].copy_from_slice(&u32::try_from(start).map_err(|_| unknown())?.to_le_bytes());
        out.extend_from_slice(&tail);
        Ok(out)
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn unknown() -> Fault {
    Fault::damaged("it is a zip archive that is put together in an unusual way, and is not written into")
}

#[cfg(test)]
mod tests;
