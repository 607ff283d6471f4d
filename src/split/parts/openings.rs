//! The lines with which signatures, oaths and proofs of service begin.

use super::caption::is_title_case;
use super::lines::is_capitals;
use crate::response::SectionKind;

/// Headings of a proof of service.
const PROOFS: [&str; 8] = [
    "certificate of service",
    "certificate of mailing",
    "proof of service",
    "affidavit of service",
    "declaration of service",
    "certification of service",
    "affirmation of service",
    "acknowledgment of service",
];

/// Headings of an oath.
const OATHS: [&str; 13] = [
    "verification",
    "verified",
    "declaration",
    "affidavit",
    "acknowledgment",
    "jurat",
    "attestation",
    "certification",
    "individual verification",
    "corporate verification",
    "client verification",
    "plaintiff's verification",
    "defendant's verification",
];

/// Words with which a proof of service begins.
const SERVES: [&str; 4] =
    ["i hereby certify", "i certify", "the undersigned certifies", "the undersigned hereby certifies"];

/// Words with which an oath begins.
const SWEARS: [&str; 14] = [
    "signed under the pains",
    "i declare that",
    "i swear",
    "i affirm that",
    "i certify that the foregoing",
    "i hereby certify that the foregoing",
    "i declare under penalty",
    "i verify under penalty",
    "i affirm under penalty",
    "under penalty of perjury",
    "under penalties of perjury",
    "pursuant to 28 u.s.c",
    "subscribed and sworn",
    "sworn to",
];

/// What a witness says after the name.
const SAYS: [&str; 6] = ["declare", "being", "verify", "state", "have read", "am "];

/// Lines above or about a signature.
const SIGNS: [&str; 8] = [
    "Respectfully submitted",
    "RESPECTFULLY SUBMITTED",
    "Respectfully Submitted",
    "/s/",
    "Very truly yours",
    "Sincerely,",
    "By: /s/",
    "BY: /s/",
];

/// Words before a date.
const DATES: [&str; 8] =
    ["dated:", "date:", "dated this", "dated at", "executed on", "executed this", "executed at", "executed:"];

/// What a signature is for.
const AS_TO: [&str; 4] = ["as to objections", "as to answers", "as to the answers", "as to the objections"];

/// Words before the party that a signer represents.
const FOR: [&str; 3] = ["attorneys for ", "attorney for ", "counsel for "];

/// Words with which something begins that is attached to the paper.
const ATTACHED: [&str; 5] = ["exhibit ", "appendix", "schedule ", "attachment ", "annex "];

/// The part that a line of the end opens.
pub fn opening(words: &str) -> Option<SectionKind> {
    if opens_proof(words) {
        Some(SectionKind::Certificate)
    } else if is_attachment(words) {
        Some(SectionKind::Attachment)
    } else if opens_oath(words) {
        Some(SectionKind::Verification)
    } else {
        opens_signature(words).then_some(SectionKind::Signatures)
    }
}

fn opens_proof(words: &str) -> bool {
    let small = bare(words).to_lowercase();
    let says = SERVES.iter().any(|lead| small.starts_with(lead)) || small.contains(", hereby certify that");
    // "I certify that the foregoing answers are true" is an oath.
    let swears =
        small.contains("answers") || small.contains("foregoing is true") || small.contains("statements");
    is_headed(words, &small, &PROOFS) || says && !swears
}

fn opens_oath(words: &str) -> bool {
    let small = bare(words).to_lowercase();
    let names_witness =
        bare(words).strip_prefix("I, ").is_some_and(|name| name.starts_with(char::is_uppercase));
    let speaks = names_witness && SAYS.iter().any(|word| small.contains(word));
    is_headed(words, &small, &OATHS) || SWEARS.iter().any(|lead| small.starts_with(lead)) || speaks
}

fn opens_signature(words: &str) -> bool {
    let small = bare(words).to_lowercase();
    let signs = SIGNS.iter().any(|lead| words.trim_start_matches(['*', ' ']).starts_with(lead));
    let is_line = words.len() < 140 && words.starts_with(|c: char| c.is_uppercase());
    let is_for =
        FOR.iter().any(|lead| small.starts_with(lead)) && (is_title_case(words) || is_capitals(words));
    // "Date: the stamp on each core" dates nothing.
    let dated = DATES
        .iter()
        .find_map(|lead| words.to_lowercase().strip_prefix(lead).map(|rest| words.len() - rest.len()));
    let is_dated = dated.is_some_and(|at| !words[at..].trim_start().starts_with(|c: char| c.is_lowercase()));
    let is_as_to = words.len() < 60 && AS_TO.iter().any(|lead| small.starts_with(lead));
    signs || is_line && (is_for || is_dated || is_as_to)
}

/// "EXHIBIT A" alone on its line.
fn is_attachment(words: &str) -> bool {
    let bare = bare(words);
    let is_short = bare.split_whitespace().count() < 4;
    is_short && is_capitals(bare) && ATTACHED.iter().any(|lead| bare.to_lowercase().starts_with(lead))
}

/// What follows the name of an oath or a proof in its heading: "Verification engine" is the name of a thing.
const AFTER: [&str; 11] = ["of ", "by ", "under ", "pursuant ", "as ", "for ", "to ", "page", "(", "-", "–"];

/// The line is a heading that begins with one of `names`.
fn is_headed(words: &str, small: &str, names: &[&str]) -> bool {
    let bare = bare(words);
    let is_heading =
        bare.len() < 100 && (is_capitals(bare) || is_title_case(bare)) && !words.ends_with(['.', ';']);
    let closes = |rest: &str| {
        rest.is_empty()
            || rest.strip_prefix(' ').is_some_and(|rest| AFTER.iter().any(|word| rest.starts_with(word)))
    };
    is_heading && names.iter().any(|name| small.strip_prefix(name).is_some_and(closes))
}

fn bare(words: &str) -> &str {
    words.trim_matches(['*', '#', '_', ' ', ':', '.'])
}

#[cfg(test)]
mod tests {
    use super::opening;
    use crate::response::SectionKind;

    #[test]
    fn lines_open_what_they_say() {
        assert_eq!(opening("Certificate of Service"), Some(SectionKind::Certificate));
        assert_eq!(opening("I, Jane Roe, declare:"), Some(SectionKind::Verification));
        assert_eq!(opening("DECLARATION OF JANE ROE"), Some(SectionKind::Verification));
        assert_eq!(opening("Dated: May 3, 2021"), Some(SectionKind::Signatures));
        assert_eq!(opening("Verification of the tape is done by the mill."), None);
        assert_eq!(opening("Verification Engine"), None);
        assert_eq!(opening("I, as an engineer would state, sign."), None);
        assert_eq!(opening("Counsel for the mill wrote the list."), None);
        assert_eq!(opening("Date: the stamp on each core"), None);
        assert_eq!(opening("Date: New York, May 3"), Some(SectionKind::Signatures));
        assert_eq!(opening("EXHIBIT A"), Some(SectionKind::Attachment));
    }
}
