use crate::document::{Position, Span};
use crate::report::Report;
use crate::rule::{Severity, Stage};
use crate::write::example::{FOUNDING, founding, report, rules, span_of};
use crate::write::lines::width;
use crate::write::{Look, outline, summary, terminal};

fn look(width: usize) -> Look {
    Look { width, color: false, quote: true }
}

/// One answer in one sentence, whose third item alone is looked at.
fn small(stage: Stage) -> Report {
    let data = "the data transmitted to and from LivePerson's tag";
    report("answer.txt", FOUNDING, &[span_of(FOUNDING, data)], stage)
}

#[test]
fn a_small_report_reads_like_this() {
    let expected = "\
answer.txt: response at the notice stage, clear, 1 item

warning[unspecified-data]: Item 1 of Interrogatory No. 9 claims data but does
  not state what they are, what they are for, who sends and receives them, or
  which part is secret
   ╭─[ answer.txt, item 1 of Interrogatory No. 9, line 3, column 102 ]
   │
   │ …and LivePerson's application server communicate; the data transmitted to
   │                                                   ───────────────────────
   │ and from LivePerson's tag; LivePerson's customized designs for its…
   │ ─────────────────────────
   │
   │ Help: State the content, the purpose, the sender and the recipient, and the
   │       secret part.
   │       - What are the data?
   │       - What are they for?
   │       - Who sends them, and who receives them? (stated in part)
   │       - Which part is secret?
───╯

authority to the contrary at notice
  LivePerson, Inc. v. 24/7 Customer, Inc., No. 14 Civ. 1559 (RWS) (S.D.N.Y.
    June 22, 2016)
    Stage: notice discovery; the identification was held sufficient, or no more
    was required.
    What founding-2016 stands for, in a sentence that is long enough to need a
    second line.
    Caution: What a user must know before citing founding-2016.

items by element
  yes stated, part stated in part, - not stated; an empty place: does not apply
  N notice, P particularity, S summary-judgment: c clear, d deficient
item                     content  purpose  exchange  secret part  means  N  P  S
9.1   the data transmi…  -        -        part      -            yes    c  d  d

stages
  notice: clear (0 of 1 item deficient), the stage of this report
  particularity: deficient (1 of 1 item deficient)
  summary-judgment: deficient (1 of 1 item deficient)
  \"clear\" means: no deficiency found by these rules
0 errors, 1 warning, 0 notes
";
    assert_eq!(terminal(&small(Stage::Notice), &rules(), &look(80)), expected);
}

#[test]
fn an_authority_is_printed_in_full_once_and_one_that_is_not_sure_never() {
    let text = terminal(&founding(Stage::SummaryJudgment), &rules(), &look(120));
    assert_eq!(text.matches("1 F. Supp. 3d 224").count(), 1);
    assert_eq!(text.matches("Caution: What a user must know before citing later-2014.").count(), 1);
    assert_eq!(
        text.matches("Big Vision Private Ltd. v. E.I. DuPont de Nemours & Co. (see above)").count(),
        7
    );
    assert!(!text.contains("Unsure"));
}

#[test]
fn an_authority_of_another_stage_is_not_printed() {
    let text = terminal(&small(Stage::Particularity), &rules(), &look(120));
    assert!(!text.contains("1559") && !text.contains("Big Vision") && !text.contains("contrary"), "{text}");
    assert!(!terminal(&small(Stage::Notice), &rules(), &look(120)).contains("Big Vision"));
    assert!(!terminal(&small(Stage::SummaryJudgment), &rules(), &look(120)).contains("1559"));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for columns in [40, 60, 80, 120] {
        for paper in [founding(Stage::Notice), odd()] {
            let texts = [
                terminal(&paper, &rules(), &look(columns)),
                outline(&paper, &look(columns)),
                summary(&[paper.clone(), paper], 2, &look(columns)),
            ];
            for line in texts.iter().flat_map(|text| text.lines()) {
                assert!(width(line) <= columns, "{columns}: {line}");
            }
        }
    }
}

