//! The YAML files as they are written: one struct for each kind, with the place of every word that can be wrong.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_yaml::Spanned;

use super::shape::{ExampleFile, Many, Pairs};

/// A word or a sentence of a file, with its place.
pub(super) type Text = Spanned<String>;

/// A rule, or the changes to one (`extends`); which keys must be there is checked by `rule`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleFile {
    pub extends: Option<Text>,
    pub summary: Option<Text>,
    pub scope: Option<Text>,
    pub when: Option<ConditionFile>,
    pub requires: Option<Vec<Text>>,
    pub severity: Option<SeverityFile>,
    pub confidence: Option<Text>,
    pub message: Option<Text>,
    pub ask: Option<Text>,
    pub engineer: Option<InquiryFile>,
    pub why: Option<Text>,
    pub authorities: Option<Vec<Text>>,
    pub contrary: Option<Vec<Text>>,
    pub examples: Option<ExamplesFile>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct SeverityFile {
    pub notice: Option<Text>,
    pub particularity: Option<Text>,
    pub summary_judgment: Option<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExamplesFile {
    pub flagged: Vec<ExampleFile>,
    pub clean: Vec<ExampleFile>,
    pub known_miss: Vec<ExampleFile>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ConditionFile {
    pub subject: Option<Many>,
    pub first_subject: Option<Many>,
    pub phrase: Option<Many>,
    pub pattern: Option<Text>,
    pub defined: Option<bool>,
    pub most_words: Option<usize>,
    pub only_words: Option<Many>,
    pub most_particulars: Option<MostParticularsFile>,
    pub elements: Pairs<Many>,
    pub told: Option<bool>,
    pub answer: Option<Many>,
    pub items: Option<ItemsFile>,
    pub paper: Option<PaperFile>,
    pub objection: Option<Box<Self>>,
    pub all: Vec<ConditionFile>,
    pub any: Vec<ConditionFile>,
    pub none: Vec<ConditionFile>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PaperFile {
    pub has: Many,
    pub lacks: Many,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MostParticularsFile {
    pub kinds: Option<Many>,
    pub count: usize,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ItemsFile {
    pub at_least: usize,
    pub labelled: Option<bool>,
    pub some_state: Many,
    pub none_state: Many,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElementFile {
    pub id: Text,
    pub scope: Option<Text>,
    pub short: Text,
    pub question: Text,
    pub wording: Text,
    pub engineer: Option<InquiriesFile>,
    #[serde(default)]
    pub every: bool,
    #[serde(default)]
    pub present: EvidenceFile,
    #[serde(default)]
    pub partial: EvidenceFile,
    #[serde(default)]
    pub disclaimed: EvidenceFile,
    #[serde(default)]
    pub labels: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InquiryFile {
    pub question: Text,
    pub complete: Text,
    pub form: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InquiriesFile {
    pub question: Text,
    pub complete: Text,
    pub form: Text,
    #[serde(default)]
    pub of: Pairs<InquiryFile>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EvidenceFile {
    pub at_least: u32,
    pub weights: Pairs<u32>,
    pub phrase: Option<Many>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectFile {
    pub id: Text,
    pub summary: Text,
    #[serde(default)]
    pub heads: Vec<Text>,
    #[serde(default)]
    pub modifiers: Vec<Text>,
    #[serde(default)]
    pub frames: Vec<Text>,
    pub elements: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordListFile {
    pub form: Text,
    pub words: Vec<Text>,
    /// Forms that the list's `form` does not make: "held", "spun".
    #[serde(default)]
    pub also: Vec<Text>,
}

/// An authority; the keys that no writer prints are allowed and dropped.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuthorityFile {
    pub key: Text,
    pub name: String,
    pub citation: String,
    pub court: String,
    pub year: Option<u16>,
    pub stage: Vec<String>,
    pub holds_for: Text,
    pub proposition: String,
    pub caution: Option<String>,
    pub later_history: Option<String>,
    pub confidence: Text,
    pub kind: Option<Text>,
    #[serde(default)]
    pub jurisdictions: Vec<Text>,
    #[serde(default)]
    pub claims: Vec<Text>,
    #[serde(default, rename = "weight")]
    _weight: IgnoredAny,
    pub pincite: Option<String>,
    #[serde(default, rename = "basis")]
    _basis: IgnoredAny,
    #[serde(default, rename = "sources")]
    _sources: IgnoredAny,
    #[serde(default, rename = "seen_in")]
    _seen_in: IgnoredAny,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StageFile {
    pub summary: String,
    pub courts_say: Vec<String>,
    #[serde(default)]
    pub contrary: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ForumFile {
    pub id: Text,
    pub name: Text,
    pub within: Option<Text>,
    pub sits_in: Option<Text>,
    #[serde(default)]
    pub also: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimFile {
    pub id: Text,
    pub name: Text,
    #[serde(default)]
    pub also: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolidayFile {
    pub id: Text,
    pub name: Text,
    pub falls: Text,
    pub since: Option<Text>,
    pub listed: Option<Text>,
    pub state: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestFile {
    pub id: Text,
    pub words: Many,
    pub asks: Vec<Text>,
    /// Elements that are looked for where nothing says what to identify means.
    #[serde(default)]
    pub otherwise: Vec<Text>,
    /// The courts whose rules give the words that meaning; everywhere, if none are named.
    pub forum: Option<Many>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShiftFile {
    pub id: Text,
    pub summary: Text,
    pub when: CircumstancesFile,
    #[serde(default)]
    pub effect: EffectFile,
    pub suffix: Option<String>,
    #[serde(default)]
    pub withholds: Vec<Text>,
    #[serde(default)]
    pub authorities: Vec<Text>,
    pub why: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CircumstancesFile {
    pub stage: Many,
    pub forum: Option<Many>,
    pub claims: Option<Many>,
    pub only_claims: Option<Many>,
    pub discovery: Option<Text>,
    pub scope: Option<Text>,
    pub subject: Option<Many>,
    pub rule: Option<Many>,
    pub not_asked: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EffectFile {
    pub cap: Option<Text>,
    pub raise: Option<Text>,
    pub toward: Option<Text>,
}
