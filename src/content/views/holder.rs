//! The holders of seats.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

use super::context::Marked;
use super::{Card, PageContext, PeriodView};
use crate::base::date::{PartialDate, Period};
use crate::content::graph::{AnyLink, HolderLinks, HolderSource, Link, SeatLinks, Tense};
use crate::content::model::translation::{HolderWords, SeatWords};
use crate::content::model::{Holder, Organization, Role};
use crate::notation::scalar::Text;

/// Who sits on a seat, or sat or will sit: a person, or an organization of which nobody is named.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct HolderView<'a> {
    /// The name: "Maria Rossi"; or the title of the organization.
    pub name: &'a str,
    /// The language of the name, for an organization: `it`. `none` if it is the page's.
    pub name_lang: Option<&'a str>,
    /// The relative link to the page of the person or organization: `../../persone/maria-rossi/index.html`. `none` if
    /// there is none.
    pub href: Option<String>,
    /// Whether an organization sits, and nobody is named.
    pub is_organization: bool,
    /// The organization for which the person sits, or that sits itself. `none` if none was typed.
    pub on_behalf_of: Option<Card<'a>>,
    /// The office that the person holds elsewhere: "Sindaco di Cuveglio". `none` if none was typed.
    pub office: Option<&'a str>,
    /// The language of the office: `it`. `none` if it is the page's.
    pub office_lang: Option<&'a str>,
    /// What the person was elected to by the body, as the roles of seats: `chair`. `none` if it is what the seat says, or
    /// if another body did.
    pub role: Option<&'static str>,
    /// The period of the mandate. `none` if neither end is known.
    pub period: Option<PeriodView<'a>>,
    /// The id of the term of the body in which the person sits: `2019-2024`. `none` if none was typed, or it is that of a seat
    /// elsewhere.
    pub term: Option<&'a str>,
    /// The act of appointment. `none` if it is not known, or appoints to a seat elsewhere, which gives a right to this one.
    pub act: Option<Card<'a>>,
    /// Whether that act is the one of the term, which appoints all.
    pub act_of_term: bool,
    /// Whether the person only holds the seat until it is filled.
    pub acting: bool,
    /// Whether the person stands in for a holder.
    pub substitutes: bool,
    /// The name of the holder for whom the person stands in. `none` if it is not known.
    pub substitutes_for: Option<&'a str>,
    /// Whose delegate the person is: "Sindaco di Cuveglio". `none` if nothing was typed.
    pub delegate_of: Option<&'a str>,
    /// The language of `delegate_of`: `it`. `none` if it is the page's.
    pub delegate_of_lang: Option<&'a str>,
    /// Those who stand in for this holder, in the order of the source.
    pub deputies: Vec<HolderView<'a>>,
    /// Why the mandate ended: "dimissioni". `none` if nothing was typed, or it is that of a seat elsewhere.
    pub end_reason: Option<&'a str>,
    /// The language of the reason: `it`. `none` if it is the page's.
    pub end_reason_lang: Option<&'a str>,
    /// A note. `none` if there is none, or it is about a seat elsewhere.
    pub note: Option<&'a str>,
    /// The language of the note: `it`. `none` if it is the page's.
    pub note_lang: Option<&'a str>,
}

