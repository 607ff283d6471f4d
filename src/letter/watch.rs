//! What in the response, or between it and the matter file, the lawyer must look at before signing: another case, matter marked
//! as privileged, items that are withdrawn. Says where it stands; what follows from it is the lawyer's to judge.

use super::case::Case;
use super::verbatim::place;
use crate::document::Span;

/// What must be looked at, in full sentences.
pub(super) fn watch(case: &Case<'_>) -> Vec<String> {
    let mut all: Vec<String> = another_docket(case).into_iter().collect();
    let document = &case.brief.report.document;
    for interrogatory in &case.brief.report.response.interrogatories {
        let Some(answer) = interrogatory.answer else { continue };
        let mut start = answer.start;
        for line in document.slice(answer).split_inclusive('\n') {
            let span = Span::new(start, start + line.trim_end().len());
            start += line.len();
            if is_marked_privileged(line) {
                all.push(format!(
                    "Words in the response are marked as privileged ({}), perhaps by mistake. Look at what the rules ask of who \
                     receives such matter before the response is quoted or used.",
                    place(case, span)
                ));
            }
            // Elsewhere the word can speak of a rod or of money.
            if interrogatory.further.is_some() && line.contains("withdraw") {
                all.push(format!(
                    "A further answer says that something is withdrawn ({}). The items are challenged as they stand: leave out what \
                     is withdrawn with --items.",
                    place(case, span)
                ));
            }
        }
    }
    all
}

/// The matter file is of another case than the paper, by their docket numbers.
fn another_docket(case: &Case<'_>) -> Option<String> {
    let printed = case.words(&[case.caption()?.docket?]);
    let given = case.brief.matter.docket.as_deref()?;
    let is_other = digits(&printed) != digits(given);
    is_other.then(|| {
        format!(
            "The matter file is of {given}, and the response bears {printed}. If they are two cases, the facts in the letter are \
             of the wrong one."
        )
    })
}

/// The numbers in a docket number, without zeros before them: "1:19-cv-04411-QRS" and "19 Civ. 4411 (QRS)" share their last two.
fn digits(docket: &str) -> Vec<&str> {
    let numbers =
        docket.split(|mark: char| !mark.is_ascii_digit()).map(|number| number.trim_start_matches('0'));
    let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
    numbers[numbers.len().saturating_sub(2)..].to_vec()
}

/// The line opens with a legend of privilege; objections speak of privilege amid a sentence.
fn is_marked_privileged(line: &str) -> bool {
    const MARKS: [&str; 4] = ["PRIVILEGED", "ATTORNEY WORK PRODUCT", "ATTORNEY-CLIENT", "NOTE TO FILE"];
    let words = line.trim_start_matches(|mark: char| !mark.is_alphabetic());
    MARKS.iter().any(|mark| words.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::{digits, is_marked_privileged};

    #[test]
    fn docket_numbers_are_told_apart_by_year_and_number() {
        assert_eq!(digits("Case No. 1:19-cv-04411-QRS"), digits("No. 19 Civ. 4411 (QRS)"));
        assert_ne!(digits("26 Civ. 777 (XYZ)"), digits("No. 19 Civ. 4411 (QRS)"));
    }

    #[test]
    fn a_legend_of_privilege_opens_its_line() {
        assert!(is_marked_privileged("[PRIVILEGED & CONFIDENTIAL NOTE TO FILE: x"));
        assert!(!is_marked_privileged("Plaintiff objects that this seeks PRIVILEGED matter"));
    }
}
