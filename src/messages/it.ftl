# Le parole di Raccordo in italiano. Stesse chiavi di en.ftl, stesse variabili.
# «why» comincia con una frase sola che dice che cosa c'è: è anche il titolo della spiegazione.

## File

invalid-utf8 = Il file contiene caratteri che non si riescono a leggere: non è in UTF-8
    .hint = riapri il file e salvalo con la codifica UTF-8
    .why =
        Il testo è salvato in una codifica diversa da UTF-8. Succede con file scritti con programmi
        vecchi: le lettere accentate (à, è, ù) diventerebbero segni incomprensibili. Apri il file con il tuo
        editor, scegli «Salva con codifica» e poi «UTF-8», e controlla gli accenti.

unreadable-file = Il file non si può leggere: { $detail }
    .why =
        Il file c'è, ma non si riesce ad aprirlo, oppure è un collegamento che porta fuori dalla cartella del
        sito. Per sicurezza il sito è fatto solo di ciò che sta nella sua cartella. Controlla i permessi del
        file; se è un collegamento, metti al suo posto una copia del file.

missing-front-matter = In cima al file manca la scheda della pagina
    .hint = comincia il file con una riga `---`, poi `title: …`, poi un'altra riga `---`
    .why =
        Ogni pagina comincia con una scheda tra due righe di tre trattini, che dice che cos'è la pagina e
        come si intitola. Senza scheda la pagina non avrebbe un titolo. La prima riga del file deve essere
        `---`, senza spazi o righe vuote prima.

unclosed-front-matter = La scheda in cima alla pagina non è chiusa
    .hint = aggiungi una riga `---` tra la scheda e il testo
    .why =
        La scheda in cima alla pagina comincia con una riga `---` ma non ne ha una seconda che la chiude.
        Così non si capisce dove finisce la scheda e dove comincia il testo. Aggiungi una riga di soli tre
        trattini dopo l'ultima voce della scheda.

yaml-syntax = La scheda non si riesce a leggere: { $detail }
    .hint = controlla i rientri e i due punti; un testo che contiene «: » o «#» va tra virgolette
    .why =
        La scheda, o il registro, non è scritta nel formato YAML. Le cause più comuni sono un rientro fatto
        con il tabulatore o di lunghezza diversa dalle righe vicine, uno spazio che manca dopo i due punti,
        una virgoletta o una parentesi non chiusa. Il punto indicato è quello in cui la lettura si ferma:
        l'errore può essere anche sulla riga prima.

yaml-alias = Qui c'è un richiamo YAML (`&`, `*` o `!`), che in queste schede non si usa
    .hint = scrivi il valore per esteso; se il testo comincia davvero con quel segno, mettilo tra virgolette
    .why =
        Il valore comincia con `&`, `*` o `!`, che in YAML hanno un significato speciale. In queste schede
        non si usano, perché chi legge deve trovare ogni valore dov'è scritto. Scrivi il valore per esteso
        oppure, se il segno fa parte del testo, racchiudilo tra virgolette.

too-deep = Ci sono troppi livelli, uno dentro l'altro
    .why =
        I valori sono annidati più a fondo di quanto serva a qualsiasi pagina. Di solito è un rientro che
        cresce a ogni riga, oppure parentesi aperte e mai chiuse. Confronta il punto indicato con una scheda
        che funziona.

toml-syntax = Il file non si riesce a leggere: { $detail }
    .hint = i testi vanno tra virgolette: `title = "Coordinamenti"`
    .why =
        Il file delle impostazioni non è scritto nel formato TOML. Le cause più comuni sono un testo senza
        virgolette, una virgoletta non chiusa o la stessa voce scritta due volte. Il punto indicato è quello
        in cui la lettura si ferma.

## Forma dei valori

unknown-key = La chiave «{ $key }» non esiste
    .hint = controlla come è scritta
    .english = si scrive in inglese: `{ $english }`
    .near = forse `{ $near }`?
    .keys = qui si può scrivere: { $keys }
    .why =
        La scheda contiene una chiave che questo tipo di pagina non prevede. Se venisse ignorata,
        l'informazione sparirebbe dal sito senza che nessuno se ne accorga. Le chiavi sono in inglese e ogni
        cosa si scrive in un modo solo. Correggi la chiave; i dati in più, che servono solo al tema, vanno
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
    .related = la prima volta è qui
    .why =
        La stessa chiave compare due volte nello stesso gruppo. Non si può sapere quale dei due valori sia
        quello giusto. Cancella quello che non serve, oppure uniscili.

