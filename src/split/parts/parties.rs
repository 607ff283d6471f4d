//! The parties of a caption, read down its left column: names, what each is in the case, and the "v." between them.

use super::head::Line;
use crate::document::Span;
use crate::response::{Party, Role};
use crate::split::parts::lines::{pared, without_stop};

/// The parties, and where the last word about them ends.
pub struct Names {
    pub parties: Vec<Party>,
    pub last: Option<usize>,
}

/// The parties that the left column of `head` names; without a court or a role, those of a line such as "Norvik v. Orme".
pub fn parties(text: &str, head: &[Line], has_court: bool) -> Names {
    let names = in_column(text, head);
    let has_role = names.parties.iter().any(|party| party.role.is_some());
    if has_role || has_court { names } else { in_line(text, head) }
}

/// "Re: Norvik Tape, Inc. v. Tom Orme, No. CV-1201".
fn in_line(text: &str, head: &[Line]) -> Names {
    let sides = head.iter().find_map(|line| {
        let words = &text[line.span.start..line.span.end];
        let (at, lead) = [" v. ", " vs. ", " V. "]
            .iter()
            .filter_map(|lead| words.find(lead).map(|at| (at, *lead)))
            .min()?;
        let before = words[..at].find(':').map_or(0, |colon| colon + 1);
        let after = at + lead.len();
        let ends = [", No", ", Case", ", Civ", ", C.A", ", Index", " ("];
        let end = ends
            .iter()
            .filter_map(|end| words[after..].find(end))
            .min()
            .map_or(words.len(), |end| after + end);
        let side = |start: usize, end: usize| {
            without_stop(text, Span::new(line.span.start + start, line.span.start + end))
        };
        Some([side(before, at), side(after, end)])
    });
    let sides = sides.filter(|sides| sides.iter().all(|side| !side.is_empty()));
    let last = sides.map(|sides| sides[1].end);
    let parties = sides.into_iter().flatten().map(|name| Party { name: vec![name], role: None }).collect();
    Names { parties, last }
}

fn in_column(text: &str, head: &[Line]) -> Names {
    let mut reader = Reader {
        text,
        pending: Vec::new(),
        side: Vec::new(),
        found: Vec::new(),
        last: None,
        has_parting: false,
        is_kind: false,
    };
    for line in head {
        if !line.left.is_empty() {
            reader.cell(line.left);
        }
    }
    reader.end()
}

/// What a caption says between names.
enum Token {
    /// "v.", "-against-": the other side follows.
    Parting,
    /// "Plaintiff,": what the names before are.
    Role(Role),
}

struct Reader<'a> {
    text: &'a str,
    /// The lines of the name that is being read.
    pending: Vec<Span>,
    /// The names before whose role is not known yet.
    side: Vec<Vec<Span>>,
    found: Vec<Party>,
    last: Option<usize>,
    has_parting: bool,
    /// The name has ended with what it is ("a Delaware"), which may go on.
    is_kind: bool,
}

impl Reader<'_> {
    fn cell(&mut self, cell: Span) {
        let mut rest = cell;
        while let Some((token, at, end)) = token(&self.text[rest.start..rest.end]) {
            self.name(Span::new(rest.start, rest.start + at));
            self.last = Some(rest.start + end);
            match token {
                Token::Parting => {
                    self.has_parting = true;
                    self.settle(None);
                }
                Token::Role(role) => self.settle(Some(role)),
            }
            rest = Span::new(rest.start + end, rest.end);
        }
        self.name(rest);
    }

    /// A line of names, or a part of one: ";" and ", and" part one name from the next.
    fn name(&mut self, words: Span) {
        let text = self.text;
        let mut start = words.start;
        for piece in text[words.start..words.end].split_inclusive(';') {
            let span = Span::new(start, start + piece.len());
            start = span.end;
            let span =
                pared(text, span, |c| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ')' | '|' | ':'));
            // "INC." and its like keep their stop.
            let stop = text[span.end..].starts_with('.') && span.end < words.end;
            let span = Span::new(span.start, span.end + usize::from(stop));
            let piece_words = &text[span.start..span.end];
            if !is_noise(piece_words)
                && piece_words.contains(|c: char| c.is_alphabetic())
                && piece_words.len() < 120
            {
                let name = without_kind(text, span);
                self.pending.extend(Some(name).filter(|name| !self.is_kind && !name.is_empty()));
                self.is_kind |= name.end < span.end;
                if piece.ends_with(';') || text[span.start..words.end].ends_with(", and") {
                    self.side.push(std::mem::take(&mut self.pending));
                    self.is_kind = false;
                }
            }
        }
    }

    /// The names that were read are of one side; without a role they count only if the other side follows.
    fn settle(&mut self, role: Option<Role>) {
        self.is_kind = false;
        if !self.pending.is_empty() {
            self.side.push(std::mem::take(&mut self.pending));
        }
        let names = self.side.drain(..).filter(|name| name.iter().any(|span| !span.is_empty()));
        self.found.extend(names.map(|name| Party { name, role }));
    }

    fn end(mut self) -> Names {
        // "Norvik Tape, Inc. v. Tom Orme": the last name has no role after it.
        if self.has_parting && self.found.len() == 1 && self.found[0].role.is_none() {
            self.pending.truncate(1);
            self.last = self.pending.first().map(|span| span.end).or(self.last);
            self.settle(None);
        }
        if self.has_parting || self.found.iter().any(|party| party.role.is_some()) && self.found.len() > 1 {
            Names { parties: self.found, last: self.last }
        } else {
            Names { parties: Vec::new(), last: None }
        }
    }
}

