//! What the owner of a PDF is told: what was left out, and what could not be read.

use super::layout::Page;
use super::page::Cut;
use crate::document::{Leftover, LeftoverKind};

/// The share of a page that a picture takes from which on it may hold words.
const LARGE: f64 = 0.05;
/// The share of a page that a picture takes from which on the page is a picture.
const WHOLE: f64 = 0.4;
/// Shapes with curves on a page without text, from which on they are letters.
const MOST_SHAPES: usize = 60;
/// Letters on a page from which on their sense is looked at.
const FEWEST: usize = 120;

/// What is said of each page.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) notes: Vec<String>,
    pub(super) unread: Vec<String>,
    /// What must not be served with the paper.
    pub(super) leftovers: Vec<Leftover>,
    /// Pages whose text is read.
    pub(super) read: usize,
}

/// Everything that is to be said of the pages, after what stands beside the text was taken off.
pub(super) fn told(pages: &[Page]) -> Told {
    let kinds: Vec<Kind> = pages.iter().map(kind).collect();
    let has_text = |kind: &&Kind| matches!(kind, Kind::Text | Kind::Illustrated | Kind::Stamped);
    let mut told = Told { read: kinds.iter().filter(has_text).count(), ..Told::default() };
    told.unread_pages(pages, &kinds);
    told.hidden(pages);
    told.beside(pages);
    told.leftovers = pages.iter().flat_map(leftovers).collect();
    told
}

/// The comments on a page, and that words on it cannot be seen.
fn leftovers(page: &Page) -> Vec<Leftover> {
    let is_hidden = page.hidden.boxes + page.hidden.unseen > 0;
    let comments = std::iter::repeat_n(LeftoverKind::Comment, page.beside.comments);
    let kinds = comments.chain(is_hidden.then_some(LeftoverKind::Hidden));
    kinds.map(|kind| Leftover { page: Some(page.number), ..Leftover::new(kind, "") }).collect()
}

impl Told {
    fn unread_pages(&mut self, pages: &[Page], kinds: &[Kind]) {
        let mut say = |is: &dyn Fn(&Page, Kind) -> bool, one: &str, many: &str| {
            let numbers: Vec<usize> = pages
                .iter()
                .zip(kinds)
                .filter(|(page, kind)| is(page, **kind))
                .map(|(page, _)| page.number)
                .collect();
            match numbers.as_slice() {
                [] => {}
                [number] => self.unread.push(format!("page {number} {one}")),
                _ => self.unread.push(format!("{} {many}", listed(&numbers))),
            }
        };
        say(
            &|_, kind| matches!(kind, Kind::Picture | Kind::Stamped),
            "holds a picture of text and no text; run text recognition on the file and check the result",
            "hold pictures of text and no text; run text recognition on the file and check the result",
        );
        say(
            &|_, kind| kind == Kind::Shapes,
            "holds letters drawn as shapes and no text; run text recognition on the file and check the result",
            "hold letters drawn as shapes and no text; run text recognition on the file and check the result",
        );
        say(
            &|_, kind| kind == Kind::Hidden,
            "holds only words that cannot be seen, which are left out",
            "hold only words that cannot be seen, which are left out",
        );
        say(
            &|page, _| is_garbled(page),
            "is set in a font whose letters cannot be told; run text recognition on the file and check the result",
            "are set in fonts whose letters cannot be told; run text recognition on the file and check the result",
        );
        say(
            &|page, _| page.cut == Some(Cut::Damaged),
            "is damaged, and not all of it is read",
            "are damaged, and not all of them is read",
        );
        say(
            &|page, _| page.cut == Some(Cut::TooMuch),
            "asks for more work than a page of a paper does, and is not read to its end",
            "ask for more work than pages of a paper do, and are not read to their end",
        );
        say(
            &|_, kind| kind == Kind::Illustrated,
            "holds a picture whose words are not read",
            "hold pictures whose words are not read",
        );
    }

    fn hidden(&mut self, pages: &[Page]) {
        let (boxes, on) = counted(pages, |page| page.hidden.boxes);
        if boxes > 0 {
            let stretches = if boxes == 1 {
                "1 stretch of words is".to_owned()
            } else {
                format!("{boxes} stretches of words are")
            };
            self.unread.push(format!("{stretches} under filled boxes or pictures and left out ({on})"));
        }
        let (unseen, on) = counted(pages, |page| page.hidden.unseen);
        if unseen > 0 {
            let stretches = if unseen == 1 { "1 stretch".to_owned() } else { format!("{unseen} stretches") };
            self.notes.push(format!("{stretches} of words that cannot be seen left out ({on})"));
        }
        let (turned, on) = counted(pages, |page| page.hidden.turned);
        if turned > 0 {
            let words = if turned == 1 { "1 word".to_owned() } else { format!("{turned} words") };
            self.notes.push(
                format!("{words} that are turned or slanted, as in a watermark, left out ({on})")
                    .replace("1 word that are", "1 word that is"),
            );
        }
        let (recognised, on) = counted(pages, |page| usize::from(page.is_recognised));
        if recognised > 0 {
            self.notes
                .push(format!("the words were recognised in pictures, which they may not match ({on})"));
        }
    }

