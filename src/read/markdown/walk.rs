//! The walk over the parser's events; it holds a stack of lists and never recurses.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, OffsetIter, Options, Parser, Tag, TagEnd};

use crate::document::BlockKind;
use crate::read::markdown::Extract;
use crate::read::markdown::html::{self, Token};
use crate::read::markdown::output::{Gap, Output};

/// The text that a reader of `source` sees.
pub(super) fn extract(source: &str) -> Extract {
    let parser = Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    let definitions = definitions(source, &parser);
    let mut walk = Walk {
        source,
        output: Output::new(source),
        lists: Vec::new(),
        cells: 0,
        html: None,
        definitions: definitions.into_iter().peekable(),
    };
    let mut events = parser.into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        walk.take(event, range, &mut events);
    }
    walk.write_definitions(source.len());
    walk.output.finish()
}

/// Lines such as `[1]: Confidential` that define a link to no address: words that the parser would leave out.
fn definitions(source: &str, parser: &Parser) -> Vec<Range<usize>> {
    let is_address = |address: &str| address.contains([':', '/', '@', '#']) || address.starts_with("www.");
    let mut words: Vec<Range<usize>> = parser
        .reference_definitions()
        .iter()
        .filter(|(_, definition)| !is_address(&definition.dest))
        .map(|(_, definition)| definition.span.clone())
        .filter(|span| source.get(span.clone()).is_some())
        .collect();
    words.sort_by_key(|span| span.start);
    words
}

/// A list that is open.
struct List {
    /// The number shown last; `None` for a bulleted list.
    number: Option<u64>,
    is_empty: bool,
}

type Events<'a> = Peekable<OffsetIter<'a>>;

struct Walk<'a> {
    source: &'a str,
    output: Output<'a>,
    lists: Vec<List>,
    /// Cells of the table row so far.
    cells: usize,
    /// The HTML block that is open: its text, and for each part the byte of it and of the source.
    html: Option<(String, Vec<(usize, usize)>)>,
    definitions: Peekable<std::vec::IntoIter<Range<usize>>>,
}

