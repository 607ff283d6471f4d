//! Turns the YAML files under `rules/` into what the program reads quickly when it starts: one JSON text, the table of
//! all words with their lists, and a JSON text for each authority and for the courts.
#![allow(clippy::disallowed_methods)]

#[path = "src/load/inflect.rs"]
mod inflect;
#[allow(dead_code, unused_imports)]
#[path = "src/lexicon.rs"]
mod lexicon;
/// What `lexicon` takes from its neighbours.
mod particular {
    pub type Name = std::sync::Arc<str>;
}

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use inflect::Form;
use lexicon::{Lexicon, Lists};
use serde_json::Value;

fn main() {
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/load/inflect.rs");
    println!("cargo:rerun-if-changed=src/lexicon.rs");
    println!("cargo:rerun-if-changed=src/lexicon");
    let mut catalogue = BTreeMap::new();
    for path in yaml_files(Path::new("rules")) {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let value: Value =
            serde_yaml::from_str_with_options(&text, serde_yaml::options! { strict_booleans: true })
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.strip_prefix("rules").unwrap_or(&path).to_string_lossy().replace('\\', "/");
        catalogue.insert(name, value);
    }
    write("letter.json", &catalogue.remove("letter.yaml").expect("there are letters").to_string());
    let mut lexicon = lexicon(&catalogue.remove("lexicon.yaml").expect("there is a lexicon"));
    for value in catalogue.values() {
        add_words(value, &mut lexicon);
    }
    write("lexicon.rs", &lexicon.source());
    write(
        "authorities.rs",
        &authorities(catalogue.remove("authorities.yaml").expect("there are authorities")),
    );
    write("forums.json", &catalogue.remove("forums.yaml").expect("there are courts").to_string());
    write("catalogue.json", &serde_json::to_string(&catalogue).expect("a JSON value always prints"));
}

fn write(name: &str, text: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(PathBuf::from(folder).join(name), text).expect("OUT_DIR is writable");
}

/// The lists with their words in all their forms.
fn lexicon(file: &Value) -> Lexicon {
    let mut lexicon = Lexicon::new();
    for (name, list) in file.as_object().expect("the lexicon is a map of lists") {
        let form = list["form"].as_str().and_then(Form::of);
        let form = form.unwrap_or_else(|| panic!("lexicon.yaml: {name} has no form"));
        let lists = lexicon.list_or_new(name).expect("there is room for a list");
        let also = texts(&list["also"]).map(str::to_lowercase);
        for word in texts(&list["words"]).flat_map(|word| form.forms(word)).chain(also) {
            lexicon.insert(&word, lists);
        }
    }
    lexicon
}

/// The words that reading the rules would add: those of phrases, and the nouns of subjects.
fn add_words(value: &Value, lexicon: &mut Lexicon) {
    for (key, value) in value.as_object().into_iter().flatten() {
        match key.as_str() {
            "phrase" | "frames" | "words" => texts(value).for_each(|phrase| add_phrase(phrase, lexicon)),
            "heads" => texts(value).flat_map(|word| Form::Noun.forms(word)).for_each(|word| {
                lexicon.insert(&word, Lists::NONE);
            }),
            "modifiers" | "labels" => texts(value).for_each(|word| {
                lexicon.insert(&word.to_lowercase(), Lists::NONE);
            }),
            _ => add_words(value, lexicon),
        }
    }
    value.as_array().into_iter().flatten().for_each(|value| add_words(value, lexicon));
}

fn add_phrase(phrase: &str, lexicon: &mut Lexicon) {
    let anchor = lexicon::anchor(phrase, lexicon);
    for (at, element) in phrase.split_whitespace().enumerate() {
        let is_word = element.starts_with(char::is_alphanumeric);
        let lists = if at == anchor { Lists::ANCHORS_PHRASE } else { Lists::NONE };
        let words = element.strip_suffix('?').unwrap_or(element).split('/');
        words.filter(|_| is_word).for_each(|word| {
            lexicon.insert(&word.to_ascii_lowercase(), lists);
        });
    }
}

/// One text, or all texts of a list.
fn texts(value: &Value) -> impl Iterator<Item = &str> {
    let one = value.as_str().into_iter();
    one.chain(value.as_array().into_iter().flatten().filter_map(Value::as_str))
}

/// The source of a list of pairs: an authority's key, and what the program prints of it as JSON.
fn authorities(all: Value) -> String {
    const NOT_PRINTED: [&str; 4] = ["weight", "basis", "sources", "seen_in"];
    let Value::Array(all) = all else { panic!("authorities.yaml is no list") };
    let mut text = "&[\n".to_owned();
    for mut authority in all {
        let keys = authority.as_object_mut().expect("an authority is a map");
        keys.retain(|key, _| !NOT_PRINTED.contains(&key.as_str()));
        let key = authority["key"].as_str().expect("an authority has a key");
        text.push_str(&format!("    ({key:?}, {:?}),\n", authority.to_string()));
    }
    text + "]\n"
}

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            println!("cargo:rerun-if-changed={}", path.display());
            files.extend(yaml_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    files.sort();
    files
}
