//! One item: its words, what it states already, and what is asked of it.

use crate::composed::{Block, Run};
use crate::particular::State;
use crate::questions::asked::{Asked, When};
use crate::questions::{Asker, heading, listed, paragraph};

/// Ruled lines under a question for the stage of the report.
const ROOM: u8 = 4;

/// Ruled lines under a question that will matter later.
const ROOM_LATER: u8 = 3;

impl Asker<'_> {
    /// The item with its questions.
    pub(super) fn item(&self, index: usize, asked: &[Asked<'_>]) -> Vec<Block> {
        let item = &self.report.response.items[index];
        let label =
            item.label.as_deref().map(|label| format!(", printed as {}", label.trim())).unwrap_or_default();
        let place = self.report.document.position(item.span.start).plain();
        let quoted = entries(self.report.document.slice(item.span));
        let mut blocks = vec![
            heading(3, format!("Item {} ({place}{label})", item.id)),
            Block::Quotation(quoted.into_iter().map(|words| vec![Run::plain(words)]).collect()),
            Block::Paragraph(vec![Run::bold("Already stated: "), Run::plain(self.stated(index))]),
        ];
        blocks.extend(put(&item.id, asked));
        blocks
    }

    /// What the item states, in one line.
    fn stated(&self, index: usize) -> String {
        let elements = self.report.particulars.get(index).map_or(&[][..], |all| &all.elements);
        let wordings = |state: State| -> Vec<&str> {
            let of_state = elements.iter().filter(|element| element.state == state);
            of_state.filter_map(|element| Some(self.rules.element(&element.id)?.wording.as_str())).collect()
        };
        let (whole, part) = (wordings(State::Present), wordings(State::Partial));
        match (whole.is_empty(), part.is_empty()) {
            (true, true) => "nothing yet of what is asked below.".to_owned(),
            (false, true) => format!("{}.", listed(&whole)),
            (true, false) => format!("only in part, {}.", listed(&part)),
            (false, false) => format!("{}; in part, {}.", listed(&whole), listed(&part)),
        }
    }
}

/// The questions with room for their answers, lettered from (a); those that will matter later stand apart.
pub(super) fn put(id: &str, asked: &[Asked<'_>]) -> Vec<Block> {
    let (now, later): (Vec<&Asked<'_>>, Vec<_>) = asked.iter().partition(|asked| asked.when == When::Now);
    let mut blocks = Vec::new();
    for (at, asked) in now.iter().enumerate() {
        blocks.extend(question(&lettered(id, at), asked, ROOM));
    }
    if !later.is_empty() {
        let is_later = later.iter().any(|asked| asked.when != When::Next);
        blocks.push(heading(4, if is_later { "Will matter later" } else { "Comes next" }));
    }
    for (at, asked) in later.iter().enumerate() {
        blocks.extend(question(&lettered(id, now.len() + at), asked, ROOM_LATER));
    }
    blocks
}

/// "9.3(a)"; after 26 letters, numbers.
fn lettered(id: &str, at: usize) -> String {
    match u8::try_from(at) {
        Ok(at) if at < 26 => format!("{id}({})", char::from(b'a' + at)),
        _ => format!("{id}({})", at + 1),
    }
}

fn question(number: &str, asked: &Asked<'_>, lines: u8) -> Vec<Block> {
    let inquiry = &asked.inquiry;
    let mut words = vec![Run::bold(format!("{number}  {}", inquiry.question))];
    if asked.is_partial {
        words.push(Run::plain(" The item says a part of this; please give the whole."));
    }
    match &asked.when {
        When::Now => {}
        When::Later(stages) => {
            let stages: Vec<&str> = stages.iter().map(|stage| stage.plain()).collect();
            words.push(Run::italic(format!(" (matters more at {})", listed(&stages))));
        }
        When::Next => words.push(Run::italic(" (what a careful reader asks once the rest is stated)")),
    }
    words.extend([Run::italic("\nA complete answer gives: "), Run::plain(format!("{}.", inquiry.complete))]);
    if !inquiry.form.is_empty() {
        words.extend([Run::italic("\nIts form: "), Run::plain(inquiry.form.as_str())]);
    }
    vec![Block::Paragraph(words), Block::Room { lines }]
}

/// The words as paragraphs: lines are joined, but for those after a blank line and those that open with a label.
fn entries(words: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    let mut is_apart = true;
    for line in words.lines() {
        let line = joined(line);
        match entries.last_mut() {
            _ if line.is_empty() => is_apart = true,
            Some(last) if !is_apart && !has_label(&line) => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => {
                entries.push(line);
                is_apart = false;
            }
        }
    }
    entries
}

/// The line opens with "(a)", "2.", "iv)" or a bullet.
fn has_label(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default();
    let bare = first.strip_prefix('(').unwrap_or(first).strip_suffix(['.', ')']);
    let is_short =
        |bare: &str| (1..4).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_alphanumeric());
    matches!(first, "-" | "*" | "•" | "–") || bare.is_some_and(is_short)
}

/// The words on one line.
pub(super) fn joined(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The items of which nothing is asked, in one line: "No question of their own: items 9.2 and 9.4."
pub(super) fn no_question(ids: &[&str]) -> Option<Block> {
    let noun = if ids.len() == 1 { "item" } else { "items" };
    (!ids.is_empty()).then(|| paragraph(format!("No question of their own: {noun} {}.", listed(ids))))
}

#[cfg(test)]
mod tests {
    use super::{entries, lettered};

    #[test]
    fn sub_parts_stand_apart_and_wrapped_lines_do_not() {
        let words = "the line,\n  with 9.2\npercent:\n(a) its core\n2. its\nglue\n\n- the end";
        assert_eq!(
            entries(words),
            ["the line, with 9.2 percent:", "(a) its core", "2. its glue", "- the end"]
        );
    }

    #[test]
    fn letters_give_way_to_numbers() {
        assert_eq!(
            (lettered("9.3", 0), lettered("1", 25), lettered("1", 26)),
            ("9.3(a)".to_owned(), "1(z)".to_owned(), "1(27)".to_owned())
        );
    }
}
