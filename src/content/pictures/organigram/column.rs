//! The column of an organigram, from top to bottom.

use std::fmt::Write as _;

use super::super::{BASE, LINE, Line, TEXT, WIDTH, lines, named, text};
use super::{Card, Chart, Group, MOST, Row, STEP, Seat, Signs};

pub(super) const GAP: u32 = 14;
pub(super) const INDENT: u32 = 18;
const PAD: u32 = 9;
pub(super) const TRUNK: u32 = 8;
const LANE: u32 = 7;
const LANES: usize = 3;
/// More rows of signs than this are a number and no picture.
const SIGN_ROWS: u32 = 3;

/// How far the layout has come.
pub(super) struct Column {
    /// The height at which the next thing begins.
    pub(super) y: u32,
    /// The right edge of boxes.
    pub(super) right: u32,
    /// How wide the column of figures is.
    figures: u32,
    /// The heights at which the seats of each group are met by arrows.
    at: Vec<Vec<u32>>,
    /// Who chooses whom.
    chosen: Vec<((usize, usize), (usize, usize))>,
    /// What signs there are so far.
    pub(super) signs: Vec<&'static str>,
}

impl Column {
    pub(super) fn new(chart: &Chart<'_>) -> Column {
        let seats = || chart.groups.iter().flat_map(|group| &group.seats);
        let arrows = seats().any(|seat| seat.delegated_by.is_some());
        let widest = seats()
            .filter_map(figure)
            .map(|it| text::advance(&it))
            .max();
        let lanes = u32::try_from(LANES).unwrap_or(0) * LANE + 6;
        Column {
            y: 1,
            right: if arrows { WIDTH - lanes } else { WIDTH - 1 },
            figures: (widest.unwrap_or(0) * TEXT / 1000 + 12).max(26),
            at: Vec::new(),
            chosen: Vec::new(),
            signs: Vec::new(),
        }
    }

    pub(super) fn card<'a>(&mut self, group: Group<'a>, number: usize) -> Card<'a> {
        let x = if number == 0 { 1 } else { INDENT };
        let top = self.y;
        let head = named(group.name, (x, top), self.right - x, (text::bold(TEXT), 3));
        self.y += head.height;
        self.at.push(Vec::new());
        let more = group.seats.len().saturating_sub(MOST);
        let seats = group.seats.into_iter().take(MOST).enumerate();
        let rows = seats
            .map(|(seat, it)| self.row(it, x, (number, seat)))
            .collect();
        let more_y = self.y + LINE;
        if more > 0 {
            self.y += LINE + 8;
        }
        let height = self.y - top;
        self.y += GAP;
        Card {
            head,
            height,
            rows,
            more,
            more_y,
        }
    }

    fn row<'a>(&mut self, seat: Seat<'a>, left: u32, number: (usize, usize)) -> Row<'a> {
        let top = self.y;
        let x = left + PAD + self.figures;
        let room = self.right - PAD - x;
        let figure = figure(&seat);
        let size = if seat.role == "chair" {
            text::bold(TEXT)
        } else {
            TEXT
        };
        let (lines, whole, mut bottom) = match &seat.office {
            Some(office) => lines(office, top + 7, (room, size), 3),
            None => (Vec::new(), None, top + 7 + LINE),
        };
        let detail_y = bottom + LINE - 4;
        let origin_href = seat.origin.as_ref().and_then(|name| name.href.clone());
        let origin = seat.origin.as_ref().and_then(|name| {
            let line = text::wrap(&name.text, room, TEXT, 1).lines.pop()?;
            Some(Line {
                y: detail_y,
                text: line,
            })
        });
        if origin.is_some() || seat.each.is_some() {
            bottom += LINE;
        }
        let only = figure.is_none();
        let at = if only {
            (left + PAD + 7, top + 16)
        } else {
            (x + 6, bottom + 8)
        };
        let (signs, rows) = self.signs(&seat, at, if only { STEP } else { room });
        bottom += if only { 0 } else { rows * STEP };
        if let Some(at) = self.at.last_mut() {
            at.push(top + 16);
        }
        self.chosen.extend(seat.delegated_by.map(|by| (by, number)));
        self.y = bottom + 7;
        Row {
            role: seat.role,
            basis: seat.basis,
            x,
            top,
            y: top + 7 + BASE,
            lines,
            whole,
            many: seat.max != Some(1),
            figure,
            each: seat.each,
            origin,
            origin_href,
            origin_lang: seat.origin.and_then(|name| name.lang),
            detail_y,
            signs,
        }
    }

    /// The signs of a seat, and how many rows they fill.
    fn signs(&mut self, seat: &Seat<'_>, (x, y): (u32, u32), room: u32) -> (Vec<Signs>, u32) {
        if seat.unknown {
            self.note("unknown");
            return (Vec::new(), 0);
        }
        let total = seat.max.unwrap_or(seat.min);
        let per_row = (room / STEP).max(1);
        if total > per_row * SIGN_ROWS || total == 0 {
            return (Vec::new(), 0);
        }
        let held = seat.held.min(total);
        let vacant = seat.vacant.min(total - held);
        let unnamed = seat
            .min
            .saturating_sub(held + vacant)
            .min(total - held - vacant);
        let runs = [
            ("held", held),
            ("unnamed", unnamed),
            ("vacant", vacant),
            ("possible", total - held - vacant - unnamed),
        ];
        let mut first = 0;
        let mut signs = Vec::new();
        for (state, count) in runs.into_iter().filter(|(_, count)| *count > 0) {
            self.note(state);
            let mut d = String::new();
            let mut from = first;
            first += count;
            while from < first {
                let end = first.min((from / per_row + 1) * per_row);
                let (x, y) = (x + from % per_row * STEP, y + from / per_row * STEP);
                // A path of no length has no caps in some browsers.
                let _ = write!(d, "M{x} {y}h{}.1", (end - from - 1) * STEP);
                from = end;
            }
            signs.push(Signs { state, d, count });
        }
        (signs, total.div_ceil(per_row))
    }

    fn note(&mut self, sign: &'static str) {
        if !self.signs.contains(&sign) {
            self.signs.push(sign);
        }
    }

    /// Arrows at the right edge: out of the seat that chooses, along, and into the one that is chosen.
    pub(super) fn arrows(&self) -> Option<String> {
        let height = |(group, seat): (usize, usize)| self.at.get(group)?.get(seat).copied();
        let mut d = String::new();
        for (lane, (by, chosen)) in self.chosen.iter().enumerate() {
            let (Some(from), Some(to)) = (height(*by), height(*chosen)) else {
                continue;
            };
            let lane = u32::try_from(lane % LANES + 1).unwrap_or(1) * LANE + 2;
            let (right, out) = (self.right, self.right + lane);
            let _ = write!(d, "M{right} {from}H{out}V{to}H{right}m5-4l-5 4 5 4");
        }
        Some(d).filter(|d| !d.is_empty())
    }
}

/// How many places, in figures; nothing for exactly one.
fn figure(seat: &Seat<'_>) -> Option<String> {
    match (seat.unknown, seat.min, seat.max) {
        (true, ..) => Some("?".to_owned()),
        (_, 1, Some(1)) => None,
        (_, min, Some(max)) if min == max => Some(min.to_string()),
        (_, min, Some(max)) => Some(format!("{min}–{max}")),
        (_, min, None) => Some(format!("{min}+")),
    }
}
