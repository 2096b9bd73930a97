//! Bodies, seats, mandates and contacts that break a rule.

use super::{Case, body, meeting, organization};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = seats();
    cases.extend(mandates());
    cases.extend(contacts());
    cases
}

fn seats() -> Vec<Case> {
    const MEMBERS: &str = "members: [comune-alba, comune-bra]\n";
    let with_members =
        |seat: &str| format!("{MEMBERS}seats:\n  - {{id: a, basis: delegate, {seat}}}\n");
    vec![
        body(
            "from-and-each",
            &with_members("from: [comune-alba], each: members"),
            &["from-and-each 3:57"],
        ),
        body(
            "each-of-no-zones",
            &with_members("each: zones"),
            &["each-of-nothing 3:36"],
        ),
        body(
            "each-of-no-members",
            "seats:\n  - {id: a, basis: delegate, each: members}\n",
            &["each-of-nothing 2:36"],
        ),
        body(
            "count-of-members",
            &with_members("each: members, count: 3"),
            &["count-mismatch 3:52"],
        ),
        body(
            "count-of-list",
            "seats:\n  - {id: a, basis: delegate, each: [comune-alba], count: 2}\n",
            &["count-mismatch 2:58"],
        ),
        body(
            "count-of-zones",
            "territory: {zones: {kind: zone, count: 4}}\nseats:\n  - {id: a, basis: delegate, each: zones, count: 3}\n",
            &["count-mismatch 3:50"],
        ),
        body(
            "zones-and-leads",
            "territory: {zones: {kind: zone, count: 3, lead: [comune-alba, comune-bra]}}\n",
            &["zones-mismatch 1:40"],
        ),
        body(
            "office-missing",
            "seats:\n  - id: presidente\n    role: chair\n    basis: ex_officio\n",
            &["missing-office 4:12"],
        ),
        body(
            "office-missing-in-table",
            "tables:\n  - id: t\n    title: T\n    seats:\n      - {id: a, basis: ex_officio}\n",
            &["missing-office 5:24"],
        ),
        body(
            "basis-of-nothing",
            "legal_basis:\n  - {relation: establishes}\n",
            &["one-of 2:5"],
        ),
        body(
            "appointed-by-two",
            "seats:\n  - {id: a, basis: elected, appointed_by: {organization: comune-alba, name: Comune}}\n",
            &["one-of 2:43"],
        ),
        body(
            "proposed-by-nobody",
            "seats:\n  - {id: a, basis: elected, proposed_by: {}}\n",
            &["one-of 2:42"],
        ),
        body(
            "substitutes-of-two-kinds",
            "seats:\n  - {id: a, basis: elected, substitutes: {count: 2, each: true}}\n",
            &["one-of 2:42"],
        ),
        body(
            "held-by-and-holders",
            "seats:\n  - {id: a, basis: elected, held_by: consulta/esperto, holders: [{name: A}]}\n",
            &["holders-elsewhere 2:65"],
        ),
        body(
            "among-itself",
            "seats:\n  - {id: a, basis: elected, among: [a]}\n",
            &["indirect-seat 2:37"],
        ),
        body(
            "held-by-itself",
            "id: held-by-itself\nseats:\n  - {id: a, basis: elected, held_by: held-by-itself/a}\n",
            &["indirect-seat 3:38"],
        ),
        body(
            "held-by-role-of-nobody",
            "id: held-by-role-of-nobody\nseats:\n  - {id: a, basis: elected, held_by: held-by-role-of-nobody/p}\n  - {id: p, basis: elected, among: [m]}\n  - {id: m, basis: elected, count: 2, holders: [{name: A}]}\n",
            &["indirect-seat 3:38"],
        ),
        body(
            "seat-backwards",
            "seats:\n  - {id: a, basis: elected, valid: {from: 2020-01-02, until: 2020-01-01}}\n",
            &["until-before-from 2:62"],
        ),
        body(
            "word-of-no-relation",
            "related:\n  - {name: X, relation: friends_with}\nlegal_basis: [{act: l-328-2000, relation: abolishes}]\n",
            &["unknown-value 2:25", "unknown-value 3:43"],
        ),
        body(
            "word-of-no-zone",
            "territory: {zones: {kind: landkreis}}\n",
            &["unknown-value 1:27"],
        ),
        body(
            "delegable-perhaps",
            "seats: [{id: a, basis: elected, delegable: forse}]\n",
            &["unknown-value 1:44"],
        ),
        body(
            "related-to-two",
            "related:\n  - {organization: comune-alba, name: Comune}\n",
            &["one-of 2:5"],
        ),
    ]
}

