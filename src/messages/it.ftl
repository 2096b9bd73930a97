# Le parole di Raccordo in italiano. Stesse chiavi di en.ftl, stesse variabili.
# «why» comincia con una frase sola che dice che cosa c'è: è anche il titolo della spiegazione.

## File

invalid-utf8 = Il file contiene caratteri che non si riescono a leggere: non è in UTF-8
    .hint = riapri il file e salvalo con la codifica UTF-8
    .why =
        Il testo è salvato in una codifica diversa da UTF-8. Succede con file scritti con programmi
        vecchi: le lettere accentate (à, è, ù) diventerebbero segni incomprensibili. Apri il file con il tuo
        editor, scegli «Salva con codifica» e poi «UTF-8», e controlla gli accenti.

unprintable-character = C'è un carattere che non si può mostrare ({ $code })
    .hint = cancellalo; se non lo vedi, cancella e riscrivi le lettere vicine
    .why =
        Il testo contiene un carattere di controllo, che non ha un segno e che nessuna pagina può contenere. Di
        solito arriva con un testo incollato da un altro programma. `check --fix` lo toglie dal testo della
        pagina; nei valori cancellalo a mano.

unreadable-file = Il file non si può leggere: { $detail }
    .why =
        Il file c'è, ma non si riesce ad aprirlo, oppure è un collegamento che porta fuori dalla cartella del
        sito. Per sicurezza il sito è fatto solo di ciò che sta nella sua cartella: un collegamento in
        `content/` o in un tema non ne può uscire, né portare a qualcosa di nascosto. Controlla i permessi del
        file; se è un collegamento, metti al suo posto una copia del file.

misnamed-file = Il nome di questo file non finisce in `{ $detail }`: così non è né una pagina né un registro
    .hint = se è una pagina o un registro, cambia la fine del nome in `{ $detail }`, in minuscolo; se non lo è, toglilo da `content/`
    .why =
        Il nome del file somiglia a quello di una pagina o di un registro, ma finisce in un altro modo. Sarebbe
        pubblicato com'è scritto, anche se è una bozza. Le pagine finiscono in `.md`, i registri in `.yaml` o
        `.yml`, in minuscolo. Alcuni sistemi nascondono la fine dei nomi: un file che si vede come
        `orari.md` può chiamarsi `orari.md.txt`.

language-in-name = { $hint ->
        [own] Il nome finisce nella lingua del sito, `{ $language }`, che nei nomi non si scrive
        [meant] Il nome finisce in una lingua che nei nomi si scrive in un altro modo: `{ $language }`
       *[other] Il nome finisce in una lingua che il sito non ha: `{ $language }`
    }
    .hint = se è una traduzione, scrivi in `site.toml` `languages = [{ $languages }]`; altrimenti togli il punto, o chiama il file `{ $near }`
    .meant = chiama il file `{ $near }`
    .own = chiama il file `{ $near }`: le pagine senza lingua nel nome sono già in `{ $language }`
    .why =
        Il nome di una pagina finisce nel codice di una lingua, come quello di una traduzione, ma la lingua non
        è tra le altre lingue del sito. La pagina `orari.md` è nella lingua del sito (`language` in
        `site.toml`); `orari.de.md` la traduce in una delle altre (`languages`). Aggiungi la lingua, oppure
        cambia il nome del file.

copy-in-name = { $hint ->
       *[other] Questo file sembra una copia di `{ $original }`, e diventa una pagina a sé
        [translation] Questo file sembra una traduzione di `{ $original }`, ma diventa una pagina a sé
    }
    .hint = riunisci in un file ciò che serve ed elimina l'altro; se è un'altra pagina, dalle un altro nome
    .translation = chiama il file `{ $near }`: la lingua si scrive tra due punti; se non è una traduzione, dagli un altro nome
    .why =
        Accanto a una pagina c'è un file con lo stesso nome e il segno di una copia (`orari-copia.md`), o con una
        lingua che non è scritta come nei nomi delle traduzioni (`orari_de.md`, e non `orari.de.md`). Vengono
        pubblicati entrambi, e chi legge trova due volte la stessa cosa.

active-file = Un browser potrebbe eseguire qualcosa che è in questo file: { $detail }
    .hint = togli il file, o ciò che contiene di attivo; se ti fidi, scrivi in `site.toml` `trusted_files = ["{ $file }"]`
    .why =
        Un file in `content/` potrebbe contenere programmi, che nel browser avrebbero i diritti del sito: potrebbero
        leggere e cambiare ciò che le pagine mostrano, o raccogliere dati di chi legge. Le pagine si scrivono in
        Markdown; un disegno SVG si può pubblicare se contiene solo il disegno. Chi amministra il sito può
        elencare in `site.toml`, sotto `trusted_files`, i file e le cartelle di cui si fida. I file dei temi non
        sono controllati.

missing-front-matter = { $hint ->
       *[other] Il file non comincia con le righe che dicono che cos'è la pagina
        [foreign] Questo non è un file di testo, ma { $format }
        [returns] Le righe di questo file non finiscono come negli altri file
    }
    .foreign = copia il suo testo in un file cominciato con `raccordo new`; se è un file da scaricare, dagli l'estensione del suo formato
    .returns = salvalo di nuovo con le righe che finiscono come in Unix (LF) o Windows (CRLF), e non come nei vecchi Mac (CR)
    .hint = comincia il file con una riga `---`, poi `title: …`, poi un'altra riga `---`
    .spelt = la prima riga deve essere `---`: tre trattini corti, senza niente prima
    .why =
        Ogni pagina comincia con alcune righe, la sua scheda, tra due righe di tre trattini: dicono che cos'è
        la pagina e come si intitola. Senza, la pagina non avrebbe un titolo. La prima riga del file deve
        essere `---`, senza spazi o righe vuote prima.

unclosed-front-matter = Manca la seconda riga `---`, quella che chiude le righe in cima alla pagina
    .hint = aggiungi una riga `---` tra l'ultima voce, come `title: …`, e il testo
    .spelt = questa riga deve essere `---`: tre trattini corti, senza niente prima
    .why =
        Le righe in cima alla pagina, la sua scheda, cominciano con una riga `---` ma non ne hanno una seconda
        che le chiude. Così non si capisce dove comincia il testo. Aggiungi una riga di soli tre trattini dopo
        l'ultima voce.

yaml-syntax = { $hint ->
        [quote] Le virgolette di questo testo mancano, o non vanno bene
        [dash] Qui ci vuole un trattino
        [colon] Qui mancano i due punti o lo spazio dopo
        [close] C'è una parentesi che non si chiude
        [comma] Qui manca una virgola
        [indent] Questa riga comincia nel punto sbagliato
        [tab] Qui c'è un tabulatore, o uno spazio speciale, al posto degli spazi
        [documents] Qui c'è una riga `---` di troppo
        [control] Qui c'è un carattere che non si vede
       *[other] { GIVEN($detail) ->
            [no] Da qui in poi il file non si riesce a leggere
           *[yes] Da qui in poi il file non si riesce a leggere: «{ $detail }»
        }
    }
    .hint = controlla questa riga e quella prima: rientri, due punti, virgolette e parentesi
    .quote = scrivi `{ $mended }`
    .colon = dopo la chiave vanno due punti e uno spazio: `{ $mended }`
    .dash = ogni voce di un elenco comincia con un trattino e uno spazio
    .close = scrivi `{ $mended }`
    .comma = tra una voce e l'altra ci vuole la virgola: `{ $mended }`
    .indent = { $column ->
        [1] comincia la riga al margine, senza spazi
       *[other] comincia la riga alla colonna { $column }, come le altre dello stesso gruppo
    }: `{ $mended }`
    .tab = scrivi questa riga con spazi normali, cominciandola alla colonna { $column }
    .documents = togli questa riga: tutto il file è un solo gruppo di voci
    .control = cancella il carattere; se non lo trovi, riscrivi la riga
    .why =
        Le righe in cima alla pagina (la scheda) o il registro non sono scritti nel formato YAML. Le cause più
        comuni sono un rientro fatto con il tabulatore o di lunghezza diversa dalle righe vicine, uno spazio che
        manca dopo i due punti, una virgoletta o una parentesi non chiusa. Se il suggerimento dice che cosa
        scrivere, è stato provato; altrimenti guarda anche la riga prima.

yaml-alias = Qui c'è un richiamo YAML (`&`, `*` o `!`), che in questi file non si usa
    .hint = scrivi il valore per esteso, in ogni punto in cui serve
    .quote = se quel segno fa parte del testo, scrivi `{ $mended }`
    .why =
        Il valore comincia con `&`, `*` o `!`, che in YAML hanno un significato speciale. In questi file non si
        usano, perché chi legge deve trovare ogni valore dov'è scritto. Scrivi il valore per esteso oppure, se
        il segno fa parte del testo, racchiudilo tra virgolette.

too-deep = Ci sono troppi livelli, uno dentro l'altro
    .why =
        I valori sono annidati più a fondo di quanto serva a qualsiasi pagina. Di solito è un rientro che
        cresce a ogni riga, oppure parentesi aperte e mai chiuse. Confronta il punto indicato con una pagina
        che funziona.

toml-syntax = { $hint ->
       *[other] Il file non si riesce a leggere: «{ $detail }»
        [mended] Questa riga non rispetta la forma che vale in questo file
        [twice] «{ $key }» è scritta due volte
    }
    .hint = una riga può essere: `parola = "testo"`, `parola = true`, `parola = 3`, `parola = ["uno", "due"]`, oppure `[blocco]` e `[[blocco di un elenco]]` sopra a righe come queste
    .mended = scrivi `{ $mended }`
    .twice = tienine una; se è una riga di tutto il file e non del blocco che le sta sopra, spostala in alto, prima della prima riga che comincia con `[`
    .why =
        Il file non è scritto nel formato TOML, quello di `site.toml` e di `theme.toml`. Le cause più comuni
        sono un testo senza virgolette, una virgoletta non chiusa o la stessa voce scritta due volte. Il punto
        indicato è quello in cui la lettura si ferma.

## Forma dei valori

unknown-key = { $hint ->
       *[other] { GIVEN($key) ->
            [no] Qui ci vuole una chiave, cioè una parola seguita da due punti
           *[yes] La chiave «{ $key }» non esiste
        }
        [facts] In una traduzione vanno solo le parole, e qui ci sono fatti: { $facts }
    }
    .facts = i fatti restano in `{ $original }` e valgono per ogni lingua: qui toglili, o traduci i loro testi in `words`. `raccordo check --fix` toglie quelli che sono uguali
    .hint = controlla come è scritta
    .english = si scrive in inglese: `{ $english }`
    .pair = si scrive in inglese: `{ $mended }`
    .comma = la virgola divide le voci; se è tutto un solo valore, scrivi `{ $mended }`
    .blank = prima della parola ci sono spazi speciali: cancellali, e scrivi spazi normali
    .near = forse volevi scrivere `{ $near }`
    .seat = è un posto dell'organismo: aggiungi a `seats` una voce con `role: { $role }`
    .full-name = nome e cognome vanno insieme, in `name`: `name: Anna Rossi`
    .holder = chi siede è una voce di `holders`: `holders: [{ "{" }name: NOME{ "}" }]`; il nome del seggio stesso è il suo `title`
    .delegate = se il titolare può mandare un altro si scrive in `delegable`; chi viene come delegato è una voce di `holders`, con `delegate_of`
    .appointed = chi nomina si scrive in `appointed_by`; che il titolare è nominato, con `basis: appointed`; e chi è, in `holders`
    .members = si scrive in inglese: gli enti che ne fanno parte vanno in `{ $english }`; le persone vanno in `seats`, sotto `holders`
    .substitute = chi supplisce è una voce di `holders` del seggio, accanto a quella del titolare: `{ "{" }name: NOME, substitutes: NOME DEL TITOLARE{ "}" }`
    .meeting = quanto spesso si riunisce si scrive in `procedure`, sotto `meets`; una seduta è una pagina sua, con `type: meeting`
    .below = si scrive sotto `{ $parents }`, come `{ $inner }`
    .channel = è un recapito: si scrive in `channels`, come `channels: [{ $channel }]`
    .contact = è un recapito: si scrive in `contacts`, con l'ufficio a cui risponde, e lì in `channels`, come `channels: [{ $channel }]`
    .above = è una riga di tutto il sito, ma qui fa parte del blocco che la precede: spostala più su, prima della prima riga che comincia con `[`
    .keys = { GIVEN($keys) ->
        [no] tutte le chiavi possibili ci sono già: togli questa
       *[yes] qui si può scrivere: { $keys }
    }
    .why =
        C'è una chiave che in questo punto non è prevista. Se venisse ignorata, l'informazione sparirebbe dal
        sito senza che nessuno se ne accorga. Le chiavi sono in inglese e ogni cosa si scrive in un modo
        solo. Correggi la chiave; in cima alle pagine i dati in più, che servono solo al tema, vanno
        sotto `extra:`.

refused-key = La chiave «{ $key }» non è ammessa: pubblicherebbe un dato personale
    .hint = togli la riga, anche dalle versioni precedenti se il deposito è pubblico
    .why =
        Questa chiave metterebbe in rete un dato personale che non serve a dire chi fa che cosa. Codice
        fiscale, data di nascita e indirizzo di casa di una persona non si pubblicano (Regolamento UE
        2016/679, articolo 5: solo i dati necessari). Togli la riga. Se il file è già stato
        condiviso, avvisa chi cura il deposito: il dato resta nella storia delle modifiche.

duplicate-key = La chiave «{ $key }» è scritta due volte
    .hint = tieni un solo valore
    .join = scrivi le voci di entrambe sotto la prima, e togli la seconda
    .related = la prima volta è qui
    .why =
        La stessa chiave compare due volte nello stesso gruppo. Non si può sapere quale dei due valori sia
        quello giusto. Cancella quello che non serve, oppure uniscili.

duplicate-item = «{ $value }» compare due volte nello stesso elenco
    .hint = tienilo una volta sola, oppure scrivi quello che intendevi
    .related = la prima volta è qui
    .why =
        Lo stesso valore compare due volte in un elenco: le pagine lo dicono e lo contano una volta sola. Oppure la stessa
        persona occupa nello stesso tempo due posti di un seggio, per lo stesso ente: le pagine contano due posti. Forse al
        posto di uno dei due ne volevi un altro. Correggilo, oppure cancella il doppione; a chi torna in carica metti in
        `until` la fine di prima. Se sono due persone con lo stesso nome, accetta l'avviso in `accepted`.

missing-key = Manca la chiave «{ $key }»
    .hint = aggiungi `{ $key }: …`
    .toml = aggiungi `{ $key } = …`
    .seats = aggiungi i seggi in `seats`, oppure i tavoli in `tables`, ognuno con i suoi seggi
    .why =
        A questa pagina, o a una sua voce, manca un'informazione necessaria. Senza, la pagina sarebbe
        incompleta o non si potrebbe nemmeno fare. Un organismo, per esempio, ha dei seggi oppure dei tavoli
        che li hanno. Aggiungi la chiave con il suo valore.

wrong-type = Qui ci vuole { $expected }, ma c'è { $found }
    .mended = scrivi `{ $mended }`
    .beside = scrivi `{ $form }` al posto di `{ $key }: …`
    .dash = davanti a ogni voce dell'elenco metti un trattino e uno spazio; le righe che le appartengono vanno rientrate
    .sign = ogni voce dell'elenco comincia con un trattino e uno spazio: `{ $form }`
    .number = scrivi il numero in cifre, intero e senza virgolette
    .flag = scrivi `true` se è così, `false` se non lo è; se non si sa, togli la chiave
    .list = scrivi ogni voce su una riga sua, con un trattino e uno spazio davanti
    .keys = è un gruppo con queste chiavi, ognuna su una riga sua: { $keys }
    .entries = è un elenco di gruppi: ognuno comincia con un trattino e ha queste chiavi: { $keys }
    .pool = qui vanno gli `id` di enti del sito, tra parentesi quadre, come `[comune-alba]` (un ente che manca si aggiunge con `raccordo new organization "Nome"`); chi non ha un `id` si scrive in `represents` (per conto di chi) oppure in `each` (un posto per ciascuno)
    .why =
        Il valore è di un genere diverso da quello previsto, per esempio un testo dove serve un elenco. Un
        elenco si scrive con un trattino per riga, oppure tra parentesi quadre: `[uno, due]`. Un gruppo di
        voci si scrive con una chiave per riga, rientrata. Vero e falso si scrivono `true` e `false`, senza
        virgolette.

empty-value = { $hint ->
        [text] Qui manca { $shape }
        [mended] Senza virgolette questo non è un testo: la chiave «{ $key }» è vuota
       *[other] La chiave «{ $key }» è vuota
    }
    .hint = scrivi il valore; se la chiave è facoltativa, puoi togliere la riga
    .text = scrivi il valore tra le virgolette, oppure togli la voce
    .mended = scrivi `{ $mended }`
    .why =
        La voce c'è ma non contiene niente. Una voce vuota non si distingue da una dimenticata. Scrivi il
        valore; se la voce è facoltativa e non serve, togli tutta la riga.

unknown-value = «{ $value }» non è tra i valori ammessi
    .near = forse volevi scrivere `{ $near }`
    .values = i valori ammessi sono: { $values }
    .listed = le parole dell'elenco sono: { $values }. Altre si aggiungono in `site.toml`, sotto `[vocabularies.{ $list }]`
    .near-listed = forse volevi scrivere `{ $near }`. Le parole dell'elenco sono: { $values }. Altre si aggiungono in `site.toml`, sotto `[vocabularies.{ $list }]`
    .warning = qui va il codice di un avviso, come lo mostra `raccordo check` tra parentesi quadre; gli errori non si possono accettare
    .by-date = `when` vale solo per le liste in ordine di data: aggiungi `by = "date"`
    .none = se non c'è, scrivi il perché: `{ "{" }none: seduta riservata{ "}" }`
    .why =
        Questa voce accetta solo le parole di un elenco stabilito. Così le pagine si possono cercare,
        raggruppare e tradurre. Scegli una parola dell'elenco, scritta in inglese e in minuscolo. Ai generi
        di organismi, enti, documenti e aree, e alle relazioni, un sito può aggiungere parole proprie
        in `site.toml`, sotto `[vocabularies]`.

