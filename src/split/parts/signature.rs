//! Signature lines, with who signs, for whom, and when.

use super::closing::{is_line_to_sign, is_name, names_firm};
use super::lines::{columns, lines, pared, without_stop};
use crate::document::Span;
use crate::response::{Filled, Signature, Signed};

/// The signature under an oath or a proof of service, which names others before it; a notary's is none.
pub fn signature_below(text: &str, block: Span) -> Option<Signature> {
    let is_notary = |one: &Signature| {
        let after = lines(text, Span::new(one.span.end, block.end)).filter(|line| !line.is_empty()).take(2);
        let mut words = after.map(|line| text[line.start..line.end].to_lowercase());
        words
            .find(|line| line.contains("notary") || line.contains("sworn"))
            .is_some_and(|line| line.starts_with("notary"))
    };
    let first = signatures(text, block).into_iter().find(|one| !is_notary(one))?;
    let below = signatures(text, Span::new(first.span.start, block.end)).into_iter().next();
    below.map(|below| Signature { date: first.date, ..below }).or(Some(first))
}

/// The signatures in a block, in order.
pub fn signatures(text: &str, block: Span) -> Vec<Signature> {
    let cells: Vec<Span> = cells(text, block);
    let mut found: Vec<(usize, Signature)> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        if let Some(signature) = signature(text, &cells, at, *cell) {
            found.push((at, signature));
        }
    }
    if found.is_empty() {
        found.extend(typed(text, &cells));
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|(at, _)| *at).chain([cells.len()]).collect();
    let mut from = 0;
    let mut signatures = Vec::new();
    for ((at, mut signature), end) in found.into_iter().zip(ends) {
        let about = &cells[from..end];
        signature.firm = about
            .iter()
            .copied()
            .find(|cell| names_firm(&text[cell.start..cell.end]) && *cell != signature.span);
        signature.represents = about.iter().find_map(|cell| represents(text, *cell));
        signature.date = date(text, &cells[from..end]);
        from = at + 1;
        signatures.push(signature);
    }
    signatures
}

