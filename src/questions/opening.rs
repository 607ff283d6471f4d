//! What stands before the questions: what the paper is, for whom, how to answer, and what could not be read.

use crate::composed::{Block, Run};
use crate::questions::item::joined;
use crate::questions::{Asker, heading, paragraph};

impl Asker<'_> {
    /// Title, standing, instructions and what was not read.
    pub(super) fn opening(&self) -> Vec<Block> {
        let mut blocks = vec![heading(1, "Questions for the engineers")];
        blocks.extend(self.unread());
        blocks.extend(self.privilege());
        blocks.push(self.about());
        blocks.extend(instructions());
        if self.report.response.items.is_empty() && self.report.response.interrogatories.is_empty() {
            blocks.push(paragraph("No answer and no item was found in the paper, so nothing is asked."));
        }
        blocks
    }

    /// Which paper the questions are about, from whom and to whom they go.
    fn about(&self) -> Block {
        let report = self.report;
        let caption = report.response.parts.caption.as_ref();
        let title = caption.map(|caption| {
            let spans = caption.title.iter().map(|span| joined(report.document.slice(*span)));
            spans.collect::<Vec<_>>().join(" ")
        });
        let mut words = vec![Run::bold("Paper: "), Run::plain(file_name(&report.document.name))];
        if let Some(title) = title.filter(|title| !title.is_empty()) {
            words.push(Run::plain(format!(" ({title})")));
        }
        let line = |label: &str| Run::bold(format!("\n{label}: "));
        words.extend([
            line("To"),
            Run::blank("names of the engineers"),
            line("From"),
            Run::blank("name of counsel"),
            line("Answers to counsel by"),
            Run::blank("date"),
        ]);
        Block::Paragraph(words)
    }

    /// What the paper is to counsel, and for which stage it was drawn up.
    fn privilege(&self) -> Vec<Block> {
        let stage = self.report.stage;
        let summary = &self.rules.stages.get(stage).summary;
        let stage = match summary.chars().next() {
            None => format!("The questions were drawn up for the {} stage.", stage.plain()),
            Some(first) => {
                let rest = &summary[first.len_utf8()..];
                let name = stage.plain();
                format!("The questions were drawn up for the {name} stage: {}{rest}", first.to_lowercase())
            }
        };
        vec![
            heading(2, "Privileged and confidential: prepared at the direction of counsel"),
            Block::Paragraph(vec![
                Run::bold("To counsel: "),
                Run::plain(
                    "delete this heading if it is not so. A heading protects nothing by itself, and no view is taken here on \
                     whether this list or the answers are protected. ",
                ),
                Run::plain(stage.trim_end()),
                Run::plain(" Delete this paragraph before the list is sent."),
            ]),
        ]
    }

    /// What could not be read, before anything else.
    fn unread(&self) -> Vec<Block> {
        let unread = &self.report.document.unread;
        if unread.is_empty() {
            return Vec::new();
        }
        vec![
            heading(2, "Not everything in the paper could be read"),
            paragraph(
                "What follows says nothing of these parts; counsel should read them before this list is sent:",
            ),
            Block::Bulleted(unread.iter().map(|part| vec![Run::plain(part.as_str())]).collect()),
        ]
    }
}

/// The name of the file without its folders, which are nobody else's business.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn instructions() -> Vec<Block> {
    let points = [
        "You know how these things work; counsel has to describe them so exactly that a reader can tell what is meant. The \
         questions ask for facts. They do not ask whether something is valuable or new.",
        "Give the names that you use: of files, functions, tables, parts, drawings and versions; numbers with their units; who \
         sends what to whom. The line \"Its form\" shows how an answer can look; put your facts where the brackets are.",
        "Write only what you know. \"Not known\", \"none\" and the name of a colleague who knows are good answers; a guess is not. \
         If a question does not fit, say what the thing is instead.",
        "Point to files and documents as they are, by name and place. Change none of them, and write no new ones, for this.",
        "Send the answers to counsel and show them to nobody else. They may be protected from being shown to the \
         other side, but that is not certain: write down nothing of which you are not sure.",
    ];
    vec![
        heading(2, "How to answer"),
        Block::Bulleted(points.iter().map(|point| vec![Run::plain(*point)]).collect()),
    ]
}
