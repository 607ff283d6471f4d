//! What must not change a verdict, and what must, on every paper of the corpus.

use particulars::document::Span;
use particulars::report::{Report, Verdict};
use particulars::rule::Stage;

use crate::corpus::{cases, covering, nearest, report};

/// The stages at which an item must pin itself down.
const LATER: [Stage; 2] = [Stage::Particularity, Stage::SummaryJudgment];

/// One family of words that praise, count or tell a story and pin nothing down: as a clause, and as a sentence.
struct Padding {
    family: &'static str,
    clause: &'static str,
    sentence: &'static str,
}

const PADDINGS: [Padding; 10] = [
    Padding {
        family: "economic value",
        clause: ", which derives independent economic value, actual and potential, from not being generally known to other persons who can obtain economic value from its disclosure or use",
        sentence: " The foregoing derives independent economic value, actual and potential, from not being generally known to, and not being readily ascertainable through proper means by, other persons.",
    },
    Padding {
        family: "secrecy measures",
        clause: ", which is kept on servers locked behind passwords and badge readers and is shown only to employees who have signed confidentiality agreements",
        sentence: " This information is stored on servers protected by passwords and firewalls, is marked confidential, and is shown only to employees who need it and who have signed nondisclosure agreements.",
    },
    Padding {
        family: "investment",
        clause: ", which was developed over eleven years by a team of more than forty engineers at a cost of over $25 million",
        sentence: " It was built by a team of more than forty engineers working for eleven years, who tried and discarded countless alternatives at a cost of over $25 million.",
    },
    Padding {
        family: "praise",
        clause: ", which is specific, unique, novel, innovative, proprietary, state-of-the-art and unlike anything else on the market",
        sentence: " It is specific, unique, novel, highly detailed and proprietary, and nothing else on the market comes close to it.",
    },
    Padding {
        family: "statutory nouns",
        clause: ", including formulas, patterns, compilations, program devices, methods, techniques, processes, procedures, programs and codes, whether tangible or intangible, and however stored, compiled or memorialized",
        sentence: " The foregoing includes all forms and types of financial, business, scientific, technical, economic and engineering information, including patterns, plans, compilations, formulas, designs, prototypes, methods, techniques, processes, procedures, programs and codes.",
    },
    Padding {
        family: "counts",
        clause: ", which comprises 2,415 files, 18,000 pages and records of more than 600 customers",
        sentence: " In all there are 2,415 files in 37 folders, which run to some 18,000 pages and concern more than 600 customers in 14 states.",
    },
    Padding {
        family: "results",
        clause: ", which is as much as 30% faster, 15% cheaper and twice as accurate as anything that competitors offer",
        sentence: " It reduces cost by 30%, cuts errors by 15% and improves throughput by 50% compared to the products of competitors.",
    },
    Padding {
        family: "story",
        clause: ", which Defendants copied to personal storage devices before they resigned and have since used to compete with Plaintiff",
        sentence: " On the night before they resigned, Defendants copied it to a personal storage device, took it to their new employer and used it to win customers away from Plaintiff.",
    },
    Padding {
        family: "common knowledge",
        clause: ", which is not found in any textbook, patent or trade publication and cannot be learned by inspecting any product on sale",
        sentence: " None of it is found in any textbook, patent or trade publication, and none of it can be learned by inspecting any product on sale.",
    },
    Padding {
        family: "reservation",
        clause: ", which will be described further in expert reports and after Defendants have produced their documents",
        sentence: " It will be described further in expert reports, after Defendants have produced their documents, and Plaintiff reserves the right to amend this response.",
    },
];

/// Where padding is read as a claim of its own or joined to the item before, and the item is lost. Splitting is at
/// fault; the list may only grow shorter.
const KNOWN: [&str; 7] = [
    "avidair-v-rolls-royce-2011 | Service Letter 31, Issues 1 through 6 | story sentence",
    "medidata-v-veeva-2021-sj | Trialwell's plans and strategies for the field study business | story sentence",
    "medidata-v-veeva-2022-mil | See the 17,904 documents listed by Bates number in Appendix 1 | story sentence",
    "perrin-v-morales-2023 | its pricing | story clause",
    "spacedata-x-2017 | Benthic Signal's data regarding the environment of the deep ocean | story sentence",
    "spacedata-x-2017 | its data regarding the propagation of acoustic signals from transceivers carried on deep-sea floats | story sentence",
    "waymo-v-uber-2017-pi | the eighty-eight trade secrets numbered in Annex B, each of which Pellworm has used in its sensor program | story sentence",
];

/// The place after the sentence that ends at or after `from`.
fn after_sentence(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let stop = rest.find(['.', '\n']).unwrap_or(rest.len());
    from + stop + usize::from(rest[stop..].starts_with('.'))
}

