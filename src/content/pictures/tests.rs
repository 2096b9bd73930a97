use proptest::prelude::*;

use super::map;
use super::organigram::{self, Chart, ChartGroup, ChartSeat, Organigram, lay_out};
use super::text::{width, wrap};
use super::{Label, LabelBox, TEXT_SIZE, WIDTH};

#[test]
fn lines_break_between_words_and_end_in_an_ellipsis() {
    let broken = wrap("Presidente della conferenza dei sindaci", 140, 14, 2);
    assert_eq!(broken.lines, ["Presidente della", "conferenza dei…"]);
    assert!(broken.is_truncated);
    let whole = wrap("  Presidente \n della ", 140, 14, 2);
    assert_eq!(
        (whole.lines, whole.is_truncated),
        (vec!["Presidente della".to_owned()], false)
    );
    assert_eq!(wrap("", 140, 14, 2).lines, [""]);
    let long = wrap("Rechtsschutzversicherungsgesellschaften", 100, 14, 5);
    assert_eq!(
        long.lines,
        ["Rechtsschut-", "zversicherun-", "gsgesellscha-", "ften"]
    );
}

fn seat_of(organization: usize) -> map::Seated {
    map::Seated {
        organization,
        ..map::Seated::default()
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zàèìòù]{1,12}( [a-zàèìòù']{1,14}){0,9}",
        "\\PC{0,80}",
        "W{0,200}",
    ]
}

fn labels() -> impl Strategy<Value = Label<'static>> {
    (words(), any::<bool>()).prop_map(|(text, leads)| Label {
        text: text.into(),
        href: leads.then(|| "x/".to_owned()),
        lang: None,
    })
}

fn counts() -> impl Strategy<Value = (u32, Option<u32>)> {
    let small = (0u32..90, prop::option::of(0u32..90));
    let any = (any::<u32>(), prop::option::of(any::<u32>()));
    prop_oneof![4 => small, 1 => any]
}

fn seats() -> impl Strategy<Value = ChartSeat<'static>> {
    let who = (
        prop::option::of(words()),
        prop::option::of(labels()),
        any::<bool>(),
    );
    let by = prop::option::weighted(0.2, (0usize..5, 0usize..9));
    (who, counts(), any::<(u8, u8, bool)>(), by).prop_map(
        |((office, origin, each), (min, max), (held, vacant, unknown), delegated_by)| ChartSeat {
            office: office.map(Into::into),
            role: "member",
            basis: "delegate",
            min,
            max: max.map(|max| max.max(min)),
            unknown: unknown && min < 2,
            held: held.into(),
            vacant: vacant.into(),
            each: each.then_some("members"),
            origin,
            delegated_by,
        },
    )
}

fn charts() -> impl Strategy<Value = Chart<'static>> {
    let groups = (labels(), prop::collection::vec(seats(), 0..40))
        .prop_map(|(label, seats)| ChartGroup { label, seats });
    (
        prop::option::of(labels()),
        prop::collection::vec(groups, 1..6),
        prop::collection::vec(labels(), 0..40),
    )
        .prop_map(|(parent, groups, parts)| Chart {
            parent,
            groups,
            parts,
        })
}

/// The upper left and the lower right corner.
type Box = ((u32, u32), (u32, u32));

fn of(it: &LabelBox<'_>) -> Box {
    ((it.x, it.y), (it.x + it.width, it.y + it.height))
}

fn apart(boxes: &[Box]) -> bool {
    boxes
        .iter()
        .enumerate()
        .all(|(number, ((x, y), (right, bottom)))| {
            boxes
                .iter()
                .skip(number + 1)
                .all(|((a, b), (c, d))| c <= x || a >= right || d <= y || b >= bottom)
        })
}

fn fits(it: &LabelBox) -> bool {
    let inner = |line: &super::Line| {
        let wide = width(&line.text) * TEXT_SIZE / 1000;
        // The one letter that a line holds at least may be wider than it.
        it.text_x + wide <= it.x + it.width && line.y > it.y && line.y < it.y + it.height
    };
    it.lines.iter().all(inner)
}

