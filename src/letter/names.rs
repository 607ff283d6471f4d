//! What the letter calls the court, the case, the parties and the requests: by the matter file, else by the paper's caption.

use std::collections::BTreeSet;

use super::case::Case;
use crate::document::Span;
use crate::person::numbered;
use crate::response::{Caption, Kind, Role};

impl<'a> Case<'a> {
    /// What the text calls the party that answered.
    pub fn respondent(&self) -> String {
        let side = &self.brief.matter.respondent;
        let named = side.short.clone().or_else(|| side.name.clone());
        named
            .or_else(|| role(&self.words(&self.caption()?.responding)))
            .unwrap_or_else(|| "the responding party".to_owned())
    }

    /// What the text calls the party that asked.
    pub fn requester(&self) -> String {
        let side = &self.brief.matter.requester;
        let named = side.short.clone().or_else(|| side.name.clone());
        named
            .or_else(|| role(&self.words(&self.caption()?.propounding)))
            .unwrap_or_else(|| "the requesting party".to_owned())
    }

    pub fn caption(&self) -> Option<&'a Caption> {
        self.brief.report.response.parts.caption.as_ref()
    }

    /// The words of these spans in a row, without line breaks.
    pub fn words(&self, spans: &[Span]) -> String {
        let document = &self.brief.report.document;
        let words = spans.iter().flat_map(|span| document.slice(*span).split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }

    pub fn court(&self) -> Option<String> {
        let lines =
            |caption: &Caption| caption.court.iter().map(|span| self.words(&[*span])).collect::<Vec<_>>();
        let printed = || self.caption().map(|caption| lines(caption).join(", "));
        let known = self.brief.matter.court.clone().or_else(printed).filter(|court| !court.is_empty());
        let district = || {
            let forum = self.brief.rules.forums.find(self.forum()).filter(|forum| forum.sits_in.is_some())?;
            Some(format!("United States District Court for the {}", forum.name))
        };
        known.or_else(district)
    }

    pub fn docket(&self) -> Option<String> {
        let printed = || Some(self.words(&[self.caption()?.docket?]));
        self.brief.matter.docket.clone().or_else(printed)
    }

    /// "NORVIK TAPE, INC. v. TOM ORME, et al."
    pub fn case_name(&self) -> Option<String> {
        let printed = || {
            let parties = &self.caption()?.parties;
            let of = |roles: [Role; 2]| -> Vec<String> {
                let on_side =
                    parties.iter().filter(|party| party.role.is_some_and(|role| roles.contains(&role)));
                on_side.map(|party| self.words(&party.name)).collect()
            };
            let side = |names: &[String]| {
                let others = if names.len() > 1 { ", et al." } else { "" };
                names.first().map(|first| format!("{first}{others}"))
            };
            let first = side(&of([Role::Plaintiff, Role::Petitioner]))?;
            Some(format!("{first} v. {}", side(&of([Role::Defendant, Role::Respondent]))?))
        };
        self.brief.matter.case.clone().or_else(printed)
    }

    /// "Second", as the paper or the matter file says.
    pub fn set(&self) -> Option<String> {
        let printed = || Some(titled(&self.words(&[self.caption()?.set?])));
        self.brief.matter.set.clone().or_else(printed)
    }

    /// "Interrogatory No. 9", "Interrogatories Nos. 1 to 3 and 9", or the statement.
    pub fn interrogatories(&self) -> String {
        let all = &self.brief.report.response.interrogatories;
        let answers = self.challenge.answers.iter();
        let mut seen = BTreeSet::new();
        let numbers = answers.filter_map(|answer| all[answer.indices[0]].number.as_deref());
        let numbers: Vec<&str> = numbers.filter(|number| seen.insert(*number)).collect();
        let counted: Option<Vec<usize>> = numbers.iter().map(|number| number.parse().ok()).collect();
        match (numbers.as_slice(), counted) {
            ([], _) if self.brief.report.response.kind == Kind::Statement => "the statement".to_owned(),
            ([], _) => "the interrogatories".to_owned(),
            ([only], _) => format!("Interrogatory No. {only}"),
            (_, Some(counted)) => numbered("", counted).replacen("s ", "Interrogatories Nos. ", 1),
            (many, None) => format!("Interrogatories Nos. {}", many.join(", ")),
        }
    }
}

/// "Plaintiff", from a caption's "PLAINTIFF"; a party of several would need other verbs.
fn role(words: &str) -> Option<String> {
    const ROLES: [&str; 6] =
        ["Plaintiff", "Defendant", "Petitioner", "Respondent", "Claimant", "Complainant"];
    ROLES.into_iter().find(|role| role.eq_ignore_ascii_case(words.trim())).map(str::to_owned)
}

/// "SECOND" as "Second", and "ONE" as "First".
fn titled(words: &str) -> String {
    const COUNTED: [(&str, &str); 10] = [
        ("one", "First"),
        ("two", "Second"),
        ("three", "Third"),
        ("four", "Fourth"),
        ("five", "Fifth"),
        ("1", "First"),
        ("2", "Second"),
        ("3", "Third"),
        ("4", "Fourth"),
        ("5", "Fifth"),
    ];
    if let Some((_, ordinal)) = COUNTED.iter().find(|(count, _)| count.eq_ignore_ascii_case(words)) {
        return (*ordinal).to_owned();
    }
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + &letters.as_str().to_lowercase()
}
