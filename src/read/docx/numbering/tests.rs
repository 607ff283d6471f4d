//! Labels as Word shows them, from the lists that a paper defines.

use super::Numbering;
use crate::read::docx::properties::{ListPlace, ParagraphProperties};
use crate::read::docx::styles::Styles;

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
         <w:lvlText w:val=\"{text}\"/><w:suff w:val=\"nothing\"/>{more}</w:lvl>"
    )
}

fn shared(id: u32, levels: &[String]) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{}</w:abstractNum>", levels.concat())
}

fn list(id: u32, shared: u32, overrides: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{shared}\"/>{overrides}</w:num>")
}

/// The labels of paragraphs in these lists and on these levels.
fn labels(definitions: &str, places: &[(u32, usize)]) -> Vec<String> {
    let xml = format!("<w:numbering {NAMESPACE}>{definitions}</w:numbering>");
    let mut numbering = Numbering::read(&xml).unwrap();
    let styles = Styles::default();
    let shown = places.iter().map(|(list, level)| {
        let place = ListPlace { list: Some(*list), level: Some(*level) };
        let properties = ParagraphProperties { place, ..ParagraphProperties::default() };
        numbering.next(&properties, &styles).map_or_else(String::new, |shown| shown.label)
    });
    shown.collect()
}

fn legal() -> String {
    let levels = [
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "lowerLetter", "(%3)", ""),
    ];
    shared(1, &levels)
}

#[test]
fn levels_count_and_start_anew_below_one_another() {
    let labels = labels(
        &(legal() + &list(5, 1, "")),
        &[(5, 0), (5, 1), (5, 2), (5, 2), (5, 1), (5, 2), (5, 0), (5, 1)],
    );
    assert_eq!(labels, ["I.", "1.1", "(a)", "(b)", "1.2", "(a)", "II.", "2.1"]);
}

#[test]
fn levels_that_are_passed_over_count_as_begun() {
    let labels = labels(&(legal() + &list(5, 1, "")), &[(5, 1), (5, 2), (5, 0)]);
    assert_eq!(labels, ["1.1", "(a)", "II."]);
}

#[test]
fn lists_of_one_kind_count_on_unless_they_have_a_start() {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride>";
    let definitions = shared(1, &[level(0, "decimal", "INTERROGATORY NO. %1:", "")])
        + &list(1, 1, "")
        + &list(2, 1, "")
        + &list(3, 1, start);
    let labels = labels(&definitions, &[(1, 0), (2, 0), (1, 0), (3, 0), (3, 0), (1, 0)]);
    let numbers: Vec<&str> =
        labels.iter().map(|label| label.trim_start_matches("INTERROGATORY NO. ")).collect();
    assert_eq!(numbers, ["1:", "2:", "3:", "4:", "5:", "6:"]);
}

#[test]
fn levels_restart_after_the_level_they_name() {
    let levels = |restart: &str| {
        let levels = [
            level(0, "decimal", "%1", ""),
            level(1, "decimal", "%1.%2", ""),
            level(2, "decimal", "%3", restart),
        ];
        shared(1, &levels) + &list(1, 1, "")
    };
    let places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)];
    let third = |restart: &str| {
        let labels = labels(&levels(restart), &places);
        [labels[2].clone(), labels[4].clone(), labels[6].clone()]
    };
    assert_eq!(third(""), ["1", "1", "1"]);
    assert_eq!(third("<w:lvlRestart w:val=\"0\"/>"), ["1", "2", "3"]);
    assert_eq!(third("<w:lvlRestart w:val=\"1\"/>"), ["1", "2", "1"]);
}

#[test]
fn a_list_may_bring_a_level_of_its_own() {
    let own = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(0, "lowerLetter", "%1)", ""));
    let definitions = shared(1, &[level(0, "decimal", "%1.", "")]) + &list(1, 1, &own);
    assert_eq!(labels(&definitions, &[(1, 0), (1, 0), (0, 0), (9, 0)]), ["a)", "b)", "", ""]);
}

#[test]
fn levels_are_found_by_style_and_lists_by_link() {
    let styles = format!(
        "<w:styles {NAMESPACE}><w:style w:type=\"paragraph\" w:styleId=\"Rog\"><w:pPr><w:numPr>\
         <w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:basedOn w:val=\"Rog\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Part\"><w:basedOn w:val=\"Rog\"/></w:style>\
         <w:style w:type=\"numbering\" w:styleId=\"Legal\"><w:pPr><w:numPr><w:numId w:val=\"8\"/></w:numPr></w:pPr>\
         </w:style></w:styles>"
    );
    let levels =
        [level(0, "decimal", "No. %1", ""), level(1, "lowerLetter", "(%2)", "<w:pStyle w:val=\"Part\"/>")];
    let definitions = shared(1, &levels)
        + "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"Legal\"/></w:abstractNum>"
        + &list(7, 2, "")
        + &list(8, 1, "");
    let xml = format!("<w:numbering {NAMESPACE}>{definitions}</w:numbering>");
    let styles = Styles::read(&styles).unwrap();
    let mut numbering = Numbering::read(&xml).unwrap();
    let mut next = |style: &str| {
        let properties =
            ParagraphProperties { style: Some(style.to_owned()), ..ParagraphProperties::default() };
        numbering.next(&properties, &styles).unwrap().label
    };
    assert_eq!(["Rog", "Part", "Part", "Sub"].map(&mut next), ["No. 1", "(a)", "(b)", "No. 2"]);
}
