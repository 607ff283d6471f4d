//! The court and the docket number in the head of a paper.

use super::caption::is_title_case;
use super::head::Line;
use super::lines::is_capitals;
use super::parties::is_noise;
use crate::document::Span;

/// The court.
pub struct Court {
    /// The lines that name it.
    pub lines: Vec<Span>,
    /// The line after it, from which parties are named; the first if it stands in the right column.
    pub after: usize,
}

/// The court that the head names; it stands over the parties or beside them.
pub fn court(text: &str, head: &[Line]) -> Court {
    let all = [false, true].into_iter().filter_map(|is_right| first_court(text, head, is_right));
    let Some((first, is_right)) = all.min() else { return Court { lines: Vec::new(), after: 0 } };
    let cell = |at: usize| if is_right { head[at].right } else { head[at].left };
    let words = |at: usize| text[cell(at).start..cell(at).end].to_uppercase();
    let mut lines = vec![cell(first)];
    if first > 0 && ["STATE OF", "COMMONWEALTH"].iter().any(|lead| words(first - 1).starts_with(lead)) {
        lines.insert(0, cell(first - 1));
    }
    let mut after = first + 1;
    // Beside the parties the lines of the court stand apart.
    let most_blank = if is_right { 3 } else { 1 };
    let mut blank = 0;
    for at in first + 1..head.len().min(first + 10) {
        let upper = words(at);
        if upper.is_empty() {
            blank += 1;
            // A division may be named in a paragraph of its own.
            let is_division = head.len() > at + 1 && words(at + 1).ends_with(" DIVISION");
            if blank > most_blank || lines.len() > 1 && !is_right && !is_division {
                break;
            }
            continue;
        }
        if !goes_on(&upper) {
            break;
        }
        blank = 0;
        lines.push(cell(at));
        after = at + 1;
    }
    Court { lines, after: if is_right { 0 } else { after } }
}

fn first_court(text: &str, head: &[Line], is_right: bool) -> Option<(usize, bool)> {
    let cell = |line: &Line| if is_right { line.right } else { line.left };
    head.iter().position(|line| names_court(text, cell(line))).map(|line| (line, is_right))
}

/// More of the court's name: its district, county or division.
fn goes_on(upper: &str) -> bool {
    const MORE: [&str; 9] = [
        "DISTRICT",
        "COUNTY",
        "DIVISION",
        "FOR THE",
        "STATE OF",
        "CIRCUIT",
        "IN AND FOR",
        "COMMONWEALTH",
        "COURT",
    ];
    let is_seat = upper.starts_with("AT ") && upper.split_whitespace().count() <= 4;
    (is_seat || MORE.iter().any(|word| upper.contains(word))) && upper.len() < 100 && !upper.contains(" V. ")
}

/// The line names a court, a commission or an arbitral body, and is no sentence.
fn names_court(text: &str, line: Span) -> bool {
    const BODIES: [&str; 6] = [
        "COURT",
        "TRADE COMMISSION",
        "TRIAL AND APPEAL BOARD",
        "ARBITRATION ASSOCIATION",
        "ARBITRATION TRIBUNAL",
        "JAMS",
    ];
    let words = &text[line.start..line.end];
    let upper = words.to_uppercase();
    let named = BODIES.iter().any(|body| {
        upper.match_indices(body).any(|(at, _)| {
            let is_word = |rest: Option<char>| rest.is_none_or(|c| !c.is_alphabetic());
            is_word(upper[..at].chars().next_back()) && is_word(upper[at + body.len()..].chars().next())
        })
    });
    named
        && words.len() < 100
        && !words.ends_with(['.', ';', ','])
        && (is_capitals(words) || is_title_case(words))
}

/// The docket number with the words before it ("Case No. 1:14-cv-01559"); it stands in a column of its own.
pub fn docket(text: &str, head: &[Line]) -> Option<Span> {
    const LEADS: [&str; 15] = [
        "case no",
        "civil action no",
        "civil no",
        "civ. no",
        "index no",
        "docket no",
        "c.a. no",
        "cause no",
        "civil case no",
        "case number",
        "adversary no",
        "inv. no",
        "investigation no",
        "action no",
        "case: ",
    ];
    let cells = || head.iter().flat_map(Line::cells);
    let led = cells().find_map(|cell| {
        let words = text[cell.start..cell.end].to_ascii_lowercase();
        let at = LEADS.iter().filter_map(|lead| words.find(lead)).min()?;
        let has_number = words[at..].contains(|c: char| c.is_ascii_digit());
        // What a gap parts from the words before it is a column of its own.
        let opens = at < 40 || words[..at].ends_with("    ");
        (has_number && opens).then(|| Span::new(cell.start + at, cell.start + number_end(&words, at)))
    });
    led.or_else(|| cells().find(|cell| is_docket(&text[cell.start..cell.end])))
}

/// Where the number ends whose words begin at `start`: what stands in brackets after it belongs to it.
fn number_end(words: &str, start: usize) -> usize {
    let (mut at, mut end, mut is_open) = (start, start, false);
    for word in words[start..].split_inclusive(' ') {
        at += word.len();
        let bare = word.trim();
        let has_digit = bare.contains(|c: char| c.is_ascii_digit());
        let has_number = words[start..end].contains(|c: char| c.is_ascii_digit());
        let belongs = has_digit
            || is_open
            || matches!(bare, "civ." | "civ" | "cv" | "cv." | "misc.")
            || bare.starts_with('(');
        if has_number && !belongs && !bare.is_empty() {
            break;
        }
        is_open = (is_open || bare.starts_with('(')) && !bare.ends_with(')');
        end = at - (word.len() - word.trim_end().len());
    }
    end
}

/// "No. 14 Civ. 1559 (AJN)", "1:14-cv-01559-ABC".
fn is_docket(words: &str) -> bool {
    let small = words.to_ascii_lowercase();
    let numbers = small.contains("-cv-")
        || small.contains(" civ. ")
        || small.contains(" civ ")
        || small.starts_with("337-ta-");
    let opens = small.trim_start_matches("no. ").starts_with(|c: char| c.is_ascii_digit());
    numbers && opens && words.len() < 50 && !is_noise(words)
}