missing-key = Manca la chiave «{ $key }»
    .hint = aggiungi `{ $key }: …`
    .why =
        A questa scheda manca un'informazione necessaria. Senza, la pagina sarebbe incompleta o non si
        potrebbe nemmeno fare. Aggiungi la chiave con il suo valore. Se davvero il dato non si conosce,
        guarda nel manuale se per questa chiave c'è un modo di dirlo.

wrong-type = Qui ci vuole { $expected }, ma c'è { $found }
    .why =
        Il valore è di un genere diverso da quello previsto, per esempio un testo dove serve un elenco. Un
        elenco si scrive con un trattino per riga, oppure tra parentesi quadre: `[uno, due]`. Un gruppo di
        voci si scrive con una chiave per riga, rientrata. Vero e falso si scrivono `true` e `false`.

empty-value = Qui manca un valore: { $key }
    .hint = scrivi il valore, oppure togli la riga
    .why =
        La voce c'è ma non contiene niente. Una voce vuota non si distingue da una dimenticata. Scrivi il
        valore; se la voce è facoltativa e non serve, togli tutta la riga.

unknown-value = «{ $value }» non è tra i valori ammessi
    .hint = controlla come è scritto
    .near = forse `{ $near }`?
    .values = i valori ammessi sono: { $values }
    .why =
        Questa voce accetta solo le parole di un elenco stabilito. Così le pagine si possono cercare,
        raggruppare e tradurre. Scegli una parola dell'elenco, scritta in inglese e in minuscolo. Un sito può
        aggiungere le proprie parole in `site.toml`, sotto `[vocabularies]`.

out-of-range = { $value } è fuori dai limiti: il minimo è { $min }, il massimo è { $max }
    .why =
        Il numero è più piccolo o più grande di quanto abbia senso in questo punto. Di solito c'è una cifra
        in più o in meno, oppure un segno meno. Controlla il numero.

bad-id = «{ $value }» non può essere un identificativo
    .hint = usa lettere senza accento, cifre, `-`, `_` e `.`, cominciando con una lettera o una cifra
    .why =
        L'identificativo contiene caratteri che non possono stare in un indirizzo del sito. È il nome con cui
        le altre pagine si riferiscono a questa, e finisce nel suo indirizzo. Scrivilo in minuscolo, con
        trattini al posto degli spazi e senza accenti: `comune-ascoli-piceno`.

bad-date = «{ $value }» non è una data
    .hint = scrivi anno, mese e giorno: `2026-03-14`
    .why =
        La data non esiste nel calendario, oppure è scritta in un altro modo. Le date si scrivono con anno,
        mese e giorno separati da trattini: il 14 marzo 2026 è `2026-03-14`. Così nessuno può confondere il
        giorno con il mese. Sulle pagine la data compare poi per esteso.

bad-time = «{ $value }» non è una data con l'ora
    .hint = scrivi giorno e ora: `2026-03-14T15:30`
    .why =
        La data non esiste, oppure manca l'ora. Si scrive il giorno, una `T` e l'ora: le 15.30 del 14 marzo
        2026 sono `2026-03-14T15:30`. L'ora è quella del fuso del sito; per indicarne un altro, aggiungi lo
        scarto: `2026-03-14T15:30+01:00`.

bad-email = «{ $value }» non è un indirizzo di posta elettronica
    .hint = ha la forma `ufficio@ente.it`
    .why =
        L'indirizzo non può funzionare così com'è scritto. Chi prova a scrivere all'ufficio non riceverebbe
        risposta. Controlla che ci sia una sola `@`, nessuno spazio e un dominio completo, come
        `provincia.novara.it`.

bad-phone = «{ $value }» non è un numero di telefono in forma internazionale
    .hint = scrivi `+39` e il numero, senza spazi: `+390321378851`; come mostrarlo va in `display`
    .why =
        Il numero non è scritto in modo che un telefono possa chiamarlo da qualunque luogo. In `value` va il
        numero internazionale senza spazi né punti: `+39` e poi il numero, con lo zero iniziale per i numeri
        fissi. Se vuoi mostrarlo in un altro modo, scrivilo in `display`. I numeri brevi, come `112`, vanno
        bene così.

