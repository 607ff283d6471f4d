//! How Word writes a number: digits, letters, Roman numerals, words and marks.

use crate::ooxml::Element;

/// A form of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// 4
    Decimal,
    /// 04, as wide as told
    Padded(usize),
    /// IV
    UpperRoman,
    /// iv
    LowerRoman,
    /// D, and DD for 30
    UpperLetter,
    /// d
    LowerLetter,
    /// 4th
    Ordinal,
    /// Four
    CardinalText,
    /// Fourth
    OrdinalText,
    /// 1A
    Hexadecimal,
    /// *, †, ‡, §, and doubled
    Chicago,
    /// - 4 -
    Dashes,
    /// ④
    Circle,
    /// ⑷
    Parentheses,
    /// ⒋
    Stop,
    /// A mark and no number
    Bullet,
    /// No number at all
    Nothing,
}

impl Format {
    /// The form that a `w:numFmt` names; those of other scripts are shown in digits.
    pub(super) fn read(element: &Element<'_>) -> Self {
        match element.value().as_deref().unwrap_or("decimal") {
            "upperRoman" => Self::UpperRoman,
            "lowerRoman" => Self::LowerRoman,
            "upperLetter" => Self::UpperLetter,
            "lowerLetter" => Self::LowerLetter,
            "ordinal" => Self::Ordinal,
            "cardinalText" => Self::CardinalText,
            "ordinalText" => Self::OrdinalText,
            "hex" => Self::Hexadecimal,
            "chicago" => Self::Chicago,
            "numberInDash" => Self::Dashes,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circle,
            "decimalEnclosedParen" => Self::Parentheses,
            "decimalEnclosedFullstop" => Self::Stop,
            "decimalZero" => Self::Padded(2),
            "custom" => Self::custom(&element.attribute("format").unwrap_or_default()),
            "bullet" => Self::Bullet,
            "none" => Self::Nothing,
            _ => Self::Decimal,
        }
    }

    /// "001, 002, 003, ..." is as wide as its first number.
    fn custom(pattern: &str) -> Self {
        let width = pattern.bytes().take_while(u8::is_ascii_digit).count();
        if width > 1 { Self::Padded(width.min(9)) } else { Self::Decimal }
    }

    /// The number in this form.
    pub(super) fn show(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Padded(width) => format!("{number:0width$}"),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperLetter => letters(number, b'A'),
            Self::LowerLetter => letters(number, b'a'),
            Self::Ordinal => format!("{number}{}", ending(number)),
            Self::CardinalText => capital(&cardinal(number)),
            Self::OrdinalText => capital(&ordinal(number)),
            Self::Hexadecimal => format!("{number:X}"),
            Self::Chicago => chicago(number),
            Self::Dashes => format!("- {number} -"),
            Self::Circle => enclosed(number, 0x2460),
            Self::Parentheses => enclosed(number, 0x2474),
            Self::Stop => enclosed(number, 0x2488),
            Self::Bullet | Self::Nothing => String::new(),
        }
    }
}

/// The mark of a bulleted list; marks that only one font knows are shown as "•".
pub(super) fn bullet(mark: &str) -> String {
    let known = ['-', '–', '—', '*', '•', '▪', '◦', '·', '☐', '☒', '●'];
    let is_known = |mark: char| known.contains(&mark);
    match (mark.chars().next(), mark.chars().nth(1)) {
        (Some(only), None) if !is_known(only) => "\u{2022}".to_owned(),
        _ => mark.to_owned(),
    }
}

/// The largest number that is written in letters or Roman numerals: longer ones would be as long as they are large.
const LARGEST: u32 = 5_000;

fn roman(number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > LARGEST {
        return number.to_string();
    }
    let (mut rest, mut shown) = (number, String::new());
    for (value, letters) in STEPS {
        while rest >= value {
            shown.push_str(letters);
            rest -= value;
        }
    }
    shown
}

/// a to z, then aa to zz, then aaa.
fn letters(number: u32, first: u8) -> String {
    let Some(place) = number.checked_sub(1).filter(|_| number <= LARGEST) else { return number.to_string() };
    let letter = char::from(first + (place % 26) as u8);
    std::iter::repeat_n(letter, place as usize / 26 + 1).collect()
}

fn ending(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn chicago(number: u32) -> String {
    let Some(place) = number.checked_sub(1).filter(|_| number <= LARGEST) else { return number.to_string() };
    let mark = ['*', '†', '‡', '§'][place as usize % 4];
    std::iter::repeat_n(mark, place as usize / 4 + 1).collect()
}

/// The number within a ring, parentheses or before a stop; there are twenty of each.
fn enclosed(number: u32, first: u32) -> String {
    let known = (1..=20).contains(&number).then(|| char::from_u32(first + number - 1)).flatten();
    known.map_or_else(|| number.to_string(), String::from)
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn cardinal(number: u32) -> String {
    let joined = |head: String, rest: u32| match rest {
        0 => head,
        rest => format!("{head} {}", cardinal(rest)),
    };
    match number {
        0..=19 => ONES[number as usize].to_owned(),
        20..=99 if number.is_multiple_of(10) => TENS[number as usize / 10].to_owned(),
        20..=99 => format!("{}-{}", TENS[number as usize / 10], ONES[number as usize % 10]),
        100..=999 => joined(format!("{} hundred", cardinal(number / 100)), number % 100),
        1_000..=999_999 => joined(format!("{} thousand", cardinal(number / 1_000)), number % 1_000),
        _ => number.to_string(),
    }
}

fn ordinal(number: u32) -> String {
    let words = cardinal(number);
    let last = words.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (head, last) = words.split_at(last);
    let last = match last {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        other => match other.strip_suffix('y') {
            Some(stem) => format!("{stem}ieth"),
            None => format!("{other}th"),
        },
    };
    format!("{head}{last}")
}

fn capital(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let cases = [
            (Format::UpperRoman, 1994, "MCMXCIV"),
            (Format::LowerRoman, 4, "iv"),
            (Format::UpperLetter, 27, "AA"),
            (Format::LowerLetter, 55, "ccc"),
            (Format::Ordinal, 112, "112th"),
            (Format::Ordinal, 23, "23rd"),
            (Format::CardinalText, 121, "One hundred twenty-one"),
            (Format::OrdinalText, 30, "Thirtieth"),
            (Format::OrdinalText, 22, "Twenty-second"),
            (Format::Padded(3), 7, "007"),
            (Format::Chicago, 6, "††"),
            (Format::Circle, 4, "④"),
            (Format::Dashes, 4, "- 4 -"),
            (Format::LowerLetter, 0, "0"),
            (Format::LowerLetter, u32::MAX, "4294967295"),
            (Format::UpperRoman, u32::MAX, "4294967295"),
        ];
        for (format, number, shown) in cases {
            assert_eq!(format.show(number), shown);
        }
        assert_eq!(Format::custom("001, 002, 003, ..."), Format::Padded(3));
    }
}