fn mandates() -> Vec<Case> {
    let seat = |holders: &[&str]| {
        let lines = holders.iter().map(|it| format!("      - {{{it}}}\n"));
        format!(
            "seats:\n  - id: a\n    basis: expert\n    holders:\n{}",
            lines.collect::<String>()
        )
    };
    vec![
        body(
            "holder-twofold",
            &seat(&["person: anna-rossi, name: Anna Rossi"]),
            &["one-of 5:9"],
        ),
        body(
            "holder-nobody",
            &seat(&["from: 2024-01-01"]),
            &["one-of 5:9"],
        ),
        body(
            "mandate-backwards",
            &seat(&["name: A, from: 2024-05-01, until: 2024-04-30"]),
            &["until-before-from 5:44"],
        ),
        body(
            "overlap-of-a-day",
            &seat(&[
                "name: A, from: 2024-01-01, until: 2024-12-31",
                "name: B, from: 2024-12-30",
            ]),
            &["overfull-seat 6:9"],
        ),
        body(
            "overlap-of-years",
            &seat(&["name: A, from: 2011, until: 2015", "name: B, from: 2014-12"]),
            &["overfull-seat 6:9"],
        ),
        body(
            "overlap-within-a-year",
            &seat(&[
                "name: A, from: 2011, until: 2015",
                "name: B, from: 2013, until: 2013",
            ]),
            &["overfull-seat 6:9"],
        ),
        body(
            "mandate-of-years-backwards",
            &seat(&["name: A, from: 2012, until: 2011-08"]),
            &["until-before-from 5:38"],
        ),
        body(
            "month-of-no-calendar",
            &seat(&["name: A, from: 2012-13"]),
            &["bad-date 5:25"],
        ),
        body(
            "mandate-of-year-before-body",
            &seat(&["name: A, from: 2009"]),
            &["holder-outside-validity 5:25"],
        ),
        body(
            "term-of-no-body",
            &format!(
                "terms: [{{id: primo, from: 2012}}]\n{}",
                seat(&["name: A, term: prima"])
            ),
            &["dangling-reference 6:25"],
        ),
        body(
            "terms-at-fault",
            "terms:\n  - {id: a, from: 2015, until: 2014}\n  - {id: a, from: 2005, until: 2030}\n  - {id: b, act: delibera-9}\n",
            &[
                "until-before-from 2:32",
                "duplicate-id 3:10",
                "holder-outside-validity 3:19",
                "dangling-reference 4:18",
            ],
        ),
        body(
            "term-of-mandate-backwards",
            &format!(
                "terms: [{{id: a, from: 2015, until: 2030}}]\n{}",
                seat(&["name: A, until: 2014, term: a"])
            ),
            &["until-before-from 6:26"],
        ),
        body(
            "number-of-a-list-with-a-broken-reference",
            "seats:\n  - id: a\n    basis: delegate\n    each: [comune-alba, xyzxyz]\n    count: 2\n",
            &["dangling-reference 4:25"],
        ),
        body(
            "holder-of-no-pool",
            "seats:\n  - id: a\n    basis: delegate\n    from: [comune-alba]\n    holders: [{name: A, on_behalf_of: comune-bra}]\n",
            &["holder-outside-pool 5:39"],
        ),
        body(
            "organization-of-no-pool",
            "seats:\n  - id: a\n    basis: delegate\n    each: [comune-alba]\n    holders: [{on_behalf_of: comune-bra}]\n",
            &["holder-outside-pool 5:30"],
        ),
        body(
            "two-for-one",
            "members: [comune-alba, comune-bra]\nseats:\n  - id: a\n    basis: delegate\n    each: members\n    holders: [{name: A, on_behalf_of: comune-alba}, {on_behalf_of: comune-alba}]\n",
            &["uneven-holders 6:68"],
        ),
        body(
            "held-and-vacant",
            "members: [comune-alba, comune-bra]\nseats:\n  - id: a\n    basis: delegate\n    each: members\n    holders: [{name: A, on_behalf_of: comune-alba, from: 2020-01-01}, {vacant: true, on_behalf_of: comune-alba, from: 2021-01-01}, {name: B, on_behalf_of: comune-bra, from: 2022-01-01}]\n",
            &["uneven-holders 6:80"],
        ),
        body(
            "role-of-an-outsider",
            "seats:\n  - {id: p, role: chair, basis: elected, among: [s], holders: [{name: Zoe}]}\n  - {id: s, basis: elected, count: 2, holders: [{name: A}, {name: B}]}\n",
            &["unknown-holder 2:71"],
        ),
        body(
            "substitute-of-nobody",
            &seat(&["name: A", "name: B, substitutes: C"]),
            &["unknown-holder 6:32"],
        ),
        body(
            "substitute-of-oneself",
            &seat(&["name: A, substitutes: A"]),
            &["unknown-holder 5:32"],
        ),
        body(
            "change-of-no-kind",
            "changes: [{kind: rinnovo, date: 2012}]\n",
            &["unknown-value 1:18"],
        ),
        body(
            "overlap-open-ended",
            &seat(&["name: A, from: 2024-01-01", "name: B, from: 2025-01-01"]),
            &["overfull-seat 6:9"],
        ),
        body(
            "overlap-without-dates",
            &seat(&["name: A", "name: B"]),
            &["overfull-seat 6:9"],
        ),
        body(
            "overlap-of-three",
            "seats:\n  - id: a\n    basis: expert\n    count: 2\n    holders: [{name: A}, {name: B}, {name: C}]\n",
            &["overfull-seat 5:37"],
        ),
        body(
            "vacant-beyond",
            "seats:\n  - id: a\n    basis: elected\n    count: 2\n    holders: [{name: A}, {name: B}, {vacant: true}]\n",
            &["overfull-seat 5:46"],
        ),
        body(
            "substitutes-beyond",
            "seats:\n  - id: a\n    basis: elected\n    substitutes: {count: 1}\n    holders: [{name: A}, {name: B, substitutes: A}, {name: C, substitutes: A}]\n",
            &["overfull-seat 5:53"],
        ),
        body(
            "mandate-before-body",
            &seat(&["name: A, from: 2009-12-31"]),
            &["holder-outside-validity 5:25"],
        ),
        body(
            "mandate-after-body",
            &format!(
                "valid: {{until: 2020-12-31}}\n{}",
                seat(&["name: A, until: 2021-01-01"])
            ),
            &["holder-outside-validity 6:26"],
        ),
        body(
            "body-backwards",
            "valid: {from: 2020-01-02, until: 2020-01-01}\n",
            &["until-before-from 1:34"],
        ),
        organization(
            "organization-backwards",
            "valid: {from: 2020-01-02, until: 2020-01-01}\n",
            &["until-before-from 1:34"],
        ),
        meeting(
            "meeting-ends-the-day-before",
            "start: 2026-03-20T10:00\nend: 2026-03-19\nstatus: cancelled\n",
            &["until-before-from 2:6"],
        ),
        meeting(
            "meeting-before-body",
            "start: 2009-12-31T10:00\nstatus: cancelled\n",
            &["meeting-outside-validity 1:8"],
        ),
    ]
}