bad-url = «{ $value }» non è un indirizzo web
    .hint = comincia con `https://`
    .why =
        L'indirizzo non si può aprire così com'è scritto. Serve l'indirizzo intero, come lo mostra il
        browser: `https://www.provincia.novara.it/`. Per una pagina di questo sito usa invece un
        collegamento interno.

bad-alias = «{ $value }» non può essere un vecchio indirizzo di questo sito
    .hint = scrivi il percorso dalla radice del sito: `/novara/coordinamento`
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
        sito e le ore delle riunioni nei calendari. Per l'Italia scrivi `Europe/Rome`.

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
    .hint = lascia solo quella che dice come stanno le cose
    .why =
        Tra alcune chiavi bisogna sceglierne esattamente una, perché dicono la stessa cosa in modi diversi.
        Per esempio chi occupa un seggio è una persona con la sua pagina (`person`), un nome (`name`) oppure
        nessuno (`vacant: true`). Aggiungi quella che manca, o togli quelle di troppo.

## Identità e riferimenti

misplaced-type = Una pagina di tipo «{ $value }» non può stare in questo file
    .hint = qui ci vuole `type: { $expected }`
    .why =
        Il tipo della pagina non va d'accordo con il file in cui è scritta. Il file `_index.md` di una
        cartella è la pagina di quella sezione; gli altri file sono pagine di altri tipi. Correggi `type`,
        oppure dai al file un altro nome.

dangling-reference = { $type_none } ha l'id «{ $id }»
    .hint = controlla l'id, oppure aggiungi la pagina o la voce di registro che manca
    .near = forse `{ $near }`?
    .why =
        La pagina rimanda a qualcosa che nel sito non c'è. Sul sito sarebbe un nome senza pagina o un
        collegamento rotto. Controlla come è scritto l'id. Se la cosa esiste ma nel sito manca, aggiungila in
        un registro: bastano poche righe, per esempio id, titolo e genere di un ente.

wrong-type-reference = «{ $id }» è { $found_a }, qui ci vuole { $expected_a }
    .why =
        Il riferimento porta a una cosa che esiste, ma di un altro tipo. Per esempio, in `authority` va un
        ente e non una persona. Controlla l'id, o spostalo nella chiave adatta.

duplicate-id = L'id «{ $id }» è già preso da { $type_a }
    .hint = dai a una delle due un altro `id`
    .related = la prima è qui
    .why =
        Due cose dello stesso tipo hanno lo stesso id. Un riferimento a quell'id non saprebbe a quale delle
        due portare. Se sono la stessa cosa, tienine una; se sono diverse, cambia l'id di quella più recente
        e i riferimenti a essa.

duplicate-address = L'indirizzo «{ $address }» è già preso
    .hint = cambia l'id, il nome del file o l'alias di una delle due pagine
    .related = è già preso qui
    .why =
        Due pagine, file o vecchi indirizzi finirebbero allo stesso indirizzo, e uno cancellerebbe l'altro.
        Contano come uguali anche due indirizzi che differiscono solo per maiuscole e minuscole, perché molti
        server non le distinguono. Cambia l'id, il nome del file o l'alias di uno dei due.

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

future-date = La data { DAY($date) } è nel futuro
    .hint = il sito parla del giorno { DAY($as_of) }: la data non può venire dopo
    .why =
        Questa data racconta qualcosa che è già successo, come un aggiornamento o una revisione, quindi non
        può venire dopo il giorno a cui si riferisce il sito. Spesso è uno scambio tra giorno e mese o un
        anno sbagliato. Correggi la data.

from-and-each = `from` ed `each` non possono stare nello stesso seggio
    .hint = tieni `from` se si sceglie tra questi enti, `each` se ce n'è uno per ognuno
    .why =
        Un seggio dice da dove viene chi lo occupa in un modo solo. Con `from` le persone sono scelte
        dall'insieme di quegli enti; con `each` ce n'è una per ciascuno. Tieni quello che corrisponde
        all'atto. Se servono tutti e due, fai due seggi.

each-of-nothing = Il seggio vale per ognuno di `{ $each }`, ma l'organismo non ne elenca
    .hint = aggiungi l'elenco alla scheda dell'organismo, oppure scrivi in `each` a chi si riferisce
    .why =
        Il seggio rimanda a un elenco dell'organismo che non c'è: `zones` sono gli ambiti in
        `territory`, `members` sono gli enti in `members`. Senza elenco non si sa quanti posti siano.
        Aggiungi l'elenco, oppure scrivi in `each` un testo che dica a chi si riferisce.

