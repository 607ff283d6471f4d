//! What the page may load: nothing but its own style sheets, known by their digests.

use sha2::{Digest, Sha256};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The content security policy of a page with these style sheets.
pub fn policy(styles: &[&str]) -> String {
    let digest = |style: &&str| format!(" 'sha256-{}'", base64(&Sha256::digest(style.as_bytes())));
    let digests: String = styles.iter().map(digest).collect();
    format!("default-src 'none'; style-src{digests}; base-uri 'none'; form-action 'none'")
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at)) as usize & 63];
            text.push(if at > group.len() { '=' } else { char::from(digit) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, policy};

    #[test]
    fn digits_are_those_of_rfc_4648() {
        let vectors = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (plain, digits) in vectors {
            assert_eq!(base64(plain.as_bytes()), digits);
        }
    }

    #[test]
    fn the_digest_is_that_of_a_style() {
        // As `printf '' | openssl dgst -sha256 -binary | base64` gives it.
        assert!(policy(&[""]).contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
    }
}