/// What the padded item states, where padding it at `at` left it without a deficiency at a later stage.
fn cleared(before: &Report, item: usize, at: usize, padding: &str) -> Option<String> {
    let text = &before.document.text;
    let padded = report("answer.txt", &format!("{}{padding}{}", &text[..at], &text[at..]));
    let Some(found) = nearest(&padded, before.response.items[item].span) else {
        return Some("the item is lost".to_owned());
    };
    let is = |report: &Report, item: usize, stage| report.verdicts[item].at(stage) == Verdict::Deficient;
    let is_cleared = LATER.iter().any(|stage| is(before, item, *stage) && !is(&padded, found, *stage));
    is_cleared.then(|| stated(&padded, found))
}

/// The item's subject and particulars.
fn stated(report: &Report, item: usize) -> String {
    let particulars = &report.particulars[item];
    let found = particulars.found.iter();
    let found: Vec<_> = found.map(|one| (one.kind, report.document.slice(one.span))).collect();
    format!("{:?} of {:?}: {found:?}", particulars.subjects, report.document.slice(particulars.head))
}

#[test]
fn padding_never_helps() {
    let mut failed = Vec::new();
    let (mut tried, mut known) = (0, 0);
    for case in cases() {
        let before = report("answer.txt", &case.text);
        for (labelled, span) in case.placed().filter(|(labelled, _)| labelled.held == "insufficient") {
            let Some(item) = covering(&before, span) else { continue };
            let end = before.response.items[item].span.end;
            for Padding { family, clause, sentence } in &PADDINGS {
                for (form, at, words) in
                    [("clause", end, clause), ("sentence", after_sentence(&case.text, end), sentence)]
                {
                    tried += 1;
                    let name = format!("{} | {} | {family} {form}", case.id, labelled.text);
                    match cleared(&before, item, at, words) {
                        Some(_) if KNOWN.contains(&&*name) => known += 1,
                        Some(stated) => failed.push(format!("{name} | {stated}")),
                        None => {}
                    }
                }
            }
        }
    }
    assert!(tried > 1000, "{tried}");
    assert!(failed.is_empty(), "{} of {tried}\n{}", failed.len(), failed.join("\n"));
    println!("{tried} tried, {known} of {} known exceptions left", KNOWN.len());
}

/// The text with only the words that name `item` left of it, and their place.
fn reduced(before: &Report, item: usize) -> (String, Span) {
    let (text, span) = (&before.document.text, before.response.items[item].span);
    let head = before.particulars[item].head;
    let reduced = format!("{}{}{}", &text[..span.start], &text[head.start..head.end], &text[span.end..]);
    (reduced, Span::new(span.start, span.start + head.len()))
}

/// What the item states once it is reduced to its head, if it is still without a deficiency where it was before.
fn stays_clear(before: &Report, item: usize) -> Option<String> {
    let (text, place) = reduced(before, item);
    let after = report("answer.txt", &text);
    let found = nearest(&after, place);
    let is_deficient = |item: usize, stage| after.verdicts[item].at(stage) == Verdict::Deficient;
    let stages = LATER.into_iter().filter(|stage| before.verdicts[item].at(*stage) == Verdict::Clear);
    let mut left = stages.filter(|stage| found.is_none_or(|item| !is_deficient(item, *stage)));
    left.next().map(|_| found.map_or_else(|| "the item is lost".to_owned(), |item| stated(&after, item)))
}

/// Reduced to its head, this item runs together with the one after it.
const KNOWN_REDUCED: [&str; 1] = ["medidata-v-veeva-2022-mil | The audit-trail design"];

#[test]
fn an_item_reduced_to_its_head_is_deficient() {
    let mut failed = Vec::new();
    let (mut tried, mut named, mut known) = (0, 0, 0);
    for case in cases().iter().filter(|case| case.stage != Stage::Notice.name()) {
        let before = report("answer.txt", &case.text);
        for (_, span) in case.placed().filter(|(labelled, _)| labelled.held == "sufficient") {
            let Some(item) = covering(&before, span) else { continue };
            let head = before.particulars[item].head;
            let name = format!("{} | {}", case.id, before.document.slice(head));
            tried +=
                usize::from(LATER.iter().any(|stage| before.verdicts[item].at(*stage) == Verdict::Clear));
            match stays_clear(&before, item) {
                None => {}
                Some(_) if before.particulars[item].found.iter().any(|one| head.contains(one.span)) => {
                    named += 1;
                }
                Some(_) if KNOWN_REDUCED.contains(&&*name) => known += 1,
                Some(stated) => failed.push(format!("{name} | {stated}")),
            }
        }
    }
    println!("{tried} reduced; {named} clear by a particular in the head, {known} by a known exception");
    assert!(tried > 30, "{tried}");
    assert!(named <= 3, "{named}");
    assert!(failed.is_empty(), "{} of {tried}\n{}", failed.len(), failed.join("\n"));
}