out-of-range = { GIVEN($min) ->
        [no] Il numero { $value } è troppo grande o troppo piccolo
       *[yes] { GIVEN($max) ->
            [no] { $value } non va bene: ci vuole almeno { $min }
           *[yes] { $value } non va bene: ci vuole un numero da { $min } a { $max }
        }
    }
    .range = il massimo (`max`) è più piccolo del minimo (`min`): forse sono scambiati
    .why =
        Il numero è più piccolo o più grande di quanto abbia senso in questo punto. Di solito c'è una cifra
        in più o in meno, un segno meno, oppure minimo e massimo sono scambiati. Controlla il numero.

bad-id = «{ $value }» non può essere un identificativo
    .hint = usa lettere senza accento, cifre, `-`, `_` e `.`, cominciando con una lettera o una cifra
    .near = forse volevi scrivere `{ $near }`
    .reference = qui va l'`id` di una pagina o di una voce, che nel suo file sta dopo `id:` (per esempio `comune-alba`), e non il suo nome; se non c'è ancora, la comincia `raccordo new`
    .file = { GIVEN($near) ->
        [no] l'identificativo viene dal nome del file: cambialo, usando lettere senza accento, cifre e trattini
       *[yes] l'identificativo viene dal nome del file: chiamalo `{ $near }.md`, oppure scrivi `id: { $near }`
    }
    .seats = qui vanno gli `id` dei posti dell'organismo tra i cui titolari si sceglie, e non parole
    .why =
        L'identificativo contiene caratteri che non possono stare in un indirizzo del sito. È il nome con cui
        le altre pagine si riferiscono a questa. Se in `id` non c'è scritto niente, è il nome del file.
        Scrivilo in minuscolo, con trattini al posto degli spazi e senza accenti: `comune-ascoli-piceno`.

bad-date = «{ $value }» non è una data
    .hint = scrivi anno, mese e giorno: `2026-03-14`
    .near = forse volevi scrivere `{ $near }`
    .still = se la fine non c'è ancora, togli la riga: chi non ha una fine è in carica
    .partial = scrivi anno, mese e giorno: `2026-03-14`; se non si conoscono tutti, `2026-03` o `2026`
    .why =
        La data non esiste nel calendario, oppure è scritta in un altro modo. Le date si scrivono con anno,
        mese e giorno separati da trattini: il 14 marzo 2026 è `2026-03-14`. Così nessuno può confondere il
        giorno con il mese. Sulle pagine la data compare poi per esteso. Dove si racconta la storia (mandati,
        periodi, atti), se il giorno o il mese non si conoscono si scrive quello che si sa: `2026-03` o `2026`.

bad-time = «{ $value }» non è un giorno, con o senza l'ora
    .hint = scrivi giorno e ora: `2026-03-14T15:30`; se l'ora non si conosce, `2026-03-14`
    .near = forse volevi scrivere `{ $near }`
    .why =
        La data non esiste, oppure è scritta in un altro modo. Si scrive il giorno, una `T` e l'ora: le 15.30
        del 14 marzo 2026 sono `2026-03-14T15:30`. Se l'ora non si conosce, basta il giorno. L'ora è quella del
        fuso del sito; per indicarne un altro, aggiungi lo scarto: `2026-03-14T15:30+01:00`.

bad-email = «{ $value }» non è un indirizzo di posta elettronica
    .hint = ha la forma `ufficio@ente.it`
    .near = forse volevi scrivere `{ $near }`
    .several = scrivi un canale per ciascuno: { $values }
    .why =
        L'indirizzo non può funzionare così com'è scritto. Chi prova a scrivere all'ufficio non riceverebbe
        risposta. Controlla che ci sia una sola `@`, nessuno spazio e un dominio completo, come
        `provincia.novara.it`.

bad-phone = { $hint ->
       *[other] «{ $value }» non è un numero di telefono in forma internazionale
        [signs] Nel numero di telefono «{ $value }» ci sono spazi o segni tra le cifre
    }
    .hint = scrivi `+`, il prefisso del paese e il numero, senza spazi: `{ $example }`; come mostrarlo va in `display`
    .signs = scrivi `{ $near }`; come mostrarlo va in `display`
    .near = scrivi `{ $near }`; come mostrarlo va in `display`
    .extension = scrivi `{ $near }`, e in `display` il numero con l'interno: `display: "{ $value }"`
    .several = scrivi un canale per ciascuno: { $values }
    .why =
        Il numero non è scritto in modo che un telefono possa chiamarlo da qualunque luogo. In `value` va il
        numero internazionale senza spazi né punti: `+39` e poi il numero, con lo zero iniziale per i numeri
        fissi. Se vuoi mostrarlo in un altro modo, scrivilo in `display`. I numeri brevi, come `112`, vanno
        bene così.

bad-url = «{ $value }» non è un indirizzo web
    .hint = comincia con `https://`
    .near = scrivi l'indirizzo intero: `{ $near }`
    .why =
        L'indirizzo non si può aprire così com'è scritto. Serve l'indirizzo intero, come lo mostra il
        browser: `https://www.provincia.novara.it/`. Per una pagina di questo sito usa invece un
        collegamento interno.

bad-base-url = «{ $value }» non può essere l'indirizzo del sito
    .hint = scrivi l'host e, se c'è, la cartella: `https://www.comune.example/consulte`
    .near = forse volevi scrivere `{ $near }`
    .why =
        A questo indirizzo si aggiungono i percorsi delle pagine: è fatto di `https://`, di un host e, se serve, di
        una cartella. Niente nome utente o password, che tutti potrebbero leggere, e niente dopo `?` o `#`. Lettere
        accentate, spazi e maiuscole dell'host si scrivono come li copia il browser: `%20` per uno spazio.

bad-color = «{ $value }» non è un colore
    .hint = scrivi `#` e sei cifre: `#0b4a63`
    .near = forse volevi scrivere `{ $near }`
    .why =
        Il colore non è scritto in una forma che si possa misurare. I colori si scrivono come li danno i manuali
        di immagine degli enti per gli schermi: `#` e sei cifre da 0 a f, due ciascuno per rosso, verde e blu.

bad-alias = «{ $value }» non può essere un vecchio indirizzo di questo sito
    .hint = scrivi il percorso dalla radice del sito: `/novara/coordinamento`
    .near = forse volevi scrivere `{ $near }`
    .why =
        In `aliases` vanno gli indirizzi che la pagina aveva prima, così i vecchi collegamenti continuano a
        funzionare. Ogni indirizzo comincia con `/` ed è di questo sito: niente `https://`, niente `?` o `#`.

bad-language = «{ $value }» non è il codice di una lingua
    .hint = usa il codice internazionale: `it`, `de`, `sl`
    .why =
        Le lingue si indicano con il loro codice internazionale (BCP 47). Serve ai browser e a chi usa una
        sintesi vocale, che altrimenti leggerebbe con la pronuncia sbagliata. Per l'italiano scrivi `it`, per
        il tedesco `de`.

bad-time-zone = «{ $value }» non è un fuso orario
    .hint = per l'Italia è `Europe/Rome`
    .why =
        Il fuso orario si indica con il nome internazionale (banca dati IANA). Da esso dipendono le date del
        sito e le ore delle sedute nei calendari. Per l'Italia scrivi `Europe/Rome`.

bad-number = «{ $value }» non è { $shape }
    .hint = copialo dalla fonte ufficiale, tra virgolette perché non si perdano gli zeri iniziali
    .why =
        Il codice ufficiale non ha la forma giusta. Un codice ISTAT ha 2 cifre per una regione, 3 per una
        provincia, 6 per un comune; il codice fiscale di un ente ne ha 11 e l'ultima serve da controllo.
        Copia il codice dalla fonte ufficiale e mettilo tra virgolette.

too-long = Il riassunto supera i 255 caratteri
    .hint = tieni l'essenziale; il resto sta bene nel testo della pagina
    .why =
        Il riassunto è più lungo di quanto possa essere mostrato negli elenchi e nei risultati di ricerca. Il
        limite di 255 caratteri è quello dei modelli per i siti della pubblica amministrazione. Una o due
        frasi bastano: che cos'è e a chi serve.

one-of = { $given ->
        [0] Serve una di queste chiavi: { $keys }
       *[other] Serve una sola di queste chiavi, ma ce n'è più di una: { $keys }
    }
    .hint = { $given ->
        [0] aggiungi quella che dice come stanno le cose
       *[other] lascia solo quella che dice come stanno le cose
    }
    .why =
        Tra alcune chiavi bisogna sceglierne esattamente una, perché dicono la stessa cosa in modi diversi.
        Per esempio chi occupa un seggio è una persona con la sua pagina (`person`), un nome (`name`), un ente
        di cui non si nomina nessuno (`on_behalf_of` da solo) oppure nessuno (`vacant: true`). Aggiungi quella
        che manca, o togli quelle di troppo.

## Identità e riferimenti

misplaced-type = Una pagina di tipo «{ $value }» non può stare in questo file
    .index = il file `_index.md` è la pagina di una sezione: scrivi `type: section`, o dai al file un altro nome
    .translation = la pagina che traduce è di tipo `{ $near }`: scrivi quello, o togli la riga
    .page = la pagina di una sezione sta nel file `_index.md` della sua cartella
    .why =
        Il tipo della pagina non va d'accordo con il file in cui è scritta. Il file `_index.md` di una
        cartella è la pagina di quella sezione; gli altri file sono pagine di altri tipi. Correggi `type`,
        oppure dai al file un altro nome.

orphan-translation = Questa traduzione non ha un originale: manca il file «{ $original }»
    .hint = crea la pagina originale, oppure dai a questo file lo stesso nome dell'originale
    .why =
        Il nome del file dice che è la traduzione di una pagina, ma quella pagina non c'è. La traduzione di
        `pagina.md` si chiama `pagina.de.md` e sta nella stessa cartella: contiene solo le parole, mentre i
        fatti restano nell'originale. Di solito l'originale è stato spostato o ha cambiato nome: dai alla
        traduzione lo stesso nome. Se invece non è una traduzione, togli dal nome il codice della lingua.

dangling-reference = { $type_none } ha l'id «{ $id }»
    .hint = controlla l'id, oppure aggiungi la pagina o la voce di registro che manca
    .near = forse volevi scrivere `{ $near }`
    .named = scrivi `{ $near }`: qui va l'`id`, non il nome
    .reference = qui va l'`id` di una pagina o di una voce, che nel suo file sta dopo `id:` (per esempio `comune-alba`), e non il suo nome; se non c'è ancora, la comincia `raccordo new`
    .seat = qui va l'`id` di un seggio, quello dopo `id:` in `seats`: da solo se il seggio è di questo organismo, `organismo/seggio` se è di un altro
    .draft = c'è, ma è una bozza e non si pubblica: togli `draft: true` da quella pagina, o togli il riferimento
    .pool = qui vanno gli `id` di enti del sito, tra parentesi quadre, come `[comune-alba]` (un ente che manca si aggiunge con `raccordo new organization "Nome"`); chi non ha un `id` si scrive in `represents` (per conto di chi) oppure in `each` (un posto per ciascuno)
    .each = qui vanno gli `id` di enti del sito; se nessuno di loro ha un `id`, scrivili in un testo solo: `each: { $mended }`
    .no-minutes = se il verbale non si pubblica, scrivi perché: `minutes: { "{" }none: seduta riservata{ "}" }`
    .why =
        La pagina rimanda a qualcosa che nel sito non c'è. Sul sito sarebbe un nome senza pagina o un
        collegamento rotto. Controlla come è scritto l'id. Se la cosa esiste ma nel sito manca, aggiungila in
        un registro: bastano poche righe, per esempio id, titolo e genere di un ente. Una bozza si può
        indicare solo dopo averla pubblicata.

wrong-type-reference = «{ $id }» è { $found_a }, qui ci vuole { $expected_a }
    .form = scrivi `{ $form }`
    .hint = controlla l'id, o spostalo nella chiave adatta
    .why =
        Il riferimento porta a una cosa che esiste, ma di un altro tipo. Per esempio, in `authority` va un
        ente e non una persona. Controlla l'id, o spostalo nella chiave adatta.

duplicate-id = L'id «{ $id }» è già preso da { $type_a }
    .hint = cambia uno dei due `id`
    .related = il primo è qui
    .why =
        Due cose dello stesso tipo hanno lo stesso id. Un riferimento a quell'id non saprebbe a quale delle
        due portare. Se sono la stessa cosa, tienine una; se sono diverse, cambia l'id di quella più recente
        e i riferimenti a essa.

duplicate-address = L'indirizzo «{ $address }» è già preso
    .hint = cambia l'id, il nome del file o l'alias di una delle due pagine
    .composition = lì sta una composizione precedente dell'organismo: sposta l'altra pagina, o scegli un'altra parola con `composition` sotto `[paths]` in `site.toml`
    .generated = lì il sito mette una pagina sua: cambia il nome del file o l'`id` di questa; se è la pagina di un elenco, in `site.toml` sotto `[paths]` si sceglie un'altra cartella
    .related = è già preso qui
    .why =
        Due pagine, file o vecchi indirizzi finirebbero allo stesso indirizzo, e uno cancellerebbe l'altro.
        Contano come uguali anche due indirizzi che differiscono solo per maiuscole e minuscole, o per come Unicode
        scrive un accento, perché molti server non le distinguono. L'indirizzo di una pagina viene dal nome del
        file, quello di una voce di registro dal suo id. Cambia il nome, l'id o l'alias di uno dei due.

lost-address = { $count ->
        [one] All'indirizzo «{ $address }» c'era una pagina, e ora non c'è niente
       *[other] { $count } indirizzi pubblicati, in «{ $address }» o sotto, anche in altre lingue, non portano più a niente
    }
    .composition = le date dell'organismo, i suoi mandati o i loro id ora sono altri, e la pagina di oggi non mostra chi ne faceva parte allora. Correggili. Se l'indirizzo può portare alla pagina di oggi, scrivilo nei suoi `aliases`; se può sparire, esegui `raccordo urls --accept`
    .folder = sembra che ora siano sotto «{ $to }»: `raccordo check --fix` scrive i vecchi indirizzi nei loro `aliases`. Se possono sparire, esegui `raccordo urls --accept`
    .hint = sembra che fosse questa: scrivi il vecchio indirizzo nei suoi `aliases`: `aliases: [{ $alias }]`. Se era un'altra, che può sparire, esegui `raccordo urls --accept`
    .unknown = scrivi il vecchio indirizzo negli `aliases` della pagina che ne ha preso il posto; se è un elenco generato, in un `_index.md` nella cartella che in `content/` ha il suo nome di oggi. Se nessuna l'ha preso, e può sparire, esegui `raccordo urls --accept`
    .why =
        `urls.txt` elenca gli indirizzi pubblicati. Le persone li hanno annotati, e altri siti vi rimandano. Un
        indirizzo di questo elenco ha bisogno di una pagina o di un rimando: gli `aliases` della pagina spostata.
        `raccordo check --fix` lo scrive, dove si può intendere una pagina sola. Se una pagina è stata tolta apposta,
        o è diventata una bozza, `raccordo urls --accept` scrive l'elenco di nuovo. Senza il file non si confronta niente.

