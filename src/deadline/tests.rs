use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};

use super::{Calendar, Clock, Count, Day, Deadline, Period, Service};
use crate::error::Error;
use crate::load::{RuleFolder, load};
use crate::rule::RuleSet;

fn rules() -> RuleSet {
    load(&[]).expect("the built-in rules are sound")
}

fn day(written: &str) -> Day {
    written.parse().expect("the date is in the calendar")
}

fn after(service: Service) -> Count {
    Count::After { service, court: None }
}

fn deadline(trigger: &str, days: u16, count: Count) -> Deadline {
    let period = Period { trigger: day(trigger), days, count, clock: Clock::order() };
    Deadline::new(period, &rules()).expect("the period can be counted")
}

fn warned(deadline: &Deadline, words: &str) -> bool {
    deadline.warnings.iter().any(|warning| warning.contains(words))
}

#[test]
fn periods_end_where_rule_6_ends_them() {
    let vectors = [
        ("2016-06-22", 21, Service::None, "2016-07-13", "2016-07-13"),
        ("2016-06-22", 7, Service::None, "2016-06-29", "2016-06-29"),
        ("2026-11-23", 30, Service::Electronic, "2026-12-23", "2026-12-23"),
        ("2026-11-23", 7, Service::None, "2026-11-30", "2026-11-30"),
        ("2026-12-02", 30, Service::Electronic, "2027-01-01", "2027-01-04"),
        ("2026-05-29", 21, Service::Electronic, "2026-06-19", "2026-06-22"),
        ("2026-10-28", 14, Service::Electronic, "2026-11-11", "2026-11-12"),
        ("2026-11-05", 21, Service::Electronic, "2026-11-26", "2026-11-27"),
        ("2026-10-02", 30, Service::Electronic, "2026-11-01", "2026-11-02"),
        ("2026-10-02", 30, Service::Mail, "2026-11-01", "2026-11-05"),
        ("2026-12-04", 21, Service::Electronic, "2026-12-25", "2026-12-28"),
        ("2027-01-01", 17, Service::Electronic, "2027-01-18", "2027-01-19"),
        // Leap years, a year's end, and days that are added onto a weekend and onto a holiday.
        ("2028-02-01", 28, Service::Hand, "2028-02-29", "2028-02-29"),
        ("2027-02-01", 28, Service::Hand, "2027-03-01", "2027-03-01"),
        ("2028-12-30", 1, Service::Hand, "2028-12-31", "2029-01-02"),
        ("2026-10-15", 14, Service::Mail, "2026-10-29", "2026-11-02"),
        ("2026-11-09", 14, Service::Clerk, "2026-11-23", "2026-11-27"),
    ];
    for (trigger, days, service, raw, due) in vectors {
        let found = deadline(trigger, days, after(service));
        assert_eq!(found.raw_end(), day(raw), "{trigger} and {days} days");
        assert_eq!(found.due, day(due), "{trigger} and {days} days");
    }
}

#[test]
fn backward_periods_go_on_backward_past_weekends_and_holidays() {
    let vectors = [
        ("2026-12-04", 30, "2026-11-04", "2026-11-04"),
        ("2026-11-30", 30, "2026-10-31", "2026-10-30"),
        ("2026-12-10", 14, "2026-11-26", "2026-11-25"),
        ("2027-01-15", 14, "2027-01-01", "2026-12-31"),
        ("2026-09-14", 7, "2026-09-07", "2026-09-04"),
        ("2028-03-01", 1, "2028-02-29", "2028-02-29"),
    ];
    for (trigger, days, raw, due) in vectors {
        let found = deadline(trigger, days, Count::Before);
        assert_eq!((found.raw_end(), found.due), (day(raw), day(due)), "{days} days before {trigger}");
        assert!(!warned(&found, "state"), "{:?}", found.warnings);
    }
}

