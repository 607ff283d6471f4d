//! A matter file: from YAML to the facts of a case. A misspelt key, a date that is none and a court that is not known are
//! faults; a fact that is not there is none.

use serde::Deserialize;

use super::authority::forum;
use super::faults::{Faults, Source};
use super::file::Text;
use super::shape::Many;
use super::syntax::report;
use crate::deadline::{Day, Service};
use crate::error::Error;
use crate::matter::{Conferral, Counsel, Matter, Side};
use crate::rule::RuleSet;

/// The largest matter file, in bytes.
const LARGEST: usize = 256 * 1024;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct MatterFile {
    sender: CounselFile,
    addressee: CounselFile,
    requester: SideFile,
    respondent: SideFile,
    case: CaseFile,
    requests: RequestsFile,
    response: ResponseFile,
    conferral: Vec<ConferralFile>,
    protective_order: Option<Text>,
    letter: LetterFile,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CounselFile {
    name: Option<Text>,
    firm: Option<Text>,
    address: Many,
    telephone: Option<Text>,
    email: Option<Text>,
    represents: Option<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SideFile {
    name: Option<Text>,
    short: Option<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CaseFile {
    name: Option<Text>,
    court: Option<Text>,
    docket: Option<Text>,
    judge: Option<Text>,
    state: Option<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RequestsFile {
    set: Option<Text>,
    served: Option<Text>,
    service: Option<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ResponseFile {
    due: Option<Text>,
    served: Option<Text>,
    supplements: Many,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ConferralFile {
    date: Option<Text>,
    manner: Option<Text>,
    length: Option<Text>,
    participants: Many,
    outcome: Option<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct LetterFile {
    date: Option<Text>,
    delivery: Option<Text>,
    cure_days: Option<u16>,
    conference: Many,
    enclosures: Many,
}

/// The facts that a matter file states; `name` is the file's.
///
/// # Errors
/// [`Error::Rules`] with every fault of the file.
pub fn matter(name: &str, text: &str, rules: &RuleSet) -> Result<Matter, Error> {
    let source = Source { file: name.to_owned(), text: text.to_owned() };
    let mut found = Vec::new();
    let mut faults = Faults { source: &source, found: &mut found };
    let mut read = None;
    if text.len() > LARGEST {
        faults.of_file("the file is larger than 256 KB", "keep the facts of one case in it".to_owned());
    } else {
        let options = serde_yaml::options! { strict_booleans: true, with_snippet: false };
        match serde_yaml::from_str_with_options::<MatterFile>(text, options) {
            Ok(file) => read = Some(facts(file, rules, &mut faults)),
            Err(error) => report(&error, "a matter file", &mut faults),
        }
    }
    match read {
        Some(matter) if found.is_empty() => Ok(matter),
        _ => Err(Error::Rules(found)),
    }
}

fn facts(file: MatterFile, rules: &RuleSet, faults: &mut Faults<'_>) -> Matter {
    let case = file.case;
    Matter {
        sender: counsel(file.sender),
        addressee: counsel(file.addressee),
        requester: side(file.requester),
        respondent: side(file.respondent),
        case: said(case.name),
        court: said(case.court),
        docket: said(case.docket),
        judge: said(case.judge),
        state: case.state.as_ref().and_then(|name| forum(name, rules, faults)),
        set: said(file.requests.set),
        requests_served: day(file.requests.served, faults),
        service: file
            .requests
            .service
            .as_ref()
            .and_then(|word| faults.choice(word, "way of service", &SERVICES)),
        response_due: day(file.response.due, faults),
        response_served: day(file.response.served, faults),
        supplements: file
            .response
            .supplements
            .0
            .into_iter()
            .filter_map(|text| day(Some(text), faults))
            .collect(),
        conferral: file.conferral.into_iter().map(|held| conferral(held, faults)).collect(),
        protective_order: said(file.protective_order),
        date: day(file.letter.date, faults),
        delivery: said(file.letter.delivery),
        cure_days: file.letter.cure_days,
        conference: all_said(file.letter.conference),
        enclosures: all_said(file.letter.enclosures),
    }
}

const SERVICES: [(&str, Service); 6] = [
    ("electronic", Service::Electronic),
    ("hand", Service::Hand),
    ("mail", Service::Mail),
    ("clerk", Service::Clerk),
    ("other", Service::Other),
    ("unknown", Service::Unknown),
];

fn counsel(file: CounselFile) -> Counsel {
    Counsel {
        name: said(file.name),
        firm: said(file.firm),
        address: all_said(file.address),
        telephone: said(file.telephone),
        email: said(file.email),
        represents: said(file.represents),
    }
}

fn side(file: SideFile) -> Side {
    Side { name: said(file.name), short: said(file.short) }
}

fn conferral(file: ConferralFile, faults: &mut Faults<'_>) -> Conferral {
    Conferral {
        date: day(file.date, faults),
        manner: said(file.manner),
        length: said(file.length),
        participants: all_said(file.participants),
        outcome: said(file.outcome),
    }
}

/// The text, if it says anything.
fn said(text: Option<Text>) -> Option<String> {
    text.map(|text| text.value.trim().to_owned()).filter(|text| !text.is_empty())
}

fn all_said(texts: Many) -> Vec<String> {
    texts.0.into_iter().filter_map(|text| said(Some(text))).collect()
}

fn day(text: Option<Text>, faults: &mut Faults<'_>) -> Option<Day> {
    let text = text.filter(|text| !text.value.trim().is_empty())?;
    let read = text.value.parse::<Day>();
    if let Err(error) = &read {
        faults.at(&text, error.to_string(), None);
    }
    read.ok()
}

#[cfg(test)]
mod tests {
    use super::matter;
    use crate::error::Error;

    fn faults(text: &str) -> Vec<(String, Option<String>)> {
        let rules = crate::load::load(&[]).unwrap();
        match matter("matter.yaml", text, &rules) {
            Err(Error::Rules(faults)) => {
                faults.into_iter().map(|fault| (fault.message, fault.help)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_misspelt_key_is_answered_with_the_right_one() {
        let found = faults("sender:\n  frim: Vos LLP\n");
        assert!(
            found[0].0.contains("`frim`") && found[0].1.as_deref() == Some("did you mean `firm`?"),
            "{found:?}"
        );
    }

    #[test]
    fn every_date_that_is_none_is_a_fault() {
        let found = faults("letter: {date: 2026-02-30}\nresponse: {served: last week}\n");
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|(message, _)| message.contains("2016-06-22")), "{found:?}");
    }

    #[test]
    fn what_says_nothing_is_missing() {
        let rules = crate::load::load(&[]).unwrap();
        let matter =
            matter("m.yaml", "sender: {name: ' ', address: [1 Mole Road, ' ']}\nletter: {date: ''}", &rules)
                .unwrap();
        assert_eq!((matter.sender.name, matter.sender.address.len(), matter.date), (None, 1, None));
    }
}