unpublishable-address = All'indirizzo «{ $address }» non si può pubblicare niente
    .hint = cambia l'id, il nome del file o l'alias
    .length = è troppo lungo: un nome può avere 255 byte, l'indirizzo intero 900
    .character = contiene un carattere di controllo o una `\`: toglilo dall'id, dal nome del file o dall'alias
    .ending = un nome al suo interno finisce con un punto o uno spazio: toglilo
    .device = un nome al suo interno indica un dispositivo in Windows, come `con`, `aux` o `lpt1`: scegline un altro
    .own-file = Raccordo scrive un file con il nome di una delle sue cartelle, come `sitemap.xml` o `feed.xml`: scegline un altro
    .why =
        Un sito si può pubblicare su ogni disco e su ogni host, e non tutti possono avere un file a questo
        indirizzo. L'indirizzo di una pagina viene dal nome del file, quello di una voce di registro dal suo id.
        Cambia il nome, l'id o l'alias.

parent-cycle = La catena dei livelli superiori torna al punto di partenza: { $chain }
    .hint = togli o correggi uno dei `parent`
    .why =
        Ognuna di queste voci dice di dipendere dalla successiva, e l'ultima dipende dalla prima. In un
        organigramma così non ci sarebbe una cima. Guarda la catena e correggi il `parent` che non
        corrisponde al vero.

delegation-cycle = La catena delle deleghe torna al punto di partenza: { $chain }
    .hint = togli o correggi uno dei `delegated_by`
    .why =
        Ognuno di questi seggi è delegato dal successivo, e l'ultimo dal primo. Una delega parte sempre da
        qualcuno che non è a sua volta delegato in questa catena. Correggi il `delegated_by` che non
        corrisponde al vero.

## Organismi, seggi, mandati

holders-elsewhere = Il seggio «{ $seat }» ha i titolari del seggio «{ $other }» (`held_by`), ma anche titolari scritti qui
    .hint = togli `holders` da questo seggio, oppure togli `held_by`
    .why =
        Con `held_by` chi occupa un altro seggio siede qui di diritto: i suoi titolari si scrivono una volta
        sola, là, e si vedono in tutti e due gli organismi. Se sono scritti anche qui, non si sa quali
        valgono. Togli gli uni o l'altro.

indirect-seat = Il seggio «{ $seat }» prende i titolari da «{ $other }», che a sua volta li prende da un altro
    .hint = indica il seggio in cui i titolari sono scritti
    .why =
        `among` e `held_by` indicano il seggio in cui i titolari sono scritti. Se quel seggio li prende a sua
        volta da un altro, la catena potrebbe non finire mai, e chi legge non saprebbe chi siede. Indica il
        seggio da cui la catena comincia. Con `held_by` si può indicare anche un seggio con `among`: i suoi
        titolari sono quelli scritti lì o, se non ce ne sono, chi è eletto al suo `role` tra i componenti.

future-date = La data { DAY($date) } è nel futuro
    .hint = il sito parla del giorno { DAY($as_of) }: la data non può venire dopo
    .held = se la seduta non si è ancora tenuta, togli `status`; se si è tenuta, correggi la data in `start`
    .why =
        La data di aggiornamento (`updated`) o di revisione (`reviewed`) racconta qualcosa che è già successo,
        quindi non può venire dopo il giorno a cui si riferisce il sito. Così anche l'inizio di una seduta segnata
        come tenuta (`status: held`). Spesso è uno scambio tra giorno e mese o un anno sbagliato. Correggi la data.

from-and-each = `from` ed `each` non possono stare nello stesso seggio
    .hint = tieni `from` se si sceglie tra questi enti, `each` se ce n'è uno per ognuno
    .why =
        Un seggio dice da dove viene chi lo occupa in un modo solo. Con `from` le persone sono scelte
        dall'insieme di quegli enti; con `each` ce n'è una per ciascuno. Tieni quello che corrisponde
        all'atto. Se servono tutti e due, fai due seggi.

each-of-nothing = Il seggio vale per ognuno di `{ $each }`, ma l'organismo non ne elenca
    .hint = aggiungi l'elenco in cima alla pagina dell'organismo, oppure scrivi in `each` a chi si riferisce
    .why =
        Il seggio rimanda a un elenco dell'organismo che non c'è: `zones` sono gli ambiti in
        `territory`, `members` sono gli enti in `members`. Senza elenco non si sa quanti posti siano.
        Aggiungi l'elenco, oppure scrivi in `each` un testo che dica a chi si riferisce.

count-mismatch = In `count` c'è { $count }, ma l'elenco di `each` ha { $size ->
        [one] una voce
       *[other] { $size } voci
    }
    .hint = correggi `count` o l'elenco; se coincidono sempre, `count` si può togliere
    .why =
        Il seggio ha un posto per ogni voce di un elenco (`each`), ma il numero scritto in `count` è diverso.
        Uno dei due non è aggiornato. Controlla l'atto, poi correggi `count` o l'elenco. Se `count` è un
        minimo e un massimo, l'elenco deve starci dentro.

zones-mismatch = Gli ambiti dichiarati sono { $count }, gli enti capofila elencati { $leads }
    .hint = correggi `count` o l'elenco `lead`: a ogni ambito il suo capofila
    .why =
        Il numero degli ambiti non coincide con quello degli enti capofila. Ogni ambito ne ha uno. Manca un
        capofila, ce n'è uno di troppo, oppure il numero non è aggiornato: controlla l'atto e correggi. Se i
        capofila non si conoscono, lascia via tutto l'elenco `lead`.

foreign-language = La voce è tradotta in una lingua che il sito non ha: `{ $language }`
    .hint = se il sito è anche in questa lingua, scrivi in `site.toml` `languages = [{ $languages }]`; altrimenti togli la traduzione
    .why =
        Una voce di registro ha in `translations` le sue parole in altre lingue. Quelle in una lingua che il
        sito non ha (`language` e `languages` in `site.toml`) non comparirebbero da nessuna parte. Controlla il
        codice della lingua (`en`, non `eng`), oppure aggiungila a `site.toml`.

missing-office = Il seggio spetta di diritto a una carica, che però non è indicata
    .hint = aggiungi `office: …`, per esempio `office: Assessore alle Politiche Sociali`; se la carica è un altro seggio del sito, `held_by: organismo/seggio`
    .among = aggiungi `office: …`, per esempio `office: Sindaco di turno`; se chi siede è eletto o nominato, correggi `basis`
    .why =
        Chi siede di diritto (`basis: ex_officio`) siede perché ricopre una carica. Senza il nome della
        carica la pagina non direbbe chi è. Scrivi in `office` la carica come la chiama l'atto.

until-before-from = La fine ({ DAY($until) }) viene prima dell'inizio ({ DAY($from) })
    .hint = controlla le due date: forse sono scambiate
    .why =
        La data di fine di un periodo, di un mandato o di una seduta viene prima di quella di inizio. Di
        solito le due date sono scambiate, oppure l'anno è sbagliato. Controlla l'atto e correggi. Un periodo
        comprende il primo e l'ultimo giorno.

overfull-seat = { $hint ->
       *[other] Nel seggio «{ $seat }» { $places ->
            [one] c'è un posto solo
           *[other] ci sono { $places } posti
        }, ma i titolari insieme sono { $holders } ({ DAY($date) })
        [vacant] Nel seggio «{ $seat }» { $places ->
            [one] c'è un posto solo
           *[other] ci sono { $places } posti
        }: { $holders ->
            [one] uno è occupato
           *[other] { $holders } sono occupati
        }, eppure { $vacant ->
            [one] uno è indicato come vacante
           *[other] { $vacant } sono indicati come vacanti
        } ({ DAY($date) })
        [substitutes] Nel seggio «{ $seat }» { $places ->
            [one] c'è un supplente solo
           *[other] ci sono { $places } supplenti
        }, come dice `substitutes`, ma quelli scritti insieme sono { $holders } ({ DAY($date) })
    }
    .vacant = se il posto è stato occupato, togli `vacant: true`; se i posti sono di più, correggi `count`
    .substitutes = scrivi `until` per i supplenti che hanno concluso, oppure correggi il numero in `substitutes` del seggio
    .hint = scrivi `until` per chi ha concluso; i supplenti vanno indicati con `substitutes`, oppure correggi `count`
    .why =
        In uno stesso giorno il seggio avrebbe più titolari che posti. Quasi sempre manca la data di fine di un
        mandato concluso, oppure quella di inizio di chi è venuto dopo. Aggiungi `until` a chi ha lasciato,
        segna i supplenti con `substitutes`, oppure correggi il numero dei posti. `until` è l'ultimo giorno in
        carica: chi comincia quello stesso giorno subentra, e non è un errore. Anche un posto vacante è un
        posto. I supplenti non ne occupano, ma non possono essere più di quanti dice `substitutes` del seggio.

uneven-holders = { $hint ->
       *[other] Nel seggio «{ $seat }» c'è un posto per ciascun ente, ma per «{ $organization }» siedono in { $holders } ({ DAY($date) })
        [vacant] Nel seggio «{ $seat }» c'è un posto per ciascun ente: quello di «{ $organization }» è occupato, eppure è indicato come vacante ({ DAY($date) })
    }
    .vacant = se il posto è occupato, togli `vacant: true`; altrimenti scrivi `until` per chi ha concluso
    .hint = correggi `on_behalf_of`, oppure scrivi `until` per chi ha concluso
    .absent = correggi `on_behalf_of` (per «{ $absent }» non siede nessuno), oppure scrivi `until` per chi ha concluso
    .why =
        Il seggio ha un posto per ciascuno degli enti (`each`), ma nello stesso periodo per uno di loro siedono
        in più. Quasi sempre una persona è segnata sotto l'ente sbagliato (`on_behalf_of`), o manca la data di
        fine (`until`) di chi è stato sostituito. I supplenti non contano: vanno segnati con `substitutes`.

holder-outside-pool = «{ $organization }» non è tra gli enti a cui spetta il seggio «{ $seat }»
    .hint = correggi `on_behalf_of`, oppure gli enti del seggio: { $pool }
    .why =
        Chi occupa il seggio siede per conto di un ente (`on_behalf_of`) che non è tra quelli da cui il seggio
        è preso (`from`, `each` o i membri dell'organismo). È sbagliato l'uno o l'altro elenco: controlla
        l'atto. Un ente che fa parte di uno di quelli va bene. Di chi ha già concluso non si dice niente.

unknown-holder = Nel seggio «{ $seat }» non c'è nessuno che si chiami «{ $name }»
    .hint = scrivi il nome come sta in `name` o `person` di un altro titolare del seggio; se non si sa, `substitutes: true`
    .among = scrivi il nome come sta tra i titolari di quel seggio; se può essere un'altra persona, togli `among`
    .near = forse volevi scrivere `{ $near }`
    .why =
        Chi sostituisce (`substitutes`) sta al posto di un titolare dello stesso seggio, ma nel seggio quel nome
        non c'è. Scrivilo come sta in `name`, oppure l'identificativo che sta in `person`. Se non si sa chi è
        sostituito, scrivi `substitutes: true`.

holder-outside-validity = Il mandato esce dal periodo dell'organismo, del seggio o dell'ente, che allora non c'era: { DAY($date) }
    .hint = periodo: { GIVEN($from) ->
        [no] fine { DAY($until) }
       *[yes] { GIVEN($until) ->
            [no] inizio { DAY($from) }
           *[yes] inizio { DAY($from) }, fine { DAY($until) }
        }
    }; correggi la data del mandato, `valid` o `changes`
    .why =
        Qualcuno risulterebbe in carica quando l'organismo, o il suo tavolo, il seggio o l'ente per cui siede
        (`on_behalf_of`), non c'era ancora o non c'era più. O è sbagliata la data del mandato, o quella dell'organismo,
        del seggio o dell'ente (`valid`, o una chiusura, fusione o divisione in `changes`, dal cui giorno non c'è più).
        Controlla gli atti e correggi.

meeting-outside-validity = Il giorno { DAY($date) } l'organismo «{ $body }» non esisteva
    .hint = periodo dell'organismo: { GIVEN($from) ->
        [no] fine { DAY($until) }
       *[yes] { GIVEN($until) ->
            [no] inizio { DAY($from) }
           *[yes] inizio { DAY($from) }, fine { DAY($until) }
        }
    }; correggi la data della seduta, `valid` o `changes`
    .why =
        La seduta cade prima che l'organismo nascesse o dopo che è finito. O è sbagliata la data della
        seduta, o il periodo dell'organismo (`valid`, `changes`), o l'organismo indicato. Controlla e correggi.

contact-without-channel = Questo contatto non dice come raggiungerlo
    .hint = aggiungi almeno un telefono, un indirizzo di posta o una sede in `channels`
    .why =
        Il contatto ha un nome ma nessun modo di raggiungerlo. Chi legge la pagina cerca proprio quello.
        Aggiungi in `channels` almeno un recapito, per esempio il telefono o la PEC dell'ufficio, oppure togli
        il contatto.

## Testo

image-without-alt = L'immagine non ha un testo alternativo
    .hint = descrivila tra le parentesi quadre: `![La sede della Provincia](sede.jpg)`
    .html = aggiungi la descrizione: `alt="La sede della Provincia"`; se è solo un ornamento, `alt=""`
    .why =
        Chi non vede l'immagine deve poter sapere che cosa mostra. Il testo alternativo è letto dalle sintesi
        vocali ed è obbligatorio per i siti pubblici (legge 4/2004). Scrivi tra le parentesi quadre, in
        poche parole, quello che l'immagine aggiunge al testo.

broken-image = Non si riesce a leggere l'immagine `{ $file }`
    .hint = il file è rovinato, o non è del tipo che dice il nome: esportalo di nuovo come JPEG, PNG, GIF o WebP
    .too-large = rimpiccioliscila: una pagina non mostra più di qualche migliaio di pixel
    .why =
        Al posto dell'immagine il browser mostrerebbe un vuoto. Le immagini si leggono a ogni generazione, per
        pubblicarle nelle misure che il tema chiede e per riservarne il posto nella pagina, così che nulla si
        sposti durante il caricamento. Un'immagine con più di 40 milioni di pixel, o più di 64 MB, non si legge.

image-format = I browser non mostrano `{ $file }` come immagine
    .hint = esportala come JPEG, PNG o WebP, e metti nella pagina quel file
    .no-image = scrivi un collegamento: togli il `!` davanti alle parentesi quadre
    .why =
        Al posto dell'immagine molti lettori vedrebbero un vuoto. Ogni browser mostra JPEG, PNG, GIF, WebP, AVIF,
        SVG, BMP e ICO; pochi mostrano TIFF, HEIC (il formato delle foto di molti telefoni) e JPEG XL. Un documento
        o un filmato non è un'immagine: si apre con un collegamento.

top-heading = Nel testo c'è un titolo di primo livello: quello della pagina è già in `title`
    .hint = usa `##`; se ripete il titolo della pagina, toglilo
    .why =
        Una pagina ha un solo titolo principale, ed è `title`, in cima al file. Un secondo titolo dello stesso
        livello confonde chi naviga per titoli con una sintesi vocale. Usa `##` per le parti della pagina e
        `###` per le loro parti. Se il titolo ripete quello della pagina, toglilo.

skipped-heading = Da un titolo di livello { $before } si passa a uno di livello { $level }
    .hint = usa il livello subito sotto: un `#` in più, non due
    .why =
        Tra questo titolo e quello prima manca un livello. Prima del primo c'è il titolo della pagina, che è di
        livello 1: si comincia quindi da `##`. Chi ascolta la pagina si orienta con i titoli, e un livello
        saltato sembra una parte mancante. Il livello non serve a scegliere la grandezza dei caratteri, a
        quella pensa il tema.

empty-heading = Questo titolo è vuoto
    .hint = scrivi il titolo, oppure togli la riga
    .why =
        C'è il segno di titolo (`##`) ma nessun testo. Nell'indice della pagina comparirebbe una riga vuota.
        Scrivi il titolo, oppure togli la riga.

duplicate-anchor = L'ancora «{ $id }» è già usata in questa pagina
    .hint = scegli un altro nome tra le parentesi graffe del titolo
    .related = la prima è qui
    .why =
        Due punti della pagina avrebbero lo stesso nome per i collegamenti. Un collegamento porterebbe sempre
        al primo. Alcuni nomi sono presi dalle parti che la pagina ha già, come i contatti o un tavolo. Cambia
        il nome, oppure toglilo: ogni titolo ne riceve uno da sé.

broken-link = { GIVEN($destination) ->
        [no] Questo collegamento non ha una destinazione
       *[yes] Il collegamento «{ $destination }» non porta a niente
    }
    .hint = controlla il percorso: parte dalla cartella di questo file
    .from-content = il percorso parte dalla cartella `content`, e il file deve esserci
    .near = forse volevi scrivere `{ $near }`
    .file = questo file c'è: `{ $near }`; è quello?
    .unicode = il file c'è, ma le lettere accentate del suo nome sono scritte con altri caratteri: copia da qui `{ $near }`
    .missing = scrivi il percorso del file o l'indirizzo a cui porta
    .slashes = le cartelle di un percorso si dividono con `/`: `{ $form }`
    .malformed = l'indirizzo non è completo: scrivilo come `https://www.esempio.it/pagina` o `mailto:nome@esempio.it`, senza spazi
    .no-file = qui va il percorso di un file di questo sito, che parte dalla cartella di questo file
    .draft = la pagina c'è, ma è una bozza e non si pubblica: togli `draft: true` da lì, o togli il collegamento
    .kinds = dopo `ref:` va uno di questi tipi, poi `/` e l'id: { $kinds }
    .why =
        La pagina o il file a cui porta il collegamento non c'è. Il lettore troverebbe «pagina non trovata».
        Il percorso si scrive a partire dalla cartella del file che stai scrivendo: `../novara/_index.md`. Più
        robusto è il riferimento per id, che resta valido anche se il file si sposta:
        `ref:organization/cisa-24`.

broken-anchor = La pagina «{ $page }» non ha il punto «#{ $anchor }»
    .hint = apri la pagina e copia l'ancora dal suo indice
    .near = forse volevi scrivere `#{ $near }`
    .why =
        La pagina esiste, ma non ha il titolo a cui porta il collegamento. Di solito il titolo è cambiato.
        Copia il nome dall'indice della pagina, oppure dai al titolo un nome fisso.

unsafe-link = Il collegamento «{ $destination }» non è ammesso
    .hint = usa un indirizzo `https://`, `mailto:` o `tel:`, oppure un file del sito
    .near = forse volevi scrivere `{ $near }`
    .computer = è il percorso di un file sul tuo computer: metti il file accanto alla pagina, e scrivi il suo nome
    .outside = porta fuori dalla cartella `content`: metti il file accanto alla pagina
    .why =
        Il collegamento è di un genere che può far eseguire un programma a chi lo apre, oppure porta fuori
        dalla cartella `content`. Può mettere in pericolo chi legge o mostrare file che non sono da pubblicare.
        Sono ammessi indirizzi web, posta, telefono, riferimenti `ref:` e file che stanno in `content`.

remote-image = L'immagine «{ $destination }» è di un altro sito
    .hint = salva il file accanto alla pagina e scrivi il suo nome; oppure ammetti il sito in `site.toml`: `[markdown]`, `image_hosts = ["www.esempio.it"]`
    .why =
        Chi apre la pagina manderebbe, senza saperlo, una richiesta all'altro sito, che verrebbe a sapere chi legge
        e che cosa. Salva l'immagine nella cartella del sito, se i diritti lo permettono, oppure metti un
        collegamento alla pagina in cui si trova. Se l'altro sito è vostro, ammettilo in `site.toml`.