#[test]
fn the_working_is_said_as_a_letter_says_it() {
    let rules = rules();
    let said = |deadline: &Deadline| deadline.working(&rules.authorities);
    assert_eq!(
        said(&deadline("2016-06-22", 21, after(Service::None))),
        "on or before Wednesday, July 13, 2016 (21 days after June 22, 2016, Fed. R. Civ. P. 6(a)(1))"
    );
    assert_eq!(
        said(&deadline("2026-10-02", 30, after(Service::Mail))),
        "on or before Thursday, November 5, 2026 (30 days after October 2, 2026, which end on a Sunday, and 3 days for \
         service by mail, Fed. R. Civ. P. 6(a)(1); Fed. R. Civ. P. 6(d))"
    );
    assert_eq!(
        said(&deadline("2026-12-10", 14, Count::Before)),
        "on or before Wednesday, November 25, 2026 (14 days before December 10, 2026, which end on Thanksgiving Day, \
         Fed. R. Civ. P. 6(a)(1)-(5))"
    );
    let clock = Clock::Rule("frcp-33-b-2".into());
    let period = Period { trigger: day("2026-11-23"), days: 30, count: after(Service::Electronic), clock };
    assert_eq!(
        said(&Deadline::new(period, &rules).unwrap()),
        "on or before Wednesday, December 23, 2026 (30 days after November 23, 2026, Fed. R. Civ. P. 33(b)(2); \
         Fed. R. Civ. P. 6(a)(1))"
    );
}

#[test]
fn a_courtesy_is_counted_alike_and_names_no_rule() {
    let period =
        Period { trigger: day("2026-10-28"), days: 14, count: after(Service::Mail), clock: Clock::Courtesy };
    let rules = rules();
    let found = Deadline::new(period, &rules).unwrap();
    assert_eq!(
        found.working(&rules.authorities),
        "on or before Thursday, November 12, 2026 (14 days after October 28, 2026, which end on Veterans Day; a date \
         asked for as a courtesy, which no rule sets)"
    );
    assert!(!found.working(&rules.authorities).contains("Rule") && found.warnings.is_empty());
}

#[test]
fn each_step_is_told() {
    let steps = deadline("2026-10-15", 14, after(Service::Mail)).told_steps();
    assert_eq!(
        steps,
        [
            "Thursday, October 15, 2026 is the day of the event and is not counted.",
            "14 days after it end on Thursday, October 29, 2026; every day counts, weekends and holidays too.",
            "3 days are added for service by mail, to Sunday, November 1, 2026.",
            "Sunday, November 1, 2026 is a Sunday, so the period runs on to the next day.",
            "Monday, November 2, 2026 is no Saturday, Sunday or legal holiday that is known here: it is the last day.",
        ]
    );
}

#[test]
fn the_weekday_on_which_a_holiday_is_observed_is_warned_of() {
    for (trigger, days, day_of, safe) in [
        ("2026-06-12", 21, "Friday, July 3, 2026", "Friday, July 3, 2026"),
        ("2027-06-04", 14, "Friday, June 18, 2027", "Friday, June 18, 2027"),
        ("2027-12-10", 14, "Friday, December 24, 2027", "Friday, December 24, 2027"),
        ("2027-06-14", 21, "Monday, July 5, 2027", "Monday, July 5, 2027"),
        ("2027-06-13", 21, "Monday, July 5, 2027", "Monday, July 5, 2027"),
    ] {
        let found = deadline(trigger, days, after(Service::None));
        assert_eq!(found.due, day_of.split_once(", ").unwrap().1.parse().unwrap(), "{trigger}");
        assert!(warned(&found, &format!("{day_of} is the weekday on which")), "{:?}", found.warnings);
        assert!(warned(&found, &format!("{safe} is the safe date")), "{:?}", found.warnings);
    }
    // Counted back, the safe date is the one before.
    let back = deadline("2026-07-17", 14, Count::Before);
    assert_eq!(back.due, day("2026-07-03"));
    assert!(warned(&back, "Thursday, July 2, 2026 is the safe date"), "{:?}", back.warnings);
    assert!(!warned(&deadline("2026-06-11", 21, after(Service::None)), "observed"));
}

#[test]
fn juneteenth_is_a_holiday_since_its_statute_and_warned_of_until_the_rule_lists_it() {
    let before = deadline("2020-05-29", 21, after(Service::None));
    assert_eq!(before.due, day("2020-06-19"));
    assert!(!warned(&before, "Juneteenth"));
    let between = deadline("2023-05-29", 21, after(Service::None));
    assert_eq!(between.due, day("2023-06-20"));
    assert!(warned(&between, "Monday, June 19, 2023 is the safe date"), "{:?}", between.warnings);
    assert!(!warned(&deadline("2026-05-29", 21, after(Service::None)), "Juneteenth"));
}

