//! Lines put back into paragraphs, and broken words made whole.

use super::kit::{Paper, Sheet};

fn text(sheet: Sheet) -> String {
    Paper::new(&[sheet]).text()
}

const LONG: [&str; 3] = [
    "Plaintiff objects to this interrogatory as overbroad and states that the customer lists of",
    "the Dallas office, with the name and the price of each customer, were kept in a locked",
    "cabinet.",
];

#[test]
fn lines_become_paragraphs_by_space() {
    let sheet = Sheet::new().lines(72.0, 700.0, 14.0, &LONG).lines(72.0, 640.0, 14.0, &LONG);
    let paragraph = LONG.join(" ");
    assert_eq!(text(sheet), format!("{paragraph}\n\n{paragraph}\n"));
}

#[test]
fn words_of_lines_that_are_set_tight_stay_apart() {
    let words = ["Two", "days", "later", "Samuel", "returned", "to", "the", "plant,", "it", "is", "said"];
    let parts: Vec<String> = words.iter().map(|word| format!("({word})")).collect();
    // Blanks of 0.12 sizes, of 0.2 here and there, and a stop that is kerned by as much.
    let tight =
        parts.join(" -120 ").replace("(later) -120", "(later) -200").replace("(to) -120", "(to) -200");
    let tight = tight.replace("(the) -120", "(the) -200").replace("(is) -120", "(is) -200");
    let sheet = Sheet::new().raw(&format!("BT /F1 12 Tf 72 700 Td [{tight} -120 (.)] TJ ET"));
    assert_eq!(text(sheet), format!("{}.\n", words.join(" ")));
    let wide = parts.join(" -260 ").replace("(plant,)", "(pl) -120 (ant,)");
    let sheet = Sheet::new().raw(&format!("BT /F1 12 Tf 72 700 Td [{wide}] TJ ET"));
    assert_eq!(text(sheet), format!("{}\n", words.join(" ")));
}

#[test]
fn spacing_that_is_taken_back_hides_no_blanks() {
    let sheet = Sheet::new().raw(
        "BT /F1 12 Tf 6 Tc 72 700 Td [(t) 500 (h) 500 (e) 200 (o) 500 (l) 500 (d) 200 (t) 500 (a) 500 (p)] TJ ET",
    );
    assert_eq!(text(sheet), "the old tap\n");
}

#[test]
fn lines_become_paragraphs_by_indents() {
    let mut sheet = Sheet::new();
    for at in 0..3 {
        let top = 700.0 - 72.0 * f64::from(at);
        sheet = sheet.at(
            108.0,
            top,
            "Each worker signed an agreement before the first shift, and the customer lists of",
        );
        sheet = sheet.lines(
            72.0,
            top - 24.0,
            24.0,
            &[LONG[0], "the settings of the press were written down in the binder of the line."],
        );
    }
    let text = text(sheet);
    assert_eq!(text.matches("\n\n").count(), 2, "{text}");
    assert_eq!(text.matches('\n').count(), 5, "{text}");
}

#[test]
fn a_short_last_line_ends_a_paragraph() {
    let sheet =
        Sheet::new().lines(72.0, 700.0, 14.0, &[LONG[0], LONG[1], LONG[2], LONG[0], LONG[1], LONG[2]]);
    let paragraph = LONG.join(" ");
    assert_eq!(text(sheet), format!("{paragraph}\n\n{paragraph}\n"));
}

#[test]
fn entries_stand_on_lines_of_their_own() {
    let sheet = Sheet::new().lines(72.0, 700.0, 14.0, &LONG[..2]).lines(72.0, 672.0, 14.0, &["cabinet:"]);
    let sheet = sheet
        .at(90.0, 650.0, "1.")
        .at(108.0, 650.0, "the formula of the adhesive, which holds rosin, acetate and wax in the")
        .at(108.0, 636.0, "amounts of the binder;")
        .at(90.0, 622.0, "2.")
        .at(108.0, 622.0, "the know-how; and")
        .at(90.0, 608.0, "3.")
        .at(108.0, 608.0, "other forms.");
    let text = text(sheet);
    let expected = "1. the formula of the adhesive, which holds rosin, acetate and wax in the amounts of the binder;\n\
                    2. the know-how; and\n3. other forms.\n";
    assert!(text.ends_with(&format!("cabinet:\n\n{expected}")), "{text}");
}

