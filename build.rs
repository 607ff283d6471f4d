//! Turns the YAML files under `rules/` into one JSON text, so that no YAML is parsed when the program starts.
#![allow(clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=build.rs");
    let mut catalogue = BTreeMap::new();
    for path in yaml_files(Path::new("rules")) {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let value: serde_json::Value =
            serde_yaml::from_str_with_options(&text, serde_yaml::options! { strict_booleans: true })
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.strip_prefix("rules").unwrap_or(&path).to_string_lossy().replace('\\', "/");
        catalogue.insert(name, value);
    }
    let json = serde_json::to_string(&catalogue).expect("a JSON value always prints");
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(PathBuf::from(folder).join("catalogue.json"), json).expect("OUT_DIR is writable");
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
