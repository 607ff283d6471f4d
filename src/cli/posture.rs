//! The posture of the case as the command line gives it, each word checked against the rules' own lists.

use clap::{Args, ValueEnum};
use particulars::particular::Name;
use particulars::posture::{Discovery, Posture};
use particulars::rule::{RuleSet, Stage};
use particulars::{Error, load};

/// Where the case stands.
#[derive(Debug, Clone, Args)]
pub struct PostureArguments {
    /// The stage of the case: notice, particularity or summary-judgment
    #[arg(long, default_value_t = Stage::Notice, value_parser = parse_stage)]
    stage: Stage,
    /// The court: a circuit (2d-cir., 9), a federal district (n.d.cal.), or a state (new-york, NY) for its own courts
    #[arg(long, value_name = "COURT")]
    forum: Option<String>,
    /// The claims in the case, with commas between them: dtsa, cutsa, tutsa, utsa, common-law, contract
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    claims: Vec<String>,
    /// Whether discovery is open or closed
    #[arg(long, value_enum, value_name = "STATE")]
    discovery: Option<Stand>,
    /// The words of the request, for a paper that does not print them
    #[arg(long, value_name = "TEXT")]
    asked: Option<String>,
}

/// Whether discovery is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stand {
    /// It goes on
    Open,
    /// It is over
    Closed,
}

impl PostureArguments {
    /// A court was named.
    pub fn has_forum(&self) -> bool {
        self.forum.is_some()
    }

    /// The posture, in the words of the rules.
    ///
    /// # Errors
    /// A court or a claim is not known.
    pub fn posture(&self, rules: &RuleSet) -> Result<Posture, Error> {
        let claims = self.claims.iter().map(|name| claim(name, rules)).collect::<Result<Vec<_>, _>>()?;
        Ok(Posture {
            stage: self.stage,
            forum: self.forum.as_ref().map(|name| forum(name, rules)).transpose()?,
            claims,
            discovery: self.discovery.map(|stand| match stand {
                Stand::Open => Discovery::Open,
                Stand::Closed => Discovery::Closed,
            }),
            asked: self.asked.clone().filter(|asked| !asked.trim().is_empty()),
        })
    }
}

/// The stage of this name; a misspelt one is answered with the right one.
fn parse_stage(name: &str) -> Result<Stage, String> {
    name.parse().map_err(|reason: String| {
        let likeness = |stage: &Stage| strsim::jaro_winkler(stage.name(), name);
        let nearest = Stage::ALL.into_iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        let known = Stage::ALL.map(Stage::name).join(", ");
        match nearest.filter(|stage| likeness(stage) > 0.7) {
            Some(stage) => format!("{reason}; did you mean \"{stage}\"? The stages are {known}"),
            None => format!("{reason}; the stages are {known}"),
        }
    })
}

fn forum(name: &str, rules: &RuleSet) -> Result<Name, Error> {
    if let Some(forum) = rules.forums.find(name) {
        return Ok(forum.id.clone());
    }
    let names = rules.forums.iter().flat_map(|forum| forum.names().map(move |known| (known, forum)));
    let names: Vec<_> = names.map(|(known, forum)| (known.to_lowercase(), forum)).collect();
    let near = load::nearest(name, names.iter().map(|(known, _)| known.as_str()));
    let near = near.and_then(|near| names.iter().find(|(known, _)| known == near));
    let hint = near.map_or_else(
        || "give a circuit (9th-cir.), a federal district (s.d.n.y.) or a state (california, NY)".to_owned(),
        |(_, forum)| format!("did you mean \"{}\" ({})?", forum.id, forum.name),
    );
    Err(Error::Usage(format!("there is no forum \"{name}\"; {hint}")))
}

fn claim(name: &str, rules: &RuleSet) -> Result<Name, Error> {
    let bare = |name: &str| name.trim().to_lowercase();
    let named = |known: &str| bare(known) == bare(name);
    let found = rules
        .claims
        .iter()
        .find(|claim| named(&claim.id) || named(&claim.name) || claim.also.iter().any(|other| named(other)));
    found.map(|claim| claim.id.clone()).ok_or_else(|| {
        let ids: Vec<&str> = rules.claims.iter().map(|claim| &*claim.id).collect();
        let near = load::nearest(name.trim(), ids.iter().copied());
        let hint = near.map(|near| format!("did you mean \"{near}\"? ")).unwrap_or_default();
        Error::Usage(format!("there is no claim \"{name}\"; {hint}the claims are {}", ids.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use particulars::posture::Posture;
    use particulars::rule::Stage;

    use super::PostureArguments;

    fn posture(forum: Option<&str>, claims: &[&str]) -> Result<Posture, String> {
        let rules = particulars::load::load(&[]).unwrap();
        let claims = claims.iter().map(|claim| (*claim).to_owned()).collect();
        let forum = forum.map(str::to_owned);
        let arguments =
            PostureArguments { stage: Stage::Notice, forum, claims, discovery: None, asked: None };
        arguments.posture(&rules).map_err(|error| error.to_string())
    }

    #[test]
    fn a_forum_is_known_by_each_of_its_names() {
        for (name, id) in [
            ("N.D. Cal.", "n.d.cal."),
            ("ndcal", "n.d.cal."),
            ("9", "9th-cir."),
            ("Second Circuit", "2d-cir."),
            ("dc", "dc-cir."),
            ("NY", "new-york"),
            ("New York", "new-york"),
            ("Cal.", "california"),
            ("federal circuit", "federal-circuit"),
            ("ITC", "itc"),
            ("D. Del.", "d.del."),
        ] {
            assert_eq!(posture(Some(name), &[]).unwrap().forum.as_deref(), Some(id), "{name}");
        }
    }

    #[test]
    fn a_misspelt_forum_or_claim_is_answered_with_the_right_one() {
        let message = posture(Some("s.d.ny.e"), &[]).unwrap_err();
        assert!(message.contains("did you mean \"s.d.n.y.\" (Southern District of New York)?"), "{message}");
        let message = posture(Some("californai"), &[]).unwrap_err();
        assert!(message.contains("did you mean \"california\""), "{message}");
        let message = posture(None, &["dtas"]).unwrap_err();
        assert!(message.contains("did you mean \"dtsa\"? the claims are dtsa, cutsa"), "{message}");
        assert_eq!(posture(None, &["DTSA", " cutsa"]).unwrap().claims.len(), 2);
    }
}