unknown-component = Il tema non ha il componente «{ $name }»
    .hint = controlla il nome nel manuale del tema
    .near = forse volevi scrivere `{ $near }`
    .names = { GIVEN($names) ->
        [no] questo tema non ha componenti da usare nel testo
       *[yes] i componenti del tema sono: { $names }
    }
    .why =
        Il testo chiama un componente che il tema non conosce. I componenti sono pezzi di pagina già pronti,
        e ogni tema ha i suoi. Controlla come è scritto il nome. Se hai cambiato tema, forse quello nuovo ha
        un componente simile.

component-syntax = { GIVEN($name) ->
        [no] La chiamata al componente non si riesce a leggere
       *[yes] La chiamata al componente «{ $name }» non si riesce a leggere
    }
    .glued = la chiamata va da sola sulla sua riga, con una riga vuota prima e una dopo
    .unclosed = manca la fine: una chiamata ha la forma `{"{{"} <nome argomento="testo"/> {"}}"}`
    .unclosed-text = manca la virgoletta che chiude il testo
    .unclosed-body = manca la riga che chiude: `{"{%"} </{ $name }> {"%}"}`
    .unopened = questa riga chiude un componente che non è aperto: toglila, o aggiungi prima `{"{%"} <{ $name }> {"%}"}`
    .mismatched = l'ultimo componente aperto è «{ $open }»: va chiuso prima quello
    .related = aperto qui
    .argument = ogni argomento ha la forma `nome="testo"`, `nome=3` oppure `nome=true`
    .repeated = lo stesso argomento è scritto due volte: tienine uno
    .name = dopo `<` va il nome del componente: lettere, cifre e `_`
    .slash = una chiamata tra doppie graffe finisce con `/>`: `{"{{"} <nome/> {"}}"}`
    .too-deep = ci sono troppi componenti uno dentro l'altro: semplifica
    .why =
        La riga che chiama un componente non è scritta nel modo previsto. Ha il nome del componente e i suoi
        argomenti, ognuno nella forma `nome="valore"`; i numeri e `true` o `false` si scrivono senza
        virgolette. Sta da sola sulla sua riga; se il componente racchiude del testo, dopo il testo una riga
        lo chiude. Confronta la riga con un esempio del manuale del tema.

component-argument = { $hint ->
        [missing] Al componente «{ $name }» manca l'argomento «{ $argument }»
        [type] L'argomento «{ $argument }» del componente «{ $name }» non è del genere giusto
        [untyped] In un testo l'argomento «{ $argument }» del componente «{ $name }» non si può dare
       *[other] Il componente «{ $name }» non ha l'argomento «{ $argument }»
    }
    .near = forse volevi scrivere `{ $near }`
    .unknown = { GIVEN($names) ->
        [no] questo componente non prende argomenti
       *[yes] i suoi argomenti sono: { $names }
    }
    .type = i testi vanno tra virgolette, i numeri e `true` o `false` senza
    .untyped = il componente è per i modelli del tema: del suo argomento il tema non dice il genere
    .missing = aggiungi `{ $argument }="…"`
    .why =
        Il componente non prevede questo argomento, oppure lo richiede e manca, oppure lo vuole di un altro
        genere: un numero invece di un testo, per esempio. Controlla gli argomenti del componente nel manuale
        del tema.

## Temi

low-contrast = Il colore `{ $color }` è troppo vicino a `{ $against }`: il contrasto è { $ratio }:1, deve essere almeno 4.5:1
    .hint = usa `{ $near }`, il più vicino della stessa tinta che basta
    .why =
        Un testo di questo colore, o su questo colore, non si legge bene per chi vede poco, o al sole. La legge
        sull'accessibilità chiede un contrasto di almeno 4.5:1 (WCAG 2.2, 1.4.3). `primary` sta sotto a testi
        bianchi; `link` è il colore dei collegamenti sullo sfondo delle pagine. Cambia la luminosità del colore e
        tieni la tinta, oppure tieni quel colore per il logo.

unknown-theme = { $hint ->
        [cycle] Il tema «{ $name }» si fonda su sé stesso
       *[other] Il tema «{ $name }» non c'è
    }
    .hint = i temi disponibili sono: { $names }
    .near = forse volevi scrivere `{ $near }`
    .cycle = in `theme.toml`, `extends` deve indicare un altro tema, che non torni a questo
    .why =
        Il tema indicato in `site.toml`, o in `extends` di un altro tema, non è tra quelli disponibili. Un tema
        è una cartella con quel nome dentro `themes/`; `civico` c'è sempre. Controlla il nome, oppure copia la
        cartella del tema. Un tema non può fondarsi su sé stesso, nemmeno passando per altri.

template-error = { $hint ->
        [field] I dati della pagina non hanno il campo «{ $name }»
        [label] Nessuna lingua del tema ha l'etichetta «{ $name }»
        [unused] Nessuna pagina e nessun altro modello usa il modello «{ $name }»
       *[other] Un modello del tema, cioè il disegno di un tipo di pagina, non funziona: { $detail }
    }
    .field = { GIVEN($near) ->
        [no] i campi sono elencati nel manuale dei temi, `themes/README.md`
       *[yes] forse volevi scrivere `{ $near }`
    }
    .label = { GIVEN($near) ->
        [no] aggiungila in `i18n/` del tema, in un file per lingua, come `it.ftl`
       *[yes] forse volevi scrivere `{ $near }`
    }
    .unused = { GIVEN($near) ->
        [no] dagli il nome del modello che vuoi sostituire, includilo da un altro, oppure toglilo
       *[yes] forse volevi chiamarlo `{ $near }`
    }
    .related = succede con la pagina descritta qui
    .why =
        Un modello del tema contiene un errore o usa un dato che non c'è. Non
        dipende dal testo delle pagine: se ne occupa chi cura il tema. Se il tema è tuo, guarda il punto
        indicato; altrimenti segnala il messaggio a chi l'ha scritto.

unsafe-template = { $hint ->
        [unread] Che cosa stampa qui il modello, con «{ $code }», non si può sapere
        [open] Un tag o una virgoletta resta aperta alla fine di questo modello
        [argument] Un argomento che è un indirizzo riceve un testo: «{ $code }»
        [extra] «{ $code }» passa ad altri qualcosa che sta in `extra`, dove i nomi dei campi li sceglie il redattore
       *[other] Il modello mette «{ $code }» dove l'HTML vuole altro
    }
    .hint = controlla il modello
    .address = qui va un indirizzo, senza filtri: un campo della pagina che ne contiene uno, come `card.href`, oppure un argomento dichiarato nel componente, `{"{"}% component nome(href: string) {"{"}"links": ["href"]{"}"} %{"}"}`; per un'immagine, `"images"`
    .program = qui si scrive un programma o uno stile: nessun testo ci può entrare
    .tag = dentro un tag si stampa solo tra virgolette, come valore di un attributo il cui nome è scritto per intero nel modello
    .html = qui va un testo, o togli il filtro `safe`: solo `body` e `page.content` sono HTML, stampati da soli tra un tag e l'altro
    .argument = passa un campo che contiene un indirizzo, come `card.href`
    .extra = stampalo qui, anche in un `for`; lo possono ricevere solo i componenti con argomenti tutti di tipo `string`, `bool` o numero
    .open = scrivi ogni tag per intero in un solo file; chiudi lì anche elementi come `script`
    .unread = scrivilo in un altro modo: `if` e `for` finiscono nel tag o nel valore in cui cominciano; `include`, `block` e componenti stanno tra un tag e l'altro; un argomento che è un indirizzo tiene per sé il suo nome; niente `raw`, `filter` o `set` con un corpo, niente `...` nelle chiamate
    .why =
        Quello che un redattore scrive diventerebbe in questo punto un indirizzo, un programma o un pezzo di HTML:
        basterebbe un testo come `javascript:…` perché il browser di chi legge lo esegua. Il tema può stampare lì
        solo indirizzi che il programma ha già controllato.

labels-syntax = Le etichette del tema non si riescono a leggere: { $detail }
    .why =
        Il file con le parole del tema, in `i18n/`, contiene un errore di scrittura. Senza etichette le pagine
        avrebbero spazi vuoti. Se ne occupa chi cura il tema: ogni riga ha la forma `nome = testo`.

search-failed = L'indice della ricerca non si può creare: { $detail }
    .why =
        Le pagine sono a posto; Pagefind, la parte del programma che le rende ricercabili, si è fermato con il
        messaggio riportato. Non è stato scritto nulla. Con `enabled = false` sotto `[search]` in `site.toml`
        il sito si costruisce senza ricerca; segnala il messaggio.

## Avvisi

unquoted-text = { $hint ->
        [comment] Si legge solo «{ $read }»: da `#` in poi è un commento, che non si pubblica
        [nothing] «{ $written }» senza virgolette vuol dire «niente», e non si pubblica
        [number] «{ $written }» senza virgolette è un numero, che si mostra come { $read }
        [quotes] Le virgolette di «{ $read }» si pubblicano con il testo
       *[dash] Queste righe sono lette come un testo solo: «{ $read }»
    }
    .comment = se fa parte del testo, scrivi `{ $mended }`; se è un commento, metti due spazi prima di `#` e uno dopo
    .nothing = se è un testo, scrivi `{ $mended }`; se non c'è niente da dire, togli la riga
    .number = se va mostrato com'è scritto, scrivi `{ $mended }`
    .quotes = se le virgolette delimitano il testo, scrivi `{ $mended }`; se ne fanno parte, metti attorno a tutto anche quelle diritte
    .dash = se sono più voci, comincia le loro righe tutte alla stessa colonna; se è un testo, mettilo tra virgolette
    .why =
        Senza virgolette, alcuni testi sono letti in modo diverso da come sono scritti. Dopo uno spazio, `#`
        comincia un commento; `Null` e `~` vogliono dire «niente»; `1.10` è il numero 1.1; una riga rientrata
        continua il testo di quella prima. Sul sito comparirebbe un'altra cosa, o niente. Metti il testo tra
        virgolette.

unfinished = { GIVEN($what) ->
        [yes] Resta da completare: { $what }
       *[no] Qui resta qualcosa da completare
    }
    .hint = scrivi ciò che manca al posto del segno «{ $mark }» e della sua descrizione
    .why =
        In questo punto il programma ha lasciato un segno, perché solo chi cura il sito conosce le parole giuste.
        I segni sono `DA COMPLETARE:`, `TO BE COMPLETED:` e `AUSZUFÜLLEN:`, anche nei commenti. Finché restano, chi
        visita il sito può leggerli: scrivi al loro posto ciò che manca, o togli la riga se non serve.

missing-summary = La pagina non ha un riassunto
    .hint = aggiungi `summary: …`, una o due frasi
    .why =
        La pagina non dice in breve che cos'è. Il riassunto compare negli elenchi, nei risultati di ricerca e
        quando la pagina è condivisa: senza, chi cerca deve aprirla per capire. Bastano una o due frasi, al
        massimo 255 caratteri.

no-establishing-act = Non è indicato l'atto che istituisce l'organismo
    .hint = aggiungilo in `legal_basis` con `relation: establishes`; se non si trova, scrivi lì `missing: true` al posto di `act`
    .why =
        La pagina non dice con quale atto è nato l'organismo. Chi legge deve poter risalire alla decisione.
        Aggiungi l'atto in `legal_basis` con `relation: establishes`. Se l'atto c'è ma non si trova, scrivi
        `missing: true` al posto di `act`: la pagina lo dirà apertamente.

no-chair = «{ $title }» non ha una presidenza
    .hint = se qualcuno presiede, scrivi `role: chair` nel suo seggio
    .why =
        Nessun seggio di questo organismo, né dei suoi tavoli, ha il ruolo di presidente. Può essere giusto
        così, ma più spesso è un dato che manca, ed è la prima cosa che si cerca. Scrivi `role: chair` nel
        seggio di chi presiede; se l'atto non lo dice, lascia com'è.

several-chairs = «{ $title }» ha più di una presidenza ({ $count })
    .hint = per chi fa le veci usa `role: vice_chair`
    .why =
        Più di un seggio dello stesso organismo, o dello stesso tavolo, ha il ruolo di presidente. Una
        presidenza condivisa esiste, ma di solito uno dei due è vicepresidente. Controlla l'atto; se la
        presidenza è davvero condivisa, lascia com'è.

uncertain-count = Il numero dei posti del seggio «{ $seat }» è { $source }
    .hint = quando un atto lo dice, scrivi `count` e togli `count_source`
    .why =
        Quanti posti abbia questo seggio non è scritto da nessuna parte: lo si ricava dal contesto oppure non
        si sa. La pagina lo dice, senza inventare un numero. Quando trovi un atto che lo stabilisce, scrivi
        il numero in `count` e togli `count_source`.

unfilled-seat = { $places ->
        [1] Il seggio «{ $seat }» non dice chi lo occupa
       *[other] Nel seggio «{ $seat }» { $unnamed ->
            [one] un posto su { $places } non ha un titolare indicato
           *[other] { $unnamed } posti su { $places } non hanno un titolare indicato
        }
    }
    .hint = aggiungi in `holders` chi è in carica; per ogni posto libero davvero scrivi `vacant: true`
    .why =
        Il seggio dice chi lo occupa, ma i titolari di oggi sono meno dei posti. La pagina dirà «titolare non
        indicato», e chi legge non può sapere a chi rivolgersi. Aggiungi in `holders` chi è in carica e da
        quando. Se un posto è davvero libero, scrivi `vacant: true`: la pagina dirà che è vacante. Un seggio
        senza nessun nome indica solo una carica, e di quello non si avvisa.

unexpected-delegate = Nel seggio «{ $seat }» non si può delegare, eppure qualcuno viene come delegato
    .hint = se ci si può far sostituire, scrivi `delegable: true` o `delegable: permanent`; altrimenti togli `delegate_of`
    .why =
        `delegable: false` dice che i titolari del seggio vengono di persona. Un titolare con `delegate_of` viene
        invece al posto di un altro: le due cose non stanno insieme, e la pagina le direbbe entrambe. Guarda che
        cosa dice l'atto, e correggi quella sbagliata.

expired-mandate = { GIVEN($seat) ->
        [no] Il mandato dell'organismo «{ $holder }» è scaduto: { DAY($until) }
       *[yes] { GIVEN($right) ->
            [yes] Il seggio «{ $right }», che dà diritto al seggio «{ $seat }», non c'è più: { DAY($until) }
           *[no] Il mandato di { $holder } nel seggio «{ $seat }» è scaduto: { DAY($until) }
        }
    }
    .hint = aggiungi chi è subentrato; chi resta in carica, anche in prorogatio, ha la data nuova in `until` o, se non si sa, nessun `until`: il perché va in `note`
    .months = la durata del mandato dà questo giorno: aggiungi chi è subentrato, o scrivi in `until` l'ultimo giorno; se resta in carica in prorogatio, accetta l'avviso in `accepted`, con il motivo
    .among = non siede più dove si sceglie chi ha questo ruolo: scrivi qui la fine in `until`, e chi è subentrato
    .right = scrivi in `valid` fino a quando c'è questo seggio, oppure in `held_by` il seggio da cui dipende ora
    .term = aggiungi il mandato nuovo in `terms`, o in `changes` che l'organismo è decaduto (`lapse`); se resta in carica in prorogatio, togli `until` da questo mandato e scrivi il perché nella sua `note`
    .why =
        Il mandato è finito e nessuno risulta subentrato. La fine è quella scritta in `until` oppure, se non
        c'è, quella che viene dalla durata del seggio (`term_months`). Aggiungi in `holders` la persona nuova
        con la data di inizio. Non cancellare quella di prima: resta nella storia dell'organismo. Se la
        persona ha lasciato e il posto resta scoperto, indica il motivo in `end_reason`, o scrivi
        `vacant: true`.

member-without-seat = «{ $organization }» fa parte dell'organismo ma non ha un seggio
    .hint = aggiungi il seggio, oppure usa `each: members` se ce n'è uno per ogni ente
    .why =
        L'ente è tra i membri, ma nessun seggio, nemmeno dei tavoli, lo nomina: né in `from`, né in `each`, né
        per chi lo occupa (`on_behalf_of`). Può mancare un seggio, oppure l'ente non fa più parte
        dell'organismo. Controlla l'atto e aggiorna i seggi o l'elenco `members`.

dissolved-organization = «{ $organization }» non è più l'ente di prima: { $change }, { DAY($date) }
    .hint = controlla chi ha preso il suo posto e aggiorna questa riga
    .into = il suo posto è di «{ $into }» (`{ $into_id }`): controlla l'atto e aggiorna questa riga
    .member = se il suo posto è di «{ $into }», aggiungi `{ $into_id }` all'elenco. Questa riga conta fino a quel giorno: lasciala per le composizioni passate, e accetta l'avviso in `accepted`
    .past-member = questa riga conta fino a quel giorno: se l'ente faceva parte dell'organismo, lasciala per le composizioni passate e accetta l'avviso in `accepted`; se non ne ha mai fatto parte, toglila
    .why =
        Un ente indicato nella pagina è stato unito a un altro, diviso o chiuso. La pagina racconterebbe una
        situazione che non c'è più. Chi siede per un tale ente (`on_behalf_of`) è detto in carica fino al suo ultimo
        giorno: scrivi in `until` quando ha lasciato, e poi chi siede oggi. Altrimenti metti l'ente che ne ha preso
        il posto, oppure, se la pagina racconta il passato, scrivi in `valid` fino a quando l'organismo è esistito.
        In `members` un ente che non c'è più può restare: conta fino al suo ultimo giorno, e le composizioni passate
        restano giuste. Se lo vuoi, accetta l'avviso in `accepted`, con il motivo.