impl<'a> HolderView<'a> {
    /// The view of a holder of a seat.
    pub(super) fn new(
        page: &PageContext<'a>,
        seat: &HeldSeat<'a>,
        (number, (holder, links)): NumberedHolder<'a>,
    ) -> HolderView<'a> {
        let links = &links;
        let page_of = page_of(holder, links);
        let words = seat.words.and_then(|words| words.holder(holder));
        let translated = |of: fn(&HolderWords) -> &Option<Text>, own: &'a Option<Text>| {
            page.translated(words.and_then(|it| of(it).as_deref()), own.as_deref())
        };
        let (office, office_lang) = translated(|it| &it.office, &holder.office);
        let (delegate_of, delegate_of_lang) = translated(|it| &it.delegate_of, &holder.delegate_of);
        // Another body elected, appointed or dismissed whoever sits here by right.
        let is_own = seat.source.elsewhere.is_none();
        let end_reason = translated(|it| &it.end_reason, &holder.end_reason);
        let (end_reason, end_reason_lang) = if is_own { end_reason } else { (None, None) };
        let act = links.act.filter(|_| is_own);
        let note = translated(|it| &it.note, &holder.note);
        let (note, note_lang) = if is_own { note } else { (None, None) };
        let (shown, name_lang) = name(page, holder, links);
        let substituted = holder.substitutes.as_ref().and_then(|it| it.name());
        let substitutes_for = substituted.map(|written| {
            let other = seat.others_called(written, number, page).next();
            let other = other.and_then(|it| seat.source.seat.holder(it));
            other.map_or(written.as_str(), |(other, links)| {
                name(page, other, links).0
            })
        });
        HolderView {
            name: shown,
            name_lang,
            href: page_of.map(|it| page.href(it)),
            is_organization: holder.is_organization(),
            on_behalf_of: seat.on_behalf_of(holder, links).map(|it| page.card(it)),
            office,
            office_lang,
            role: holder.role.filter(|_| is_own).map(Role::as_str),
            period: page.period(links.stay()),
            term: holder.term.as_deref().filter(|_| is_own),
            act: act.map(|it| page.card(it)),
            act_of_term: act.is_some() && holder.act.is_none(),
            acting: holder.acting == Some(true),
            substitutes: holder.is_substitute(),
            substitutes_for,
            delegate_of,
            delegate_of_lang,
            deputies: Vec::new(),
            end_reason,
            end_reason_lang,
            note,
            note_lang,
        }
    }
}

/// A seat of which holders are shown.
pub(super) struct HeldSeat<'a> {
    here: &'a SeatLinks,
    source: HolderSource<'a>,
    words: Option<&'a SeatWords>,
    /// Its holders by what they are called, once one has been looked for.
    called: OnceCell<BTreeMap<&'a str, Vec<usize>>>,
}