    fn beside(&mut self, pages: &[Page]) {
        let (comments, on) = counted(pages, |page| page.beside.comments);
        match comments {
            0 => {}
            1 => self.notes.push(format!("1 comment beside the text not read ({on})")),
            _ => self.notes.push(format!("{comments} comments beside the text not read ({on})")),
        }
        let (files, on) = counted(pages, |page| page.beside.attachments);
        match files {
            0 => {}
            1 => self.notes.push(format!("1 attached file not read ({on})")),
            _ => self.notes.push(format!("{files} attached files not read ({on})")),
        }
        let (boxes, on) = counted(pages, |page| page.beside.unpainted);
        if boxes > 0 {
            self.unread.push(format!("the words typed into boxes on the page are not read ({on})"));
        }
    }
}

/// What a page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Blank,
    Picture,
    Shapes,
    Hidden,
    /// A picture of text, and a few words beside it.
    Stamped,
    /// Text, and a large picture without any.
    Illustrated,
}

fn kind(page: &Page) -> Kind {
    if page.pictures.is_empty() && letters(page) > 0 {
        return Kind::Text;
    }
    let whole = (page.width * page.height).max(1.0);
    let bare: f64 = page
        .pictures
        .iter()
        .map(|picture| {
            let is_inside = |x: f64, y: f64| picture.holds(x, y);
            let within: usize = page
                .chunks
                .iter()
                .filter(|chunk| is_inside(chunk.center().0, chunk.center().1))
                .map(|chunk| chunk.letters.len())
                .sum();
            let share = picture.size() / whole;
            if share < LARGE || within as f64 > 150.0 * share { 0.0 } else { share }
        })
        .fold(0.0, f64::max);
    let pictures: f64 = page.pictures.iter().map(|picture| picture.size() / whole).sum();
    match letters(page) {
        0 if pictures > LARGE => Kind::Picture,
        0 if page.shapes > MOST_SHAPES => Kind::Shapes,
        0 if page.hidden.unseen > 0 => Kind::Hidden,
        0 => Kind::Blank,
        _ if bare > WHOLE && letters(page) < FEWEST => Kind::Stamped,
        _ if bare > 0.0 => Kind::Illustrated,
        _ => Kind::Text,
    }
}

fn letters(page: &Page) -> usize {
    page.chunks.iter().flat_map(|chunk| &chunk.letters).filter(|letter| letter.text.is_alphanumeric()).count()
}

/// Its letters cannot be told, or make no words.
fn is_garbled(page: &Page) -> bool {
    let all =
        page.chunks.iter().flat_map(|chunk| &chunk.letters).filter(|letter| !letter.text.is_whitespace());
    let unknown = all.clone().filter(|letter| letter.text == crate::read::pdf::page::UNKNOWN).count();
    let count = all.count();
    unknown > 4 && unknown * 25 > count || count >= FEWEST && is_nonsense(page)
}

/// Few of the page's words have a vowel, and none is one of the words that every text has.
fn is_nonsense(page: &Page) -> bool {
    let (mut words, mut voiced) = (0, 0);
    for chunk in &page.chunks {
        let text = chunk.text().to_lowercase();
        for word in
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic))
        {
            if !word.is_ascii()
                || matches!(word, "the" | "of" | "and" | "to" | "in" | "for" | "is" | "by" | "on")
            {
                return false;
            }
            words += 1;
            voiced += usize::from(word.contains(['a', 'e', 'i', 'o', 'u', 'y']));
        }
    }
    words > 30 && voiced * 3 < words * 2
}

/// The sum over all pages, and the pages that add to it.
fn counted(pages: &[Page], count: impl Fn(&Page) -> usize) -> (usize, String) {
    let numbers: Vec<usize> = pages.iter().filter(|page| count(page) > 0).map(|page| page.number).collect();
    (pages.iter().map(count).sum(), listed(&numbers))
}

/// The most stretches of pages that are named.
const MOST_NAMED: usize = 12;

/// `page 3`, `pages 3 to 5, 9 and 12`.
pub(super) fn listed(numbers: &[usize]) -> String {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => stretches.push((*number, *number)),
        }
    }
    let more = stretches.len().saturating_sub(MOST_NAMED);
    let mut named: Vec<String> = stretches
        .iter()
        .take(MOST_NAMED)
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first} to {last}"),
        })
        .collect();
    if more > 0 {
        named.push(format!("{more} more stretches"));
    }
    let noun = if numbers.len() == 1 { "page" } else { "pages" };
    match named.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{noun} {} and {last}", rest.join(", ")),
        _ => format!("{noun} {}", named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn pages_are_listed_in_stretches() {
        assert_eq!(listed(&[3]), "page 3");
        assert_eq!(listed(&[3, 4, 5, 9]), "pages 3 to 5 and 9");
        assert_eq!(listed(&[1, 2, 7, 9]), "pages 1, 2, 7 and 9");
    }
}