contradictory-changes = { GIVEN($id) ->
        [yes] «{ $id }» non può diventare sé stesso
       *[no] Questo cambiamento non può venire dopo quello di prima: { $change }, { DAY($date) }
    }
    .hint = se nel frattempo l'attività è ripresa, aggiungi quando (`resumption` dopo una sospensione, `reconstitution` dopo una decadenza); se no, correggi la data o togli uno dei due
    .ended = da quel giorno non c'era più: correggi la data, o togli uno dei due
    .itself = scrivi in `into` che cosa è diventato, o togli il cambiamento
    .related = il cambiamento di prima è qui
    .why =
        Due voci di `changes` non possono essere vere insieme: per esempio due sospensioni senza una ripresa in
        mezzo, o una decadenza dopo una fusione. La storia nella pagina, e le composizioni passate, direbbero una delle due
        cose false. Controlla gli atti e le date.

outside-territory = { GIVEN($since) ->
        [no] «{ $organization }» non è nel territorio «{ $area }»: è in «{ $actual }»
       *[yes] «{ $organization }» non è nel territorio «{ $area }»: è in «{ $actual }» ({ DAY($since) })
    }
    .hint = controlla se l'ente fa ancora parte dell'organismo
    .why =
        Un membro o un ente capofila si trova fuori dal territorio dell'organismo. Succede quando i confini
        cambiano, per esempio con una nuova provincia. Se l'ente non ne fa più parte, toglilo; se ne fa parte
        lo stesso, spiegalo in `accepted`.

unknown-article = Nell'atto «{ $act }» non risulta l'articolo { $article }
    .hint = controlla il numero sul testo dell'atto
    .why =
        L'articolo citato non è tra quelli che il sito conosce per quell'atto. Può essere un errore già nel
        documento di partenza, oppure l'elenco degli articoli non è completo. Controlla il testo ufficiale. Se
        la citazione è così nell'originale, lasciala e spiegalo in `note`.

skipped-hour = In questo giorno le { $typed } non ci sono: gli orologi passano all'ora legale
    .hint = scrivi un'altra ora; intanto si mostrano le { $shown }
    .why =
        Quando comincia l'ora legale gli orologi saltano un'ora. Una seduta a un'ora che non esiste si leggerebbe
        un'ora più tardi. Scrivi l'ora giusta. Se l'ora è quella di un altro luogo, aggiungi lo scarto:
        `2026-03-29T02:30Z`.

stale-meeting = La seduta è segnata in programma, ma era il giorno { DAY($date) }
    .hint = scrivi `status: held` se si è tenuta, `status: cancelled` se è stata annullata
    .why =
        La data della seduta è passata, ma la pagina la annuncia ancora: senza `status` una seduta è in
        programma. Chi legge non sa se c'è stata. Scrivi in `status` `held` oppure `cancelled` e, se si è
        tenuta, aggiungi il verbale quando c'è.

missing-minutes = La seduta si è tenuta { $days } giorni fa e non ha un verbale
    .hint = la seduta è del giorno { DAY($date) }: aggiungi il verbale in `minutes`; se non si pubblica, il perché: `minutes: { "{" }none: …{ "}" }`
    .why =
        Dopo 60 giorni dalla seduta il verbale non è ancora pubblicato. Il verbale è ciò che rende
        conoscibili le decisioni. Aggiungilo tra i documenti e indicalo in `minutes`. Se non si pubblica, scrivi il
        perché: `minutes: { "{" }none: seduta riservata{ "}" }`. La pagina lo dirà.

not-reviewed = La pagina non risulta rivista negli ultimi { $months } mesi
    .hint = ultima revisione: { DAY($date) }; rileggila e aggiorna la data in `reviewed`
    .never = ultima modifica: { DAY($date) }; rileggila e scrivi la data di oggi in `reviewed`
    .why =
        Da molto tempo nessuno conferma che la pagina sia ancora vera. Conta la data in `reviewed` o, se non
        c'è, quella dell'ultima modifica. Persone, uffici e recapiti cambiano senza che la pagina lo sappia.
        Rileggila, correggi quello che è cambiato e scrivi in `reviewed` la data in cui l'hai fatto, anche se
        non c'era niente da correggere.

no-publication-basis = Non è indicato perché il nome di questa persona è pubblicato
    .hint = aggiungi `publication_basis: …`, per esempio la norma o il consenso
    .why =
        Il nome di una persona è un dato personale, e per pubblicarlo serve una ragione: una norma sulla
        trasparenza, la carica che ricopre, il suo consenso. Scrivila in `publication_basis`. Se non c'è,
        indica la carica senza il nome.

personal-email = «{ $value }» sembra l'indirizzo di una persona
    .hint = se c'è, usa quello dell'ufficio, per esempio `politichesociali@ente.it`
    .why =
        L'indirizzo sembra di una persona e non di un ufficio: ha la forma `nome.cognome`, oppure è di un
        fornitore privato. Quando la persona cambia incarico la posta si perde, e il suo nome resta in rete
        più del necessario. Se esiste un indirizzo dell'ufficio, usa quello; altrimenti lascia com'è.

placeholder-name = «{ $value }» viene pubblicato come nome di una persona
    .hint = se si sa che il posto è vacante, scrivi `vacant: true` al posto di `name`; se non si sa soltanto chi lo occupa, togli la voce da `holders`
    .only-name = in `name` va solo il nome, `{ $near }`: le date stanno in `from` e `until`, la carica in `office`, il resto in `note`
    .several = ogni persona ha una voce sua in `holders`: `{ "{" }name: { $first }{ "}" }` e `{ "{" }name: { $second }{ "}" }`
    .why =
        Negli atti, parole come «da nominare» o «N.N.» stanno dove non c'è un nome. Come `name` diventano una
        persona del sito, che viene contata e trovata dalla ricerca. Un posto di cui si sa che è vacante si
        scrive `vacant: true`; di un seggio senza `holders` le pagine dicono che nessuno è indicato.

vague-link = Il testo «{ $text }» non dice dove porta il collegamento
    .hint = usa come testo il nome della pagina o del documento
    .why =
        Chi usa una sintesi vocale scorre spesso solo i collegamenti: «clicca qui» o «leggi tutto», da
        soli, non dicono niente. Scrivi nel testo del collegamento che cosa si trova, per esempio «il Piano di
        Zona 2024-2026 (PDF)».

missing-legal-link = In fondo alle pagine manca il collegamento: { $role }
    .hint = aggiungilo in `site.toml` sotto `[[footer.links]]`, con `role = "{ $word }"`
    .why =
        Un sito pubblico deve avere, in fondo a ogni pagina, le note legali, l'informativa sulla privacy e la
        dichiarazione di accessibilità. Uno di questi collegamenti manca. Aggiungi la pagina, o l'indirizzo in
        cui si trova, nelle impostazioni del sito, sotto `[[footer.links]]`. Con `role` si dice quale dei tre è,
        se non lo dice già il titolo.

orphan-words = { $kind ->
        [activity] La pagina originale non ha un'attività con l'id «{ $id }»
        [table] La pagina originale non ha un tavolo con l'id «{ $id }»
        [holder] Nella pagina originale nessun titolare di questo seggio si chiama «{ $id }»
        [act] La pagina originale non ha una base giuridica (`legal_basis`) sull'atto «{ $id }»
        [term] La pagina originale non ha un mandato (`terms`) con l'id «{ $id }»
        [text] La pagina originale non ha il testo «{ $id }» tra quelli che si traducono in `words`
        [place] La pagina originale non ha un luogo (`place`)
        [agenda] L'ordine del giorno (`agenda`) ha un altro numero di argomenti nella pagina originale
       *[seat] Qui la pagina originale non ha un seggio con l'id «{ $id }»
    }: queste parole non si vedono
    .hint = { $kind ->
        [text] scrivi il testo come sta nella pagina originale, oppure togli questa voce; i testi di seggi, titolari, attività e mandati si traducono in `seats`, `activities` e `terms`
        [place] togli questa voce, oppure scrivi il luogo anche nella pagina originale
        [agenda] traducili tutti, nello stesso ordine
       *[other] scrivi l'id come sta nella pagina originale, oppure togli questa voce
    }
    .near = forse volevi scrivere `{ $near }`
    .why =
        Una traduzione contiene solo le parole: l'`id` dice di quale attività, tavolo, seggio o mandato della
        pagina originale sono, e `holder` di quale titolare (il nome, oppure l'`id` della persona o dell'ente).
        `words` traduce i testi che non hanno un id, scritti come sono nell'originale; `agenda` tutti gli argomenti,
        nello stesso ordine. Se nella pagina originale non c'è, le parole non si vedono da nessuna parte. Di solito l'id è stato
        cambiato nell'originale e non nelle traduzioni: riscrivilo uguale.

missing-labels = Il tema «{ $theme }» non ha le parole nella lingua «{ $language }» per { $count ->
        [one] una etichetta
       *[other] { $count } etichette
    }: { $labels }{ $count ->
        [one] {""}
        [2] {""}
        [3] {""}
        [4] {""}
        [5] {""}
       *[other] {" …"}
    }
    .hint = scrivile in `themes/NOME/i18n/{ $language }.ftl`, in un tema tuo che estende «{ $theme }»
    .why =
        I titoli delle parti, i menu e i nomi dei dati sono parole del tema. Se il tema non le ha in una lingua
        del sito, compaiono nella lingua del sito o in inglese: la pagina mescola le lingue, e un lettore di
        schermo le pronuncia male. A un tema che ne estende un altro bastano le parole mancanti per portare una
        lingua.

unused-acceptance = Qui è accettato un avviso «{ $code }» che non c'è, o non c'è più
    .hint = togli questa voce di `accepted`, o correggi `at`
    .nowhere = in questa pagina non c'è niente che si chiami come dice `at`: scrivi l'`id` o la chiave di una voce, per esempio `seats/presidente`, oppure parole del testo
    .why =
        In `accepted` si risponde a un avviso che è vero e resterà, dicendo perché. Se l'avviso non c'è più, la
        risposta non serve, e domani potrebbe nascondere un avviso nuovo. Togli la voce. Se l'avviso c'è ancora,
        `at` indica un altro punto: correggilo.

literal-markup = Qui la pagina mostra i segni «{ $text }» così come sono scritti
    .hint = scrivi `{ $form }`
    .destination = un collegamento si scrive `{ $form }`: le parentesi quadre e poi subito le tonde; tra `<` e `>` se nel percorso ci sono spazi
    .unknown-destination = un collegamento si scrive `{ $form }`: al posto dei puntini il percorso di un file, oppure `ref:` con tipo e id, come `ref:body/consulta`
    .address = un indirizzo si scrive `{ $form }`
    .image = un'immagine si scrive `{ $form }`: un punto esclamativo, le parentesi quadre e poi subito le tonde
    .indented = quattro spazi davanti a una riga ne fanno codice: toglili; se è codice, scrivilo tra due righe con tre accenti gravi
    .separator = la riga di trattini qui sotto deve avere tante parti quante questa: `{ $form }`
    .reference = manca la definizione di questo riferimento: scrivi il collegamento per intero, `{ $form }`
    .footnote = manca il testo della nota: aggiungi in fondo una riga `{ $form } testo della nota`
    .component = un componente si chiama `{ $form }`, su una riga sua
    .contents = l'indice della pagina lo fa il tema dai titoli: togli questa riga
    .box = per un riquadro usa `> [!NOTE]`, o un componente del tema
    .mark = per evidenziare scrivi `{ $form }`
    .bold = tra gli asterischi e le parole non vanno spazi: `{ $form }`
    .heading = dopo i segni `#` di un titolo va uno spazio: `{ $form }`
    .list = la voce di un elenco comincia con un segno e uno spazio: `{ $form }`
    .table = manca la riga che fa una tabella: aggiungi sotto a questa `{ $form }`
    .box-line = dopo `{ $form }` la riga finisce: scrivi il testo nella riga sotto
    .attributes = gli attributi tra graffe valgono solo per l'indirizzo di un titolo, `## Titolo { "{" }#id{ "}" }`: toglili
    .comment = un commento si scrive `{ $form }`
    .code = in un testo non ci sono né valori né istruzioni: scrivi ciò che la pagina deve dire
    .why =
        Questi segni in altri programmi sono un comando, oppure sono quasi un collegamento, una nota o un componente.
        Scritti così, il lettore li vede come testo. Se è proprio quello che vuoi mostrare, mettili tra apici
        inversi, come il codice, oppure metti `\` davanti al primo segno.

html-removed = { GIVEN($html) ->
        [no] Una parte del testo non è stata pubblicata
       *[yes] Questo HTML non è stato pubblicato: { $html }
    }
    .hint = usa la scrittura Markdown, oppure un componente del tema
    .id = l'indirizzo di un titolo si scrive `{ "{" }#{ $id }{ "}" }`
    .comment = manca `-->`, che chiude il commento: così ne fa parte tutto ciò che segue
    .footnote = nel testo non c'è `{ $reference }`, che rimanda a questa nota: scrivilo, oppure togli la nota
    .pipe = la riga ha più caselle dell'intestazione della tabella: una barra che fa parte di una casella si scrive `\|`, anche nel codice
    .cells = la riga ha più caselle dell'intestazione della tabella, e «{ $cells }» non compare: aggiungi una colonna all'intestazione e alla riga di trattini, oppure togli le caselle in più
    .too-deep = gli elementi sono uno dentro l'altro per troppi livelli: semplifica
    .why =
        Il testo contiene HTML che per sicurezza non è stato messo nella pagina. L'HTML può contenere
        programmi o rompere la pagina. Quasi tutto si può scrivere in Markdown; per il resto il tema ha i suoi
        componenti. Chi amministra il sito può scegliere come trattare l'HTML in `site.toml`, sotto
        `[markdown]`.

left-out = Non è pubblicato: { $detail }
    .hint = se serve ai lettori, cambia nome; se no, toglilo da qui
    .why =
        Il file, o la cartella, non è pubblicato per via del nome. È nascosto, oppure è di quelli che i programmi
        e i sistemi lasciano in giro, e che possono contenere versioni vecchie o dati di chi scrive. Se serve ai
        lettori dagli un altro nome, altrimenti cancellalo. Di ciò che è nascosto si pubblica solo `.well-known`.

shallow-history =
    La storia delle modifiche non è completa: { $hint ->
        [partial] mancano i testi di prima, e i feed dicono solo ciò che il contenuto dice oggi
       *[hint] le date di aggiornamento restano vuote, i feed dicono solo ciò che il contenuto dice oggi, e chi è iscritto a un calendario può non vedere che cosa cambia
    }
    .hint = scarica tutta la storia, per esempio con `git fetch --unshallow`
    .partial = clona di nuovo il repository senza `--filter`
    .why =
        Le date di «ultimo aggiornamento» vengono dalla storia delle modifiche, che qui è stata scaricata solo
        in parte. Le date sarebbero sbagliate, perciò restano vuote. Nemmeno i feed possono dire che cosa è stato
        tolto o spostato, e i calendari non dicono quale versione di una seduta è la più recente: i programmi possono
        tenere la vecchia. Scarica la storia per intero: nei sistemi di pubblicazione automatica c'è di solito
        un'opzione per farlo (`fetch-depth: 0`). Una copia fatta con `--filter` ha le date, ma non i testi di prima.

unreadable-history =
    La storia delle modifiche non si può leggere, e le date di aggiornamento restano vuote: { $hint ->
        [not-found] manca il programma `git`
        [silent] `git` non risponde
        [damaged] il ramo attuale è danneggiato
        [elsewhere] la cartella `content` è un repository a sé (un submodule), che non si legge
       *[hint] `git` dice «{ $detail }»
    }
    .hint = prova `git log` nella cartella del sito; l'utente che esegue Raccordo deve poter leggere tutta la cartella `.git`, e se qui ce n'è solo una parte, copiala per intero
    .not-found = installa git; se c'è già, aggiungi la sua cartella a `PATH`
    .silent = prova `git log` nella cartella del sito; controlla che il disco o la rete in cui sta la cartella `.git` risponda
    .elsewhere = tieni il contenuto nel repository che ha `site.toml`, non in un submodule; solo così i feed e i calendari sanno che cosa è cambiato
    .damaged = prova `git log` nella cartella del sito, e `git fsck`; se c'è un'altra copia del repository, clona quella
    .why =
        Le date di «ultimo aggiornamento» vengono dalla storia delle modifiche, che è letta dal programma `git`.
        Il sito è in un repository, ma git non ha risposto, o non del tutto. Su alcune pagine le date sarebbero
        sbagliate o mancherebbero, perciò restano vuote su tutte. Tornano appena git riesce a leggere la storia.
        Raccordo interroga git senza la configurazione degli utenti e del sistema, e per repository di qualsiasi
        proprietario: il motivo non può essere nessuno dei due.

## Generi di valori

shape-text = un testo
shape-summary = un riassunto
shape-id = un identificativo
shape-reference = l'identificativo di un'altra pagina o voce
shape-word = una parola dell'elenco
shape-warning = il codice di un avviso
shape-email = un indirizzo di posta elettronica
shape-phone = un numero di telefono
shape-url = un indirizzo web
shape-host = il nome di un sito, come `www.esempio.it`
shape-host-and-folder = il nome di un sito, con la sua cartella se ne ha una, come `www.esempio.it` o `www.esempio.it/organi`
shape-base-url = l'indirizzo di un sito
shape-color = un colore
shape-alias = un vecchio indirizzo di questo sito
shape-istat = un codice ISTAT
shape-tax-code = il codice fiscale di un ente
shape-time-zone = un fuso orario
shape-date = una data
shape-partial-date = una data
shape-time = un giorno, con o senza l'ora
shape-language = il codice di una lingua
shape-flag = vero o falso (`true` o `false`)
shape-integer = un numero intero
format-office = un documento di Word o di un altro programma per ufficio
format-rtf = un testo formattato (RTF)
format-pdf = un documento PDF
format-html = una pagina web (HTML)
shape-decimal = un numero decimale
shape-list = un elenco
shape-mapping = un gruppo di voci
shape-bare = un valore senza virgolette
shape-nothing = niente