fn contacts() -> Vec<Case> {
    let channel = |channel: &str| format!("contacts:\n  - channels:\n      - {{{channel}}}\n");
    vec![
        body(
            "contact-silent",
            "contacts:\n  - office: Ufficio\n",
            &["contact-without-channel 2:5"],
        ),
        body(
            "contact-silent-in-table",
            "tables:\n  - id: t\n    title: T\n    seats: [{id: a, basis: expert}]\n    contacts:\n      - {office: U, channels: []}\n",
            &["contact-without-channel 6:9"],
        ),
        body(
            "email-without-at",
            &channel("kind: email, value: ufficio.example"),
            &["bad-email 3:30"],
        ),
        body(
            "email-with-blank",
            &channel("kind: pec, value: ufficio sociale@a.example"),
            &["bad-email 3:28"],
        ),
        body(
            "phone-national",
            &channel("kind: phone, value: 0171 445566"),
            &["bad-phone 3:30"],
        ),
        body(
            "phone-letters",
            &channel("kind: fax, value: \"+39interno\""),
            &["bad-phone 3:28"],
        ),
        body(
            "phone-spaced",
            &channel("kind: phone, value: +44 20 7946 0123"),
            &["bad-phone 3:30"],
        ),
        body(
            "web-without-scheme",
            &channel("kind: web, value: www.a.example"),
            &["bad-url 3:28"],
        ),
        body(
            "web-javascript",
            &channel("kind: web, value: \"javascript:alert(1)\""),
            &["bad-url 3:28"],
        ),
        body(
            "channel-of-unknown-kind",
            &channel("kind: telefono, value: \"112\""),
            &["unknown-value 3:16"],
        ),
        body(
            "channel-without-value",
            &channel("kind: phone"),
            &["missing-key 3:9"],
        ),
        organization(
            "contact-of-organization",
            "contacts:\n  - channels:\n      - {kind: email, value: x}\n",
            &["bad-email 3:30"],
        ),
    ]
}