count-mismatch = Il seggio dichiara { $count ->
        [one] un posto
       *[other] { $count } posti
    }, ma l'elenco ne dà { $size }
    .hint = correggi `count` o l'elenco; se coincidono sempre, `count` si può togliere
    .why =
        Il numero dei posti non coincide con quante voci ha l'elenco di cui il seggio ne prende uno per
        ognuna. Uno dei due non è aggiornato. Controlla l'atto, poi correggi `count` o l'elenco.

zones-mismatch = Gli ambiti dichiarati sono { $count }, gli enti capofila elencati { $leads }
    .hint = correggi `count` o l'elenco `lead`: a ogni ambito il suo capofila
    .why =
        Il numero degli ambiti non coincide con quello degli enti capofila. Ogni ambito ne ha uno. Manca un
        capofila, ce n'è uno di troppo, oppure il numero non è aggiornato: controlla l'atto e correggi.

missing-office = Il seggio spetta di diritto a una carica, che però non è indicata
    .hint = aggiungi `office: …`, per esempio `office: Assessore alle Politiche Sociali`
    .why =
        Chi siede di diritto (`basis: ex_officio`) siede perché ricopre una carica. Senza il nome della
        carica la pagina non direbbe chi è. Scrivi in `office` la carica come la chiama l'atto.

until-before-from = Il periodo finisce prima di cominciare: dal giorno { DAY($from) } al giorno { DAY($until) }
    .hint = controlla le due date: forse sono scambiate
    .why =
        La data di fine viene prima di quella di inizio. Di solito le due date sono scambiate, oppure l'anno
        è sbagliato. Controlla l'atto e correggi. Le date comprendono il primo e l'ultimo giorno.

overfull-seat = I titolari sono { $holders }, i posti { $places }: così risulta il giorno { DAY($date) }
    .hint = scrivi `until` per chi ha concluso; i supplenti vanno indicati come tali, oppure correggi `count`
    .why =
        In quel giorno il seggio avrebbe più titolari che posti. Quasi sempre manca la data di fine di un
        mandato concluso. Aggiungi `until` a chi ha lasciato, segna i supplenti con `substitutes`, oppure
        correggi il numero dei posti.

holder-outside-validity = Il mandato esce dal periodo in cui l'organismo esiste: giorno { DAY($date) }
    .hint = l'organismo è valido nel periodo { DAY($from) } – { DAY($until) }
    .why =
        Qualcuno risulterebbe in carica quando l'organismo non c'era ancora, o non c'era più. O è sbagliata
        la data del mandato, o quella dell'organismo (`valid`). Controlla gli atti e correggi.

meeting-outside-validity = In data { DAY($date) } l'organismo «{ $body }» non esisteva
    .hint = l'organismo è valido nel periodo { DAY($from) } – { DAY($until) }
    .why =
        La riunione cade prima che l'organismo nascesse o dopo che è finito. O è sbagliata la data della
        riunione, o il periodo dell'organismo (`valid`), o l'organismo indicato. Controlla e correggi.

contact-without-channel = Questo contatto non dice come raggiungerlo
    .hint = aggiungi almeno un telefono, un indirizzo di posta o una sede in `channels`
    .why =
        Il contatto ha un nome ma nessun modo di raggiungerlo. Chi legge la pagina cerca proprio quello.
        Aggiungi in `channels` almeno un recapito, per esempio il telefono o la PEC dell'ufficio, oppure togli
        il contatto.

## Testo

image-without-alt = L'immagine non ha un testo alternativo
    .hint = descrivila tra le parentesi quadre: `![La sede della Provincia](sede.jpg)`
    .why =
        Chi non vede l'immagine deve poter sapere che cosa mostra. Il testo alternativo è letto dalle sintesi
        vocali ed è obbligatorio per i siti pubblici (legge 4/2004). Scrivi tra le parentesi quadre, in
        poche parole, quello che l'immagine aggiunge al testo.

top-heading = Nel testo c'è un titolo di primo livello
    .hint = comincia da `##`: il titolo della pagina è già quello della scheda
    .why =
        Una pagina ha un solo titolo principale, ed è `title` nella scheda. Un secondo titolo dello stesso
        livello confonde chi naviga per titoli con una sintesi vocale. Usa `##` per le parti della pagina e
        `###` per le loro parti. Se il titolo ripete quello della pagina, toglilo.

