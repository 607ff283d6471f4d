//! What stands in paragraphs and beside them: breaks, symbols, fields, controls, text boxes, notes, hidden words.

use particulars::document::BlockKind;
use particulars::rule::Stage;

use super::kit::{Paper, p, pp, r};
use crate::corpus::shared_rules;

fn run(content: &str) -> String {
    format!("<w:p><w:r>{content}</w:r></w:p>")
}

fn text(body: &str) -> String {
    Paper::new(body).text()
}

#[test]
fn runs_of_one_word_are_one_word() {
    let body = "<w:p><w:r><w:t>Ti</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>ny </w:t></w:r>\
                <w:r><w:t xml:space=\"preserve\"> lit</w:t></w:r><w:r><w:t>tle</w:t></w:r></w:p>";
    assert_eq!(text(body), "Tiny little\n");
}

#[test]
fn breaks_tabs_hyphens_and_symbols_are_characters() {
    let content = "<w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:tab/><w:t>hy</w:t><w:softHyphen/><w:t>phen</w:t>\
                   <w:br/><w:t>next</w:t><w:cr/><w:t>5 </w:t><w:sym w:font=\"Symbol\" w:char=\"F06D\"/><w:t>m &amp; 1</w:t>\
                   <w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Firm\" w:char=\"F041\"/>";
    let document = Paper::new(&run(content)).read();
    assert_eq!(document.text, "e-mail\thyphen\nnext\n5μm & 1☑\u{fffd}\n");
    assert_eq!(document.notes, ["1 symbol of a font of its own shown as \u{fffd}"]);
}

#[test]
fn letters_of_symbol_fonts_are_told_by_the_font() {
    let greek = "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr><w:t>\u{f061}\u{f0b1}</w:t>";
    assert_eq!(text(&run(greek)), "α±\n");
}

#[test]
fn codes_of_fields_are_no_words_and_results_are() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let code = "<w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r>";
    let inner = format!(
        "{}<w:r><w:instrText>PAGE</w:instrText></w:r>{}{}{}",
        mark("begin"),
        mark("separate"),
        r("7"),
        mark("end")
    );
    let body = format!(
        "<w:p>{}{}{code}{inner}{}{}{}{}<w:fldSimple w:instr=\"DATE\">{}</w:fldSimple></w:p>",
        r("See "),
        mark("begin"),
        mark("separate"),
        r("No. 4"),
        mark("end"),
        r(" of "),
        r("May 5"),
    );
    assert_eq!(text(&body), "See No. 4 of May 5\n");
    let broken = Paper::new(&p("See Error! Reference source not found.")).read();
    assert!(broken.notes[0].starts_with("1 cross-reference broken"), "{:?}", broken.notes);
}

#[test]
fn boxes_of_forms_show_whether_they_are_ticked() {
    let field = |data: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{data}</w:ffData></w:fldChar></w:r>\
             <w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let body = format!(
        "<w:p>{}{}{}</w:p>",
        field("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>"),
        r(" yes "),
        field(
            "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"red\"/><w:listEntry w:val=\"blue\"/></w:ddList>"
        )
    );
    assert_eq!(text(&body), "☒ yes blue\n");
}

#[test]
fn a_field_without_an_end_is_not_passed_over_in_silence() {
    let body = format!("{}<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>{}", p("one"), p("two"));
    let document = Paper::new(&body).read();
    assert_eq!(document.unread, ["a field has no end, and what follows it is not read (paragraph 2)"]);
}

#[test]
fn tables_of_contents_are_left_out_and_that_is_said() {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let field = format!("<w:p>{begin}{}</w:p><w:p>{}{end}</w:p>{}", r("Answer 3"), r("Answer 4"), p("words"));
    let control = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>\
         <w:sdtContent>{}</w:sdtContent></w:sdt>{}",
        p("Contents"),
        p("words")
    );
    for body in [field, control] {
        let document = Paper::new(&body).read();
        assert_eq!(
            (&*document.text, &*document.notes[0]),
            ("words\n", "table of contents or authorities left out")
        );
    }
}