#[test]
fn centered_headings_stand_on_lines_of_their_own() {
    let sheet = Sheet::new()
        .set("F2 12", 228.0, 720.0, "SUPERIOR COURT OF THE")
        .set("F2 12", 256.0, 706.0, "STATE OF TEXAS")
        .lines(72.0, 672.0, 14.0, &LONG);
    assert_eq!(text(sheet), format!("SUPERIOR COURT OF THE\nSTATE OF TEXAS\n\n{}\n", LONG.join(" ")));
}

#[test]
fn broken_words_are_made_whole() {
    let broken = |last: &str, next: &str| {
        let first = format!(
            "Plaintiff states that each of the settings of the press was kept secret with its {last}"
        );
        let second =
            format!("{next} and that the settings of the press were written down in the binder of the line");
        text(Sheet::new().lines(72.0, 700.0, 14.0, &[&first, &second, "and kept."]))
    };
    assert!(broken("soft-", "ware").contains("its software and"));
    // A beginning that has its hyphen anyway, an abbreviation, a number, and a hyphen that stands for what follows.
    assert!(broken("non-", "public").contains("its non-public and"));
    assert!(
        broken("X-", "rays").contains("its X-rays and")
            || broken("DNA-", "tests").contains("its DNA-tests and")
    );
    assert!(broken("24-", "hour").contains("its 24-hour and"));
    assert!(broken("pre-", "and").contains("its pre- and"));
    assert!(broken("and/", "or").contains("its and/or and"));
}

#[test]
fn a_compound_that_stands_unbroken_elsewhere_keeps_its_hyphen() {
    let first = "Plaintiff states that the heat-sealed edge of the tape was kept secret and that each heat-";
    let second =
        "sealed edge is cut at the press, and the code word and the know-how of the line, with code-";
    let sheet = Sheet::new().lines(
        72.0,
        700.0,
        14.0,
        &[first, second, "word and codeword, were kept in a locked cabinet of the plant."],
    );
    let text = text(sheet);
    assert!(text.contains("each heat-sealed edge") && text.contains("with codeword and"), "{text}");
}

#[test]
fn a_paragraph_runs_over_the_end_of_a_page() {
    let one = Sheet::new().lines(72.0, 100.0, 14.0, &LONG[..2]);
    let two =
        Sheet::new().lines(72.0, 700.0, 14.0, &["cabinet at the plant."]).lines(72.0, 660.0, 14.0, &LONG);
    let document = Paper::new(&[one, two]).read();
    assert_eq!(
        document.text,
        format!("{} {} cabinet at the plant.\n\n{}\n", LONG[0], LONG[1], LONG.join(" "))
    );
    let at = document.text.find("cabinet").unwrap();
    assert_eq!(document.position(at).page, Some(2));
}

#[test]
fn ligatures_soft_hyphens_doubled_letters_and_blanks_are_read_as_letters() {
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange \
               4 beginbfchar <41> <fb01> <42> <66006900> <43> <00ad> <44> <0066006c> endbfchar endcmap";
    let font =
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>";
    let paper = |sheet: Sheet| Paper::new(&[sheet]).object(font).stream("", map.as_bytes()).text();
    let ligatures = Sheet::new()
        .raw("BT /F3 12 Tf 72 700 Td (the A) Tj (nal D) Tj (ow chart de) Tj (B) Tj (ned and e) Tj (C) Tj (mail) Tj ET");
    assert_eq!(paper(ligatures), "the final flow chart defined and e-mail\n");
    let doubled = Sheet::new().at(72.0, 700.0, "Trade secret").at(72.3, 700.0, "Trade secret");
    assert_eq!(text(doubled), "Trade secret\n");
    let filled = Sheet::new().at(72.0, 700.0, "Name: ____________").at(110.0, 700.0, "Ann Lee");
    assert_eq!(text(filled), "Name: Ann Lee _____\n");
}

#[test]
fn letters_set_one_by_one_make_words() {
    let mut sheet = Sheet::new();
    let mut x = 72.0;
    for word in ["Master", "of", "Science"] {
        for letter in word.chars() {
            sheet = sheet.at(x, 700.0, &letter.to_string());
            x += if "Mmw".contains(letter) {
                10.0
            } else if "tfirl".contains(letter) {
                4.0
            } else {
                6.7
            };
        }
        x += 3.3;
    }
    assert_eq!(text(sheet), "Master of Science\n");
    let kerned = Sheet::new().raw("BT /F1 12 Tf 72 700 Td [(T) 80 (rade) -280 (se) 10 (cret)] TJ ET");
    assert_eq!(text(kerned), "Trade secret\n");
    let spaced = Sheet::new().raw("BT /F1 12 Tf 6 Tc 72 700 Td (TRADE SECRET) Tj ET");
    assert_eq!(text(spaced), "TRADE SECRET\n");
}
