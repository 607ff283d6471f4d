//! Unpacking of streams, never past the bytes that are left.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

use super::budget::Budget;

/// Why a stream cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    /// It would unpack to more than is left.
    TooLarge,
    /// It is broken, or packed in a way that is not known.
    Broken,
}

/// What a stream unpacks to.
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    /// It breaks off.
    pub(super) is_cut: bool,
}

/// Unpacks `stream`, as far as it goes.
pub(super) fn unpack(stream: &Stream<'_>, budget: &mut Budget) -> Result<Unpacked, Closed> {
    let unpacked = opened(stream, budget.bytes);
    if let Err(Closed::TooLarge) = unpacked {
        // Whatever asks for too much gets no more.
        budget.bytes = 0;
    }
    let unpacked = unpacked?;
    budget.bytes = budget.bytes.checked_sub(unpacked.bytes.len()).ok_or(Closed::TooLarge)?;
    Ok(unpacked)
}

fn opened(stream: &Stream<'_>, limit: usize) -> Result<Unpacked, Closed> {
    if limit == 0 {
        return Err(Closed::TooLarge);
    }
    let raw = stream.raw_data();
    let unpacked = match *stream.filters() {
        [] => Unpacked { bytes: raw.into_owned(), is_cut: false },
        [Filter::FlateDecode] if !is_predicted(stream) => inflate(&raw, limit)?,
        ref filters => {
            if most(filters, raw.len()).is_none_or(|most| most > limit) {
                return Err(Closed::TooLarge);
            }
            let bytes = stream.decoded_data().map_err(|_| Closed::Broken)?.into_owned();
            Unpacked { bytes, is_cut: false }
        }
    };
    Ok(unpacked)
}

/// An error if unpacking `stream` could take more than is left; for streams that other code unpacks.
pub(super) fn weigh(stream: &Stream<'_>, budget: &mut Budget) -> Result<(), Closed> {
    let raw = stream.raw_data();
    let filters = stream.filters();
    let most = most(&filters, raw.len()).ok_or(Closed::TooLarge)?;
    let length = match *filters {
        // Few streams come near the most that they could hold: this one is told by unpacking it.
        [Filter::FlateDecode] => length(&raw, budget.bytes)?,
        _ => most.min(SMALL.max(raw.len())),
    };
    if filters.len() > 1 && most > budget.bytes {
        return Err(Closed::TooLarge);
    }
    budget.bytes = budget.bytes.checked_sub(length).ok_or(Closed::TooLarge)?;
    Ok(())
}

/// Bytes that are not worth counting exactly.
const SMALL: usize = 1 << 20;

/// The most bytes that `length` packed ones can hold.
fn most(filters: &[Filter], length: usize) -> Option<usize> {
    filters.iter().try_fold(length, |length, filter| {
        let factor = match filter {
            Filter::FlateDecode => 1032,
            Filter::LzwDecode => 2731,
            Filter::RunLengthDecode => 64,
            Filter::Ascii85Decode => 4,
            _ => 1,
        };
        length.checked_mul(factor)
    })
}

fn is_predicted(stream: &Stream<'_>) -> bool {
    ["DecodeParms", "DP"].iter().any(|key| stream.dict().contains_key(key))
}

fn inflate(raw: &[u8], limit: usize) -> Result<Unpacked, Closed> {
    let mut bytes = Vec::new();
    let mut decoder = ZlibDecoder::new(raw).take(limit as u64 + 1);
    let is_cut = decoder.read_to_end(&mut bytes).is_err();
    match bytes.len() {
        length if length > limit => Err(Closed::TooLarge),
        0 if is_cut => Err(Closed::Broken),
        _ => Ok(Unpacked { bytes, is_cut }),
    }
}

/// How many bytes `raw` unpacks to.
pub(super) fn length(raw: &[u8], limit: usize) -> Result<usize, Closed> {
    let mut decoder = ZlibDecoder::new(raw);
    let (mut buffer, mut length) = (vec![0; 1 << 16], 0);
    while let Ok(read @ 1..) = decoder.read(&mut buffer) {
        length += read;
        if length > limit {
            return Err(Closed::TooLarge);
        }
    }
    Ok(length)
}