/// Rules of hyphens, and lines of a head that name no party.
pub fn is_noise(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let upper = words.to_uppercase();
    letters < 2
        || letters < 3 && words.contains('-')
        || [
            "COUNTY OF ",
            "DISTRICT OF ",
            "FOR THE ",
            "IN THE ",
            "FILED ",
            "ATTORNEYS FOR",
            "COUNSEL FOR",
            "TELEPHONE",
            "CONFIDENTIAL",
            "HIGHLY CONFIDENTIAL",
        ]
        .iter()
        .any(|lead| upper.starts_with(lead))
        || upper.ends_with(" DIVISION")
        || upper.ends_with(" DISTRICT")
        || words.contains('@')
}

/// The name without "a Delaware corporation", "an individual" and "et al.".
fn without_kind(text: &str, name: Span) -> Span {
    let words = &text[name.start..name.end];
    let small = words.to_ascii_lowercase();
    let cuts = [
        ", a ",
        ", an ",
        ", on behalf",
        " d/b/a",
        ", et al",
        ", individually",
        ", by and through",
        ", inclusive",
    ];
    let opens_with =
        ["a ", "an ", "et al", "inclusive", "individually"].iter().any(|lead| small.starts_with(lead));
    let cut = if opens_with {
        0
    } else {
        cuts.iter().filter_map(|cut| small.find(cut)).min().unwrap_or(words.len())
    };
    let lead = if small.starts_with("and ") { "and ".len() } else { 0 };
    Span::new(name.start + lead.min(cut), name.start + cut)
}

/// The first word in `words` that parts names, with its place and its end.
fn token(words: &str) -> Option<(Token, usize, usize)> {
    let mut at = 0;
    for word in words.split_inclusive([' ', '\t']) {
        let start = at;
        at += word.len();
        let bare = word.trim();
        if matches!(
            bare,
            "v." | "vs."
                | "V."
                | "VS."
                | "v"
                | "vs"
                | "-v-"
                | "-against-"
                | "–against–"
                | "against"
                | "versus"
                | "-vs-"
        ) {
            return Some((Token::Parting, start, start + bare.len()));
        }
        if let Some(role) = role(bare) {
            let end = role_end(words, start + bare.len());
            let before = words[..start].trim_end();
            let closes =
                words[..end].ends_with([',', '.', ';', ':', ')', '-']) || words[end..].trim().is_empty();
            if closes && (before.is_empty() || before.ends_with([',', '.', ';', ')', '-'])) {
                return Some((Token::Role(role), start, end));
            }
        }
    }
    None
}

/// Where "Plaintiff and Counterclaim-Defendant," ends whose first word ends at `end`.
fn role_end(words: &str, mut end: usize) -> usize {
    let mut at = end;
    for word in words[end..].split_inclusive([' ', '\t']) {
        at += word.len();
        let bare = word.trim();
        let joins = bare.is_empty() || matches!(bare, "and" | "/" | "&" | "AND");
        if words[..end].ends_with(['.', ';']) || !joins && role(bare).is_none() {
            break;
        }
        if !bare.is_empty() {
            end = at - (word.len() - word.trim_end().len());
        }
    }
    end
}

/// "Plaintiffs," "Counterclaim-Defendant," "Counterclaimant": the role that the word names.
fn role(word: &str) -> Option<Role> {
    if !word.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    // "Plaintiff/Counter-Defendant" is the plaintiff.
    let small = word.split('/').next().unwrap_or(word).to_ascii_lowercase();
    let mut parts = small.split(|c: char| !c.is_alphabetic()).filter(|part| part.len() > 1);
    let first = parts.next()?;
    let last = parts.next_back().unwrap_or(first);
    match last.trim_end_matches('s') {
        "plaintiff" | "complainant" | "counterclaimant" | "counterclaim" | "counter" | "cross" => {
            Some(Role::Plaintiff)
        }
        "defendant" => Some(Role::Defendant),
        "petitioner" | "claimant" => Some(Role::Petitioner),
        "respondent" | "appellee" => Some(Role::Respondent),
        "intervenor" => Some(Role::Intervenor),
        _ => None,
    }
}