## Perché un file non si legge

detail-name = il nome del file contiene caratteri che non sono in UTF-8
detail-control-name = il nome contiene un carattere che non si vede, per esempio un a capo
detail-outside = è un collegamento che porta fuori dalla cartella a cui appartiene, o a un percorso assoluto
detail-hidden = è un collegamento che porta a qualcosa di nascosto
detail-permission = non c'è il permesso di leggerlo
detail-gone = porta a un file che non c'è
detail-missing = non c'è più
detail-no-content = manca la cartella `content/`, con le pagine del sito
detail-loop = è un collegamento a sé stesso o a una cartella in cui si trova
detail-nested = è un collegamento a una cartella, dentro una cartella a cui si arriva con un altro collegamento
detail-special = non è un file normale: è una pipe, un dispositivo o un collegamento messo lì in questo momento
detail-folder = è una cartella, ma qui ci vuole un file
detail-not-folder = è un file, ma qui ci vuole una cartella
system-permission = manca il permesso
system-not-found = il file o la cartella non c'è
system-full = non c'è più spazio
system-read-only = il disco è di sola lettura

## Perché un file non è pubblicato

left-hidden = è nascosto, perché il nome comincia con un punto
left-by-editor = è una copia che un programma ha lasciato mentre si scriveva
left-by-system = è un file che il sistema crea per sé
left-private = è un collegamento, un programma o un messaggio: non è un documento per chi legge

active-compressed = può essere la copia compressa di una pagina o di un disegno, in cui non si può controllare niente
active-program = è una pagina HTML o un programma
active-html = contiene HTML
active-script = contiene un programma, o un collegamento che ne esegue uno
active-remote = prende qualcosa da un altro sito
active-stylesheet = chiede un foglio di stile (`xml-stylesheet`), che può essere un programma
active-entities = dichiara entità (`<!DOCTYPE … [`), dietro cui si può nascondere di tutto
active-encoding = dichiara una codifica che non si può controllare: salvalo in UTF-8
active-broken = non è XML ben formato, e non si può controllare

## Tipi

type-body = organismo
    .a = un organismo
    .the = l'organismo
    .none = Nessun organismo
type-table = tavolo
    .a = un tavolo
    .the = il tavolo
    .none = Nessun tavolo
type-seat = seggio
    .a = un seggio
    .the = il seggio
    .none = Nessun seggio
type-organization = ente
    .a = un ente
    .the = l'ente
    .none = Nessun ente
type-person = persona
    .a = una persona
    .the = la persona
    .none = Nessuna persona
type-meeting = seduta
    .a = una seduta
    .the = la seduta
    .none = Nessuna seduta
type-document = documento
    .a = un documento
    .the = il documento
    .none = Nessun documento
type-area = area
    .a = un'area
    .the = l'area
    .none = Nessuna area
type-topic = argomento
    .a = un argomento
    .the = l'argomento
    .none = Nessun argomento
type-page = pagina
    .a = una pagina
    .the = la pagina
    .none = Nessuna pagina
type-section = sezione
    .a = una sezione
    .the = la sezione
    .none = Nessuna sezione
type-term = mandato
    .a = un mandato
    .the = il mandato
    .none = Nessun mandato
type-activity = attività
    .a = un'attività
    .the = l'attività
    .none = Nessuna attività
type-file = file
    .a = un file
    .the = il file
    .none = Nessun file

count-implied = ricavato dal contesto
count-unknown = sconosciuto

change-merger = fusione
change-split = divisione
change-rename = cambio di nome
change-closing = chiusura

footer-legal = note legali
footer-privacy = informativa sulla privacy
footer-accessibility = dichiarazione di accessibilità
footer-responsible = responsabile della pubblicazione

## Riga di comando

severity-error = errore
severity-warning = avviso
severity-accepted = accettato
level-help = aiuto
level-because = perché
level-note = nota

report-rest = { $count ->
    [one] … e un altro dello stesso tipo
   *[other] … e altri { $number } dello stesso tipo
}; `--all` li mostra tutti, `raccordo explain { $code }` li spiega
cli-warnings = { $count ->
    [0] nessun avviso
    [one] un avviso
   *[other] { $count } avvisi
}
cli-built = { $pages ->
    [one] Una pagina
   *[other] { $pages } pagine
} in { $seconds } s: { $written ->
    [0] nessun file cambiato
    [one] un file scritto
   *[other] { $written } file scritti
}, { $removed ->
    [0] nessuno tolto
    [one] uno tolto
   *[other] { $removed } tolti
}
cli-without-address = Senza `base_url` in `site.toml` mancano la mappa del sito, gli indirizzi canonici, le novità (Atom) e l’iscrizione ai calendari, e la pagina 404 va bene solo per un sito alla radice del suo indirizzo.
cli-checked = { $pages ->
    [one] Una pagina controllata
   *[other] { $pages } pagine controllate
} in { $seconds } s
cli-translated = { $language }: { $translated ->
    [0] nessuna pagina tradotta
    [one] una pagina tradotta
   *[other] { $translated } pagine tradotte
} su { $pages }
cli-not-translated = ancora da tradurre: { $files }
cli-partly-translated = tradotte in parte: { $files }
cli-fixed = { $fixes ->
    [0] Niente da correggere
    [one] Corretto un punto
   *[other] Corretti { $fixes } punti
}{ $files ->
    [0] {""}
    [one] {" "}in un file
   *[other] {" "}in { $files } file
}
cli-would-fix = { $fixes ->
    [0] Niente da correggere
    [one] Un punto da correggere
   *[other] { $fixes } punti da correggere
}{ $files ->
    [0] {""}
    [one] {" "}in un file
   *[other] {" "}in { $files } file
}; non è stato scritto niente
cli-not-fixed = { $fixes ->
    [one] Una proposta resta a te: applicarla farebbe sorgere altri errori
   *[other] { $fixes } proposte restano a te: applicarle farebbe sorgere altri errori
}
cli-changed-meanwhile = «{ $path }» è cambiato nel frattempo: resta com'è, riprova
cli-read-only = «{ $path }» non si può scrivere: resta com'è
cli-accepted = { $addresses ->
    [one] `urls.txt` ha un indirizzo
   *[other] `urls.txt` ha { $addresses } indirizzi
}
cli-found = { $errors ->
    [0] nessun errore
    [one] un errore
   *[other] { $errors } errori
}, { $warnings ->
    [0] nessun avviso
    [one] un avviso
   *[other] { $warnings } avvisi
}
cli-ready = { $pages ->
    [one] Una pagina pronta
   *[other] { $pages } pagine pronte
} in { $seconds } s
cli-serving = Il sito è su { $url }
cli-watching = Guardo «{ $folder }»: salva un file e il sito si aggiorna. Ctrl-C per finire.
cli-polling = Guardo «{ $folder }» ogni { $time } ms: salva un file e il sito si aggiorna. Ctrl-C per finire.
cli-no-events = Il sistema non avvisa quando un file cambia: li riguardo tutti di tanto in tanto.
cli-turn = { $what }: { $made ->
    [0] nessuna pagina rifatta
    [one] una pagina rifatta
   *[other] { $made } pagine rifatte
}, { $written ->
    [0] nessun file cambiato
    [one] un file scritto
   *[other] { $written } file scritti
}, { $removed ->
    [0] nessuno tolto
    [one] uno tolto
   *[other] { $removed } tolti
} in { $time } ms
cli-turn-errors = { $what }: { $errors ->
    [one] un errore, il sito resta com'era
   *[other] { $errors } errori, il sito resta com'era
}
cli-mended = Non ci sono più errori.
cli-late = La cartella del sito è di nuovo completa.
cli-and-others = { $others ->
    [one] { $first } e un altro file
   *[other] { $first } e altri { $others } file
}
cli-new-day = È un altro giorno
cli-reread = File riletti
cli-ended = Finito.
cli-why-new = è nuova
cli-why-settings = sono cambiate le impostazioni
cli-why-theme = è cambiato il tema
cli-why-day = è un altro giorno
cli-cause-face = titolo o indirizzo di { $name }
cli-cause-facts = dati di { $name }
cli-cause-texts = testo di { $name }
cli-cause-mentions = chi nomina { $name }
cli-cause-piece = ciò che si mostra di { $name }
cli-cause-all = elenco: { $kind }
cli-busy-port = La porta { $port } è già usata da un altro programma
cli-busy-port-hint = scegline un'altra con `--port`, o non indicarla: ne trovo una libera
cli-cannot-serve = Non riesco a mostrare il sito nel browser: { $detail }
serve-overlay = Errori nei contenuti
serve-close = Chiudi
serve-refused = Questo indirizzo non è di questo computer: apri il sito con `localhost`
serve-missing = Questa pagina non c'è
cli-nothing-written = Non è stato scritto niente: il sito di prima resta com'era
cli-near-code = forse volevi scrivere `raccordo explain { $code }`
cli-example-wrong = Così è sbagliato, nella riga con `>`
cli-example-mended = Così è corretto
cli-unknown-code = Non c'è una spiegazione con il nome «{ $value }»
cli-codes = Le spiegazioni disponibili:
cli-progress-parse = Leggo le pagine
cli-progress-resolve = Controllo
cli-progress-render = Preparo le pagine
cli-progress-search = Preparo la ricerca
cli-timings-stage = Fase
cli-timings-total = tutto
cli-timings-wall = ms
cli-timings-share = %
cli-timings-cpu = ms di CPU
cli-timings-cpu-share = % di CPU
cli-timings-files = File più lenti da leggere
cli-timings-templates = Modelli più lenti
cli-timings-pages = pagine
cli-timings-mean = ms per pagina
cli-timings-most = ms al più
cli-timings-slowest = pagina più lenta
cli-stage-load = lettura
cli-stage-history = storia
cli-stage-parse = analisi
cli-stage-resolve = legami
cli-stage-rules = regole
cli-stage-list = elenchi
cli-stage-plan = piano
cli-stage-images = immagini
cli-stage-render = pagine
cli-stage-search = ricerca
cli-stage-compress = compressione
cli-stage-write = scrittura
cli-begun = Il sito è cominciato in «{ $folder }»: { $new ->
        [one] un file nuovo
       *[other] { $new } file nuovi
    }
cli-begun-again = In «{ $folder }» c'è già un sito, che resta com'è: { $new ->
        [0] nessun file nuovo
        [one] un file nuovo
       *[other] { $new } file nuovi
    }
cli-begun-unused = Non è servito: { $options }. Titolo, ente e lingua di un sito che c'è si cambiano in `site.toml`.
cli-begun-left-out = Non aggiungo pagine a un sito che c'è, perché le può avere con altri nomi. Con questi nomi non ci sono: { $names }. Se servono, falle con `raccordo new page`.
cli-begun-taken = Non ho scritto { $names }: ciò che c'è ha già una pagina o una voce con lo stesso id o indirizzo. Se non è la stessa cosa, cambiale il nome e ripeti `raccordo init`.
cli-begun-ignore = Il file `.gitignore` c'era già. Aggiungi queste righe, perché ciò che il programma costruisce non vada in git: { $lines }
cli-begun-kept = { $kept ->
        [one] Un file c'era già, ed è rimasto com'era:
       *[other] { $kept } file c'erano già, e sono rimasti com'erano:
    }
cli-begun-forge = In «{ $file }», `RACCORDO_GIT` è vuoto: scrivi lì l'indirizzo dell'archivio git da cui si installa Raccordo.
cli-example-in-the-way = L'esempio non si può mettere qui, perché qualcosa ha già gli id o gli indirizzi di: { $names }. Non ho scritto niente: scegli una cartella vuota
cli-forge-folder = Il nome della cartella nell'archivio, «{ $folder }», va negli script della piattaforma: può avere solo lettere senza accento, cifre, punti e trattini. Non ho scritto niente
cli-begun-next = Ora, in quella cartella: `raccordo serve` mostra il sito, e ciò che resta da completare; `raccordo new body "Titolo"` comincia la pagina di un organismo. Il file README.md spiega il resto.
cli-within-content = Questa cartella è dentro «{ $path }», che contiene le pagine di un altro sito: scegline una fuori. Per una sezione di quel sito c'è `raccordo new section "Titolo"`. Non ho scritto niente
cli-beside-content = In questa cartella ci sono { $names }, che un sito legge solo in `content/`. Spostali, con gli altri file di pagine, in una cartella `content` qui dentro e ripeti `raccordo init`. Non ho scritto niente
cli-begun-others-workflow = «{ $file }» c'era già, e non nomina questa cartella: così il sito non viene né controllato né pubblicato. Una piattaforma pubblica un sito solo per archivio: metti questo in un archivio suo e ripeti lì `raccordo init`. Se basta controllarlo, aggiungi a quel file un passo con `raccordo check --root` e la cartella.
cli-is-a-file = «{ $path }» è un file, e al sito serve una cartella: scegli un altro nome
cli-ask-authority = Quale ente pubblica il sito? Per esempio: Provincia di Cuneo (Invio per deciderlo dopo)
cli-ask-title = Come si chiama il sito? Per esempio: Consulte della provincia (Invio per deciderlo dopo)
cli-ask-language = In quale lingua è il sito: it, en o de? (Invio per { $default })
cli-written = Scritto: { $file } (nei campi delle altre pagine: `{ $id }`; nei collegamenti dei testi: `ref:{ $name }`)
cli-written-next-body = Ora scrivi che cosa fa l'organismo, in `activities`, e chi vi siede, in `seats`. Poi `raccordo new table` aggiunge un tavolo, `raccordo new meeting` una seduta.
cli-written-next-table = Ora indica i posti del tavolo, in `seats`: anche quelli che nessuno occupa.
cli-written-next-meeting = Ora scrivi il giorno e l'ora della seduta, e gli argomenti in `agenda`; finché nella pagina c'è `draft: true`, non è pubblicata. Dopo la seduta, `status: held` e il verbale in `minutes`.
cli-written-next-organization = Ora puoi nominarlo: in `authority`, in `members`, nel `from` di un posto.
cli-written-next-person = Ora puoi nominarla in un posto: `holders: [{"{"}person: …, from: …{"}"}]`. Indica in `publication_basis` la norma che permette di pubblicarne il nome.
cli-written-next-document = Ora puoi citarlo in `legal_basis`, in `act` o in `minutes`. Aggiungi `date` e `url` o `file`, se li conosci.
cli-written-next-area = Ora puoi indicarlo nel `territory` di un organismo.
cli-written-next-topic = Ora puoi scriverlo in `topics` di una pagina o di un'attività.
cli-written-next-page = Ora scrivi il testo, sotto la seconda riga `---`.
cli-written-next-section = Ora metti in quella cartella le pagine della sezione.
cli-exists = «{ $path }» c'è già, e non lo sovrascrivo: scegli un altro nome con `--id`
cli-in-the-way = { $message } ({ $path }): non ho scritto niente
cli-in-the-way-of-generated = { $message } da una pagina che Raccordo fa da sé: non ho scritto niente
cli-taken-id = C'è già { $name }, in «{ $path }»
cli-taken-id-hint = se è un'altra cosa, scegli un altro nome: `--id { $near }`
cli-bad-id = `{ $value }` non può essere un id: bastano lettere senza accento, cifre e trattini
cli-bad-id-hint = per esempio `--id { $near }`
cli-no-id = Dal titolo «{ $title }» non riesco a ricavare un id: sceglilo con `--id`, per esempio `--id consulta-giovani`
cli-bad-place = `--in { $value }`: non è un posto sotto `content`. Scrivi per esempio `--in novara`
cli-no-body = Non c'è ancora nessun organismo
cli-no-body-hint = comincia da `raccordo new body "Titolo"`
cli-which-body = Di quale organismo? Indicalo con `--in`: { $ids }
cli-unknown-body = Nessun organismo ha l'id «{ $value }». Ci sono: { $ids }
cli-unknown-table = Nessun tavolo è «{ $value }». Ci sono: { $ids }
cli-cannot-add = Non riesco ad aggiungere una voce a `{ $key }` in «{ $path }»: correggi prima gli errori che `raccordo check` segnala, oppure scrivila a mano
cli-bad-settings = `site.toml` ha errori
cli-bad-settings-hint = `raccordo check` li mostra
cli-no-editor = Non so con quale editor aprire il file, perciò non ho scritto niente
cli-no-editor-hint = indicalo nella variabile d'ambiente `EDITOR`, o togli `--edit`
cli-editor-failed = Il file è scritto, ma il comando dell'editor, `{ $editor } { $file }`, { GIVEN($code) ->
        [no] è stato interrotto
       *[yes] è finito con un errore (codice { $code })
    }
cli-editor-failed-hint = il comando viene dalla variabile d'ambiente `VISUAL`, o altrimenti da `EDITOR`: prova a lanciarlo tu, e correggilo lì
cli-cannot-edit = Il file è scritto, ma l'editor `{ $editor }` non l'ha aperto: { $detail }
cli-no-site = Non trovo `site.toml`, né in «{ $folder }» né nelle cartelle sopra
cli-no-site-hint = indica la cartella del sito con `--root`
cli-mandates = { $count ->
        [0] Nessun mandato finisce entro il giorno { DAY($until) }
        [one] Un mandato finisce entro il giorno { DAY($until) }
       *[other] { $count } mandati finiscono entro il giorno { DAY($until) }
    }
