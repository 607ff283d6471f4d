//! The shape of each format: valid where there is a schema, and what its reader does with hostile words.

use std::collections::BTreeSet;

use particulars::rule::Stage;
use quick_xml::events::Event;
use serde_json::Value;

use super::{Ask, FORMATS, USUAL, shown, written};
use crate::{FOUNDING, lint};

/// A paper whose words are all that a format could stumble over.
const HOSTILE: &str = "INTERROGATORY NO. 4: Identify each trade secret.\n\nRESPONSE:\n\
1. =HYPERLINK(\"x\") the data, \"sent\" by <b>Société & Ω</b> ]]> %0A::error::x \u{1b}[31m \u{7}and so on, etc.;\n\
2. +1 the way in which [it](1) works, including but not limited to 顧客データ\u{fffe};\n\
3. @SUM(A1:A9) the process;\n";

fn hostile(stage: Stage) -> [particulars::report::Report; 1] {
    shown("a,b:c%.txt", HOSTILE, stage)
}

const QUOTED: Ask = Ask { quote: true, ..USUAL };

/// The published schema of SARIF.
pub fn sarif_schema() -> jsonschema::Validator {
    let mut schema: Value = serde_json::from_str(include_str!("sarif-schema-2.1.0.json")).unwrap();
    // Its pattern for languages has a bracket too many, which strict readers of expressions refuse; no log here has one.
    for part in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][part]["properties"]["language"];
        language.as_object_mut().unwrap().remove("pattern").unwrap();
    }
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn sarif_meets_its_schema() {
    let validator = sarif_schema();
    let unread = [("a scan.pdf".to_owned(), "a scan.pdf: no text; run OCR over it".to_owned())];
    for ask in [USUAL, QUOTED] {
        for reports in
            Stage::ALL.map(|stage| [hostile(stage), shown("examples/f.txt", FOUNDING, stage)].concat())
        {
            let log: Value = serde_json::from_str(&written("sarif", &reports, &unread, ask)).unwrap();
            let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
            check_results(&log["runs"][0], ask.quote);
        }
    }
    let empty: Value = serde_json::from_str(&written("sarif", &[], &[], USUAL)).unwrap();
    assert!(validator.is_valid(&empty));
    assert!(
        !validator.is_valid(&serde_json::json!({ "version": "2.1.0" })),
        "the schema holds nothing to account"
    );
}

/// What the schema cannot say: indices lead to their rules, and no fingerprint stands twice.
fn check_results(run: &Value, is_quoted: bool) {
    let results = run["results"].as_array().unwrap();
    assert!(results.len() > 10);
    let mut seen = BTreeSet::new();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(!rule["help"]["text"].as_str().unwrap().is_empty());
        if result["ruleId"] == "unread-part" {
            continue;
        }
        let fingerprint = result["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap();
        assert!(seen.insert(fingerprint.to_owned()), "{fingerprint}");
        let physical = &result["locations"][0]["physicalLocation"];
        assert_eq!(physical["region"]["snippet"].is_object(), is_quoted);
        let artifact = usize::try_from(physical["artifactLocation"]["index"].as_u64().unwrap()).unwrap();
        assert_eq!(run["artifacts"][artifact]["location"]["uri"], physical["artifactLocation"]["uri"]);
    }
}

#[test]
fn the_third_item_is_found_where_it_stands() {
    let reports = shown("a.txt", FOUNDING, Stage::SummaryJudgment);
    let log: Value = serde_json::from_str(&written("sarif", &reports, &[], USUAL)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let third = results.iter().find(|result| result["properties"]["item"] == "9.3").unwrap();
    let location = &third["locations"][0];
    assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "Interrogatory No. 9 / item 3");
    let region = &location["physicalLocation"]["region"];
    let column = |key: &str| usize::try_from(region[key].as_u64().unwrap()).unwrap() - 1;
    let line = FOUNDING.lines().nth(usize::try_from(region["startLine"].as_u64().unwrap()).unwrap() - 1);
    let words = line.unwrap().chars().skip(column("startColumn"));
    let words: String = words.take(column("endColumn") - column("startColumn")).collect();
    assert_eq!(words, "the data");
    assert_eq!(third["level"], "error");
}

#[test]
fn rdjson_columns_count_bytes_and_end_behind_the_last() {
    let said = written("rdjson", &hostile(Stage::SummaryJudgment), &[], QUOTED);
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["diagnostics"][0]["location"]["path"], "a,b:c%.txt");
    let paper = FOUNDING.replace("LivePerson's tag; ", "Société's “Ω” tag; ");
    let value: Value =
        serde_json::from_str(&written("rdjson", &shown("a.txt", &paper, Stage::SummaryJudgment), &[], USUAL))
            .unwrap();
    let all = value["diagnostics"].as_array().unwrap();
    let data = all.iter().find(|one| one["code"]["value"] == "unspecified-data").unwrap();
    let range = &data["location"]["range"];
    let number = |end: &str, key: &str| usize::try_from(range[end][key].as_u64().unwrap()).unwrap();
    assert_eq!(number("start", "line"), number("end", "line"));
    let line = paper.lines().nth(number("start", "line") - 1).unwrap();
    assert_eq!(&line[number("start", "column") - 1..number("end", "column") - 1], "the data");
    assert_eq!(data["severity"], "ERROR");
}

