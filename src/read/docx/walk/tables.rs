//! The properties of tables, rows and cells: what is merged, what was changed, which row is a heading.

use super::properties::{Within, each, is_dropped, number};
use super::{Container, Walk};
use crate::document::LeftoverKind;
use crate::ooxml::{Element, Fault, Scanner};

impl Walk<'_> {
    pub(super) fn cell_properties(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let view = self.view;
        let (mut columns, mut continues, mut is_cell_dropped, mut revised) = (1, false, false, 0);
        each(scanner, |_, element| {
            match element.name {
                "gridSpan" => columns = number(element).unwrap_or(1).clamp(1, 64) as usize,
                "vMerge" | "hMerge" => {
                    continues |= element.value().is_none_or(|value| value == "continue");
                }
                "cellIns" | "cellDel" => {
                    revised += 1;
                    is_cell_dropped |= is_dropped(element.name, view);
                }
                "tcPrChange" => return Ok(Within::Skip),
                _ => {}
            }
            Ok(Within::Enter)
        })?;
        self.gathered.revisions.marks += revised;
        if revised > 0 {
            self.gathered.leave(LeftoverKind::Change, self.paragraphs.max(1));
        }
        if let Some(cell) = self.cell() {
            (cell.columns, cell.continues, cell.is_dropped) = (columns, continues, is_cell_dropped);
        }
        Ok(())
    }

    pub(super) fn table_properties(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let (mut style, mut shows_heading) = (None, false);
        each(scanner, |_, element| {
            match element.name {
                "tblStyle" => style = element.value().map(std::borrow::Cow::into_owned),
                "tblLook" => shows_heading = looks_headed(element),
                "tblPrChange" => return Ok(Within::Skip),
                _ => {}
            }
            Ok(Within::Enter)
        })?;
        let is_headed = shows_heading && self.styles.sets_off_first_row(style.as_deref());
        if let Some(Container::Table(table)) = self.containers.last_mut() {
            table.is_headed = is_headed;
        }
        Ok(())
    }

    pub(super) fn row_properties(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let view = self.view;
        let (mut is_heading, mut is_row_dropped, mut revised) = (false, false, 0);
        each(scanner, |_, element| {
            match element.name {
                "tblHeader" => is_heading = element.is_on(),
                "ins" | "del" => {
                    revised += 1;
                    is_row_dropped |= is_dropped(element.name, view);
                }
                "trPrChange" => return Ok(Within::Skip),
                _ => {}
            }
            Ok(Within::Enter)
        })?;
        self.gathered.revisions.marks += revised;
        if revised > 0 {
            self.gathered.leave(LeftoverKind::Change, self.paragraphs.max(1));
        }
        if let Some(Container::Row(row)) = self.containers.last_mut() {
            (row.is_heading, row.is_dropped) = (is_heading, is_row_dropped);
        }
        Ok(())
    }
}

/// A table's look asks for a heading row: by name, or as a bit of the older form.
fn looks_headed(element: &Element<'_>) -> bool {
    let bits = element.value().and_then(|bits| u32::from_str_radix(bits.trim(), 16).ok()).unwrap_or(0);
    element.attribute("firstRow").map_or(bits & 0x20 != 0, |is| matches!(&*is, "1" | "true" | "on"))
}
