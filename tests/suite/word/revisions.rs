//! Tracked changes in either view, never both at once.

use particulars::read::{Options, Revisions, read_with};

use super::kit::{Paper, p, pp, r, row};

fn ins(content: &str) -> String {
    format!("<w:ins w:id=\"1\" w:author=\"Jo\">{content}</w:ins>")
}

fn del(words: &str) -> String {
    format!(
        "<w:del w:id=\"2\" w:author=\"Jo\"><w:r><w:delText xml:space=\"preserve\">{words}</w:delText></w:r></w:del>"
    )
}

/// The text with the changes accepted, and with them rejected.
fn both(body: &str) -> (String, String) {
    let paper = Paper::new(body);
    (paper.text(), paper.original().text)
}

fn told(body: &str, accepted: &str, rejected: &str) {
    let (last, first) = both(body);
    assert_eq!((&*last, &*first), (accepted, rejected), "{body}");
}

#[test]
fn insertions_and_deletions_are_shown_in_one_view() {
    told(&format!("<w:p>{}{}{}</w:p>", r("the "), del("tape"), ins(&r("glue"))), "the glue\n", "the tape\n");
    let within = ins(&format!("{}{}", r("new "), del("once")));
    told(&format!("<w:p>{}{within}</w:p>", r("the ")), "the new \n", "the \n");
}

#[test]
fn the_view_is_said() {
    let paper = Paper::new(&format!("<w:p>{}{}{}</w:p>", r("a"), del("b"), ins(&r("c"))));
    let changes = "tracked changes (1 insertion, 1 deletion)";
    let last = format!("{changes} read as accepted; --revisions original reads them as rejected");
    let first = format!("{changes} read as rejected; --revisions final reads them as accepted");
    assert_eq!((paper.read().notes, paper.original().notes), (vec![last], vec![first]));
}

#[test]
fn moved_words_stand_where_the_view_has_them() {
    let away = format!(
        "<w:moveFromRangeStart w:id=\"5\" w:name=\"m\"/><w:moveFrom w:id=\"6\">{}</w:moveFrom><w:moveFromRangeEnd w:id=\"5\"/>",
        r("moved ")
    );
    let here = format!("<w:moveTo w:id=\"7\">{}</w:moveTo>", r("moved "));
    told(&format!("<w:p>{away}{}{here}</w:p>", r("stays ")), "stays moved \n", "moved stays \n");
}

#[test]
fn paragraph_marks_part_and_join() {
    let marked = |change: &str, content: &str| {
        format!("<w:p><w:pPr><w:rPr><w:{change} w:id=\"3\"/></w:rPr></w:pPr>{content}</w:p>")
    };
    told(
        &(marked("del", &r("the tape ")) + &p("and the glue")),
        "the tape and the glue\n",
        "the tape \n\nand the glue\n",
    );
    told(
        &(marked("ins", &r("the tape ")) + &p("and the glue")),
        "the tape \n\nand the glue\n",
        "the tape and the glue\n",
    );
    let whole = marked("ins", &ins(&r("all new")));
    told(&(p("a") + &whole + &p("b")), "a\n\nall new\n\nb\n", "a\n\nb\n");
    told(&(p("a") + &marked("moveFrom", &del("gone")) + &p("b")), "a\n\nb\n", "a\n\ngone\n\nb\n");
}

#[test]
fn rows_and_cells_come_and_go() {
    let marked = |change: &str| {
        row(&[&p("2"), &p("glue")]).replacen(
            "<w:tr>",
            &format!("<w:tr><w:trPr><w:{change} w:id=\"4\"/></w:trPr>"),
            1,
        )
    };
    let table = |second: &str| {
        format!("<w:tbl>{}{second}{}</w:tbl>", row(&[&p("1"), &p("tape")]), row(&[&p("3"), &p("core")]))
    };
    told(&table(&marked("ins")), "1 | tape\n2 | glue\n3 | core\n", "1 | tape\n3 | core\n");
    told(&table(&marked("del")), "1 | tape\n3 | core\n", "1 | tape\n2 | glue\n3 | core\n");
    let cell = format!("<w:tc><w:tcPr><w:cellDel w:id=\"4\"/></w:tcPr>{}</w:tc>", p("old"));
    let row = format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc>{cell}</w:tr>", p("1"), p("tape"));
    told(&format!("<w:tbl>{row}</w:tbl>"), "1 | tape\n", "1 | tape | old\n");
}

#[test]
fn former_properties_count_in_the_original() {
    let styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>";
    let changed = pp("<w:pStyle w:val=\"H\"/><w:pPrChange w:id=\"8\"><w:pPr/></w:pPrChange>", "Head");
    let paper = Paper::new(&changed).styles(styles);
    let kind = |revisions| read_with("a.docx", paper.bytes(), Options { revisions }).unwrap().blocks[0].kind;
    assert_ne!(kind(Revisions::Final), kind(Revisions::Original));
}