/// Empty items at either end, wide characters, a wrapped line, a long word, a character that steers the terminal.
fn odd() -> Report {
    let long = "x".repeat(300);
    let text = format!("“顧客データ” – é and the\ndata\tof \u{1b}[31m {long} go.\n\nThe end — “é”");
    let whole = Span::new(0, text.len());
    let items = [
        Span::new(0, 0),
        Span::new(0, 3),
        whole,
        span_of(&text, "the\ndata"),
        Span::new(text.len(), text.len()),
    ];
    report(&format!("{long}.txt"), &text, &items, Stage::Notice)
}

#[test]
fn odd_papers_are_shown_and_cannot_steer_the_terminal() {
    let text = terminal(&odd(), &rules(), &look(80));
    assert!(text.contains("顧客データ"));
    assert!(!text.contains('\u{1b}'));
    let broken = Span::new(1, 2);
    let paper = report("é.txt", "éa", &[broken, Span::new(7, 9)], Stage::Notice);
    assert!(terminal(&paper, &rules(), &look(80)).contains("line 1"));
}

#[test]
fn without_quotation_no_word_of_the_paper_is_printed() {
    let bare = Look { quote: false, ..look(80) };
    let mut paper = founding(Stage::Notice);
    paper.response.legend = Some("HIGHLY CONFIDENTIAL".to_owned());
    let authority = "LivePerson, Inc.";
    let text = terminal(&paper, &rules(), &bare).replace(authority, "") + &outline(&paper, &bare);
    for word in ["LivePerson", "transmitted", "engagement", "transcripts", "(label)", "HIGHLY"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains("item 8 of Interrogatory No. 9, line 3, column 438"));
}

#[test]
fn colours_change_nothing_but_colours() {
    let paper = founding(Stage::SummaryJudgment);
    let colored = terminal(&paper, &rules(), &Look { color: true, ..look(80) });
    let mut is_code = false;
    let plain: String = colored
        .chars()
        .filter(|character| {
            let was_code = is_code;
            is_code = (is_code && *character != 'm') || *character == '\u{1b}';
            !is_code && !was_code
        })
        .collect();
    assert!(colored.contains('\u{1b}'));
    assert_eq!(plain, terminal(&paper, &rules(), &look(80)));
}

#[test]
fn a_long_paper_says_what_it_leaves_out() {
    let sentence = "the data of the thing; ";
    let text = sentence.repeat(250);
    let at = |index: usize| Span::new(index * sentence.len(), (index + 1) * sentence.len() - 2);
    let items: Vec<Span> = (0..250).map(at).collect();
    let paper = report("a.txt", &text, &items, Stage::Notice);
    let shown = terminal(&paper, &rules(), &look(80));
    assert_eq!(shown.matches("╭─[").count(), 200);
    assert!(shown.contains("The first 200 findings are shown with their words; the other 50 follow"));
    assert!(shown.contains("50 items more not shown here; --format json has them all"));
    assert!(shown.contains("250 warnings"));
}

#[test]
fn only_true_places_are_printed() {
    let text = "one two\nthree the data here\n".repeat(3);
    let item = Span::new(text.len() - 9, text.len() - 1);
    let paper = report("a.txt", &text, &[item], Stage::Notice);
    let Position { line, column, .. } = paper.document.position(item.start);
    let shown = terminal(&paper, &rules(), &look(80));
    assert!(
        shown.contains(&format!("[ a.txt, item 1 of Interrogatory No. 9, line {line}, column {column} ]"))
    );
    let gutters = shown.lines().filter_map(|line| line.split_once('│'));
    assert!(gutters.into_iter().all(|(gutter, _)| gutter.trim().is_empty()));
}

#[test]
fn beyond_two_thousand_lines_the_least_severe_findings_are_counted_and_not_listed() {
    let items = vec![span_of(FOUNDING, "LivePerson's tag"); 2300];
    let mut long = report("answer.txt", FOUNDING, &items, Stage::Notice);
    long.findings[2299].severity.notice = Severity::Error;
    let text = terminal(&long, &rules(), &look(200));
    assert!(text.contains("of the others, the most severe 2000 follow on a line each"));
    assert_eq!(text.matches("error[unspecified-data]: Item 2300 of").count(), 1);
    assert!(
        text.contains("100 findings more not listed here (0 errors, 100 warnings, 0 notes); --format json")
    );
}