impl<'a> HeldSeat<'a> {
    /// A seat, and where its holders are written. `words` are those of the seat, in the language of the page.
    pub(super) fn new(
        page: &PageContext<'a>,
        (here, source): (&'a SeatLinks, HolderSource<'a>),
        words: Option<&'a SeatWords>,
    ) -> HeldSeat<'a> {
        HeldSeat {
            here,
            source,
            words: match source.elsewhere {
                Some((_, facet)) => facet.words(page),
                None => words,
            },
            called: OnceCell::new(),
        }
    }

    /// Its holders, with when each sits. Who stood in for somebody and left with them did so on that day.
    pub(super) fn entries(
        &self,
        page: &PageContext<'a>,
    ) -> impl Iterator<Item = (Tense, NumberedHolder<'a>)> + use<'a> {
        let tenses = self.written_tenses(page);
        let left: BTreeMap<usize, Period> = self.left_with_others(page, &tenses).collect();
        let holders = self.source.each_holder();
        holders.filter_map(move |(number, (holder, mut links))| {
            let mut tense = *tenses.get(number)?;
            if let Some(mandate) = left.get(&number) {
                tense = Tense::Past;
                links.period.until = mandate.until;
            }
            Some((tense, (number, (holder, links))))
        })
    }

    /// The organization for which somebody sits here. Who sits by right of another seat sits for none, unless it is one
    /// of those that have a place here.
    fn on_behalf_of(&self, holder: &Holder, links: &HolderLinks) -> Option<Link<Organization>> {
        let is_own = self.source.elsewhere.is_none() || holder.is_organization();
        (links.on_behalf_of).filter(|_| is_own || !self.here.one_for.is_empty())
    }

    /// Whether the page is about a holder of this seat, or about the organization for which they sit here.
    pub(super) fn is_about(
        &self,
        page: &PageContext<'a>,
        holder: &Holder,
        links: &HolderLinks,
    ) -> bool {
        let organization = self.on_behalf_of(holder, links);
        organization.is_some_and(|it| page.is_about(it))
            || links.person.is_some_and(|it| page.is_about(it))
    }

    /// When each holder sits, seen from the day of the page. Who stands in for somebody leaves with them, unless another day is
    /// written.
    pub(super) fn tenses(&self, page: &PageContext<'a>) -> Cow<'a, [Tense]> {
        let mut tenses = self.written_tenses(page);
        let left: Vec<_> = self.left_with_others(page, &tenses).collect();
        for (number, _) in left {
            if let Some(tense) = tenses.to_mut().get_mut(number) {
                *tense = Tense::Past;
            }
        }
        tenses
    }

    fn written_tenses(&self, page: &PageContext<'a>) -> Cow<'a, [Tense]> {
        match page.is_past_composition() {
            true => self.source.past_tenses(page.as_of),
            false => self.source.tenses(page.as_of),
        }
    }

    /// The numbers of those who stood in for somebody and have left with them, each with the mandate that ended.
    fn left_with_others(
        &self,
        page: &PageContext<'a>,
        tenses: &[Tense],
    ) -> impl Iterator<Item = (usize, Period)> {
        let seat = self.source.seat;
        let holders = seat.each_holder().enumerate();
        holders.filter_map(move |(number, (holder, links))| {
            let stays = tenses.get(number) == Some(&Tense::Now) && links.stay().until.is_none();
            let name = holder.substitutes.as_ref().filter(|_| stays)?.name()?;
            let others = self.others_called(name, number, page);
            let mandates = others.filter_map(|it| Some((*tenses.get(it)?, seat.holders.get(it)?)));
            let mandates: Vec<_> = mandates.map(|(tense, it)| (tense, it.stay())).collect();
            Some((number, ended_mandate(&mandates, links.period.from)?))
        })
    }

    /// The numbers of the other holders than the one with this number who are called so.
    fn others_called(
        &self,
        name: &str,
        number: usize,
        page: &PageContext<'a>,
    ) -> impl Iterator<Item = usize> + use<'_, 'a> {
        let called = self
            .called
            .get_or_init(|| self.source.seat.called(page.graph));
        let numbers = called.get(name).into_iter().flatten().copied();
        numbers.filter(move |it| *it != number)
    }
}

/// The last mandate of somebody for whom another has stood in since a day, if they have left. Mandates that follow on each
/// other without a gap count as one; a later return does not bring the substitute back.
fn ended_mandate(mandates: &[(Tense, Period)], since: Option<PartialDate>) -> Option<Period> {
    let ended = |mandate: &Period| {
        let ends = mandate.until.zip(since);
        ends.is_some_and(|(until, since)| until.last() < since.first())
    };
    let begun = |mandate: &Period| {
        let begins = mandate.from.zip(since);
        begins.is_some_and(|(from, since)| from.first() <= since.last())
    };
    let then = mandates.iter().find(|(_, it)| begun(it) && !ended(it));
    let Some((mut tense, mut last)) = then.copied() else {
        let is_over = |(tense, it): &(Tense, Period)| *tense == Tense::Past && !ended(it);
        let are_over = mandates.iter().all(is_over);
        let last = mandates.iter().map(|(_, it)| *it).max_by_key(|it| it.until);
        return last.filter(|_| are_over);
    };
    while let Some(next) =
        (mandates.iter()).find(|(_, it)| it.from > last.from && last.is_followed_by(*it))
    {
        (tense, last) = *next;
    }
    (tense == Tense::Past).then_some(last)
}

/// A holder as written and as resolved for the seat where it sits, and its number in the list where it is written.
pub(super) type NumberedHolder<'a> = (usize, (&'a Holder, HolderLinks));

/// The person or organization whose page says more of a holder.
fn page_of(holder: &Holder, links: &HolderLinks) -> Option<AnyLink> {
    let organization = links.on_behalf_of.filter(|_| holder.is_organization());
    let person = links.person.map(AnyLink::Person);
    person.or(organization.map(AnyLink::Organization))
}

fn name<'a>(page: &PageContext<'a>, holder: &'a Holder, links: &HolderLinks) -> Marked<'a> {
    match page_of(holder, links) {
        Some(link) => {
            let face = page.graph.summary(link);
            let lang = page.lang_unless(|language| face.is_titled_in(language));
            let is_person = matches!(link, AnyLink::Person(_));
            (face.title(page.language()), lang.filter(|_| !is_person))
        }
        None => (holder.name.as_deref().unwrap_or_default(), None),
    }
}

/// Puts those who stand in for one of these holders under that holder.
pub(super) fn with_deputies(all: Vec<HolderView<'_>>) -> Vec<HolderView<'_>> {
    let (deputies, mut holders): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.substitutes);
    let mut others = Vec::new();
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    for (index, holder) in holders.iter().enumerate() {
        by_name.entry(holder.name).or_insert(index);
    }
    for deputy in deputies {
        let of = deputy.substitutes_for.and_then(|of| by_name.get(of));
        match of.and_then(|index| holders.get_mut(*index)) {
            Some(holder) => holder.deputies.push(deputy),
            None => others.push(deputy),
        }
    }
    holders.append(&mut others);
    holders
}