#[test]
fn content_controls_are_read_in_all_five_places() {
    let control = |content: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>");
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let body = control(&p("block"))
        + &format!("<w:p>{}{}</w:p>", r("in "), control(&r("paragraph")))
        + &control(&format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&p("a")), cell(&p("table"))))
        + &format!(
            "<w:tbl>{}<w:tr>{}{}</w:tr></w:tbl>",
            control(&format!("<w:tr>{}{}</w:tr>", cell(&p("b")), cell(&p("row")))),
            control(&cell(&p("c"))),
            cell(&control(&p("cell")))
        );
    assert_eq!(text(&body), "block\n\nin paragraph\n\na | table\n\nb | row\nc | cell\n");
}

#[test]
fn placeholders_are_left_out_and_named() {
    let body = format!(
        "<w:p>{}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>{}</w:p>",
        r("the formula of "),
        r("Click here to enter text."),
        r("the tape")
    );
    let document = Paper::new(&body).read();
    assert_eq!(document.text, "the formula of the tape\n");
    let note = "placeholder \"Click here to enter text.\" in paragraph 1 is not filled in, and left out";
    assert_eq!(document.notes, [note]);
}

#[test]
fn text_boxes_are_read_once() {
    let inner = format!("<w:txbxContent>{}{}</w:txbxContent>", p("boxed"), p("words"));
    let both = format!(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/>\
         <wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>\
         <v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    );
    let old = format!("<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>");
    for drawing in [both, old] {
        let body = format!("<w:p>{}<w:r>{drawing}</w:r>{}</w:p>{}", r("before "), r("after"), p("next"));
        assert_eq!(text(&body), "before after\n\nboxed\n\nwords\n\nnext\n");
        let cell = format!(
            "<w:tbl><w:tr><w:tc><w:p><w:r>{drawing}</w:r></w:p></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
            p("b")
        );
        assert_eq!(text(&cell), "boxed words | b\n");
    }
}

#[test]
fn links_tags_and_formulas_are_read() {
    let body = format!(
        "<w:p><w:hyperlink r:id=\"r9\">{}</w:hyperlink><w:smartTag>{}</w:smartTag><m:oMath><m:f><m:num><m:r><m:t>a</m:t>\
         </m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>",
        r("the link "),
        r("the tag ")
    );
    assert_eq!(text(&body), "the link the tag a/b\n");
}

#[test]
fn notes_follow_the_text_in_the_order_of_their_marks() {
    let mark = |kind: &str, id: u32| format!("<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}{}</w:p>",
        r("one."),
        mark("footnote", 7),
        r(" two."),
        mark("footnote", 3),
        mark("endnote", 2)
    );
    let note = |kind: &str, id: u32, words: &str| {
        format!("<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r>{}</w:p></w:{kind}>", r(words))
    };
    let footnotes =
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
            .to_owned()
            + &note("footnote", 3, "the second")
            + &note("footnote", 7, "the first")
            + &note("footnote", 9, "never marked");
    let document = Paper::new(&body)
        .with("footnotes", "footnotes", &footnotes)
        .with("endnotes", "endnotes", &note("endnote", 2, "the end"))
        .read();
    assert_eq!(document.text, "one. two.\n\n[^1]: the first\n\n[^2]: the second\n\n[^e1]: the end\n");
    let notes: Vec<_> = document.blocks.iter().filter(|block| block.kind == BlockKind::Footnote).collect();
    assert_eq!(document.slice(notes[1].span), "[^2]: the second");
}

