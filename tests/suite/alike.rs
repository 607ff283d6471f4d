//! Pairs of items that say the same, nearly or in part, and pairs that only look alike.

use particulars::report::Report;
use particulars::rule::Stage;

use crate::corpus::shared_rules;

/// The rules that hold one item against another.
const RULES: [&str; 4] =
    ["nearly-repeated-item", "overlapping-item", "repeated-item", "same-thing-twice-named"];

fn lint(text: &str) -> Report {
    particulars::lint("answer.txt", text.as_bytes(), shared_rules(), Stage::Notice).unwrap()
}

/// Which of the rules fired, with the sentence.
fn found(text: &str) -> Vec<(String, String)> {
    let report = lint(text);
    let wording = report.wording(shared_rules());
    let pairs = report.findings.iter().filter(|finding| RULES.contains(&&*finding.rule));
    pairs.map(|finding| (finding.rule.to_string(), wording.message(finding, Stage::Notice))).collect()
}

fn pair(one: &str, other: &str) -> String {
    format!(
        "INTERROGATORY NO. 4: Identify each trade secret.\n\nANSWER: (a) {one}; (b) the turning rule of shed 2; and (c) {other}.\n"
    )
}

#[test]
fn what_is_said_twice_is_found() {
    let described = "which ranks loads by weight, distance, tolls and the hours that the driver has left";
    let pairs = [
        ("repeated-item", "the raking rule of pan 6", "the raking rule of the pan 6"),
        ("nearly-repeated-item", "the algorithm for pricing bids", "the algorithms for the pricing of bids"),
        ("nearly-repeated-item", "the bid pricing algorithm", "the confidential algorithm for pricing bids"),
        ("nearly-repeated-item", "the firing schedules of kiln 3", "the unique firing schedule for kiln 3"),
        (
            "overlapping-item",
            "the source code of BrineLoop",
            "the source code of BrineLoop and its documentation",
        ),
        (
            "overlapping-item",
            "the raking rule of pan 6, including the rake's angle",
            "the raking rule of pan 6",
        ),
        (
            "same-thing-twice-named",
            &format!("the FlowSync engine, {described}"),
            &format!("the LoadRank module, {described}"),
        ),
        (
            "same-thing-twice-named",
            &format!("\"Blade Order\", {described}"),
            &format!("“Web Map”, {described}"),
        ),
        (
            "same-thing-twice-named",
            &format!("the Dorn process, {described}"),
            &format!("the Vell process, {described}"),
        ),
    ];
    for (rule, one, other) in pairs {
        let found = found(&pair(one, other));
        let rules: Vec<&str> = found.iter().map(|(rule, _)| &**rule).collect();
        assert_eq!(rules, [rule], "{one} / {other}");
        assert!(found[0].1.starts_with("Item 3 of Interrogatory No. 4 "), "{}", found[0].1);
        assert!(found[0].1.contains("item 1"), "{}", found[0].1);
    }
}

#[test]
fn what_only_looks_alike_is_left_alone() {
    let described = "which holds names, addresses, prices, margins, renewal dates, buyers and credit terms";
    let pairs = [
        ("the weight for age, 0.4", "the weight for income, 0.3"),
        ("the weight for age in the score, 0.4", "the weight for age in the score, 0.3"),
        ("the width of the inlet valve", "the width of the outlet valve"),
        ("the opening rule of valve A in shed 3", "the opening rule of valve B in shed 3"),
        ("the opening rule of the oil pump", "the opening rule of the gas pump"),
        ("the drawing of carrier AM-604", "the drawing of carrier AM-605"),
        ("the firing table at 40 °C", "the firing table at 40 °F"),
        ("the firing table at 40% load", "the firing table at 40 mm load"),
        ("the quench table at −5 degrees", "the quench table at 5 degrees"),
        ("the rates that the dock has published", "the rates that the dock has not published"),
        ("the records sent from the tag to the server", "the records sent from the server to the tag"),
        ("the records sent to the server", "the records sent from the server"),
        ("40 percent resin with 60 percent wax", "60 percent resin with 40 percent wax"),
        ("the phase table of α waves", "the phase table of β waves"),
        ("a tape made of resin and wax", "a tape made of resin and wax and a filler"),
        (
            "the drying rule of shed 21",
            "the drying rule of shed 21 in combination with the raking rule of pan 6",
        ),
        ("the drying rule of shed 2", "the drying rule of shed 21 and its vents"),
        ("the freight rates of Ohio", "the freight rates of Ohio for Acme"),
        ("the pump speed table", "the pump speed table index"),
        ("customer lists", "customer lists"),
        (&format!("the Acme customer list, {described}"), &format!("the Borel customer list, {described}")),
        (&format!("the FlowSync method, {described}"), &format!("the FlowSync device, {described}")),
        (
            &format!("the FlowSync engine, {described}"),
            &format!("the LoadRank engine, {described} and notes"),
        ),
        (
            "the FlowSync engine, which ranks loads by weight",
            "the LoadRank engine, which ranks loads by weight",
        ),
    ];
    for (one, other) in pairs {
        for text in [pair(one, other), pair(other, one)] {
            assert_eq!(found(&text), [], "{text}");
        }
    }
}

#[test]
fn two_answers_may_say_the_same() {
    let answer = |number: u8| {
        format!(
            "INTERROGATORY NO. {number}: Identify each trade secret.\nANSWER: (a) the raking rule of pan 6; (b) the turning rule of shed 2.\n\n"
        )
    };
    assert_eq!(found(&format!("{}{}", answer(1), answer(2))), []);
}

#[test]
fn parts_under_headings_of_their_own_may_say_the_same() {
    let part = |name: &str| {
        format!(
            "{name}\n\n(a) the source code of its dosing loop;\n(b) the drawings of its impeller shaft.\n\n"
        )
    };
    let text = format!("ANSWER: these.\n\n{}{}", part("The Brine Mixer:"), part("The Salt Press:"));
    assert_eq!(lint(&text).response.items.len(), 4);
    assert_eq!(found(&text), []);
}

#[test]
fn every_double_in_a_long_list_is_found_against_the_first() {
    let text = format!("ANSWER: these.\n{}", "* the raking rule of pan 6\n".repeat(500));
    let found = found(&text);
    assert_eq!(found.len(), 499);
    assert!(found.iter().all(|(_, message)| message.ends_with("says in the same words what item 1 says")));
}
