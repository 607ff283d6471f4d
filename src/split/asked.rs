//! What a request asks for, by its own words. No expression is compiled: a short paper would wait for it.

use crate::response::Asked;
use crate::split::Draft;

/// What each request asks for; where no request speaks of secrets, every answer may hold them.
pub fn asked(text: &str, drafts: &[Draft]) -> Vec<Asked> {
    let request = |draft: &Draft| draft.request.map(|span| &text[span.start..span.end]);
    let speaks = |draft: &Draft| request(draft).is_some_and(speaks_of_secrets);
    let any_speaks = drafts.iter().any(speaks);
    let asked = drafts.iter().map(|draft| {
        let is_other = request(draft).is_some_and(|request| {
            asks_otherwise(request) && !asks_as_well(request)
                || asks_for_documents(request) && !speaks_of_secrets(request)
        });
        let counts = speaks(draft) || !any_speaks || draft.request.is_none();
        if counts && !is_other { Asked::Secrets } else { Asked::Other }
    });
    let mut asked: Vec<Asked> = asked.collect();
    let leads = |index: usize| {
        let request = drafts[index].request.map(|span| &text[span.start..span.end]);
        request.is_some_and(|request| {
            let is_led = after_lead(request).is_some_and(asks_otherwise)
                || asks_for_documents(request) && names_another(request);
            is_led && !asks_as_well(request)
        })
    };
    let led: Vec<bool> = (0..drafts.len()).map(leads).collect();
    let is_secrets = |(asked, led): (&Asked, &bool)| *asked == Asked::Secrets && !led;
    // Where no other request asks for the secrets, such a request may be how they were asked for.
    if asked.iter().zip(&led).any(is_secrets) {
        asked.iter_mut().zip(&led).filter(|(_, led)| **led).for_each(|(asked, _)| *asked = Asked::Other);
    }
    asked
}

/// Bytes of a request within which the clause before its verb ends.
const LONGEST_LEAD: usize = 300;

/// What follows the clause that says of what the request asks: "For each trade secret, describe the measures".
fn after_lead(request: &str) -> Option<&str> {
    const LEADS: &[&str] = &[
        "for each",
        "for every",
        "if you",
        "as to each",
        "with respect to",
        "separately for each",
        "to the extent",
    ];
    const VERBS: &[&str] =
        &["state", "describe", "identify", "list", "name", "provide", "set forth", "specify", "please"];
    let request = request.trim_start_matches(|character| !is_letter(character));
    word(request, LEADS)?;
    let mut commas = request.match_indices(',').take_while(|(at, _)| *at < LONGEST_LEAD);
    commas.find_map(|(at, _)| Some(request[at + 1..].trim_start()).filter(|rest| word(rest, VERBS).is_some()))
}

/// The request uses a word by which secrets are asked for.
fn speaks_of_secrets(request: &str) -> bool {
    const STEMS: [&str; 6] =
        ["secret", "confidential", "proprietary", "misappropriat", "2019.210", "in confidence"];
    let request = request.to_ascii_lowercase();
    let starts = |at: usize| !request[..at].ends_with(is_letter);
    let ends = |at: usize| !request[at..].starts_with(is_letter);
    STEMS.iter().any(|stem| request.contains(stem))
        || request.match_indices("contend").any(|(at, _)| starts(at))
        || ["claim", "taken"]
            .iter()
            .any(|word| request.match_indices(word).any(|(at, word)| starts(at) && ends(at + word.len())))
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

const EACH: &[&str] = &["each", "all", "any", "every", "the"];

/// The request opens by asking for people, damages, measures or facts, not for the secrets themselves.
fn asks_otherwise(request: &str) -> bool {
    let request = request.trim_start_matches(|character| !is_letter(character));
    let request = word(request, &["please"]).unwrap_or(request);
    ends(request, &["who"])
        || asks_for_people(request)
        || asks_for_facts(request)
        || asks_for_damages(request)
        || asks_who_answers(request)
}

/// "What is your name and address?", "State your full name and position".
fn asks_who_answers(request: &str) -> bool {
    let yours = word(request, &["what is your", "state your", "provide your", "give your"]);
    yours.is_some_and(|own| ends(word(own, &["full", "complete"]).unwrap_or(own), &["name", "names"]))
}

/// "... including a description of each such trade secret": the request asks for the secrets as well.
fn asks_as_well(request: &str) -> bool {
    let small = request.to_ascii_lowercase();
    let words: Vec<&str> = small.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).collect();
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let is_object = |at: usize| match word(at.wrapping_sub(1)) {
        "describe" | "identify" | "disclose" | "state" => true,
        "of" => matches!(
            word(at.wrapping_sub(2)),
            "description" | "descriptions" | "identification" | "statement"
        ),
        _ => false,
    };
    let each = |at: &usize| matches!(words[*at], "each" | "every") && is_object(*at);
    let mut objects = (0..words.len()).filter(each);
    objects.any(|at| (at + 1..at + 5).any(|near| word(near).starts_with("secret")))
}