#[test]
fn annotations_are_ten_of_a_kind_and_the_rest_is_counted() {
    let items: Vec<String> =
        (1..=24).map(|number| format!("{number}. the data of system {number};")).collect();
    let paper =
        format!("INTERROGATORY NO. 4: Identify each trade secret.\n\nRESPONSE:\n{}\n", items.join("\n"));
    let text = written("github", &shown("a.txt", &paper, Stage::SummaryJudgment), &[], USUAL);
    let of_kind = |kind: &str| text.lines().filter(|line| line.starts_with(&format!("::{kind} "))).count();
    assert_eq!(of_kind("error"), 10);
    assert!(of_kind("warning") <= 10 && of_kind("notice") <= 10);
    assert!(text.lines().count() <= 50 && text.lines().all(|line| line.starts_with("::")));
    let report = &lint("a.txt", &paper, Stage::SummaryJudgment);
    let hidden = report.findings.len() - (text.lines().count() - 1);
    let last = text.lines().last().unwrap();
    assert!(last.starts_with("::notice ") && last.contains(&format!("::{hidden} findings more")), "{last}");
    assert!(
        !written("github", &shown("a.txt", FOUNDING, Stage::Notice), &[], USUAL).contains("more not shown")
    );
}

#[test]
fn no_word_of_a_paper_or_of_its_name_is_a_command() {
    let text = written("github", &hostile(Stage::SummaryJudgment), &[], QUOTED);
    assert!(text.lines().all(|line| line.starts_with("::")) && text.lines().count() > 3);
    for line in text.lines() {
        let (head, message) = line[2..].split_once("::").unwrap();
        let (_, properties) = head.split_once(' ').unwrap();
        for property in properties.split(',') {
            let (key, _) = property.split_once('=').unwrap();
            assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&key), "{property}");
        }
        let escapes = message.match_indices('%').map(|(at, _)| &message[at..at + 3]);
        assert!(escapes.clone().all(|escape| escape == "%25"), "{message}");
    }
    assert!(text.contains("file=a%2Cb%3Ac%25.txt,"));
}

#[test]
fn xml_is_well_formed_whatever_the_paper_says() {
    for ask in [USUAL, QUOTED] {
        let text = written("junit.xml", &hostile(Stage::SummaryJudgment), &[], ask);
        let mut reader = quick_xml::Reader::from_str(&text);
        let (mut depth, mut tests, mut is_done) = (0, 0, false);
        while !is_done {
            match reader.read_event().unwrap() {
                Event::Start(tag) => {
                    depth += 1;
                    tests += usize::from(tag.name().as_ref() == "testcase");
                    tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
                }
                Event::Empty(tag) => {
                    tests += usize::from(tag.name().as_ref() == "testcase");
                    tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
                }
                Event::End(_) => depth -= 1,
                Event::Eof => is_done = true,
                _ => {}
            }
        }
        assert_eq!(depth, 0);
        // Two on the paper, two for each of three items, one on the answer.
        assert_eq!(tests, 9);
        assert!(text.contains("tests=\"9\""));
        assert!(!text.contains(|mark: char| mark.is_control() && mark != '\n'));
    }
}

#[test]
fn the_scorecard_is_one_table_that_runs_nothing() {
    for ask in [USUAL, QUOTED] {
        let text = written("csv", &hostile(Stage::SummaryJudgment), &[], ask);
        let rows = rows(text.strip_prefix('\u{feff}').unwrap());
        let columns = rows[0].len();
        assert!(rows.iter().all(|row| row.len() == columns), "{rows:?}");
        assert_eq!(rows.iter().filter(|row| row[1] == "item").count(), 3);
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
        let words = columns - 1;
        assert_eq!(rows[2][words].starts_with("'=HYPERLINK(\"x\")"), ask.quote, "{:?}", rows[2]);
    }
}

/// A reader of RFC 4180.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut marks = text.chars().peekable();
    while let Some(mark) = marks.next() {
        match mark {
            '"' if is_quoted && marks.peek() == Some(&'"') => cell.extend(marks.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted && marks.peek() == Some(&'\n') => {
                marks.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(mark),
        }
    }
    assert!(!is_quoted && cell.is_empty() && row.is_empty());
    rows
}

#[test]
fn quotes_are_printed_only_when_they_are_asked_for() {
    let reports = shown("a.txt", FOUNDING, Stage::SummaryJudgment);
    for format in FORMATS {
        assert!(!written(format, &reports, &[], USUAL).contains("LivePerson's tag"), "{format}");
        assert!(written(format, &reports, &[], QUOTED).contains("the data"), "{format}");
    }
}
