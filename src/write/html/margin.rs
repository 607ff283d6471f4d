//! The legends of the papers at the head of every printed page: styles made of the papers' own words.

use crate::write::html::sheet::Sheet;
use crate::write::lines::fit;

/// Columns of a legend; a longer one is cut.
const MOST: usize = 110;

/// The style sheet that prints each paper's legend over its pages; empty if no paper carries one that may be shown.
pub fn margin(sheets: &[Sheet]) -> String {
    // A page of another name starts a new sheet of paper, which a single paper's heading must not stand on alone.
    let part = |number: usize| if sheets.len() == 1 { "body".to_owned() } else { format!("#p{number}") };
    let legends = sheets.iter().filter(|sheet| sheet.quote).filter_map(|sheet| {
        let legend = sheet.report.response.legend.as_ref()?;
        Some((sheet.number, string(&fit(legend, MOST))))
    });
    let rules = legends.map(|(number, legend)| {
        let part = part(number);
        format!(
            "@page p{number} {{ @top-center {{ content: \"{legend}\"; font: 600 9pt Georgia, serif; }} }}\n\
             @media print {{ {part} {{ page: p{number}; }} }}\n"
        )
    });
    rules.collect()
}

/// The words as a string of a style sheet: whatever is no letter, digit or blank stands as its code.
fn string(words: &str) -> String {
    let escape = |character: char| match character {
        ' ' => " ".to_owned(),
        _ if character.is_ascii_alphanumeric() => character.to_string(),
        _ => format!("\\{:06x}", u32::from(character)),
    };
    words.chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn no_word_ends_the_string() {
        assert_eq!(string("A 1\"}</style>é"), "A 1\\000022\\00007d\\00003c\\00002fstyle\\00003e\\0000e9");
    }
}