fn check(it: &Organigram<'_>) -> Result<(), TestCaseError> {
    let heads = it.cards.iter().map(|card| &card.head);
    let names: Vec<&LabelBox> = it.parent.iter().chain(&it.parts).chain(heads).collect();
    let cards = it.cards.iter().map(|card| {
        let ((x, y), (right, _)) = of(&card.head);
        ((x, y), (right, y + card.height))
    });
    let boxes: Vec<Box> = it
        .parent
        .iter()
        .chain(&it.parts)
        .map(of)
        .chain(cards)
        .collect();
    prop_assert!(apart(&boxes));
    prop_assert!(
        boxes
            .iter()
            .all(|(_, (right, bottom))| *right < WIDTH && *bottom < it.height)
    );
    prop_assert!(names.into_iter().all(fits));
    for card in &it.cards {
        let right = card.head.x + card.head.width;
        let mut from = card.head.y + card.head.height;
        for row in &card.rows {
            prop_assert!(row.top >= from && row.y > row.top && row.x < right);
            let texts = row.lines.iter().chain(&row.origin);
            for line in texts {
                prop_assert!(row.x + width(&line.text) * TEXT_SIZE / 1000 <= right);
                from = from.max(line.y);
            }
        }
        prop_assert!(card.head.y + card.height >= from);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_and_every_seat_is_counted(chart in charts()) {
        let seats: Vec<usize> = chart.groups.iter().map(|group| group.seats.len()).collect();
        let places: Vec<Vec<(u32, Option<u32>, bool)>> = chart.groups.iter().map(|group| {
            let seats = group.seats.iter();
            seats.map(|seat| (seat.min, seat.max, seat.unknown)).collect()
        }).collect();
        let parts = chart.parts.len();
        let is_filled_from_another = |group: &ChartGroup<'_>| {
            group.seats.iter().any(|seat| seat.delegated_by.is_some())
        };
        let is_filled_from_another = chart.groups.iter().any(is_filled_from_another);
        let Some(it) = lay_out(chart) else {
            prop_assert!(seats.len() < 2 && parts == 0 && !is_filled_from_another);
            return Ok(());
        };
        check(&it)?;
        prop_assert_eq!(it.seats, seats.iter().sum::<usize>());
        prop_assert_eq!(it.parts.len() + it.cards.len() + it.more, parts + seats.len());
        for ((card, count), places) in it.cards.iter().zip(seats).zip(places) {
            prop_assert_eq!(card.rows.len() + card.more, count);
            prop_assert!(card.rows.len() <= organigram::MAX_SHOWN);
            for (row, (min, max, unknown)) in card.rows.iter().zip(places) {
                let drawn: u32 = row.signs.iter().map(|signs| signs.count).sum();
                prop_assert!(drawn == 0 || drawn == max.unwrap_or(min));
                let dots: u32 = row.signs.iter().flat_map(|it| it.d.split('h').skip(1)).map(|it| {
                    let length = it.split('.').next().and_then(|it| it.parse::<u32>().ok());
                    length.unwrap_or(0) / organigram::SIGN_DISTANCE + 1
                }).sum();
                prop_assert_eq!(dots, drawn);
                prop_assert!(!unknown || row.figure.as_deref() == Some("?"));
            }
        }
    }

    #[test]
    fn maps_do_not_overlap(
        bodies in prop::collection::vec((labels(), prop::option::of(0usize..12), prop::collection::vec(0usize..12, 0..9)), 1..12),
        organizations in prop::collection::vec(labels(), 1..12),
        sections in prop::collection::vec((labels(), 0usize..2000), 1..60),
    ) {
        let bodies = bodies.into_iter().enumerate().map(|(number, (label, parent, seated))| map::MapBody {
            label,
            parent: parent.filter(|parent| *parent < number),
            seated: seated.into_iter().map(seat_of).collect(),
        });
        let both = map::of_bodies(bodies.collect(), organizations);
        for map in [both.narrow, both.wide.unwrap()] {
            let all = || map.bodies.iter().chain(&map.organizations);
            prop_assert!(all().all(fits));
            let boxes: Vec<Box> = all().map(of).collect();
            prop_assert!(apart(&boxes));
            prop_assert!(boxes.iter().all(|(_, (right, bottom))| *right < map.width && *bottom < map.height));
        }
        let count = sections.len();
        let sections = sections.into_iter().map(|(label, bodies)| map::MapSection { label, bodies });
        let map = map::of_sections(sections.collect()).narrow;
        prop_assert_eq!(map.sections.len() + map.more, count);
        let boxes: Vec<Box> = map.sections.iter().map(|it| of(&it.at)).collect();
        prop_assert!(apart(&boxes) && boxes.iter().all(|(_, (_, bottom))| *bottom < map.height));
    }
}