skipped-heading = Da un titolo di livello { $previous } si passa a uno di livello { $level }
    .hint = usa il livello subito sotto: un `#` in più, non due
    .why =
        Tra questo titolo e quello prima manca un livello. I titoli sono l'indice della pagina, e chi la
        ascolta si orienta con quelli: un livello saltato sembra una parte mancante. Il livello non serve a
        scegliere la grandezza dei caratteri, a quella pensa il tema.

empty-heading = Questo titolo è vuoto
    .hint = scrivi il titolo, oppure togli la riga
    .why =
        C'è il segno di titolo (`##`) ma nessun testo. Nell'indice della pagina comparirebbe una riga vuota.
        Scrivi il titolo, oppure togli la riga.

duplicate-anchor = L'ancora «{ $anchor }» è usata due volte in questa pagina
    .hint = scegli un altro nome tra le parentesi graffe del titolo
    .related = la prima è qui
    .why =
        Due punti della pagina hanno lo stesso nome per i collegamenti. Un collegamento porterebbe sempre al
        primo. Cambia il nome di uno dei due, oppure toglilo: ogni titolo ne riceve uno da sé.

broken-link = Il collegamento «{ $target }» non porta a niente
    .hint = controlla il percorso: parte dalla cartella di questo file
    .near = forse `{ $near }`?
    .why =
        La pagina o il file a cui porta il collegamento non c'è. Il lettore troverebbe «pagina non trovata».
        Il percorso si scrive a partire dalla cartella del file che stai scrivendo: `../novara/_index.md`. Più
        robusto è il riferimento per id, che resta valido anche se il file si sposta:
        `ref:organization/cisa-24`.

broken-anchor = La pagina «{ $page }» non ha il punto «#{ $anchor }»
    .hint = apri la pagina e copia l'ancora dal suo indice
    .near = forse `#{ $near }`?
    .why =
        La pagina esiste, ma non ha il titolo a cui porta il collegamento. Di solito il titolo è cambiato.
        Copia il nome dall'indice della pagina, oppure dai al titolo un nome fisso.

unsafe-link = Il collegamento «{ $target }» non è ammesso
    .hint = usa un indirizzo `https://`, `mailto:` o `tel:`, oppure un file del sito
    .why =
        Il collegamento farebbe eseguire un programma a chi lo apre, oppure porta fuori dalla cartella del
        sito. Può mettere in pericolo chi legge o mostrare file che non sono da pubblicare. Sono ammessi
        indirizzi web, posta, telefono e file che stanno nella cartella del sito.

unknown-component = Il tema non ha il componente «{ $name }»
    .hint = controlla il nome nel manuale del tema
    .near = forse `{ $near }`?
    .why =
        Il testo chiama un componente che il tema non conosce. I componenti sono pezzi di pagina già pronti,
        e ogni tema ha i suoi. Controlla come è scritto il nome. Se hai cambiato tema, forse quello nuovo ha
        un componente simile.

component-syntax = La chiamata al componente non si riesce a leggere: { $detail }
    .hint = i testi vanno tra virgolette e ogni parentesi aperta va chiusa
    .why =
        La riga che chiama un componente non è scritta nel modo previsto. Ha il nome del componente e i suoi
        argomenti, ognuno nella forma `nome="valore"`; i numeri e `true` o `false` si scrivono senza
        virgolette. Confronta la riga con un esempio del manuale del tema.

component-argument = L'argomento «{ $name }» non va bene per il componente «{ $component }»
    .hint = controlla nel manuale del tema quali argomenti prende
    .why =
        Il componente non prevede questo argomento, oppure lo richiede e manca, oppure lo vuole di un altro
        genere: un numero invece di un testo, per esempio. Controlla gli argomenti del componente nel manuale
        del tema.

## Temi

unknown-theme = Il tema «{ $name }» non c'è
    .hint = i temi disponibili sono: { $names }
    .near = forse `{ $near }`?
    .why =
        Il tema indicato in `site.toml` non è tra quelli disponibili. Un tema è una cartella con quel nome
        dentro `themes/`; `civico` c'è sempre. Controlla il nome, oppure copia la cartella del tema.