/// What stands in the columns of the block's lines, without what is empty.
fn cells(text: &str, block: Span) -> Vec<Span> {
    let cells = lines(text, block).flat_map(|line| columns(text, line));
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// The signature that the cell holds.
fn signature(text: &str, cells: &[Span], at: usize, cell: Span) -> Option<Signature> {
    let words = &text[cell.start..cell.end];
    let named = |span: Span| (!span.is_empty()).then_some(span);
    let next = || {
        cells
            .get(at + 1)
            .copied()
            .map(|cell| name(text, cell))
            .filter(|cell| is_name(&text[cell.start..cell.end]))
            .and_then(named)
    };
    let new =
        |span, state, signer| Signature { span, state, signer, firm: None, represents: None, date: None };
    if let Some(mark) = ["/s/", "/S/", "s/ "].iter().find_map(|mark| {
        words
            .find(mark)
            .filter(|at| *mark != "s/ " || words[..*at].ends_with([' ', '\t']) || *at == 0)
            .map(|at| at + mark.len())
    }) {
        let after = name(text, Span::new(cell.start + mark, cell.end));
        let is_blank = text[after.start..after.end].starts_with('_') && !words.starts_with('_')
            || after.is_empty() && next().is_none();
        let state = if is_blank { Signed::Blank } else { Signed::Signed };
        let signer = named(after).filter(|_| !is_blank).or_else(next);
        let signer = signer.filter(|signer| !text[signer.start..signer.end].starts_with('_')).or_else(next);
        return Some(new(cell, state, signer));
    }
    let slashed =
        words.trim_start_matches("By:").trim().strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    if slashed.is_some_and(is_name) {
        return Some(new(cell, Signed::Signed, named(pared(text, cell, |c| matches!(c, '/' | ' ')))));
    }
    is_line_to_sign(words).then(|| new(cell, Signed::Blank, next()))
}

/// "By: Ada Birk", "Attorneys for Plaintiff" under a name: typed, whether or not it was signed.
fn typed(text: &str, cells: &[Span]) -> Option<(usize, Signature)> {
    let new = |at: usize, signer| Signature {
        span: cells[at],
        state: Signed::Typed,
        signer: Some(signer),
        firm: None,
        represents: None,
        date: None,
    };
    let by = cells.iter().enumerate().find_map(|(at, cell)| {
        let rest = text[cell.start..cell.end]
            .strip_prefix("By:")
            .or_else(|| text[cell.start..cell.end].strip_prefix("BY:"))?;
        let signer = name(text, Span::new(cell.end - rest.len(), cell.end));
        is_name(&text[signer.start..signer.end]).then(|| (at, new(at, signer)))
    });
    let closed = || {
        let ends = |cell: &Span| {
            ["yours,", "Yours,", "Sincerely,", "regards,"]
                .iter()
                .any(|end| text[cell.start..cell.end].ends_with(end))
        };
        let at = cells.iter().position(ends)? + 1;
        let signer = name(text, *cells.get(at)?);
        is_name(&text[signer.start..signer.end]).then(|| (at, new(at, signer)))
    };
    by.or_else(closed).or_else(|| {
        let at = cells.iter().position(|cell| represents(text, *cell).is_some())?;
        let above = (0..at).rev().find(|above| {
            let words = text[cells[*above].start..cells[*above].end].trim_end_matches(',');
            is_name(words)
                && !names_firm(words)
                && words.contains(' ')
                && words.split_whitespace().count() < 5
        })?;
        Some((above, new(above, name(text, cells[above]))))
    })
}

/// The name, without what follows it in brackets or after a comma.
fn name(text: &str, span: Span) -> Span {
    let span = pared(text, span, |c| c.is_whitespace() || matches!(c, ',' | '/' | '*'));
    let words = &text[span.start..span.end];
    let cut = [" (", ", ", "  ", " Attorney", " Counsel", " Dated", " By:"]
        .iter()
        .filter_map(|cut| words.find(cut))
        .min();
    Span::new(span.start, span.start + cut.unwrap_or(words.len()))
}

/// The party after "Attorneys for".
fn represents(text: &str, cell: Span) -> Option<Span> {
    const LEADS: [&str; 9] = [
        "attorneys for ",
        "attorney for ",
        "counsel for ",
        "attorneys of record for ",
        "counsel of record for ",
        "one of the attorneys for ",
        "attorneys and counsel for ",
        "on behalf of ",
        "lawyers for ",
    ];
    let small = text[cell.start..cell.end].to_ascii_lowercase();
    // A row of a table holds the whole block in one line.
    let holds_block = small.contains("/s/");
    let (at, lead) = LEADS.iter().filter_map(|lead| small.find(lead).map(|at| (at, *lead))).min()?;
    if at > 0 && !holds_block {
        return None;
    }
    let span = without_stop(text, Span::new(cell.start + at + lead.len(), cell.end));
    (!span.is_empty()).then_some(span)
}

/// The first date in the cells, or the blank for one.
pub fn date(text: &str, cells: &[Span]) -> Option<Filled> {
    const LEADS: [&str; 11] = [
        "dated this",
        "dated:",
        "date:",
        "dated",
        "executed on",
        "executed this",
        "executed at",
        "executed:",
        "signed on",
        "sworn to",
        "subscribed and sworn",
    ];
    cells.iter().enumerate().find_map(|(place, cell)| {
        let words = &text[cell.start..cell.end];
        let small = words.to_ascii_lowercase();
        let (at, lead) = LEADS
            .iter()
            .filter_map(|lead| small.find(lead).map(|at| (at, *lead)))
            .min_by_key(|(at, lead)| (*at, usize::MAX - lead.len()))?;
        let start = at + lead.len();
        let opens = at == 0 || lead.starts_with("executed") || small[..at].ends_with(' ');
        if !opens || lead == "dated" && !small[start..].starts_with(' ') {
            return None;
        }
        let rest = Span::new(cell.start + start, cell.end);
        let is_told = text[rest.start..rest.end].contains(|c: char| c.is_ascii_digit() || c == '_');
        // "Dated: New York, New York", with the day on the next line.
        let next =
            cells[place + 1..].iter().take(2).find(|next| year_end(&text[next.start..next.end]).is_some());
        Some(filled(text, next.copied().filter(|_| !is_told).unwrap_or(rest)))
    })
}

/// The date that opens the words, or the blank that stands there.
pub fn filled(text: &str, span: Span) -> Filled {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | '.');
    let trimmed = pared(text, span, is_edge);
    let month = month(&text[trimmed.start..text.floor_char_boundary(trimmed.end.min(trimmed.start + 60))]);
    let trimmed = Span::new(trimmed.start + month.unwrap_or(0), trimmed.end);
    let words = &text[trimmed.start..trimmed.end];
    let stop = year_end(words)
        .or_else(|| words.find(". "))
        .unwrap_or(words.len().min(words.floor_char_boundary(60)));
    let span = if trimmed.is_empty() { span } else { Span::new(trimmed.start, trimmed.start + stop) };
    let dated = &text[span.start..span.end];
    let has_digit = dated.contains(|c: char| c.is_ascii_digit());
    Filled { span, is_blank: dated.contains("__") || dated.contains('[') || !has_digit }
}

/// Where the name of a month stands after a place ("at New York, on May 3"), but not after a day.
fn month(words: &str) -> Option<usize> {
    let small = words.to_ascii_lowercase();
    let found = MONTHS.iter().filter_map(|month| {
        small.match_indices(month).map(|(at, _)| at).find(|at| small[..*at].ends_with(' '))
    });
    found.min().filter(|at| !small[..*at].contains(|c: char| c.is_ascii_digit() || c == '_'))
}

/// The names of the months; "may" as the verb stands before no number.
pub const MONTHS: [&str; 12] = [
    "january ",
    "february ",
    "march ",
    "april ",
    "may ",
    "june ",
    "july ",
    "august ",
    "september ",
    "october ",
    "november ",
    "december ",
];

/// The end of the first year, or of a date in figures.
pub fn year_end(words: &str) -> Option<usize> {
    let mut at = 0;
    for word in words.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '/') {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let is_year = bare.len() == 4
            && bare.bytes().all(|byte| byte.is_ascii_digit())
            && (bare.starts_with("19") || bare.starts_with("20"));
        let is_figures = bare.matches('/').count() == 2;
        if is_year || is_figures {
            return Some(at + bare.len());
        }
        at += word.len();
        if at > 70 {
            break;
        }
    }
    None
}
