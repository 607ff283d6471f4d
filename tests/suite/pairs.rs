//! Minimal pairs: two items on one matter, of which the first withholds what the second states.

use particulars::report::Verdict;
use particulars::rule::Stage;

use crate::corpus::report;

/// The verdict on the one item that the text is.
fn verdict(item: &str, stage: Stage) -> Option<Verdict> {
    let text = format!("INTERROGATORY NO. 1: Identify each trade secret.\n\nRESPONSE TO NO. 1: {item}.\n");
    let report = report("answer.txt", &text);
    let [only] = report.verdicts.as_slice() else { return None };
    Some(only.at(stage))
}

/// Each first item is deficient at the later stages and each second one is clear there.
fn tell_apart(pairs: &[(&str, &str)]) {
    assert!(pairs.len() >= 3);

    let mut wrong = Vec::new();
    for (withholds, states) in pairs {
        for stage in [Stage::Particularity, Stage::SummaryJudgment] {
            for (item, expected) in [(withholds, Verdict::Deficient), (states, Verdict::Clear)] {
                let found = verdict(item, stage);
                if found != Some(expected) {
                    wrong.push(format!("{stage}: {found:?}, not {expected:?}: {item}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn values_and_kinds_of_values() {
    tell_apart(&[
        (
            "the tape formula, namely resin and rubber in their proper proportions",
            "the tape formula, namely 40 percent resin and 60 percent rubber by weight",
        ),
        (
            "the firing temperature and the soaking time of the porcelain glaze",
            "the firing temperature of 1,285 °C and the soaking time of 47 minutes of the porcelain glaze",
        ),
        (
            "the proportions of rosin, linseed oil and beeswax in the bow rosin",
            "the proportions of the bow rosin, namely 71 percent rosin, 18 percent linseed oil and 11 percent beeswax",
        ),
        (
            "the tolerances to which the escape wheel of the marine chronometer is cut",
            "the tolerances to which the escape wheel of the marine chronometer is cut, namely 0.004 mm across the tooth and \
             0.011 mm at the root",
        ),
        (
            "the thresholds at which the avalanche sensor sounds",
            "the thresholds at which the avalanche sensor sounds, namely 14 mm of creep in 6 hours or 31 mm in a \
             day",
        ),
    ]);
}

#[test]
fn means_and_functions() {
    tell_apart(&[
        (
            "a method by which the glasshouse controller decides when to vent",
            "a method by which the glasshouse controller decides when to vent, that is, by comparing the leaf temperature \
             with the dew point every 6 minutes and opening the ridge when the two are less than 1.4 °C apart",
        ),
        (
            "the ability to detect worn bearings in a ferris wheel before they fail",
            "the ability to detect worn bearings in a ferris wheel by clamping a microphone to each hub, filtering its signal \
             between 2.1 and 3.4 kHz, and counting the peaks in each turn; a bearing is replaced when the count exceeds 19",
        ),
        (
            "a process for separating down from feathers which wastes less than any other",
            "a process for separating down from feathers by blowing the mix up a shaft 4.2 m tall at 1.1 m/s, then turning \
             the air off for 3 seconds, then drawing the upper third through a mesh of 6 mm",
        ),
        (
            "software that assigns organ pipes to stops automatically",
            "software that assigns organ pipes to stops by sorting them by mouth width, using the table pipe_scale, and \
             moving a pipe to the next stop whenever its pitch is more than 8 cents from its neighbor's",
        ),
        (
            "technology that prevents tangling in kite lines",
            "technology that prevents tangling in kite lines, in which each line is passed through a ring of 4 \
             mm and turned back over a sleeve so that the next line slides along it",
        ),
        (
            "the way in which the toll gate recognizes trailers",
            "the way in which the toll gate recognizes trailers, by counting the axles with two loops 1.9 m \
             apart and subtracting a truck whenever the gap between them exceeds 640 ms",
        ),
    ]);
}

#[test]
fn listed_elements_and_adjectives() {
    tell_apart(&[
        (
            "a unique and comprehensive register of thoroughbred buyers",
            "a register of thoroughbred buyers with the fields stable, last_bid, bloodline and credit_limit",
        ),
        (
            "highly detailed, proprietary and valuable records of truffle grounds",
            "records of truffle grounds, namely for each ground its parcel number, soil pH, host tree and yield in each of the \
             last 7 seasons",
        ),
        (
            "an innovative, carefully curated database of bell towers",
            "a database of bell towers whose fields are tower_id, beam_load, clapper_weight and last_rehang",
        ),
        (
            "detailed and exclusive information on chess openings",
            "a table of chess openings with the columns eco_code, novelty_move and refuted_by",
        ),
    ]);
}

#[test]
fn files_with_their_content_and_ranges() {
    tell_apart(&[
        (
            "the documents produced at KELP 000101 through KELP 009332",
            "the document produced at KELP 000101, page 4, namely the drying table, under which kelp is turned after 90 \
             minutes at 41 °C and bagged at 12 percent moisture",
        ),
        (
            "the 318 drawings of the carousel listed in Exhibit D",
            "the drawing CR-12 of the carousel in Exhibit D, sheet 2, which shows a crank offset of 87 mm and a bronze bush \
             with three oil grooves cut at 15 degrees",
        ),
        (
            "the spreadsheets Bates-stamped VAULT 0001 to VAULT 2210",
            "the spreadsheet at VAULT 0417, whose columns are box_size, dwell_days and late_fee",
        ),
        (
            "the recordings and transcripts produced as OPERA 001 to OPERA 870",
            "the cue sheet at OPERA 0233, page 2, namely the fly cue that drops the scrim 4 bars before the \
             tenor enters at 96 beats per minute",
        ),
        (
            "the 41 notebooks kept by the perfumer",
            "notebook 17 of the perfumer, page 88, namely the accord of 12 percent vetiver, 3 percent galbanum \
             and 0.4 percent civet",
        ),
    ]);
}

#[test]
fn combinations_named_and_explained() {
    tell_apart(&[
        (
            "a combination of a sluice, a magnet and a drying drum",
            "the combination of a sluice, a magnet and a drying drum, in which the magnet sits under the lip of the sluice so \
             that the black sand is held back while the drum turns at 4 rpm and draws off the lighter grains",
        ),
        (
            "the unique combination of features found in the Ostler saddle",
            "the combination of a split tree, a gel pad of 9 mm and a sliding girth ring in the Ostler saddle, in which the ring \
             slides back 22 mm when the tree spreads, so that the pad stays under the rider's weight",
        ),
        (
            "the combination of the tide gauge, the sluice gate and the pump at the oyster beds",
            "the combination of the tide gauge, the sluice gate and the pump at the oyster beds, in which the gauge closes the \
             gate at 2.3 m on the ebb and starts the pump 11 minutes later, unless the salinity is under 24 ppt",
        ),
        (
            "the puzzle-box lid, drawer and spring, alone or in combination",
            "the combination of the lid, the drawer and the spring of the puzzle box, in which the drawer frees \
             the spring after 13 mm of travel and the spring then lifts the lid",
        ),
    ]);
}

/// The words of an open list at particularity: a warning, whatever else the item states; its closed twin has none.
#[test]
fn open_lists_and_closed_ones() {
    let pairs = [
        (
            "the dye recipes, including but not limited to madder at 38 g per litre and weld at 55 g per litre",
            "the dye recipes, which are two, madder at 38 g per litre and weld at 55 g per litre",
        ),
        (
            "the tuning marks of the hand pan, namely 42 mm, 57 mm and 71 mm from the rim, and the like",
            "the tuning marks of the hand pan, namely 42 mm, 57 mm and 71 mm from the rim",
        ),
        (
            "the fields of the lighthouse log, among other things lamp_hours, fog_minutes and oil_level",
            "the fields of the lighthouse log, namely lamp_hours, fog_minutes and oil_level",
        ),
        (
            "the ice-rink settings, namely brine at -9 °C, water at 63 °C, and other settings",
            "the ice-rink settings, namely brine at -9 °C and water at 63 °C",
        ),
    ];
    for (open, closed) in pairs {
        let fires = |item: &str| report("answer.txt", item).fired.contains("open-ended-list");
        assert!(fires(open), "not found: {open}");
        assert!(!fires(closed), "found: {closed}");
    }
}