template-error = Un modello del tema non funziona: { $detail }
    .why =
        Un modello, cioè il disegno di un tipo di pagina, contiene un errore o usa un dato che non c'è. Non
        dipende dal testo delle pagine: se ne occupa chi cura il tema. Se il tema è tuo, guarda il punto
        indicato; altrimenti segnala il messaggio a chi l'ha scritto.

labels-syntax = Le etichette del tema non si riescono a leggere: { $detail }
    .why =
        Il file con le parole del tema, in `i18n/`, contiene un errore di scrittura. Senza etichette le pagine
        avrebbero spazi vuoti. Se ne occupa chi cura il tema: ogni riga ha la forma `nome = testo`.

## Avvisi

missing-summary = La pagina non ha un riassunto
    .hint = aggiungi `summary: …`, una o due frasi
    .why =
        La pagina non dice in breve che cos'è. Il riassunto compare negli elenchi, nei risultati di ricerca e
        quando la pagina è condivisa: senza, chi cerca deve aprirla per capire. Bastano una o due frasi, al
        massimo 255 caratteri.

no-establishing-act = Non è indicato l'atto che istituisce l'organismo
    .hint = aggiungilo in `legal_basis` con `relation: establishes`; se non è pubblicato, `missing: true`
    .why =
        La pagina non dice con quale atto è nato l'organismo. Chi legge deve poter risalire alla decisione.
        Aggiungi l'atto in `legal_basis` con `relation: establishes`. Se l'atto c'è ma non si trova, scrivi
        `missing: true`: la pagina lo dirà apertamente.

no-chair = «{ $title }» non ha una presidenza
    .hint = se qualcuno presiede, scrivi `role: chair` nel suo seggio
    .why =
        Nessun seggio di questo organismo ha il ruolo di presidente. Può essere giusto così, ma più spesso è
        un dato che manca, ed è la prima cosa che si cerca. Scrivi `role: chair` nel seggio di chi presiede;
        se l'atto non lo dice, lascia com'è.

several-chairs = «{ $title }» ha più di una presidenza ({ $count })
    .hint = per chi fa le veci usa `role: vice_chair`
    .why =
        Più di un seggio ha il ruolo di presidente. Una presidenza condivisa esiste, ma di solito uno dei due
        è vicepresidente o presiede un tavolo. Controlla l'atto; se la presidenza è davvero condivisa, lascia
        com'è.

uncertain-count = Il numero dei posti del seggio «{ $seat }» è { $source }
    .hint = quando un atto lo dice, scrivi `count` e togli `count_source`
    .why =
        Quanti posti abbia questo seggio non è scritto da nessuna parte: lo si ricava dal contesto oppure non
        si sa. La pagina lo dice, senza inventare un numero. Quando trovi un atto che lo stabilisce, scrivi
        il numero in `count` e togli `count_source`.

unfilled-seat = Nel seggio «{ $seat }» { $vacant ->
        [one] un posto su { $places } è senza titolare
       *[other] { $vacant } posti su { $places } sono senza titolare
    }
    .hint = aggiungi chi è in carica in `holders`, o `vacant: true` se il posto è libero
    .why =
        Per uno o più posti del seggio non si sa chi li occupa. Chi legge non può sapere a chi rivolgersi.
        Aggiungi in `holders` chi è in carica e da quando; se il posto è davvero libero, scrivi `vacant: true`.

expired-mandate = Il mandato di { $holder } nel seggio «{ $seat }» è scaduto il giorno { DAY($until) }
    .hint = aggiungi chi è subentrato, o la nuova data se il mandato è stato prorogato
    .why =
        Il mandato è finito e nessuno risulta subentrato. La pagina mostrerebbe una situazione superata.
        Aggiungi in `holders` la persona nuova con la data di inizio. Non cancellare quella di prima: resta
        nella storia dell'organismo.

member-without-seat = { $organization } fa parte dell'organismo ma non ha un seggio
    .hint = aggiungi il seggio, oppure usa `each: members` se ce n'è uno per ogni ente
    .why =
        L'ente è tra i membri, ma da nessuna parte si dice chi lo rappresenta. Può mancare un seggio, oppure
        l'ente non fa più parte dell'organismo. Controlla l'atto e aggiorna i seggi o l'elenco `members`.