impl<'a> Walk<'a> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>, events: &mut Events<'a>) {
        match event {
            Event::Start(tag) => self.start(&tag, range, events),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.output.copy(&text, range),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.code(&text, range),
            Event::SoftBreak | Event::HardBreak => self.output.write("\n", range.start),
            Event::Html(text) => self.html(&text, range.start),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::Rule => self.output.part(Gap::Blank),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>, events: &mut Events<'a>) {
        match tag {
            Tag::Paragraph => self.open(Gap::Blank, BlockKind::Paragraph, range.start),
            Tag::Heading { .. } => self.open(Gap::Blank, BlockKind::Heading, range.start),
            Tag::BlockQuote(_) => self.open(Gap::Blank, BlockKind::Quotation, range.start),
            Tag::CodeBlock(kind) => self.code_block(kind, &range),
            Tag::HtmlBlock => {
                self.output.part(Gap::Blank);
                self.html = Some((String::new(), Vec::new()));
            }
            Tag::List(number) => {
                self.output.part(if self.lists.is_empty() { Gap::Blank } else { Gap::Line });
                self.lists.push(List { number: *number, is_empty: true });
            }
            Tag::Item => self.item(range, events),
            Tag::FootnoteDefinition(label) => {
                self.open(Gap::Blank, BlockKind::Footnote, range.start);
                self.output.write_marker(&format!("[^{label}]: "), range.start);
            }
            Tag::Table(_) => self.output.part(Gap::Blank),
            Tag::TableHead => self.row(BlockKind::HeadingRow),
            Tag::TableRow => self.row(BlockKind::Row),
            Tag::TableCell => self.cell(range.start),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Item => self.output.close(Gap::Line),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::List(_) => {
                self.lists.pop();
                self.output.part(Gap::Line);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.cells = 0;
                self.output.close(Gap::Line);
            }
            TagEnd::Table => self.output.part(Gap::Line),
            _ => {}
        }
    }

    fn open(&mut self, gap: Gap, kind: BlockKind, at: usize) {
        self.write_definitions(at);
        self.output.part(gap);
        self.output.open(kind);
    }

    fn write_definitions(&mut self, before: usize) {
        while let Some(span) = self.definitions.next_if(|span| span.start < before) {
            self.output.part(Gap::Blank);
            self.output.open(BlockKind::Paragraph);
            let words = self.source[span.clone()].trim_end();
            self.output.copy(words, span.start..span.start + words.len());
            self.output.close(Gap::Blank);
        }
    }

    fn item(&mut self, range: Range<usize>, events: &mut Events<'a>) {
        let is_loose = matches!(events.peek(), Some((Event::Start(Tag::Paragraph), _)));
        let starts_line = !self.output.is_after_marker();
        self.write_definitions(range.start);
        self.output.part(if is_loose { Gap::Blank } else { Gap::Line });
        self.output.open(BlockKind::Entry);
        let written = self.source.get(range.clone()).unwrap_or_default();
        let blanks = written.len() - written.trim_start().len();
        let marker =
            self.lists.last_mut().map_or_else(String::new, |list| list.next_marker(&written[blanks..]));
        let at = range.start + blanks;
        if starts_line && self.lists.len() > 1 {
            self.output.write(&"  ".repeat(self.lists.len() - 1), at);
        }
        self.output.write_marker(&marker, at);
    }

    fn row(&mut self, kind: BlockKind) {
        self.output.part(Gap::Line);
        self.output.open(kind);
        self.cells = 0;
    }

    fn cell(&mut self, at: usize) {
        if self.cells > 0 {
            self.output.write(" | ", at);
        }
        self.cells += 1;
    }

    /// Code in a line: the source has backticks about it, and perhaps blanks.
    fn code(&mut self, text: &str, range: Range<usize>) {
        let written = self.source.get(range.clone()).unwrap_or_default();
        let ticks = written.len() - written.trim_start_matches('`').len();
        let has_blank = written[ticks..].starts_with([' ', '\n']) && !text.starts_with(' ');
        let start = range.start + ticks + usize::from(has_blank);
        let is_whole = self.source.get(start..start + text.len()) == Some(text);
        let end = if is_whole { start + text.len() } else { range.end };
        self.output.copy(text, start..end);
    }

    fn code_block(&mut self, kind: &CodeBlockKind, range: &Range<usize>) {
        self.open(Gap::Blank, BlockKind::Paragraph, range.start);
        // The word after a fence ("```json") shows nowhere, unless it is more than a word.
        if let CodeBlockKind::Fenced(word) = kind
            && word.trim().contains(char::is_whitespace)
        {
            let fence = self.source.get(range.clone()).unwrap_or_default();
            let at = range.start + fence.find(&**word).unwrap_or_default();
            self.output.copy(word, at..at + word.len());
            self.output.part(Gap::Line);
        }
    }

    fn inline_html(&mut self, tag: &CowStr, range: Range<usize>) {
        match html::tag(tag) {
            html::Tag::Drop => {}
            html::Tag::Break => self.output.write(if self.cells > 0 { " " } else { "\n" }, range.start),
            html::Tag::Keep => self.output.copy(tag, range),
        }
    }

    fn html(&mut self, text: &str, at: usize) {
        if let Some((html, parts)) = &mut self.html {
            parts.push((html.len(), at));
            html.push_str(text);
        }
    }

    fn html_block(&mut self) {
        let Some((html, parts)) = self.html.take() else { return };
        let place = |at: usize| match parts.partition_point(|(start, _)| *start <= at).checked_sub(1) {
            Some(part) => parts[part].1 + (at - parts[part].0),
            None => at,
        };
        for token in html::tokens(&html) {
            match token {
                Token::Break => self.output.part(Gap::Line),
                Token::Entity(range) => {
                    let characters = html::decode(&html[range.clone()]);
                    self.output.copy(&characters, place(range.start)..place(range.start) + range.len());
                }
                Token::Words(range) => {
                    let words = &html[range.clone()];
                    self.output.copy(words, place(range.start)..place(range.start) + words.len());
                }
            }
        }
        self.output.part(Gap::Line);
    }
}

impl List {
    /// The marker of the next entry, which the source writes as `written`: a number above the last one stands,
    /// any other counts on from the last.
    fn next_marker(&mut self, written: &str) -> String {
        let Some(last) = self.number else { return "- ".to_owned() };
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        let stated = written[..digits].parse::<u64>().unwrap_or(last);
        let number = if self.is_empty { last } else { stated.max(last.saturating_add(1)) };
        self.is_empty = false;
        self.number = Some(number);
        let close = if written[digits..].starts_with(')') { ')' } else { '.' };
        format!("{number}{close} ")
    }
}
