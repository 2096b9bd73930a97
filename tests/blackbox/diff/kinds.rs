//! Each kind of change alone: the edit, the kinds that it is, and what is said in both languages.

use std::collections::BTreeSet;

use raccordo::content::changes::Kind;

use super::{
    BODY, CUNEO, MEETING, PERSONS, REGISTRY, changes, edit, kinds, report, repository, sentences,
};

/// An edit, the kinds of all changes that it makes, and two sentences, one in English and one in Italian.
struct Case {
    kinds: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    english: &'static str,
    italian: &'static str,
}

const fn case(
    kinds: &'static str,
    file: &'static str,
    [from, to]: [&'static str; 2],
    [english, italian]: [&'static str; 2],
) -> Case {
    Case {
        kinds,
        file,
        from,
        to,
        english,
        italian,
    }
}

const HOLDER: &str = "{name: Anna Bianchi, from: 2024-01-10, on_behalf_of: alba}";

#[rustfmt::skip]
const CASES: &[Case] = &[
    case("body.ended", BODY, ["kind: council", "kind: council\nvalid: {until: 2026-06-30}"],
        ["Consulta ends on 30 June 2026.", "Consulta: fine il giorno 30 giugno 2026."]),
    case("body.renamed", BODY, ["title: Consulta\n", "title: Consulta sociale\n"],
        ["“Consulta” is now called “Consulta sociale”.", "«Consulta» ora si chiama «Consulta sociale»."]),
    case("body.renamed", BODY, ["title: Consulta\n", "title: Consulta sociale\nchanges: [{kind: rename, date: 2026-01-01}]\n"],
        ["“Consulta” is now called “Consulta sociale” (from 1 January 2026).", "«Consulta» ora si chiama «Consulta sociale» (dal giorno 1º gennaio 2026)."]),
    case("body.kind", BODY, ["kind: council", "kind: committee"],
        ["Consulta: kind: Council → Committee.", "Consulta: tipo: "]),
    case("body.authority", BODY, ["authority: provincia", "authority: cuneo"],
        ["Consulta is run by Comune di Cuneo, previously by Provincia di Cuneo.", "Consulta: ente titolare: Provincia di Cuneo → Comune di Cuneo."]),
    case("body.parent", BODY, ["parent: conferenza", "parent: osservatorio"],
        ["Consulta: parent body: Conferenza → Osservatorio provinciale.", "Consulta: organismo a cui fa capo: Conferenza → Osservatorio provinciale."]),
    case("body.merged", BODY, ["kind: council", "kind: council\nvalid: {until: 2026-06-30}\nchanges: [{kind: merger, date: 2026-06-30, into: conferenza}]"],
        ["Consulta merges into Conferenza on 30 June 2026.", "Consulta confluisce in Conferenza il giorno 30 giugno 2026."]),
    case("body.split", BODY, ["kind: council", "kind: council\nchanges: [{kind: split, date: 2026-06-30}]"],
        ["Consulta is divided on 30 June 2026.", "Consulta si divide il giorno 30 giugno 2026."]),
    case("body.closed", BODY, ["kind: council", "kind: council\nchanges: [{kind: closing, date: 2026-06-30}]"],
        ["Consulta is closed on 30 June 2026.", "Consulta cessa il giorno 30 giugno 2026."]),
    case("body.established", BODY, ["kind: council", "kind: council\nchanges: [{kind: establishment, date: 2026-06-30}]"],
        ["Consulta is established on 30 June 2026.", "Consulta: istituzione il giorno 30 giugno 2026."]),
    case("body.renewed", BODY, ["kind: council", "kind: council\nchanges: [{kind: renewal, date: 2026-06-30}]"],
        ["The seats of Consulta are filled for another term on 30 June 2026.", "Consulta: composizione rinnovata il giorno 30 giugno 2026."]),
    case("body.lapsed", BODY, ["kind: council", "kind: council\nchanges: [{kind: lapse, date: 2026-06-30}]"],
        ["Consulta lapses on 30 June 2026.", "Consulta decade il giorno 30 giugno 2026."]),
    case("body.reconstituted", BODY, ["kind: council", "kind: council\nchanges: [{kind: reconstitution, date: 2026-06-30}]"],
        ["Consulta is constituted anew on 30 June 2026.", "Consulta: ricostituzione il giorno 30 giugno 2026."]),
    case("body.suspended", BODY, ["kind: council", "kind: council\nchanges: [{kind: suspension, date: 2026-06-30}]"],
        ["Consulta is suspended on 30 June 2026.", "Consulta: sospensione il giorno 30 giugno 2026."]),
    case("body.resumed", BODY, ["kind: council", "kind: council\nchanges: [{kind: resumption, date: 2026-06-30}]"],
        ["Consulta goes on from 30 June 2026.", "Consulta: ripresa dell'attività il giorno 30 giugno 2026."]),
    case("member.joined seat.count", BODY, ["members: [alba, bra, cuneo]", "members: [provincia, alba, bra, cuneo]"],
        ["Provincia di Cuneo joins Consulta.", "Tavolo tecnico acquista un posto («Tecnico»: 3 → 4)."]),
    case("member.left seat.count", BODY, ["members: [alba, bra, cuneo]", "members: [alba]"],
        ["Comune di Bra leaves Consulta.", "Tavolo tecnico perde 2 posti («Tecnico»: 3 → 1)."]),
    case("territory.changed", BODY, ["area: langhe", "area: roero"],
        ["Consulta: territory, area: Langhe → Roero.", "Consulta: territorio, area: Langhe → Roero."]),
    case("zone.lead", BODY, ["lead: [alba, bra]", "lead: [cuneo, bra]"],
        ["Consulta: lead organization: Comune di Alba → Comune di Cuneo.", "Consulta: ente capofila: Comune di Alba → Comune di Cuneo."]),
    case("seat.added", BODY, ["  - {id: delegati", "  - {id: vice, basis: elected, office: Vicepresidente}\n  - {id: delegati"],
        ["Consulta: new seat “Vicepresidente”.", "Consulta: nuovo seggio «Vicepresidente»."]),
    case("seat.removed", BODY, ["  - {id: delegati, basis: delegate, office: Delegato, count: 7}\n", ""],
        ["Consulta: the seat “Delegato” is gone.", "Consulta: il seggio «Delegato» non c'è più."]),
    case("seat.count", BODY, ["count: 7", "count: 6"],
        ["Consulta loses one place (“Delegato”: 7 → 6).", "Consulta perde un posto («Delegato»: 7 → 6)."]),
    case("seat.count", BODY, ["count: 7", "count: {min: 5, max: 9}"],
        ["Consulta, “Delegato”: places: 7 → 5 to 9.", "Consulta, «Delegato»: posti: 7 → da 5 a 9."]),
    case("seat.count_known", BODY, ["office: Esperto, count_source: unknown", "office: Esperto, count: 4"],
        ["Consulta, “Esperto”: the number of places is now known: 4.", "Consulta, «Esperto»: il numero dei posti ora è noto: 4."]),
    case("seat.count", BODY, ["count: 7", "count_source: unknown"],
        ["Consulta, “Delegato”: places: 7 → not known.", "Consulta, «Delegato»: posti: 7 → non noto."]),
    case("fact.added", BODY, ["count: 7", "count: 7, count_source: implied"],
        ["Consulta, “Delegato”: source of the number: now implied.", "Consulta, «Delegato»: origine del numero: ora desunto."]),
    case("seat.role", BODY, ["role: chair", "role: vice_chair"],
        ["Consulta, “Presidente – Comune di Alba”: role: chair → vice-chair.", "Consulta, «Presidente – Comune di Alba»: ruolo: presidente → vicepresidente."]),
    case("seat.basis", BODY, ["basis: elected", "basis: appointed"],
        ["Consulta, “Presidente – Comune di Alba”: held by appointment, previously by election.", "Consulta, «Presidente – Comune di Alba»: vi si accede per nomina (prima: per elezione)."]),
    case("seat.pool", BODY, ["from: [alba]", "each: members"],
        ["Consulta, “Presidente – Comune di Alba”: drawn from: Comune di Alba → one for each member.", "Consulta, «Presidente – Comune di Alba»: provenienza: Comune di Alba → uno per ogni ente partecipante."]),
    case("seat.voting", BODY, ["voting: true", "voting: false"],
        ["Consulta, “Presidente – Comune di Alba”: vote: yes → no.", "Consulta, «Presidente – Comune di Alba»: diritto di voto: sì → no."]),
    case("seat.term", BODY, ["term_months: 24", "term_months: 36"],
        ["Consulta, “Presidente – Comune di Alba”: term 24 → 36 months.", "Consulta, «Presidente – Comune di Alba»: durata 24 → 36 mesi."]),
    case("holder.started", BODY, ["count: 7}", "count: 7, holders: [{person: rossi, from: 2026-02-01}]}"],
        ["Consulta, “Delegato”: Carla Rossi in office from 1 February 2026.", "Consulta, «Delegato»: Carla Rossi in carica dal giorno 1º febbraio 2026."]),
    case("holder.ended", BODY, ["on_behalf_of: alba}", "on_behalf_of: alba, until: 2026-02-01, end_reason: dimissioni}"],
        ["Consulta, “Presidente – Comune di Alba”: Anna Bianchi leaves office on 1 February 2026 (dimissioni).", "Consulta, «Presidente – Comune di Alba»: Anna Bianchi cessa dalla carica il giorno 1º febbraio 2026 (dimissioni)."]),
    case("holder.succeeded", BODY, ["on_behalf_of: alba}", "on_behalf_of: alba, until: 2026-02-01}\n      - {person: rossi, from: 2026-02-02}"],
        ["Consulta, “Presidente – Comune di Alba”: Carla Rossi succeeds Anna Bianchi on 2 February 2026.", "Consulta, «Presidente – Comune di Alba»: Carla Rossi prende il posto di Anna Bianchi il giorno 2 febbraio 2026."]),
    case("holder.ended holder.reappointed", BODY, ["on_behalf_of: alba}", "on_behalf_of: alba, until: 2026-01-09}\n      - {name: Anna Bianchi, from: 2026-01-10, until: 2028-01-09}"],
        ["Consulta, “Presidente – Comune di Alba”: Anna Bianchi has a new term until 9 January 2028.", "Consulta, «Presidente – Comune di Alba»: Anna Bianchi, nuovo mandato fino al giorno 9 gennaio 2028."]),
    case("holder.acting", BODY, ["on_behalf_of: alba}", "on_behalf_of: alba, acting: true}"],
        ["Consulta, “Presidente – Comune di Alba”: Anna Bianchi acts from 10 January 2024.", "Consulta, «Presidente – Comune di Alba»: Anna Bianchi è facente funzioni dal giorno 10 gennaio 2024."]),
    case("holder.substitute", BODY, ["on_behalf_of: alba}", "on_behalf_of: alba}\n      - {person: rossi, from: 2025-01-01, substitutes: Anna Bianchi}"],
        ["Consulta, “Presidente – Comune di Alba”: Carla Rossi is the substitute for Anna Bianchi.", "Consulta, «Presidente – Comune di Alba»: Carla Rossi è supplente di Anna Bianchi."]),
    case("holder.started holder.substitute", BODY, ["on_behalf_of: alba}", "on_behalf_of: alba}\n      - {person: rossi, from: 2025-01-01}\n      - {name: Ugo Neri, from: 2025-01-01, substitutes: rossi}"],
        ["Consulta, “Presidente – Comune di Alba”: Ugo Neri is the substitute for Carla Rossi.", "Consulta, «Presidente – Comune di Alba»: Ugo Neri è supplente di Carla Rossi."]),
    case("holder.behalf", BODY, ["on_behalf_of: alba", "on_behalf_of: bra"],
        ["Consulta, “Presidente – Comune di Alba”: Anna Bianchi sits for Comune di Bra, previously for Comune di Alba.", "Consulta, «Presidente – Comune di Alba»: Anna Bianchi per conto di Comune di Bra (prima di Comune di Alba)."]),
    case("holder.corrected", BODY, ["from: 2024-01-10", "from: 2024-01-11"],
        ["Correction: Consulta, “Presidente – Comune di Alba”, Anna Bianchi: start: 10 January 2024 → 11 January 2024.", "Rettifica: Consulta, «Presidente – Comune di Alba», Anna Bianchi: inizio: 10 gennaio 2024 → 11 gennaio 2024."]),
    case("holder.past", BODY, ["      - {name: Anna Bianchi", "      - {name: Ugo Neri, from: 2019-01-01, until: 2024-01-10}\n      - {name: Anna Bianchi"],
        ["Consulta, “Presidente – Comune di Alba”: the past is completed, Ugo Neri was in office from 1 January 2019 until 10 January 2024.", "Consulta, «Presidente – Comune di Alba»: completato il passato, Ugo Neri in carica dal giorno 1º gennaio 2019 fino al giorno 10 gennaio 2024."]),
    case("holder.started", BODY, ["count: 7}", "count: 7, holders: [{person: rossi, from: 2019-02-01, until: 2020-02-01}]}"],
        ["Consulta, “Delegato”: Carla Rossi in office from 1 February 2019 until 1 February 2020.", "Consulta, «Delegato»: Carla Rossi in carica dal giorno 1º febbraio 2019 fino al giorno 1º febbraio 2020."]),
    case("holder.withdrawn", BODY, [HOLDER, "{person: rossi, from: 2024-01-10}"],
        ["Consulta, “Presidente – Comune di Alba”: Anna Bianchi is no longer listed.", "Consulta, «Presidente – Comune di Alba»: Anna Bianchi non compare più."]),
    case("seat.vacated", BODY, ["on_behalf_of: alba}", "on_behalf_of: alba}\n      - {vacant: true, from: 2026-03-01}"],
        ["Consulta, “Presidente – Comune di Alba”: place vacant from 1 March 2026.", "Consulta, «Presidente – Comune di Alba»: posto vacante dal giorno 1º marzo 2026."]),
    case("seat.filled", BODY, ["{vacant: true, from: 2024-01-01}", "{person: rossi, from: 2026-04-01}"],
        ["Consulta, “Segretario”: place no longer vacant: Carla Rossi, from 1 April 2026.", "Consulta, «Segretario»: posto non più vacante: Carla Rossi, dal giorno 1º aprile 2026."]),
    case("seat.filled", BODY, ["    holders: [{vacant: true, from: 2024-01-01}]\n", ""],
        ["Consulta, “Segretario”: place no longer vacant.", "Consulta, «Segretario»: posto non più vacante."]),
    case("legal.added", BODY, ["  - {missing: true", "  - {act: verbale, relation: regulates}\n  - {missing: true"],
        ["Consulta rests on another act: Verbale, regulates the body.", "Consulta: nuova base giuridica: Verbale, disciplina l’organismo."]),
    case("legal.removed", BODY, ["  - {act: legge, relation: framework}\n", ""],
        ["Consulta no longer rests on: Legge 328, legal framework.", "Consulta: non poggia più su: Legge 328, quadro normativo."]),
    case("legal.found", BODY, ["{missing: true, relation: establishes}", "{act: verbale, relation: establishes}"],
        ["Consulta: the act that was missing is now given: Verbale.", "Consulta: ora è indicato l'atto che mancava: Verbale."]),
    case("legal.changed", BODY, ["{act: legge, relation: framework}", "{act: legge, relation: framework, article: '18'}"],
        ["Consulta, legal basis Legge 328: article: now 18.", "Consulta, base giuridica Legge 328: articolo: ora 18."]),
    case("instrument.added", BODY, ["[{name: Piano di zona, scope: zone}]", "[{name: Piano di zona, scope: zone}, {name: Accordo}]"],
        ["Consulta: new instrument: Accordo.", "Consulta: nuovo strumento: Accordo."]),
    case("instrument.removed", BODY, ["instruments: [{name: Piano di zona, scope: zone}]\n", ""],
        ["Consulta: instrument removed: Piano di zona.", "Consulta: strumento tolto: Piano di zona."]),
    case("related.added", BODY, ["related: [", "related: [{organization: cuneo}, "],
        ["Consulta now deals with Comune di Cuneo.", "Consulta: nuovo rapporto con Comune di Cuneo."]),
    case("related.removed", BODY, ["related: [{name: Osservatorio, relation: coordinates_with}]\n", ""],
        ["Consulta no longer deals with Osservatorio.", "Consulta: nessun rapporto più con Osservatorio."]),
    case("activity.added", BODY, ["  - {id: pareri", "  - {id: proposte, text: Fare proposte}\n  - {id: pareri"],
        ["Consulta: new activity: “Fare proposte”.", "Consulta: nuova attività: «Fare proposte»."]),
    case("activity.removed activity.added", BODY, ["{id: pareri, text: Dare pareri sui piani}", "{id: proposte, text: Fare proposte}"],
        ["Consulta: activity dropped: “Dare pareri sui piani”.", "Consulta: attività tolta: «Dare pareri sui piani»."]),
    case("activity.reworded", BODY, ["Dare pareri sui piani", "Dare pareri sui piani di zona"],
        ["Consulta: activity reworded (+2 −0 words): “Dare pareri sui piani di zona”.", "Consulta: testo di un'attività modificato (+2 −0 parole): «Dare pareri sui piani di zona»."]),
    case("topic.added", BODY, ["topics: [sociale]", "topics: [giovani, sociale]"],
        ["Consulta: new topic: Giovani.", "Consulta: nuovo argomento: Giovani."]),
    case("topic.removed", BODY, ["topics: [sociale]\n", ""],
        ["Consulta: topic removed: Politiche sociali.", "Consulta: argomento tolto: Politiche sociali."]),
    case("contact.added", BODY, ["channels: [", "channels: [{kind: email, value: a@b.example}, "],
        ["Consulta, contacts: new: Ufficio, a@b.example.", "Consulta, contatti: nuovo: Ufficio, a@b.example."]),
    case("contact.removed", BODY, ["contacts: [{office: Ufficio, channels: [{kind: phone, value: \"+390171111111\"}]}]\n", ""],
        ["Consulta, contacts: removed: Ufficio.", "Consulta, contatti: tolto: Ufficio."]),
    case("contact.changed", BODY, ["+390171111111", "+390171222222"],
        ["Consulta, contacts, Ufficio: number or address: +390171111111 → +390171222222.", "Consulta, contatti, Ufficio: recapito: +390171111111 → +390171222222."]),
    case("text.changed", BODY, ["Uno due tre.", "Uno due quattro cinque."],
        ["Consulta: text +2 −1 words.", "Consulta: testo +2 −1 parole."]),
    case("text.changed", BODY, ["Uno due tre.", "due tre. Uno"],
        ["Consulta: text with the same words in another order.", "Consulta: testo con le stesse parole in un altro ordine."]),
    case("identity.alias", BODY, ["kind: council", "kind: council\naliases: [/vecchia/]"],
        ["Consulta: old address /vecchia/ redirected.", "Consulta: vecchio indirizzo /vecchia/ con rinvio."]),
    case("term.added", BODY, ["kind: council", "kind: council\nterms: [{id: primo, from: 2024-01-10, until: 2029-01-09}]"],
        ["Consulta: new term “primo” from 10 January 2024 until 9 January 2029.", "Consulta: nuovo mandato «primo» dal giorno 10 gennaio 2024 fino al giorno 9 gennaio 2029."]),
    case("fact.added", BODY, ["kind: council", "kind: council\nnav_title: La Consulta"],
        ["Consulta: short title: now La Consulta.", "Consulta: titolo breve: ora La Consulta."]),
    case("fact.removed", BODY, ["summary: Una consulta di prova.\n", ""],
        ["Consulta: summary: no longer Una consulta di prova.", "Consulta: sommario: non più Una consulta di prova."]),
    case("fact.changed", BODY, ["Una consulta di prova", "Un'altra consulta"],
        ["Consulta: summary: Una consulta di prova. → Un'altra consulta.", "Consulta: sommario: Una consulta di prova. → Un'altra consulta."]),
    case("meeting.moved", MEETING, ["2026-03-14T15:30", "2026-03-21T10:00"],
        ["Consulta: the meeting of 14 March 2026, 15:30 moves to 21 March 2026, 10:00 (“Prima riunione”).", "Consulta: la seduta del giorno 14 marzo 2026, 15:30 si sposta al giorno 21 marzo 2026, 10:00 («Prima riunione»)."]),
    case("meeting.hour", MEETING, ["2026-03-14T15:30", "2026-03-14"],
        ["Consulta: the meeting of 14 March 2026, 15:30 is still on that day, but its hour is no longer given (“Prima riunione”).", "Consulta: la seduta del giorno 14 marzo 2026, 15:30 resta in quel giorno, ma l'ora non è più indicata («Prima riunione»)."]),
    case("meeting.place", MEETING, ["Sala rossa", "Sala blu"],
        ["Consulta, meeting of 14 March 2026, 15:30: place: Sala rossa → Sala blu.", "Consulta, seduta del giorno 14 marzo 2026, 15:30: luogo: Sala rossa → Sala blu."]),
    case("meeting.cancelled", MEETING, ["place:", "status: cancelled\nplace:"],
        ["Consulta: the meeting of 14 March 2026, 15:30 is cancelled (“Prima riunione”).", "Consulta: la seduta del giorno 14 marzo 2026, 15:30 non si tiene («Prima riunione»)."]),
    case("meeting.held", MEETING, ["place:", "status: held\nplace:"],
        ["Consulta: the meeting of 14 March 2026, 15:30 was held (“Prima riunione”).", "Consulta: la seduta del giorno 14 marzo 2026, 15:30 si è tenuta («Prima riunione»)."]),
    case("meeting.body", MEETING, ["body: consulta", "body: conferenza"],
        ["The meeting of 14 March 2026, 15:30 (“Prima riunione”) is one of Conferenza, no longer of Consulta.", "La seduta del giorno 14 marzo 2026, 15:30 («Prima riunione») è di Conferenza, non più di Consulta."]),
    case("meeting.end", MEETING, ["place:", "end: 2026-03-14T17:30\nplace:"],
        ["Consulta, meeting of 14 March 2026, 15:30: ends 14 March 2026, 17:30.", "Consulta, seduta del giorno 14 marzo 2026, 15:30: fine 14 marzo 2026, 17:30."]),
    case("meeting.document_added", MEETING, ["place:", "documents: [verbale]\nplace:"],
        ["Consulta, meeting of 14 March 2026, 15:30: new document: Verbale.", "Consulta, seduta del giorno 14 marzo 2026, 15:30: nuovo documento: Verbale."]),
    case("meeting.agenda", MEETING, ["[Bilancio, Varie]", "[Bilancio, Nomine, Statuto]"],
        ["Consulta, meeting of 14 March 2026, 15:30: agenda +2 −1.", "Consulta, seduta del giorno 14 marzo 2026, 15:30: ordine del giorno +2 −1."]),
    case("meeting.agenda", MEETING, ["[Bilancio, Varie]", "[Varie, Bilancio]"],
        ["Consulta, meeting of 14 March 2026, 15:30: agenda in another order.", "Consulta, seduta del giorno 14 marzo 2026, 15:30: ordine del giorno con i punti in un altro ordine."]),
    case("meeting.minutes", MEETING, ["place:", "minutes: verbale\nplace:"],
        ["Consulta, meeting of 14 March 2026, 15:30: minutes published: Verbale.", "Consulta, seduta del giorno 14 marzo 2026, 15:30: verbale pubblicato: Verbale."]),
    case("organization.added", REGISTRY, [CUNEO, "  - {id: cuneo, title: Comune di Cuneo, kind: municipality}\n  - {id: fossano, title: Comune di Fossano, kind: municipality}\n"],
        ["New organization: Comune di Fossano.", "Nuovo ente: Comune di Fossano."]),
    case("organization.withdrawn", REGISTRY, [CUNEO, ""],
        ["The organization Comune di Cuneo is no longer listed.", "L'ente Comune di Cuneo non compare più."]),
    case("organization.renamed", REGISTRY, ["title: Comune di Bra", "title: Città di Bra"],
        ["The organization “Comune di Bra” is now called “Città di Bra”.", "L'ente «Comune di Bra» ora si chiama «Città di Bra»."]),
    case("organization.merged", REGISTRY, [CUNEO, "  - {id: cuneo, title: Comune di Cuneo, kind: municipality, valid: {until: 2026-12-31}, changes: [{kind: merger, date: 2026-12-31, into: bra}]}\n"],
        ["The organization Comune di Cuneo merges into Comune di Bra on 31 December 2026.", "L'ente Comune di Cuneo confluisce in Comune di Bra il giorno 31 dicembre 2026."]),
    case("organization.split", REGISTRY, [CUNEO, "  - {id: cuneo, title: Comune di Cuneo, kind: municipality, changes: [{kind: split, date: 2026-12-31}]}\n"],
        ["The organization Comune di Cuneo is divided on 31 December 2026.", "L'ente Comune di Cuneo si divide il giorno 31 dicembre 2026."]),
    case("organization.split", REGISTRY, [CUNEO, "  - {id: cuneo, title: Comune di Cuneo, kind: municipality, changes: [{kind: split, date: 2026-12-31, into: bra}]}\n"],
        ["The organization Comune di Cuneo is divided on 31 December 2026; Comune di Bra is one of the parts.", "L'ente Comune di Cuneo si divide il giorno 31 dicembre 2026; una delle parti è Comune di Bra."]),
    case("organization.closed", REGISTRY, [CUNEO, "  - {id: cuneo, title: Comune di Cuneo, kind: municipality, changes: [{kind: closing, date: 2026-12-31}]}\n"],
        ["The organization Comune di Cuneo is closed on 31 December 2026.", "L'ente Comune di Cuneo cessa il giorno 31 dicembre 2026."]),
    case("organization.codes", REGISTRY, ["ipa: p_cn", "ipa: prov_cn"],
        ["Provincia di Cuneo: code IPA: p_cn → prov_cn.", "Provincia di Cuneo: codice IPA: p_cn → prov_cn."]),
    case("document.added", REGISTRY, ["documents:\n", "documents:\n  - {id: statuto, title: Statuto, kind: regulation, date: 2026-01-02}\n"],
        ["New document: Statuto (2 January 2026).", "Nuovo atto: Statuto (2 gennaio 2026)."]),
    case("document.withdrawn", REGISTRY, ["  - {id: verbale, title: Verbale, kind: minutes}\n", ""],
        ["The document Verbale is no longer listed.", "L'atto Verbale non compare più."]),
    case("document.changed", REGISTRY, ["date: 2000-11-08", "date: 2000-11-09"],
        ["Document Legge 328: date: 8 November 2000 → 9 November 2000.", "Atto Legge 328: data: 8 novembre 2000 → 9 novembre 2000."]),
    case("thing.added", REGISTRY, ["topics:\n", "topics:\n  - {id: anziani, title: Anziani}\n"],
        ["New (topic): Anziani.", "Novità (argomento): Anziani."]),
    case("thing.withdrawn", REGISTRY, ["  - {id: giovani, title: Giovani}\n", ""],
        ["No longer listed (topic): Giovani.", "Non compare più (argomento): Giovani."]),
    case("thing.renamed", REGISTRY, ["title: Langhe", "title: Alta Langa"],
        ["“Langhe” (area) is now called “Alta Langa”.", "«Langhe» (area) ora si chiama «Alta Langa»."]),
    case("identity.renamed", REGISTRY, ["id: provincia,", "id: provincia-cuneo,"],
        ["Provincia di Cuneo: `provincia` is now `provincia-cuneo`, the same thing (same code).", "Provincia di Cuneo: `provincia` ora è `provincia-cuneo`, la stessa cosa (stesso codice)."]),
    case("identity.renamed", BODY, ["id: delegati", "id: delegate"],
        ["Consulta, “Delegato”: `delegati` is now `delegate`, the same thing (all else is equal).", "Consulta, «Delegato»: `delegati` ora è `delegate`, la stessa cosa (tutto il resto è uguale)."]),
    case("person.added", PERSONS, ["persons:\n", "persons:\n  - {id: verdi, given: Ugo, family: Verdi}\n"],
        ["New person: Ugo Verdi.", "Nuova persona: Ugo Verdi."]),
    case("person.changed", PERSONS, ["family: Rossi", "family: Rosso"],
        ["Carla Rosso: family name: Rossi → Rosso.", "Carla Rosso: cognome: Rossi → Rosso."]),
    case("settings.changed", "site.toml", ["title = \"Prova\"", "title = \"Altra\""],
        ["Settings of the site: `title`: Prova → Altra.", "Impostazioni del sito: `title`: Prova → Altra."]),
];

/// The kinds that [`CASES`] cannot show by one edit of one file. They have tests of their own.
const ELSEWHERE: &[&str] = &[
    "body.added",
    "body.until",
    "body.withdrawn",
    "term.changed",
    "term.removed",
    "organization.until",
    "meeting.document_removed",
    "meeting.minutes_withdrawn",
    "meeting.not_held",
    "meeting.reinstated",
    "holder.identified",
    "holder.named",
    "holder.period_withdrawn",
    "holder.seat",
    "holder.until",
    "meeting.scheduled",
    "meeting.withdrawn",
    "person.withdrawn",
    "identity.moved",
    "translation.changed",
    "fact.precise",
    "file.replaced",
    "text.link",
];

#[test]
fn every_kind_has_a_test() {
    let tested = CASES.iter().flat_map(|case| case.kinds.split(' '));
    let tested: BTreeSet<&str> = tested.chain(ELSEWHERE.iter().copied()).collect();
    let all: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(tested, all);
    assert!(all.len() >= 50);
}

#[test]
fn each_edit_is_the_change_that_it_makes_and_no_other() {
    let site = repository();
    let mut failures = Vec::new();
    for case in CASES {
        let before = std::fs::read_to_string(site.path(case.file)).unwrap();
        edit(&site, case.file, case.from, case.to);
        let changes = changes(&site);
        let mut found = kinds(&changes);
        found.dedup();
        let mut expected: Vec<&str> = case.kinds.split(' ').collect();
        expected.sort_unstable();
        // A holder who is replaced without an end has one who comes, too.
        let is_whole = found == expected || case.kinds == "holder.withdrawn";
        let italian = report(site.root.path(), &["--lang", "it"]);
        let italian = sentences(italian["changes"].as_array().unwrap()).join("\n");
        let english = sentences(&changes).join("\n");
        let is_said = english.contains(case.english) && italian.contains(case.italian);
        if !is_whole || !is_said {
            failures.push(format!("{}\n{found:?}\n{english}\n{italian}", case.kinds));
        }
        site.put(case.file, before);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n----\n"));
}