dissolved-organization = { $organization } non è più l'ente di prima: { $change }, { DAY($date) }
    .hint = controlla chi ha preso il suo posto e aggiorna la scheda
    .into = ora c'è { $into }
    .why =
        Un ente indicato nella pagina è stato unito a un altro, diviso, rinominato o chiuso. La pagina
        racconterebbe una situazione che non c'è più. Metti l'ente che ne ha preso il posto, oppure una data
        di fine se la pagina racconta il passato.

outside-territory = { GIVEN($since) ->
        [no] { $organization } non è nel territorio «{ $area }»: appartiene a { $actual }
       *[yes] { $organization } non è più nel territorio «{ $area }»: dal giorno { DAY($since) } appartiene a { $actual }
    }
    .hint = controlla se l'ente fa ancora parte dell'organismo
    .why =
        L'ente si trova fuori dal territorio dell'organismo. Succede quando i confini cambiano, per esempio con
        una nuova provincia. Se l'ente non ne fa più parte, toglilo o indica fino a quando c'è stato; se ne fa
        parte lo stesso, lascia com'è.

unknown-article = Nell'atto «{ $act }» non risulta l'articolo { $article }
    .hint = controlla il numero sul testo dell'atto
    .why =
        L'articolo citato non è tra quelli che il sito conosce per quell'atto. Può essere un errore già nel
        documento di partenza, oppure l'elenco degli articoli non è completo. Controlla il testo ufficiale. Se
        la citazione è così nell'originale, lasciala e spiegalo in `note`.

stale-meeting = La riunione è segnata in programma, ma era il giorno { DAY($date) }
    .hint = scrivi `status: held` se si è tenuta, `status: cancelled` se è stata annullata
    .why =
        La data della riunione è passata, ma la pagina la annuncia ancora. Chi legge non sa se c'è stata.
        Cambia `status` in `held` oppure `cancelled` e, se si è tenuta, aggiungi il verbale quando c'è.

missing-minutes = La riunione si è tenuta { $days } giorni fa e non ha un verbale
    .hint = la riunione è del giorno { DAY($date) }: aggiungi il verbale in `minutes`
    .why =
        Dopo 60 giorni dalla riunione il verbale non è ancora pubblicato. Il verbale è ciò che rende
        conoscibili le decisioni. Aggiungilo tra i documenti e indicalo in `minutes`.

not-reviewed = La pagina non risulta rivista negli ultimi { $months } mesi
    .hint = ultima revisione: { DAY($date) }; rileggila e aggiorna la data in `reviewed`
    .never = rileggila e scrivi la data di oggi in `reviewed`
    .why =
        Da molto tempo nessuno conferma che la pagina sia ancora vera. Persone, uffici e recapiti cambiano
        senza che la pagina lo sappia. Rileggila, correggi quello che è cambiato e scrivi in `reviewed` la
        data in cui l'hai fatto, anche se non c'era niente da correggere.

no-publication-basis = Non è indicato perché il nome di questa persona è pubblicato
    .hint = aggiungi `publication_basis: …`, per esempio la norma o il consenso
    .why =
        Il nome di una persona è un dato personale, e per pubblicarlo serve una ragione: una norma sulla
        trasparenza, la carica che ricopre, il suo consenso. Scrivila in `publication_basis`. Se non c'è,
        indica la carica senza il nome.

personal-email = «{ $value }» sembra l'indirizzo di una persona
    .hint = se c'è, usa quello dell'ufficio, per esempio `politichesociali@ente.it`
    .why =
        L'indirizzo sembra di una persona e non di un ufficio. Quando la persona cambia incarico la posta si
        perde, e il suo nome resta in rete più del necessario. Se esiste un indirizzo dell'ufficio, usa quello;
        altrimenti lascia com'è.

vague-link = Il testo «{ $text }» non dice dove porta il collegamento
    .hint = usa come testo il nome della pagina o del documento
    .why =
        Chi usa una sintesi vocale scorre spesso solo i collegamenti: «clicca qui» o «leggi tutto», da
        soli, non dicono niente. Scrivi nel testo del collegamento che cosa si trova, per esempio «il Piano di
        Zona 2024-2026 (PDF)».

missing-legal-link = In fondo alle pagine manca il collegamento: { $role }
    .hint = aggiungilo in `site.toml` sotto `[footer]`
    .why =
        Un sito pubblico deve avere, in fondo a ogni pagina, le note legali, l'informativa sulla privacy e la
        dichiarazione di accessibilità. Uno di questi collegamenti manca. Aggiungi la pagina, o l'indirizzo in
        cui si trova, nelle impostazioni del sito, sotto `[footer]`.