#[test]
fn what_is_not_known_is_said() {
    let unknown = deadline("2026-10-02", 30, after(Service::Unknown));
    assert_eq!(unknown.due, day("2026-11-02"));
    assert!(warned(&unknown, "the last day is Thursday, November 5, 2026"), "{:?}", unknown.warnings);
    assert!(warned(&unknown, "no state is named"));
    assert!(warned(&deadline("2016-06-22", 21, after(Service::Electronic)), "three days were added"));
    assert_eq!(deadline("2016-06-22", 21, after(Service::Electronic)).due, day("2016-07-18"));
    assert!(warned(&deadline("2026-12-04", 21, after(Service::Hand)), "late December"));
    for (court, named) in [("n.d.cal.", "holidays of California count"), ("NY", "holidays of New York count")]
    {
        let rules = rules();
        let court = rules.forums.find(court).map(|forum| forum.id.clone());
        let count = Count::After { service: Service::Hand, court };
        assert!(warned(&deadline("2026-10-02", 30, count), named), "{named}");
    }
}

#[test]
fn a_period_that_cannot_be_counted_is_refused() {
    let rules = rules();
    let refused = |trigger: &str, days| {
        let period =
            Period { trigger: day(trigger), days, count: after(Service::None), clock: Clock::order() };
        Deadline::new(period, &rules).unwrap_err().to_string()
    };
    assert!(refused("2016-06-22", 0).contains("from 1 to 3650 days"));
    assert!(refused("2016-06-22", 3651).contains("from 1 to 3650 days"));
    assert!(refused("2009-11-30", 21).contains("December 1, 2009"));
    assert!(refused("9999-12-30", 21).contains("leaves the calendar"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_period_ends_on_a_closed_day(offset in 0i64..60_000, days in 1u16..400, is_back in any::<bool>(), by_mail in any::<bool>()) {
        thread_local! { static RULES: RuleSet = rules(); }
        RULES.with(|rules| {
            let count = match (is_back, by_mail) {
                (true, _) => Count::Before,
                (false, true) => after(Service::Mail),
                (false, false) => after(Service::Electronic),
            };
            let trigger = day("2016-12-01").plus(offset).unwrap();
            let period = Period { trigger, days, count, clock: Clock::order() };
            let found = Deadline::new(period, rules).unwrap();
            let calendar =
                Calendar { holidays: &rules.holidays, state: None, with_observed: false, with_unlisted: true };
            prop_assert!(calendar.closed(found.due).is_none(), "{}", found.due);
            let past = found.raw_end().days_to(found.due) * if is_back { -1 } else { 1 };
            prop_assert!((0..=10).contains(&past), "{}", past);
            if by_mail && !is_back {
                prop_assert!(past >= 3);
            }
            Ok(())
        })?;
    }
}

#[test]
fn a_firm_s_own_file_adds_the_holidays_of_a_state() {
    let pack = |yaml: &str| {
        let files = vec![("holidays.yaml".to_owned(), yaml.to_owned())];
        load(&[RuleFolder { name: "pack".to_owned(), files }])
    };
    let rules =
        pack("- {id: patriots-day, name: Patriots' Day, falls: third Monday of April, state: MA}\n").unwrap();
    let due = |court: &str| {
        let court = rules.forums.find(court).map(|forum| forum.id.clone());
        let count = Count::After { service: Service::Hand, court };
        let period = Period { trigger: day("2027-04-05"), days: 14, count, clock: Clock::order() };
        Deadline::new(period, &rules).unwrap()
    };
    assert_eq!(due("d. mass.").due, day("2027-04-20"));
    assert!(warned(&due("d. mass."), "only those in the rule files"));
    assert_eq!(due("s.d.n.y.").due, day("2027-04-19"));
    let Err(Error::Rules(faults)) =
        pack("- {id: a-day, name: A, falls: 4 July, since: 7/4/2020, state: nowhere}\n")
    else {
        panic!("the file is at fault")
    };
    let said: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert!(said.iter().any(|said| said.contains("\"4 July\" is no day of the year")), "{said:?}");
    assert!(said.iter().any(|said| said.contains("\"7/4/2020\" is not a date")), "{said:?}");
    assert!(said.iter().any(|said| said.contains("nowhere")), "{said:?}");
}
