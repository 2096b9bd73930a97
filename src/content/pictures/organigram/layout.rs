//! The column of an organigram, laid out from top to bottom.

use std::fmt::Write as _;

use super::super::{
    BASELINE, LINE_HEIGHT, Label, LabelBox, PADDING_X, PADDING_Y, TEXT_SIZE, TextBlock, TextFormat,
    WIDTH, text,
};
use super::{
    BRANCH_Y, Chart, ChartGroup, ChartSeat, GroupBox, MAX_SHOWN, SIGN_DISTANCE, SeatRow, SignRun,
};

/// The distance between boxes.
pub(super) const GAP: u32 = 14;
/// The left edge of tables and parts.
pub(super) const INDENT: u32 = 18;
/// The distance between vertical lines of arrows.
const LANE_WIDTH: u32 = 7;
/// The number of vertical lines of arrows that are beside each other.
const LANES: u32 = 3;
/// The number of rows of signs of a seat. A seat with more places shows their number only.
const MAX_SIGN_ROWS: u32 = 3;

/// A seat, by the index of its group and its index there.
type SeatIndex = (usize, usize);

/// The state of the layout.
pub(super) struct Layout {
    /// The y coordinate at which the next box begins.
    pub(super) y: u32,
    /// The states of places for which there are signs so far.
    pub(super) sign_states: Vec<&'static str>,
    /// The right edge of boxes.
    right: u32,
    /// The width of the column with the numbers of places.
    figure_width: u32,
    /// For each group, the y coordinates at which arrows meet its seats.
    arrow_ys: Vec<Vec<u32>>,
    /// Which seat is chosen by the holder of which: the choosing one, the chosen one.
    delegations: Vec<(SeatIndex, SeatIndex)>,
}

impl Layout {
    pub(super) fn new(chart: &Chart<'_>) -> Layout {
        let seats = || chart.groups.iter().flat_map(|group| &group.seats);
        let has_arrows = seats().any(|seat| seat.delegated_by.is_some());
        let figures = seats().filter_map(figure);
        let widest = figures.map(|it| text::width(&it)).max().unwrap_or(0);
        Layout {
            y: 1,
            sign_states: Vec::new(),
            right: if has_arrows {
                WIDTH - LANES * LANE_WIDTH - 6
            } else {
                WIDTH - 1
            },
            figure_width: (widest * TEXT_SIZE / 1000 + 12).max(26),
            arrow_ys: Vec::new(),
            delegations: Vec::new(),
        }
    }