html-removed = Nel testo c'è HTML che non è stato pubblicato
    .hint = usa la scrittura Markdown, oppure un componente del tema
    .why =
        Il testo contiene HTML che per sicurezza non è stato messo nella pagina. L'HTML può contenere
        programmi o rompere la pagina. Quasi tutto si può scrivere in Markdown; per il resto il tema ha i suoi
        componenti. Chi amministra il sito può scegliere come trattare l'HTML in `site.toml`, sotto
        `[markdown]`.

shallow-history = La storia delle modifiche non è completa: le date di aggiornamento restano vuote
    .hint = scarica tutta la storia, per esempio con `git fetch --unshallow`
    .why =
        Le date di «ultimo aggiornamento» vengono dalla storia delle modifiche, che qui è stata scaricata solo
        in parte. Le date sarebbero sbagliate, perciò restano vuote. Scarica la storia per intero: nei sistemi
        di pubblicazione automatica c'è di solito un'opzione per farlo (`fetch-depth: 0`).

## Generi di valori

shape-text = un testo
shape-summary = un riassunto
shape-id = un identificativo
shape-word = una parola dell'elenco
shape-email = un indirizzo di posta elettronica
shape-phone = un numero di telefono
shape-url = un indirizzo web
shape-alias = un vecchio indirizzo di questo sito
shape-istat = un codice ISTAT
shape-tax-code = il codice fiscale di un ente
shape-time-zone = un fuso orario
shape-date = una data
shape-time = una data con l'ora
shape-language = il codice di una lingua
shape-flag = vero o falso (`true` o `false`)
shape-integer = un numero intero
shape-list = un elenco
shape-mapping = un gruppo di voci
shape-nothing = niente

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
type-organization = organizzazione
    .a = un'organizzazione
    .the = l'organizzazione
    .none = Nessuna organizzazione
type-person = persona
    .a = una persona
    .the = la persona
    .none = Nessuna persona
type-meeting = riunione
    .a = una riunione
    .the = la riunione
    .none = Nessuna riunione
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
type-activity = attività
    .a = un'attività
    .the = l'attività
    .none = Nessuna attività
type-file = file
    .a = un file
    .the = il file
    .none = Nessun file
type-anything = cosa
    .a = una cosa del sito
    .the = la cosa
    .none = Niente

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
level-help = aiuto
level-note = nota

cli-errors = { $count ->
    [one] un errore
   *[other] { $count } errori
}
cli-warnings = { $count ->
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
cli-checked = { $pages ->
    [one] Una pagina controllata
   *[other] { $pages } pagine controllate
} in { $seconds } s
cli-found = { $errors ->
    [0] nessun errore
    [one] un errore
   *[other] { $errors } errori
}, { $warnings ->
    [0] nessun avviso
    [one] un avviso
   *[other] { $warnings } avvisi
}
cli-nothing-written = Non è stato scritto niente: il sito di prima resta com'era
cli-explain = per saperne di più: `raccordo explain { $code }`
cli-example = Un esempio
cli-unknown-code = Non c'è una spiegazione con il nome «{ $value }»
cli-codes = Le spiegazioni disponibili:
cli-progress-load = Leggo i file
cli-progress-parse = Leggo le pagine
cli-progress-resolve = Controllo
cli-progress-render = Preparo le pagine
cli-progress-write = Scrivo il sito
cli-no-site = Non trovo `site.toml`, né in «{ $folder }» né nelle cartelle sopra
cli-no-site-hint = indica la cartella del sito con `--root`
cli-bad-as-of = «{ $value }» non è una data: scrivi anno, mese e giorno, per esempio `2026-03-14`
cli-bad-base-url = «{ $value }» non è un indirizzo web: comincia con `https://`
cli-cannot-read = Non riesco a leggere «{ $path }»: { $detail }
cli-cannot-write = Non riesco a scrivere «{ $path }»: { $detail }
cli-busy-output = Un'altra pubblicazione sta scrivendo in «{ $folder }»: riprova quando ha finito
cli-foreign-output = In «{ $path }» c'è un file che non è di questo sito: non lo tocco
cli-output-in-source = La cartella «{ $folder }» contiene i testi del sito: scegline un'altra con `--out`
cli-internal = Errore interno di Raccordo: { $detail }
cli-internal-hint = non dipende dai testi: segnalalo a chi cura il programma