cli-mandate-of-term = mandato dell'organismo «{ $term }»
cli-mandate-of-holder = { $who } nel seggio «{ $seat }»
cli-mandate-for = { $who } per { $organization }
cli-bad-mandates = `--mandates { $value }`: non è un tempo. Scrivi un numero di giorni, mesi o anni, per esempio `90d`, `3m` o `1y`
cli-mandates-format = `--mandates` si può chiedere solo con `--format human` o `--format json`
cli-bad-as-of = `--as-of { $value }`: non è una data. Scrivi anno, mese e giorno, per esempio `2026-03-14`
cli-bad-epoch = La variabile d'ambiente `SOURCE_DATE_EPOCH` vale «{ $value }»: non è un numero di secondi dal 1970, per esempio `1773446400`. Correggila, o toglila
cli-bad-base-url = `--base-url { $value }`: non può essere l'indirizzo del sito. Scrivi l'host e, se c'è, la cartella, come in `https://www.comune.example/consulte`, senza nome utente, `?`, `#` e spazi
cli-cannot-read = Non riesco a leggere «{ $path }»: { $detail }
cli-cannot-write = Non riesco a scrivere «{ $path }»: { $detail }
cli-leads-out = Non scrivo «{ $path }»: un collegamento lungo il percorso porta fuori dalla cartella
cli-vanished = Mentre lo leggevo, «{ $path }» è cambiato o è stato tolto
cli-vanished-hint = non è stato scritto niente: riprova
cli-busy-output = Un'altra pubblicazione sta scrivendo in «{ $folder }»: riprova quando ha finito
cli-foreign-output = Al sito serve il posto di «{ $path }», che nessuna pubblicazione ha scritto: non lo tocco
cli-foreign-output-hint = non è stato scritto niente: spostalo, oppure scegli un'altra cartella con `--out`
cli-not-a-folder = «{ $path }» non è una cartella, e al sito ne serve una: scegline un'altra con `--out`
cli-immovable-output = Il sito non può prendere il posto della cartella «{ $path }», che è un disco a sé o viene con un contenitore: indica con `--out` una cartella al suo interno
cli-not-own = «{ $path }» non è ciò che Raccordo tiene lì, perciò non lo tocco: toglilo
cli-own-files-hint = nella cartella «{ $own }» c'è solo ciò che Raccordo ricorda: puoi cancellarla e riprovare
cli-output-in-source = La cartella «{ $folder }» contiene i testi di un sito: scegline un'altra con `--out`
cli-output-holds-home = La cartella «{ $folder }» non va bene per un sito, perché è o contiene la cartella personale «{ $home }»: scegline un'altra con `--out`
cli-output-in-program-folder = La cartella «{ $folder }» non va bene per un sito, perché un programma tiene i propri file in «{ $own }»: scegline un'altra con `--out`
cli-output-shared = «{ $folder }» serve ai file di tutti gli utenti: il sito ha bisogno di una cartella sua, per esempio `public`
cli-output-in-site = La cartella «{ $folder }» è dentro il sito pubblicato in «{ $site }»: scegline un'altra con `--out`
cli-output-leads-out = Il collegamento «{ $link }» porta a «{ $target }», fuori dalla cartella del sito: lì non pubblico niente
cli-output-leads-out-hint = se è ciò che vuoi, indica la cartella stessa: `--out { $target }`
cli-report-not-written = Non è stato possibile scrivere tutto ciò che c'era da dire: { $detail }
cli-no-repository = Il sito in «{ $folder }» non è in un archivio di git: non c'è niente con cui confrontarlo
cli-unknown-thing = Nella storia del sito niente ha l'identificativo `{ $value }`
cli-near-hint = volevi dire `{ $near }`?
cli-unknown-revision = L'archivio di git non ha la revisione «{ $revision }»
cli-unknown-revision-hint = un commit, un ramo o un'etichetta, per esempio `HEAD~1` o `main..HEAD`
cli-remote-revision-hint = forse volevi scrivere `{ $remote }`
cli-shallow-history = L'archivio git ha solo una parte della sua storia: da lì non si può raccontare
cli-shallow-revision-hint = l'archivio ha solo gli ultimi commit: scarica tutta la storia, con `fetch-depth: 0` in actions/checkout, `GIT_DEPTH: 0` in GitLab, o `git fetch --unshallow`
cli-unrelated-revisions = Le due revisioni non hanno una storia in comune
cli-revision-without-site = Nella revisione { $revision } non c'è un sito con `site.toml`
cli-missing-objects = L'archivio di git è stato scaricato solo in parte: manca ciò che serve per il confronto
cli-missing-objects-hint = scaricalo intero, senza `--filter`; in actions/checkout togli `filter`
cli-no-git = Non trovo il programma `git`, che serve a leggere le revisioni
cli-content-elsewhere = La cartella `content` è un archivio di git a sé (un submodule): la sua storia non è quella del sito, e non si legge
cli-git-silent = Il programma `git` non risponde
cli-git-failed = Il programma `git` non ha potuto leggere l'archivio: { $detail }
cli-no-settings-in-revisions = In nessuna delle due revisioni `site.toml` si può leggere
cli-bad-number = `{ $option } { $value }`: non va bene. Scrivi un numero intero da { $min } a { $max }
cli-value-missing = `{ $arg }`: manca il valore{ GIVEN($words) ->
        [no] {""}
       *[yes] . Scrivi uno di questi: { $words }
    }
cli-bad-value = `{ $arg } { $value }`: non va bene{ GIVEN($near) ->
       *[yes] . Forse volevi scrivere `{ $near }`
        [no] { GIVEN($words) ->
            [no] {""}
           *[yes] . Scrivi uno di questi: { $words }
        }
    }
cli-unknown-argument = `{ $arg }`: qui non va{ GIVEN($near) ->
        [no] {""}
       *[yes] . Forse volevi scrivere `{ $near }`
    }
cli-unknown-command = Il comando `{ $arg }` non c'è{ GIVEN($near) ->
        [no] {""}
       *[yes] . Forse volevi scrivere `{ $near }`
    }
cli-argument-conflict = `{ $arg }` non va insieme a `{ $near }`
cli-argument-missing = Non basta. Manca: { $arg }
cli-usage = si scrive `{ $usage }`; `--help` lo spiega
cli-internal = Errore interno di Raccordo: { $detail }
cli-internal-hint = non dipende dai testi: segnalalo a chi cura il programma

## Aiuto della riga di comando

help-raccordo = Fa il sito degli organismi in cui le amministrazioni pubbliche si coordinano, a partire da testi in Markdown
help-init = Comincia un sito: le impostazioni, le pagine che la legge chiede, un README per l'ufficio. Ciò che c'è già resta com'è
help-new = Comincia una pagina, o una voce di un registro, con le chiavi che servono
help-build = Costruisce il sito
help-urls = Mostra gli indirizzi del sito; con `--accept` li tiene in `urls.txt`
help-check = Controlla i contenuti, e con `--fix` li corregge
help-watch = Ricostruisce il sito ogni volta che un file cambia
help-serve = Lo stesso, e mostra il sito nel browser
help-explain = Spiega il codice di un messaggio
help-diff = Dice che cosa è cambiato tra due revisioni di git, in fatti
help-export = Stampa ciò che serve ad altri programmi
help-redirects = I rinvii dagli indirizzi di prima, per un server web
help-schema = Stampa lo schema JSON di ciò che si scrive, con le parole del sito, per l'aiuto degli editor, o di ciò che leggono i programmi
help-completions = Stampa i completamenti per una shell
help-manual = Stampa la pagina del manuale, per `man`
help-log = Dice che cosa è cambiato in ogni commit, in fatti
help-help = Mostra questo aiuto, quello di un comando, di un tipo o di un campo, o una pagina della guida

help-arg-lang = La lingua dei messaggi: `it` o `en`. Se manca, quella del sistema
help-arg-help = Mostra questo aiuto
help-arg-version = Mostra la versione
help-arg-subcommand = Il comando di cui mostrare l'aiuto
help-arg-dir = La cartella del sito. Se manca, quella in cui ti trovi
help-arg-authority = L'ente che pubblica il sito
help-arg-title = Il nome del sito
help-arg-language = La lingua del sito: `it`, `en` o `de`. Se manca, quella del sistema, oppure l'italiano
help-arg-example = Scrive il sito di una provincia inventata, che mostra tutto ciò che un sito può dire
help-arg-forge = Aggiunge ciò che serve a `github`, `gitlab` o `forgejo` per controllare e pubblicare il sito
help-value-dir = CARTELLA
help-value-language = LINGUA
help-value-topic = ARGOMENTO
help-value-name = NOME
help-value-title = TITOLO
help-value-place = DOVE
help-value-what = COSA
help-value-code = CODICE
help-value-time = TEMPO
help-value-type = TIPO
help-value-forge = PIATTAFORMA
help-value-format = FORMATO
help-arg-what = Che cosa: `body` (organismo), `table` (tavolo), `meeting` (seduta), `organization` (ente), `person`, `document` (atto), `area` (territorio), `topic` (argomento), `page` o `section` (sezione)
help-arg-name = Il titolo; di una persona, nome e cognome
help-arg-place = Dove: una cartella o un registro sotto `content`; per un tavolo o una seduta, l'id dell'organismo
help-arg-id = L'id, con cui altre pagine la nominano. Se manca, è ricavato dal titolo
help-arg-edit = Apre il file nell'editor che è indicato in `VISUAL` o `EDITOR`
help-arg-of = Il tipo: `body`, `organization`, `person`, `meeting`, `document`, `area`, `topic`, `page`, `section`, `translation` (traduzione), `registry` (registro) o `settings` (`site.toml`); `diff` o `log`: ciò che questi comandi stampano come JSON. Se manca, una pagina di qualsiasi tipo
help-arg-shell = La shell: `bash`, `zsh`, `fish`, `elvish` o `powershell`
help-arg-file = Il file in cui scriverlo, invece del terminale. Se lo schema non si può fare, il file resta com’era
help-arg-out = La cartella del sito costruito, vista da qui. Se manca, `public` nella cartella del sito
help-arg-base_url = L'indirizzo del sito, al posto di quello in `site.toml`
help-arg-drafts = Pubblica anche le bozze
help-arg-precompress = Scrivi accanto ai file di testo le copie compresse, per i server che le danno così come sono: .br, .gz e .zst
help-arg-timings = Mostra quanto è durata ogni fase, e i file e i modelli più lenti
help-arg-root = La cartella del sito. Se manca, quella in cui c'è `site.toml`, da qui in su
help-arg-as_of = Il giorno di cui parla il sito. Se manca, quello di `SOURCE_DATE_EPOCH`, oppure oggi
help-arg-strict = Tratta gli avvisi come errori
help-arg-format = Come mostrare ciò che si trova: `human` per le persone (se manca, è questo), `json`, `github` o `sarif` per i programmi
help-arg-all = Mostra tutti gli avvisi, non solo i primi di ogni tipo
help-arg-accepted = Mostra anche gli avvisi accettati nelle pagine, con il motivo
help-arg-mandates = Elenca i mandati che finiscono entro questo tempo: giorni, mesi o anni, per esempio `90d`, `3m`, `1y`
help-arg-fix = Fai le correzioni che sono sicure, e mostrale
help-arg-dry_run = Mostra che cosa si correggerebbe, senza scrivere niente. Lo stato d'uscita è quello dei file come sono
help-arg-accept = Scrivi gli indirizzi in `urls.txt`, l'elenco di quelli che devono restare
help-arg-jobs = Quanti processi lavorano insieme, al più quattro per processore. Se manca, tanti quanti i processori
help-arg-search = Crea l'indice della ricerca anche dopo ogni modifica
help-arg-explain = Dice perché ogni pagina è stata rifatta
help-arg-server = Il server web
help-arg-poll = Rilegge tutti i file ogni tanti millisecondi (se non li indichi, 1000), dove il sistema non avvisa dei cambiamenti
help-arg-port = La porta. Se manca, la prima libera da 8000
help-arg-host = L'indirizzo IP su cui ascoltare. Se manca, solo questo computer
help-arg-code = Il codice, come lo mostrano i messaggi: `dangling-reference`. Senza, li elenca tutti
help-arg-revisions = Le revisioni: `A..B`, `A...B` (da dove B si è staccato da A), o solo `A` per confrontarla con i file su disco. Se manca, `HEAD`
help-arg-diff_format = Come mostrare i cambiamenti: `human` per le persone (se manca, è questo), `markdown` per un commento a una proposta di modifica, `json` per i programmi
help-arg-diff_root = La cartella del sito, o un archivio di git senza file (bare). Se manca, quella in cui c'è `site.toml`, da qui in su
help-arg-body = L'id di un organismo, o di un'altra cosa. Se manca, tutti
help-arg-log_format = Come mostrare i cambiamenti: `human` per le persone (se manca, è questo), `json` per i programmi, un oggetto per ogni commit

help-commands = Comandi
help-arguments = Argomenti
help-options = Opzioni
manual-name = NOME
manual-synopsis = SINTASSI
manual-description = DESCRIZIONE
manual-version = VERSIONE
help-usage-options = OPZIONI
help-usage-command = COMANDO
help-usage = Uso:

## Che cosa è cambiato tra due revisioni

change-body-added = Nuovo organismo: { $thing }{ GIVEN($other) ->
        [yes] {" "}(parte di { $other })
       *[no] {""}
    }.
change-body-ended = { $thing }: fine { date-on }.
change-body-until = { $thing }: { GIVEN($after) ->
        [yes] fine { date-on } (prima: { $before })
       *[no] non finisce più { date-on }
    }.
change-body-withdrawn = { $thing } non compare più, e nessuna data dice che è finito.
change-body-renamed = «{ $before }» ora si chiama «{ $after }»{ GIVEN($date) ->
        [yes] {" "}({ date-from })
       *[no] {""}
    }.
change-body-kind = { $thing }: tipo: { $values }.
change-body-authority = { $thing }: ente titolare: { $before } → { $after }.
change-body-parent = { $thing }: organismo a cui fa capo: { $values }.
change-body-merged = { $thing } { GIVEN($other) ->
        [yes] confluisce in { $other }
       *[no] si fonde
    } { date-on }.
change-body-split = { $thing } si divide { date-on }{ GIVEN($other) ->
        [yes] ; una delle parti è { $other }
       *[no] {""}
    }.
change-body-closed = { $thing } cessa { date-on }.
change-body-established = { $thing }: istituzione { date-on }.
change-body-renewed = { $thing }: composizione rinnovata { date-on }.
change-body-lapsed = { $thing } decade { date-on }.
change-body-reconstituted = { $thing }: ricostituzione { date-on }.
change-body-suspended = { $thing }: sospensione { date-on }.
change-body-resumed = { $thing }: ripresa dell'attività { date-on }.
change-term-added = { $thing }: nuovo mandato «{ $part }»{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    }{ GIVEN($other) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-term-removed = { $thing }: il mandato «{ $part }» non compare più.
change-term-changed = { $thing }, mandato «{ $part }»: { $field }: { $values }.
change-member-joined = { $who } entra in { $thing }.
change-member-left = { $who } esce da { $thing }.
change-territory-changed = { $thing }: territorio, { $field }: { $values }.
change-zone-lead = { $thing }: ente capofila: { $values }.
change-seat-added = { $thing }: nuovo seggio «{ $part }».
change-seat-removed = { $thing }: il seggio «{ $part }» non c'è più.
change-seat-count = { $direction ->
        [fewer] { $thing } perde { $number ->
            [one] un posto
           *[other] { $number } posti
        } («{ $part }»: { $values }).
        [more] { $thing } acquista { $number ->
            [one] un posto
           *[other] { $number } posti
        } («{ $part }»: { $values }).
       *[other] { $thing }, «{ $part }»: posti: { $values }.
    }
change-seat-count-known = { $thing }, «{ $part }»: il numero dei posti ora è noto: { $after }.
change-seat-role = { $thing }, «{ $part }»: ruolo: { $values }.
change-seat-basis = { $thing }, «{ $part }»: vi si accede { $after } (prima: { $before }).
change-seat-pool = { $thing }, «{ $part }»: provenienza: { $values }.
change-seat-voting = { $thing }, «{ $part }»: diritto di voto: { $values }.
change-seat-term = { $thing }, «{ $part }»: durata { $values } mesi.
change-seat-vacated = { $thing }, «{ $part }»: posto vacante{ GIVEN($who) ->
        [yes] {" "}({ $who })
       *[no] {""}
    }{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    }{ GIVEN($after) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-seat-filled = { $thing }, «{ $part }»: posto non più vacante{ GIVEN($who) ->
        [yes] : { $who }{ GIVEN($date) ->
            [yes] , { date-from }
           *[no] {""}
        }
       *[no] {""}
    }.
change-holder-started = { $thing }, «{ $part }»: { $who } in carica{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    }{ GIVEN($after) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-holder-ended = { $thing }, «{ $part }»: { $who } cessa dalla carica { date-on }{ GIVEN($reason) ->
        [yes] {" "}({ $reason })
       *[no] {""}
    }.
change-holder-succeeded = { $thing }, «{ $part }»: { $who } prende il posto di { $other }{ GIVEN($reason) ->
        [yes] {" "}({ $reason })
       *[no] {""}
    } { date-on }{ GIVEN($after) ->
        [yes] , { date-until }
       *[no] {""}
    }.
change-holder-reappointed = { $thing }, «{ $part }»: { $who }, nuovo mandato{ GIVEN($after) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-holder-until = { $thing }, «{ $part }»: { $who }, { GIVEN($after) ->
        [yes] scadenza: { $before } → { $after }
       *[no] non ha più la scadenza { $before }
    }.
change-holder-acting = { $thing }, «{ $part }»: { $who } { $turn ->
        [unsaid] non è più facente funzioni
       *[other] è facente funzioni
    }{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    }.
change-holder-substitute = { $thing }, «{ $part }»: { $who } { GIVEN($other) ->
        [yes] è supplente di { $other }
       *[no] { $turn ->
            [removed] non è più supplente di { $before }
            [unsaid] non è più supplente
           *[other] è supplente
        }
    }{ $turn ->
        [changed] {" "}(prima: { $before })
       *[other] {""}
    }.
change-holder-behalf = { $thing }, «{ $part }»: { $who } { $turn ->
        [added] ora per conto di { $after }
        [removed] non più per conto di { $before }
       *[changed] per conto di { $after } (prima di { $before })
    }.
change-holder-identified = { $thing }, «{ $part }»: { $who } ora ha una scheda.
change-holder-named = { $thing }, «{ $part }»: { $who } non ha più una scheda, resta il nome.
change-holder-past = { $thing }, «{ $part }»: completato il passato, { $who } in carica{ GIVEN($date) ->
        [yes] {" "}{ date-from }
       *[no] {""}
    } { date-until }.
change-holder-corrected = Rettifica: { $thing }, «{ $part }», { $who }: { $field }: { $values }.
change-holder-withdrawn = { $thing }, «{ $part }»: { $who } non compare più.
change-holder-period-withdrawn = { $place }: non compare più { GIVEN($date) ->
        [yes] il periodo { date-from }
       *[no] un periodo
    }{ GIVEN($before) ->
        [yes] {" "}{ date-until }
       *[no] {""}
    }.
change-holder-seat = { $thing }: { $who } compare ora come «{ $after }», non più come «{ $before }».
change-organization-added = Nuovo ente: { $thing }.
change-organization-withdrawn = L'ente { $thing } non compare più.
change-organization-renamed = L'ente «{ $before }» ora si chiama «{ $after }»{ GIVEN($date) ->
        [yes] {" "}({ date-from })
       *[no] {""}
    }.
change-organization-merged = L'ente { $thing } { GIVEN($other) ->
        [yes] confluisce in { $other }
       *[no] si fonde
    } { date-on }.
change-organization-split = L'ente { $thing } si divide { date-on }{ GIVEN($other) ->
        [yes] ; una delle parti è { $other }
       *[no] {""}
    }.
change-organization-closed = L'ente { $thing } cessa { date-on }.
change-organization-until = L'ente { $thing } { GIVEN($after) ->
        [yes] cessa { date-on } (prima: { $before })
       *[no] non cessa più { date-on }
    }.
