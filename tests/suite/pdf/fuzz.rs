//! Papers with bytes changed at random: each gives a paper or an error, and no panic, by a fixed series of numbers.

use particulars::read::read;

use super::kit::{FIRST, Paper, Sheet, filled};

/// A series of numbers that is always the same.
struct Series(u64);

impl Series {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let looks = format!("/Annots [<< /Subtype /Widget /Rect [110 696 300 712] /AP << /N {FIRST} 0 R >> >>]");
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 190 16] /Resources << /Font << /F1 3 0 R >> >>";
    let sheet = filled(Sheet::new(), 72.0, 700.0, 8)
        .entry(&looks)
        .raw("0 g 72 690 100 18 re f q 0.5 0 0 0.5 0 0 cm /P Do Q BT /F1 12 Tf [(a) -300 (b)] TJ ET")
        .resource(&format!("/XObject << /P {FIRST} 0 R >>"));
    let made = Paper::new(&[sheet, filled(Sheet::new(), 72.0, 700.0, 4)]);
    vec![
        made.stream(form, b"BT /F1 12 Tf 2 4 Td (Ann Lee) Tj ET").bytes(),
        include_bytes!("encrypted-aes.pdf").to_vec(),
        include_bytes!("libreoffice.pdf").to_vec(),
    ]
}

#[test]
fn changed_papers_give_a_paper_or_an_error() {
    let pieces: [&[u8]; 12] = [
        b"<<",
        b">>",
        b"[",
        b"endstream",
        b"endobj",
        b" 0 R",
        b"-1",
        b"99999999999",
        b"/Kids",
        b"/Filter /LZWDecode",
        b"(",
        b"\0",
    ];
    let mut series = Series(0x2545_F491_4F6C_DD1D);
    let seeds = seeds();
    let mut read_at_all = 0;
    for round in 0..300 {
        let mut bytes = seeds[round % seeds.len()].clone();
        for _ in 0..=series.below(12) {
            let at = series.below(bytes.len());
            match series.below(4) {
                0 => bytes[at] = u8::try_from(series.below(256)).unwrap(),
                1 => bytes[at] ^= 1 << series.below(8),
                2 => {
                    let end = (at + series.below(40)).min(bytes.len());
                    bytes.drain(at..end);
                }
                _ => {
                    let piece = pieces[series.below(pieces.len())];
                    bytes.splice(at..at, piece.iter().copied());
                }
            }
        }
        let first = read("paper.pdf", bytes.clone());
        match (&first, read("paper.pdf", bytes)) {
            (Ok(one), Ok(two)) => {
                assert_eq!((&one.text, &one.unread), (&two.text, &two.unread));
                read_at_all += 1;
            }
            (Err(one), Err(two)) => assert_eq!(one.to_string(), two.to_string()),
            _ => panic!("round {round} is read in two ways"),
        }
    }
    assert!(read_at_all > 100, "{read_at_all}");
}