    /// Lays out a box with a label only.
    pub(super) fn label<'a>(&mut self, label: Label<'a>, x: u32, max_lines: usize) -> LabelBox<'a> {
        let format = TextFormat::plain(self.right - x, max_lines);
        let it = LabelBox::new(label, (x, self.y), format);
        self.y += it.height + GAP;
        it
    }

    /// Lays out a body or table with its seats. The first group is the body.
    pub(super) fn group<'a>(&mut self, group: ChartGroup<'a>, index: usize) -> GroupBox<'a> {
        let x = if index == 0 { 1 } else { INDENT };
        let top = self.y;
        let format = TextFormat::bold(self.right - x, 3);
        let head = LabelBox::new(group.label, (x, top), format);
        self.y += head.height;
        self.arrow_ys.push(Vec::new());
        let more = group.seats.len().saturating_sub(MAX_SHOWN);
        let seats = group.seats.into_iter().take(MAX_SHOWN).enumerate();
        let rows = seats
            .map(|(seat, it)| self.row(it, x, (index, seat)))
            .collect();
        let more_y = self.y + LINE_HEIGHT;
        if more > 0 {
            self.y += LINE_HEIGHT + 8;
        }
        let height = self.y - top;
        self.y += GAP;
        GroupBox {
            head,
            height,
            rows,
            more,
            more_y,
        }
    }

    fn row<'a>(&mut self, seat: ChartSeat<'a>, left: u32, index: SeatIndex) -> SeatRow<'a> {
        let top = self.y;
        let x = left + PADDING_X + self.figure_width;
        let width = self.right - PADDING_X - x;
        let figure = figure(&seat);
        let office = office(&seat, top + PADDING_Y, width);
        let origin = seat.origin.as_ref();
        let origin = origin.and_then(|label| {
            let format = TextFormat::plain(width, 1);
            let text = TextBlock::new(&label.text, office.bottom, format);
            text.lines.into_iter().next()
        });
        let mut bottom = office.bottom;
        if origin.is_some() || seat.each.is_some() {
            bottom += LINE_HEIGHT;
        }
        let signs = if figure.is_none() {
            // The sign of the only place is in the column of the numbers.
            let at = (left + PADDING_X + 7, top + BRANCH_Y);
            self.signs(&seat, at, SIGN_DISTANCE).0
        } else {
            let (signs, rows) = self.signs(&seat, (x + 6, bottom + 8), width);
            bottom += rows * SIGN_DISTANCE;
            signs
        };
        if let Some(ys) = self.arrow_ys.last_mut() {
            ys.push(top + BRANCH_Y);
        }
        let delegated_by = seat.delegated_by;
        self.delegations.extend(delegated_by.map(|by| (by, index)));
        self.y = bottom + PADDING_Y;
        let (origin_href, origin_lang) = seat.origin.map(|it| (it.href, it.lang)).unzip();
        SeatRow {
            role: seat.role,
            basis: seat.basis,
            x,
            top,
            y: top + PADDING_Y + BASELINE,
            lines: office.lines,
            whole: office.whole,
            many: seat.max != Some(1),
            figure,
            each: seat.each,
            origin,
            origin_href: origin_href.flatten(),
            origin_lang: origin_lang.flatten(),
            detail_y: office.bottom + BASELINE,
            signs,
        }
    }

    /// The signs of the places of a seat, the first at a position, in rows of a width. Also returns the
    /// number of rows.
    fn signs(
        &mut self,
        seat: &ChartSeat<'_>,
        (x, y): (u32, u32),
        width: u32,
    ) -> (Vec<SignRun>, u32) {
        if seat.unknown {
            self.note_sign("unknown");
            return (Vec::new(), 0);
        }
        let total = seat.max.unwrap_or(seat.min);
        let per_row = (width / SIGN_DISTANCE).max(1);
        if total > per_row * MAX_SIGN_ROWS || total == 0 {
            return (Vec::new(), 0);
        }
        let mut first = 0;
        let mut runs = Vec::new();
        for (state, count) in counts_by_state(seat, total) {
            if count == 0 {
                continue;
            }
            self.note_sign(state);
            let mut d = String::new();
            let mut from = first;
            first += count;
            while from < first {
                let end = first.min((from / per_row + 1) * per_row);
                let x = x + from % per_row * SIGN_DISTANCE;
                let y = y + from / per_row * SIGN_DISTANCE;
                let length = (end - from - 1) * SIGN_DISTANCE;
                // Some browsers draw no caps on a path without a length.
                let _ = write!(d, "M{x} {y}h{length}.1");
                from = end;
            }
            runs.push(SignRun { state, d, count });
        }
        (runs, total.div_ceil(per_row))
    }

    fn note_sign(&mut self, state: &'static str) {
        if !self.sign_states.contains(&state) {
            self.sign_states.push(state);
        }
    }

    /// The arrows at the right edge: out of the choosing seat, down or up, and into the chosen one.
    pub(super) fn arrows(&self) -> Option<String> {
        let y = |(group, seat): SeatIndex| self.arrow_ys.get(group)?.get(seat).copied();
        let lanes = (1..=LANES).cycle();
        let mut d = String::new();
        for (lane, (by, chosen)) in lanes.zip(&self.delegations) {
            let (Some(from), Some(to)) = (y(*by), y(*chosen)) else {
                continue;
            };
            let right = self.right;
            let out = right + lane * LANE_WIDTH + 2;
            let _ = write!(d, "M{right} {from}H{out}V{to}H{right}m5-4l-5 4 5 4");
        }
        Some(d).filter(|d| !d.is_empty())
    }
}

/// How many of the places of a seat are in each state.
fn counts_by_state(seat: &ChartSeat<'_>, total: u32) -> [(&'static str, u32); 4] {
    let held = seat.held.min(total);
    let vacant = seat.vacant.min(total - held);
    let unnamed = seat.min.saturating_sub(held + vacant);
    let unnamed = unnamed.min(total - held - vacant);
    [
        ("held", held),
        ("unnamed", unnamed),
        ("vacant", vacant),
        ("possible", total - held - vacant - unnamed),
    ]
}

/// The office of a seat in lines, or an empty line if it has none.
fn office(seat: &ChartSeat<'_>, top: u32, width: u32) -> TextBlock {
    let Some(office) = &seat.office else {
        return TextBlock {
            lines: Vec::new(),
            whole: None,
            bottom: top + LINE_HEIGHT,
        };
    };
    let format = match seat.role {
        "chair" => TextFormat::bold(width, 3),
        _ => TextFormat::plain(width, 3),
    };
    TextBlock::new(office, top, format)
}

/// The number of places. Returns `None` for exactly one.
fn figure(seat: &ChartSeat<'_>) -> Option<String> {
    match (seat.unknown, seat.min, seat.max) {
        (true, ..) => Some("?".to_owned()),
        (_, 1, Some(1)) => None,
        (_, min, Some(max)) if min == max => Some(min.to_string()),
        (_, min, Some(max)) => Some(format!("{min}–{max}")),
        (_, min, None) => Some(format!("{min}+")),
    }
}
