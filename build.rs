//! Turns the YAML files under `rules/` into what the program reads quickly when it starts: one JSON text, the words of
//! the lists with all their forms, and a JSON text for each authority
//! and for the courts.
#![allow(clippy::disallowed_methods)]

#[path = "src/load/inflect.rs"]
mod inflect;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use inflect::Form;
use serde_json::Value;

fn main() {
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/load/inflect.rs");
    let mut catalogue = BTreeMap::new();
    for path in yaml_files(Path::new("rules")) {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let value: Value =
            serde_yaml::from_str_with_options(&text, serde_yaml::options! { strict_booleans: true })
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.strip_prefix("rules").unwrap_or(&path).to_string_lossy().replace('\\', "/");
        catalogue.insert(name, value);
    }
    write("words.txt", &words(&catalogue.remove("lexicon.yaml").expect("there is a lexicon")));
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

/// A line for each list: its name and its words in all their forms, with tabs between.
fn words(lexicon: &Value) -> String {
    let mut text = String::new();
    for (name, list) in lexicon.as_object().expect("the lexicon is a map of lists") {
        let form = list["form"].as_str().and_then(Form::of);
        let form = form.unwrap_or_else(|| panic!("lexicon.yaml: {name} has no form"));
        text.push_str(name);
        let texts = |key: &str| list[key].as_array().into_iter().flatten().filter_map(Value::as_str);
        let also = texts("also").map(str::to_lowercase);
        for word in texts("words").flat_map(|word| form.forms(word)).chain(also) {
            text.push('\t');
            text.push_str(&word);
        }
        text.push('\n');
    }
    text
}

/// The source of a list of pairs: an authority's key, and what the program prints of it as JSON.
fn authorities(all: Value) -> String {
    const NOT_PRINTED: [&str; 5] = ["weight", "pincite", "basis", "sources", "seen_in"];
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
