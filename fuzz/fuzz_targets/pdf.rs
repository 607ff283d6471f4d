//! PDFs: whatever the bytes, reading gives a paper or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let start: &[u8] = b"%PDF-1.7\n";
    let whole = if bytes.starts_with(&start[..2]) { bytes.to_vec() } else { [start, bytes].concat() };
    if let Ok(document) = particulars::read::read("paper.pdf", whole) {
        for at in (0..document.text.len()).step_by(97) {
            let _ = document.position(at);
        }
    }
});
