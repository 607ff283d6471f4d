//! A quick hash for the words of papers, where nobody gains by making them collide.

use std::hash::Hasher;

/// Mixes the two halves of a key: papers do not choose the lexicon's words, so nobody can make them collide.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(16) {
            let mut padded = [0u8; 16];
            padded[..chunk.len()].copy_from_slice(chunk);
            self.write_u128(u128::from_le_bytes(padded));
        }
    }

    fn write_u128(&mut self, key: u128) {
        const ODD: u64 = 0x517c_c1b7_2722_0a95;
        let mixed = (key as u64 ^ self.0).wrapping_mul(ODD) ^ ((key >> 64) as u64).wrapping_mul(!ODD | 1);
        self.0 = mixed ^ (mixed >> 29);
        self.0 = self.0.wrapping_mul(ODD);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