/// "State the amount of your damages"; not "state each trade secret and your damages".
fn asks_for_damages(request: &str) -> bool {
    const VERBS: &[&str] =
        &["state", "describe", "set forth", "identify", "itemize", "compute", "calculate", "quantify"];
    let Some(after) = word(request, VERBS) else { return false };
    let is =
        |word: &str, stems: &[&str]| stems.iter().any(|stem| word.to_ascii_lowercase().starts_with(stem));
    let mut words = after.split_whitespace().take(7);
    words
        .find(|word| is(word, &["damages", "losses", "harm", "secret", "confidential", "proprietary"]))
        .is_some_and(|found| is(found, &["damages", "losses", "harm"]))
}

/// "Identify the names of all persons", "state each and every natural person".
fn asks_for_people(request: &str) -> bool {
    const VERBS: &[&str] = &["identify", "list", "name", "state", "describe", "provide", "set forth"];
    let Some(after) = word(request, VERBS) else { return false };
    let named = word(after, &["the full", "the", "by"]).and_then(|after| {
        let after = ["names", "name", "identity"].iter().find_map(|name| whole(after, name))?;
        let mut gap = after.char_indices().take(121).take_while(|(_, character)| *character != '.');
        gap.find(|(at, character)| character.is_whitespace() && each_person(after[*at..].trim_start()))
    });
    // The mark that ends the gap may be the blank itself.
    named.is_some() || each_person(after)
}

/// "Identify all documents on which you rely".
fn asks_for_documents(request: &str) -> bool {
    const DOCUMENTS: &[&str] = &["document", "documents", "communication", "communications"];
    let request = request.trim_start_matches(|character| !is_letter(character));
    let request = word(request, &["please"]).unwrap_or(request);
    let after =
        word(request, &["identify", "list", "specify", "describe"]).and_then(|after| word(after, EACH));
    after.is_some_and(|after| ends(word(after, &["and every"]).unwrap_or(after), DOCUMENTS))
}

/// "... any trade secret identified in Your answer to Interrogatory No. 1", "... the trade secrets": another request asks for
/// the secrets.
fn names_another(request: &str) -> bool {
    const POINTS: [&str; 6] = [
        "interrogator",
        "the trade secret",
        "the alleged trade secret",
        "such trade secret",
        "those trade secret",
        "these trade secret",
    ];
    let request = request.to_ascii_lowercase();
    POINTS.iter().any(|words| request.contains(words))
}

fn each_person(text: &str) -> bool {
    const PEOPLE: &[&str] = &[
        "person",
        "persons",
        "individual",
        "individuals",
        "witness",
        "witnesses",
        "employee",
        "employees",
        "custodian",
        "custodians",
        "expert",
        "experts",
        "former employee",
        "former employees",
        "entity",
        "entities",
    ];
    const ADJECTIVES: &[&str] =
        &["natural", "current and former", "current or former", "current", "present", "past", "other"];
    /// "each customer to whom", but not "each customer list".
    const OTHERS: &[&str] = &["customer", "customers", "vendor", "vendors", "supplier", "suppliers"];
    const LEADS: &[&str] = &["who", "whom", "to", "that", "with", "from"];
    let Some(after) = word(text, EACH) else { return false };
    let after = word(after, &["and every"]).unwrap_or(after);
    let after = word(after, &["of your", "of the"]).unwrap_or(after);
    let named = word(after, ADJECTIVES).unwrap_or(after);
    ends(named, PEOPLE) || word(named, OTHERS).is_some_and(|after| ends(after, LEADS))
}

/// "Describe in detail all damages", "state the factual basis".
fn asks_for_facts(request: &str) -> bool {
    const FACTS: &[&str] = &[
        "damages",
        "measures",
        "measure",
        "steps",
        "step",
        "efforts",
        "effort",
        "facts",
        "fact",
        "losses",
        "basis",
        "bases",
        "factual",
        "circumstances",
        "date",
        "dates",
    ];
    const EFFORTS: &[&str] = &["measures", "efforts", "your efforts", "damages"];
    let Some(after) = word(request, &["state", "describe", "set forth", "identify"]) else { return false };
    let after = word(after, &["in detail"]).unwrap_or(after);
    let describes = word(request, &["describe"]).is_some();
    word(after, EACH).is_some_and(|after| ends(after, FACTS))
        || describes && ends(word(after, &["all"]).unwrap_or(after), EFFORTS)
}

/// What follows one of `words` and the blanks after it.
fn word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let after = words.iter().find_map(|word| whole(text, word))?;
    after.starts_with(char::is_whitespace).then(|| after.trim_start())
}

/// One of `words` opens the text.
fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| whole(text, word).is_some())
}

/// What follows `word`, in any case, if no letter does.
fn whole<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (opening, after) = text.split_at_checked(word.len())?;
    (opening.eq_ignore_ascii_case(word) && !after.starts_with(is_letter)).then_some(after)
}

#[cfg(test)]
mod tests;