#[test]
fn hidden_words_are_left_out_and_counted() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"Note\"><w:rPr><w:vanish/></w:rPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Draft\"><w:rPr><w:vanish/></w:rPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Drafts\"><w:basedOn w:val=\"Draft\"/></w:style>";
    let hidden = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    let body = format!(
        "<w:p>{}{}{}{}</w:p>{}",
        r("the tape"),
        hidden("<w:vanish/>", " check with Jo"),
        hidden("<w:rStyle w:val=\"Note\"/>", " really"),
        hidden("<w:vanish w:val=\"0\"/>", " and glue"),
        pp("<w:pStyle w:val=\"Drafts\"/>", "to do")
    );
    let document = Paper::new(&body).styles(styles).read();
    assert_eq!(document.text, "the tape and glue\n");
    assert_eq!(document.notes, ["6 words of hidden text left out"]);
    let white = Paper::new(&run("<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>do not tell</w:t>")).read();
    assert_eq!(
        (&*white.text, &*white.notes[0]),
        ("do not tell\n", "3 words in white letters read like others")
    );
}

#[test]
fn headings_quotations_and_entries_are_told_by_style() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"Rog\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:name w:val=\"Block Text\"/></w:style>";
    let long = "word ".repeat(60);
    let body = pp("<w:pStyle w:val=\"H2\"/>", "Head")
        + &pp("<w:pStyle w:val=\"Q\"/>", "quoted")
        + &pp("<w:pStyle w:val=\"H\"/>", &long)
        + &pp("<w:pStyle w:val=\"H\"/><w:outlineLvl w:val=\"9\"/>", "body");
    let document = Paper::new(&body).styles(styles).read();
    let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Heading, BlockKind::Quotation, BlockKind::Paragraph, BlockKind::Paragraph]);
}

#[test]
fn headers_give_the_legend_and_no_text() {
    let report = |header: &str| {
        let paper = Paper::new(&p("INTERROGATORY NO. 1: Identify it.")).with("header", "hdr", &p(header));
        particulars::lint("paper.docx", paper.bytes(), shared_rules(), Stage::Notice).unwrap()
    };
    let legend = "Highly Confidential \u{2013} Attorneys\u{2019} Eyes Only";
    assert_eq!(report(legend).response.legend.as_deref(), Some(legend));
    assert!(!report(legend).document.text.contains("Eyes"));
    assert_eq!(report("Smith v. Jones").response.legend, None);
}

#[test]
fn what_cannot_be_read_is_never_passed_over() {
    let inch = 914_400;
    let picture = |wide: u32, high: u32| {
        run(&format!(
            "<w:drawing><wp:inline><wp:extent cx=\"{}\" cy=\"{}\"/><a:graphic><a:blip/></a:graphic></wp:inline></w:drawing>",
            wide * inch,
            high * inch
        ))
    };
    let old = run("<w:pict><v:shape style=\"width:6in;height:200pt\"><v:imagedata/></v:shape></w:pict>");
    let cases = [
        (picture(6, 4), "a picture are not read (paragraph 2)"),
        (old, "a picture are not read (paragraph 2)"),
        (run("<w:drawing><c:chart/></w:drawing>"), "a chart or diagram are not read (paragraph 2)"),
        (
            run("<w:object><o:OLEObject/></w:object>"),
            "an embedded object or form control are not read (paragraph 2)",
        ),
        (
            "<w:altChunk r:id=\"r4\"/>".to_owned(),
            "a document that is inserted as a file are not read (paragraph 1)",
        ),
    ];
    for (thing, said) in cases {
        let document = Paper::new(&(p("ANSWER: the tape.") + &thing)).read();
        assert!(document.unread.len() == 1 && document.unread[0].ends_with(said), "{:?}", document.unread);
    }
    let small = Paper::new(&(p("words") + &picture(2, 1))).read();
    assert!(small.unread.is_empty());
    assert_eq!(small.notes, ["1 small picture (such as a signature or a logo) not read"]);
    for only in [picture(6, 4), picture(2, 1)] {
        let document = Paper::new(&only).read();
        assert!(document.text.is_empty() && !document.unread.is_empty());
    }
}