change-organization-codes = { $thing }: codice { $field }: { $values }.
change-legal-added = { $thing }: nuova base giuridica: { $after }.
change-legal-removed = { $thing }: non poggia più su: { $before }.
change-legal-found = { $thing }: ora è indicato l'atto che mancava: { $after }.
change-legal-changed = { $thing }, base giuridica { $part }: { $field }: { $values }.
change-document-added = Nuovo atto: { $thing }{ GIVEN($date) ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
change-document-withdrawn = L'atto { $thing } non compare più.
change-document-changed = Atto { $thing }: { $field }: { $values }.
change-activity-added = { $thing }: nuova attività: «{ $part }».
change-activity-removed = { $thing }: attività tolta: «{ $part }».
change-activity-reworded = { $thing }: testo di un'attività modificato ({ $direction ->
        [reordered] le stesse parole in un altro ordine
       *[other] +{ $added } −{ $removed } parole
    }): «{ $part }».
change-contact-added = { $thing }, contatti: nuovo: { $part }{ GIVEN($after) ->
        [yes] , { $after }
       *[no] {""}
    }.
change-contact-removed = { $thing }, contatti: tolto: { $part }{ GIVEN($before) ->
        [yes] , { $before }
       *[no] {""}
    }.
change-contact-changed = { $thing }, contatti, { $part }: { $field }: { $values }.
change-meeting-scheduled = { $about }: seduta il giorno { $date }{ GIVEN($other) ->
        [yes] , { $other }
       *[no] {""}
    } («{ $thing }»).
change-meeting-withdrawn = { $about }: la seduta del giorno { $date } non compare più («{ $thing }»).
change-meeting-moved = { $about }: la seduta del giorno { $before } si sposta al giorno { $after } («{ $thing }»).
change-meeting-hour = { $about }: { GIVEN($other) ->
        [yes] ora è nota l'ora della seduta del giorno { $before }: { $other }
       *[no] la seduta del giorno { $before } resta in quel giorno, ma l'ora non è più indicata
    } («{ $thing }»).
change-meeting-place = { $about }, seduta del giorno { $date }: { $field }: { $values }.
change-meeting-cancelled = { $about }: la seduta del giorno { $date } non si tiene («{ $thing }»).
change-meeting-reinstated = { $about }: la seduta del giorno { $date } si tiene, non è più annullata («{ $thing }»).
change-meeting-body = La seduta del giorno { $date } («{ $thing }») è di { $after }, non più di { $before }.
change-meeting-end = { $about }, seduta del giorno { $date }: { GIVEN($after) ->
        [yes] fine { $after }
       *[no] non dice più quando finisce
    }{ GIVEN($before) ->
        [yes] , prima { $before }
       *[no] {""}
    }.
change-meeting-held = { $about }: la seduta del giorno { $date } si è tenuta («{ $thing }»).
change-meeting-not-held = { $about }: della seduta del giorno { $date } non si dice più che si è tenuta («{ $thing }»).
change-meeting-agenda = { $about }, seduta del giorno { $date }: ordine del giorno { $direction ->
        [reordered] con i punti in un altro ordine
       *[other] +{ $added } −{ $removed }
    }.
change-meeting-minutes = { $about }, seduta del giorno { $date }: verbale pubblicato: { $after }{ GIVEN($before) ->
        [yes] , prima { $before }
       *[no] {""}
    }.
change-meeting-minutes-withdrawn = { $about }, seduta del giorno { $date }: verbale non più pubblicato: { $before }{ GIVEN($after) ->
        [yes] ; { $after }
       *[no] {""}
    }.
change-meeting-document-added = { $about }, seduta del giorno { $date }: nuovo documento: { $who }.
change-meeting-document-removed = { $about }, seduta del giorno { $date }: documento che non compare più: { $who }.
change-person-added = Nuova persona: { $thing }.
change-person-withdrawn = { $thing } non compare più tra le persone.
change-person-changed = { $thing }: { $field }: { $values }.
change-thing-added = Novità ({ $type }): { $thing }.
change-thing-withdrawn = Non compare più ({ $type }): { $thing }.
change-thing-renamed = «{ $before }» ({ $type }) ora si chiama «{ $after }».
change-identity-renamed = { $place }: `{ $before }` ora è `{ $after }`, la stessa cosa ({ $evidence }).
change-identity-moved = { $thing }: da `{ $before }` a `{ $after }`, per avere o lasciare una pagina propria.
change-identity-alias = { $thing }: vecchio indirizzo { $who } { GIVEN($after) ->
        [yes] con rinvio
       *[no] senza più rinvio
    }.
change-file-replaced = { $thing }: il file { $who } è stato sostituito.
change-text-link = { $place }: { GIVEN($before) ->
        [yes] { GIVEN($after) ->
            [yes] un collegamento porta altrove: { $before } → { $after }
           *[no] collegamento tolto: { $before }
        }
       *[no] nuovo collegamento: { $after }
    }.
change-text-changed = { $thing }: testo { $direction ->
        [reordered] con le stesse parole in un altro ordine
       *[other] +{ $added } −{ $removed } parole
    }.
change-translation-changed = { $thing }, traduzione ({ $part }): { $direction ->
        [reordered] le stesse parole in un altro ordine
       *[other] +{ $added } −{ $removed } parole
    }.
change-topic-added = { $thing }: nuovo argomento: { $who }.
change-topic-removed = { $thing }: argomento tolto: { $who }.
change-instrument-added = { $thing }: nuovo strumento: { $who }.
change-instrument-removed = { $thing }: strumento tolto: { $who }.
change-related-added = { $thing }: nuovo rapporto con { $who }.
change-related-removed = { $thing }: nessun rapporto più con { $who }.
change-settings-changed = Impostazioni del sito: `{ $path }`: { $values }.
change-fact-precise = { $place }: { $field }: { $values } (la stessa data, con più precisione).
change-fact-added = { $place }: { $field }: { $values }.
change-fact-removed = { $place }: { $field }: { $values }.
change-fact-changed = { $place }: { $field }: { $values }.
change-place = { $thing }, «{ $part }»
change-day = { DAY($date) }
date-on = { PRECISION($day) ->
        [year] nel { DAY($day) }
        [month] nel mese di { DAY($day) }
       *[day] il giorno { DAY($day) }
    }
date-from = { PRECISION($day) ->
        [year] dal { DAY($day) }
        [month] dal mese di { DAY($day) }
       *[day] dal giorno { DAY($day) }
    }
date-until = { PRECISION($until) ->
        [year] fino al { DAY($until) }
        [month] fino al mese di { DAY($until) }
       *[day] fino al giorno { DAY($until) }
    }
change-values = { $turn ->
        [added] ora { $after }
        [more] in più { $after }
        [said] { $after }
        [removed] non più { $before }
        [unsaid] senza più indicazione (era: { $before })
       *[changed] { $before } → { $after }
    }
change-yes = sì
change-no = no
change-one-each = uno per ogni posto
change-no-minutes = nessun verbale ({ $reason })
change-at-least = almeno { $min }
change-at-most = al più { $max }
change-range = da { $min } a { $max }
change-evidence-declared = dichiarato
change-evidence-identifier = stesso codice
change-evidence-equal = tutto il resto è uguale
change-evidence-similar = probabilmente
change-class-event = Che cosa è successo
change-class-correction = Rettifiche e dati
change-class-editorial = Testi e pagine
change-group-body = { $title }
change-group-settings = Il sito
change-group-other = Altro
change-group-organization = Enti
change-group-person = Persone
change-group-meeting = Sedute
change-group-document = Atti e documenti
change-group-area = Territori
change-group-topic = Argomenti
change-group-page = Pagine
change-group-section = Sezioni
change-none = Nessun cambiamento nei fatti.
change-commit = { DAY($date) } · { $commit } · { $subject }
change-title = { $count ->
        [one] Un cambiamento
       *[other] { $count } cambiamenti
    } tra { $from } e { $to }
change-working-tree = i file su disco
change-unread = { $count ->
        [one] Un file non si legge, e quindi non è confrontato ({ $side })
       *[other] { $count } file non si leggono, e quindi non sono confrontati ({ $side })
    }: { $files }
change-more = { $count ->
        [one] E un altro cambiamento
       *[other] E altri { $count } cambiamenti
    }, che non ci stanno: `raccordo diff { $revisions }` li mostra tutti.
word-chair = presidente
word-vice-chair = vicepresidente
word-member = componente
word-secretary = segreteria
word-technical-coordinator = coordinamento tecnico
word-consultant = consulente
word-observer = osservatore
word-ex-officio = di diritto, per la carica
word-delegate = per delega
word-representative = in rappresentanza
word-elected = per elezione
word-appointed = per nomina
word-expert = per competenza
word-stated = dichiarato
word-implied = desunto
word-unknown = non noto
word-zones = uno per zona
word-members = uno per ogni ente partecipante
word-vacancy = posto vacante
word-scheduled = in programma
word-held = tenuta
word-cancelled = annullata
word-phone = telefono
word-fax = fax
word-email = posta elettronica
word-pec = posta certificata
word-web = sito web
word-address = indirizzo
word-establishes = istituisce
word-regulates = disciplina
word-framework = quadro
word-plan = piano
word-aim = finalità
word-activity = attività
word-merger = fusione
word-split = divisione
word-rename = cambio di nome
word-closing = chiusura
word-establishment = istituzione
word-renewal = rinnovo
word-lapse = decadenza
word-reconstitution = ricostituzione
word-suspension = sospensione
word-resumption = ripresa dell'attività
seat-ex-officio = componente di diritto
seat-delegate = delegato
seat-representative = rappresentante
seat-elected = componente per elezione
seat-appointed = componente per nomina
seat-expert = persona esperta
word-guest = invitato
word-permanent = sì, in modo stabile
word-yes = sì
word-no = no
word-article = articolo
word-section = sezione
word-paragraph-sign = paragrafo

# Come si chiamano i campi, quando `diff` e `log` ne parlano.
field-accepted = avvisi accettati
field-at = dove
field-because = motivo
field-code = codice
field-acronym = sigla
field-act = atto
field-acting = facente funzioni
field-activities = attività
field-adopted-by = adottato con
field-agenda = ordine del giorno
field-aliases = vecchi indirizzi
field-among = scelto tra i seggi
field-appointed-by = nominato da
field-area = area
field-areas = territori
field-article = articolo
field-articles = articoli
field-as-written = parole della fonte
field-authority = ente titolare
field-basis = titolo
field-body = organismo
field-changes = storia
field-channels = recapiti
field-cited-by = nome delle parti
field-contacts = contatti
field-contacts-office = ufficio
field-channels-value = recapito
field-convened-by = convocazione
field-count = numero
field-count-source = origine del numero
field-date = data
field-decisions = decisioni
field-delegable = può farsi sostituire
field-delegate-of = delegato di
field-delegated-by = scelto da
field-display = forma leggibile
field-documents = documenti
field-draft = bozza
field-each = uno per ciascuno
field-eligible = cariche tra cui scegliere
field-end = fine
field-end-reason = motivo della fine
field-extra = valori per il tema
field-family = cognome
field-file = file
field-from = inizio
field-given = nome
field-group = gruppo
field-held-by = di diritto chi occupa il seggio
field-holder = titolare
field-holders = titolari
field-id = id
field-identifier = identificativo
field-instruments = strumenti
field-into = prosegue in
field-ipa = IPA
field-issuer = emanato da
field-istat = ISTAT
field-kind = tipo
field-lead = ente capofila
field-legal-basis = base giuridica
field-max = massimo
field-meets = frequenza delle sedute
field-members = enti partecipanti
field-min = minimo
field-minutes = verbale
field-minutes-none = motivo per cui non c'è un verbale
field-missing = atto mancante
field-name = nome
field-nav-title = titolo breve
field-none = motivo
field-note = nota
field-office = carica
field-on-behalf-of = per conto di
field-order = posto negli elenchi
field-organization = ente
field-paragraph = comma
field-parent = fa capo a
field-person = persona
field-place = luogo
field-procedure = funzionamento
field-proposed-by = proposto da
field-public = sedute aperte al pubblico
field-publication-basis = norma per la pubblicazione
field-quorum = quorum
field-related = rapporti
field-relation = rapporto
field-represents = rappresenta
field-reviewed = riletta il giorno
field-role = ruolo
field-rules = regolamento
field-scope = tipo di territorio
field-seat = seggio
field-seats = seggi
field-seats-lead = frase che introduce i seggi
field-secretariat = segreteria
field-start = inizio
field-status = stato
field-subject = materia
field-seats-valid-from = inizio del seggio
field-seats-valid-until = fine del seggio
field-substitutes = supplenti
field-summary = sommario
field-tables = tavoli
field-tax-code = codice fiscale
field-term = mandato
field-term-months = durata in mesi
field-terms = mandati
field-territory = territorio
field-text = testo
field-title = titolo
field-topics = argomenti
field-translations = traduzioni
field-translations-reviewed = traduzione riletta il giorno
field-type = tipo
field-until = fine
field-updated = aggiornata il giorno
field-url = sito web
field-vacant = vacante
field-valid = periodo
field-value = valore
field-venue = luogo delle sedute
field-voting = diritto di voto
field-words = altre parole
field-zones = zone
field-zones-count = numero delle zone
field-zones-kind = tipo di zona

## La guida e l'aiuto

guide-type-common = Ogni pagina
guide-type-body = Organismo
guide-type-table = Tavolo
guide-type-seat = Seggio
guide-type-holder = Titolare di un seggio
guide-type-contact = Contatto
guide-type-organization = Ente
guide-type-person = Persona
guide-type-meeting = Seduta
guide-type-document = Documento
guide-type-area = Territorio
guide-type-topic = Argomento
guide-type-page = Pagina di testo
guide-type-section = Sezione
guide-type-registry = Registro
guide-type-translation = Traduzione
guide-type-settings = Impostazioni
guide-shape = Che cosa ci va
guide-shape-list = un elenco; ogni voce è { $item }
guide-shape-map = un gruppo di voci con chiavi a scelta; ogni valore è { $item }
guide-shape-by-language = un gruppo con una voce per lingua; ogni valore è { $item }
guide-shape-one-of = una parola tra { $item }
guide-shape-word-of = una parola dell'elenco { $item }
guide-shape-or = {" "}oppure{" "}
guide-shape-any = qualsiasi valore
guide-required = È obbligatorio.
guide-optional = Si può omettere.
guide-one-of = Ci vuole uno di questi campi: { $names }.
guide-help-pages = `raccordo help guide NOME` mostra una pagina della guida.
guide-help-types = `raccordo help TIPO` elenca i campi di un tipo, `raccordo help field NOME` spiega un campo.
guide-help-required = I campi con * sono obbligatori. `raccordo help field NOME` spiega un campo.
guide-help-inner = Le sue chiavi: { $names }
guide-help-also = Anche: { $names }
cli-unknown-topic = Non c'è un comando, un tipo, un campo o una pagina della guida che si chiami «{ $value }»
cli-near-fields = forse cerchi: { $near }
help-guide = Scrive in una cartella le pagine della guida su campi, messaggi e parole
help-arg-guide = La cartella della guida; nel sito di Raccordo, `content/guida`
help-arg-topic = Un comando; un tipo, come `body`; `field` e il nome di un campo: `field seats`, `field body.seats`; `guide` per le pagine della guida: `guide pubblicare`
