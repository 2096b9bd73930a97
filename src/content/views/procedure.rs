//! How a body works.

use schemars::JsonSchema;
use serde::Serialize;

use super::part_source::PartSource;
use super::{Card, PageContext, PartyView};
use crate::content::model::translation::ProcedureWords;
use crate::notation::scalar::Text;

/// How a body or table works. What nobody has said is `none`.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ProcedureView<'a> {
    /// How often it meets: "almeno due volte l'anno".
    pub meets: Option<&'a str>,
    /// The language of `meets`: `it`. `none` if it is the page's.
    pub meets_lang: Option<&'a str>,
    /// How many must be present: "la metà più uno dei componenti".
    pub quorum: Option<&'a str>,
    /// The language of `quorum`: `it`. `none` if it is the page's.
    pub quorum_lang: Option<&'a str>,
    /// How it decides: "a maggioranza dei presenti".
    pub decisions: Option<&'a str>,
    /// The language of `decisions`: `it`. `none` if it is the page's.
    pub decisions_lang: Option<&'a str>,
    /// Who convenes it: "il presidente, almeno cinque giorni prima".
    pub convened_by: Option<&'a str>,
    /// The language of `convened_by`: `it`. `none` if it is the page's.
    pub convened_by_lang: Option<&'a str>,
    /// Where it meets: "Palazzo della Provincia".
    pub venue: Option<&'a str>,
    /// The language of `venue`: `it`. `none` if it is the page's.
    pub venue_lang: Option<&'a str>,
    /// Who keeps its papers.
    pub secretariat: Option<PartyView<'a>>,
    /// Whether everybody may attend its meetings.
    pub public: Option<bool>,
    /// Its standing orders.
    pub rules: Option<Card<'a>>,
}

impl<'a> ProcedureView<'a> {
    /// How a part works. Returns `None` if nothing was typed.
    pub(super) fn new(page: &PageContext<'a>, source: PartSource<'a>) -> Option<ProcedureView<'a>> {
        let written = source.written.procedure?;
        let words = source.translation;
        let words = words.and_then(|it| it.procedure(source.written.id));
        let text = |of: fn(&ProcedureWords) -> &Option<Text>, own: &'a Option<Text>| {
            page.translated(words.and_then(|it| of(it).as_deref()), own.as_deref())
        };
        let (meets, meets_lang) = text(|it| &it.meets, &written.meets);
        let (quorum, quorum_lang) = text(|it| &it.quorum, &written.quorum);
        let (decisions, decisions_lang) = text(|it| &it.decisions, &written.decisions);
        let (convened_by, convened_by_lang) = text(|it| &it.convened_by, &written.convened_by);
        let (venue, venue_lang) = text(|it| &it.venue, &written.venue);
        let (name, lang) = text(|it| &it.secretariat, &written.secretariat);
        let named = || PartyView {
            name,
            lang,
            ..PartyView::default()
        };
        let linked = source
            .part
            .secretariat
            .map(|it| PartyView::to(page.card(it)));
        Some(ProcedureView {
            meets,
            meets_lang,
            quorum,
            quorum_lang,
            decisions,
            decisions_lang,
            convened_by,
            convened_by_lang,
            venue,
            venue_lang,
            secretariat: linked.or_else(|| name.map(|_| named())),
            public: written.public,
            rules: source.part.rules.map(|it| page.card(it)),
        })
    }
}
