//! Tables of the time that a turn took: its stages, the slowest files, the slowest templates.

use std::time::Duration;

use super::console::print_to_stderr;
use super::numbers::decimal;
use crate::build::{FileTime, Lap, TemplateTime, Timings};
use crate::messages::Messages;

pub(super) fn print_timings(timings: &Timings, messages: &Messages) {
    print_to_stderr(Tables(messages).text(timings).trim_end());
}

struct Tables<'a>(&'a Messages);

/// A cell of a table: words are aligned to the left, numbers to the right.
enum Cell {
    Word(String),
    Number(String),
}

impl Tables<'_> {
    fn text(&self, timings: &Timings) -> String {
        let has_cpu = timings.stages.iter().all(|lap| lap.cpu.is_some());
        let time = if has_cpu { "cpu" } else { "wall" };
        let tables = [
            self.stages(&timings.stages),
            self.files(&timings.files, time),
            self.templates(&timings.templates, time),
        ];
        // A table without entries is left out.
        let tables = tables.iter().filter(|rows| rows.len() > 1);
        let tables: Vec<String> = tables.map(|rows| table(rows)).collect();
        tables.join("\n")
    }

    fn stages(&self, laps: &[Lap]) -> Vec<Vec<Cell>> {
        let wall: Duration = laps.iter().map(|lap| lap.wall).sum();
        let cpu: Option<Duration> = laps.iter().map(|lap| lap.cpu).sum();
        let heads = ["wall", "share", "cpu", "cpu-share"];
        let shown = if cpu.is_some() { 4 } else { 2 };
        let heads = heads.iter().take(shown);
        let mut rows = vec![self.head("stage", heads.copied())];
        let row = |name: &str, time: Duration, on_cpu: Option<Duration>| {
            let mut row = vec![
                Cell::Word(self.word(name)),
                self.milliseconds(time, 1),
                self.share(time, wall),
            ];
            if let Some((time, all)) = on_cpu.zip(cpu) {
                row.extend([self.milliseconds(time, 1), self.share(time, all)]);
            }
            row
        };
        let stages = laps.iter();
        rows.extend(stages.map(|lap| row(&format!("cli-stage-{}", lap.stage), lap.wall, lap.cpu)));
        rows.push(row("cli-timings-total", wall, cpu));
        rows
    }

    fn files(&self, files: &[FileTime], time: &str) -> Vec<Vec<Cell>> {
        let mut rows = vec![self.head("files", [time])];
        rows.extend(files.iter().map(|file| {
            let path = Cell::Word(file.path.as_str().to_owned());
            vec![path, self.milliseconds(file.time, 2)]
        }));
        rows
    }

    fn templates(&self, templates: &[TemplateTime], time: &str) -> Vec<Vec<Cell>> {
        let mut head = self.head("templates", ["pages", time, "mean", "most"]);
        head.push(Cell::Word(self.word("cli-timings-slowest")));
        let mut rows = vec![head];
        rows.extend(templates.iter().map(|it| {
            let mean = it.total.as_secs_f64() / it.pages.max(1) as f64;
            vec![
                Cell::Word(it.template.to_owned()),
                Cell::Number(it.pages.to_string()),
                self.milliseconds(it.total, 2),
                self.number(mean * 1000.0, 2),
                self.milliseconds(it.most, 2),
                Cell::Word(it.slowest.to_string()),
            ]
        }));
        rows
    }

    fn head<'b>(&self, first: &str, numbers: impl IntoIterator<Item = &'b str>) -> Vec<Cell> {
        let word = |name: &str| self.word(&format!("cli-timings-{name}"));
        let numbers = numbers.into_iter().map(|name| Cell::Number(word(name)));
        std::iter::once(Cell::Word(word(first)))
            .chain(numbers)
            .collect()
    }

    fn word(&self, key: &str) -> String {
        self.0.text(key, &[])
    }

    fn milliseconds(&self, time: Duration, digits: usize) -> Cell {
        self.number(time.as_secs_f64() * 1000.0, digits)
    }

    fn share(&self, part: Duration, whole: Duration) -> Cell {
        let share = if whole.is_zero() {
            0.0
        } else {
            part.as_secs_f64() / whole.as_secs_f64()
        };
        self.number(share * 100.0, 1)
    }

    fn number(&self, number: f64, digits: usize) -> Cell {
        Cell::Number(decimal(number, digits, self.0))
    }
}

/// Formats rows. Each column is as wide as its widest cell.
fn table(rows: &[Vec<Cell>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(Cell::width).max().unwrap_or(0)
    };
    let lines = rows.iter().map(|row| {
        let cells = row.iter().enumerate();
        let cells = cells.map(|(column, cell)| cell.padded(width(column)));
        let line = cells.collect::<Vec<_>>().join("  ");
        format!("{}\n", line.trim_end())
    });
    lines.collect()
}

impl Cell {
    fn width(&self) -> usize {
        let (Cell::Word(text) | Cell::Number(text)) = self;
        text.chars().count()
    }

    fn padded(&self, width: usize) -> String {
        match self {
            Cell::Word(word) => format!("{word:<width$}"),
            Cell::Number(number) => format!("{number:>width$}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::UiLanguage;

    #[test]
    fn without_processor_times_their_columns_are_left_out() {
        let stages = ["load", "write"].map(|stage| Lap {
            stage,
            wall: Duration::ZERO,
            cpu: None,
        });
        let timings = Timings {
            stages: stages.into(),
            ..Timings::default()
        };
        let expected = "\
Fase        ms    %
lettura    0,0  0,0
scrittura  0,0  0,0
tutto      0,0  0,0
";
        let messages = Messages::new(UiLanguage::Italian);
        assert_eq!(Tables(&messages).text(&timings), expected);
    }
}
