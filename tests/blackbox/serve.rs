//! `raccordo serve`: the real program over real sockets.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use crate::fixtures::{Files, full_files};
use crate::process::{PATIENCE, Place, Process, program, read_folder, try_read_folder, write};

const PAGE: &str = "content/consulta.md";

/// Serves the full site. Returns the address at which the server listens.
fn serve(args: &[&str]) -> (Place, Process, SocketAddr) {
    serve_site(&full_files(), args)
}

fn serve_site(files: &Files, args: &[&str]) -> (Place, Process, SocketAddr) {
    let place = Place::new(files);
    let mut process = place.start(&[&["serve"], args].concat());
    process.says("Watching");
    let address = address(&process);
    (place, process, address)
}

/// The address in `The site is at http://127.0.0.1:8000/sito/`.
fn address(process: &Process) -> SocketAddr {
    let said = process.stdout();
    let (_, url) = said.split_once("The site is at http://").unwrap();
    let (host, path) = url.split_once('/').unwrap();
    assert!(path.starts_with("sito/\n"), "{said}");
    host.parse().unwrap()
}

/// Sends a request. Returns the status, and the whole answer as text.
fn get(address: SocketAddr, path: &str, host: &str) -> (u16, String) {
    let mut stream = request(address, path, host);
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, answer)
}

fn request(address: SocketAddr, path: &str, host: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let head = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    stream
}

#[test]
fn a_saved_page_is_served() {
    let (place, mut process, address) = serve(&["--port", "0"]);
    let host = address.to_string();
    let page = |path: &str| get(address, path, &host);
    let (status, text) = page("/sito/consulta/");
    assert_eq!(status, 200, "{text}");
    assert!(text.contains("lavora dal 2010") && text.contains("__raccordo/reload.js"));

    place.replace(PAGE, "lavora", "opera");
    process.until("the page with the new text", |_| {
        page("/sito/consulta/")
            .1
            .contains("opera dal 2010")
            .then_some(())
    });

    let text = fs::read_to_string(place.at(PAGE)).unwrap();
    let broken = text.replace("opera", "[riposa](ref:body/nessuno)");
    write(&place.at(PAGE), broken.as_bytes());
    process.says("content/consulta.md: one error, the site stays as it was");
    let (status, text) = page("/sito/consulta/");
    assert!(status == 200 && text.contains("opera dal 2010"), "{text}");

    place.replace(PAGE, "[riposa](ref:body/nessuno)", "siede");
    process.says("No more errors.");
    assert!(page("/sito/consulta/").1.contains("siede dal 2010"));

    fs::remove_file(place.at("content/orari.de.md")).unwrap();
    place.is_fresh(&mut process);
    for (path, bytes) in read_folder(&place.out()) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("__raccordo"), "{path}");
    }
}

#[test]
fn missing_pages_and_foreign_hosts_are_refused() {
    let (_place, _process, address) = serve(&["--port", "0"]);
    let host = address.to_string();
    let (status, text) = get(address, "/sito/nulla/", &host);
    assert!(status == 404 && text.contains("<h1>"), "{text}");
    let (status, text) = get(address, "/", &host);
    assert!((300..400).contains(&status), "{text}");
    let (status, text) = get(address, "/sito/", "example.org");
    assert_eq!(status, 403, "{text}");
    assert!(!text.contains("<h1>"), "{text}");
    assert_eq!(
        get(address, "/sito/", &format!("localhost:{}", address.port())).0,
        200
    );
}

#[test]
fn a_new_base_path_is_served() {
    let (place, mut process, address) = serve(&["--port", "0"]);
    let host = address.to_string();
    place.replace(
        "site.toml",
        "consulte.example/sito",
        "consulte.example/altro",
    );
    process.until("the site at its new path", |_| {
        (get(address, "/altro/consulta/", &host).0 == 200).then_some(())
    });
    assert_eq!(get(address, "/sito/consulta/", &host).0, 404);
    // It stays while the settings cannot be read.
    place.replace("site.toml", "title = ", "title == ");
    process.says("the site stays as it was");
    assert_eq!(get(address, "/altro/consulta/", &host).0, 200);
}

#[test]
fn a_taken_port_is_an_error() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let place = Place::new(&full_files());
    let serve = program(&["serve", "--port", &port], &place.root(), &place.out());
    let output = { serve }.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    let expected =
        format!("error: Port {port} is taken by another program\n  choose another with `--port`");
    assert!(said.starts_with(&expected), "{said}");
    assert!(!place.out().exists());
}

#[test]
fn without_a_port_each_server_finds_a_free_one() {
    let place = Place::new(&full_files());
    let start = |out: &str| {
        let mut process = Process::start(&["serve"], &place.root(), &place.at(out));
        process.says("Watching");
        process
    };
    let both = [start("uno"), start("due")];
    let ports = both.each_ref().map(|process| address(process).port());
    assert!(
        ports[0] != ports[1] && ports.iter().all(|port| *port >= 8000),
        "{ports:?}"
    );
    for port in ports {
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        assert_eq!(get(address, "/sito/", &address.to_string()).0, 200);
    }
}

#[test]
fn ctrl_c_ends_the_server_while_pages_are_open() {
    let (_place, mut process, address) = serve(&["--port", "0"]);
    let mut open = request(address, "/__raccordo/events", &address.to_string());
    let mut begin = [0; 12];
    open.read_exact(&mut begin).unwrap();
    assert_eq!(&begin, b"HTTP/1.1 200");
    let (status, time) = process.end("INT");
    assert_eq!(status.code(), Some(0), "{}", process.stderr());
    assert!(time < Duration::from_secs(1), "{time:?}");
    assert!(
        process.stdout().ends_with("Ended.\n"),
        "{}",
        process.stdout()
    );
}

const TEMPLATE: &str = "themes/mini/templates/body.html";

#[test]
fn a_template_that_fails_on_one_page_leaves_the_old_site() {
    let (place, mut process, address) = serve(&["--port", "0"]);
    let host = address.to_string();
    let shows = |text: &str| {
        let pages = ["/sito/consulta/", "/sito/cabina/"];
        let mut pages = pages.iter().map(|path| get(address, path, &host));
        pages.all(|(status, page)| status == 200 && page.contains(text))
    };
    let broken = "{% if page.id == \"consulta\" %}{{ page.day.iso }}{% endif %}";
    place.replace(TEMPLATE, "<h1></h1>", &format!("<h1>new{broken}</h1>"));
    process.says(&format!("{TEMPLATE}: one error, the site stays as it was"));
    assert!(shows("<h1></h1>"));
    place.replace(TEMPLATE, broken, "er");
    process.says("No more errors.");
    assert!(shows("<h1>newer</h1>"));
    place.is_fresh(&mut process);
}

#[test]
fn no_answer_is_older_than_the_one_before() {
    let (place, mut process, address) = serve(&["--port", "0"]);
    let host = address.to_string();
    // The number of the edit that a page shows.
    let edit_of = |path: &str| {
        let (status, text) = get(address, path, &host);
        assert_eq!(status, 200, "{text}");
        let (_, after) = text.split_once("<h1>").unwrap();
        after.split_once('<').unwrap().0.parse().unwrap_or(0)
    };
    for edit in 1..=5 {
        let before = match edit {
            1 => "<h1></h1>".to_owned(),
            _ => format!("<h1>{}</h1>", edit - 1),
        };
        place.replace(TEMPLATE, &before, &format!("<h1>{edit}</h1>"));
        let mut newest = edit - 1;
        let (deadline, mut turns) = (Instant::now() + PATIENCE, 0);
        while turns < edit {
            assert!(Instant::now() < deadline, "{}", process.stderr());
            for path in ["/sito/consulta/", "/sito/cabina/", "/sito/de/consulta/"] {
                let seen = edit_of(path);
                assert!(seen >= newest, "{path} is of {seen} after {newest}");
                newest = seen;
            }
            let said = process.stdout();
            turns = said.lines().filter(|it| it.starts_with(TEMPLATE)).count();
        }
        assert_eq!(edit_of("/sito/consulta/"), edit);
    }
    place.is_fresh(&mut process);
}

/// The full site with so many more bodies that rendering takes a while.
fn many() -> Files {
    let mut files = full_files();
    for body in 0..400 {
        let text = format!(
            "---\ntype: body\ntitle: Corpo {body}\nsummary: Uno di molti.\nkind: council\nauthority: provincia-cuneo\n\
             seats:\n  - {{id: uno, role: chair, basis: representative, from: [comune-alba], count: 1}}\n\
             activities:\n  - {{id: uno, text: Raccorda.}}\n---\n"
        );
        files.insert(format!("content/elenco/{body}.md"), text.into_bytes());
    }
    files
}

#[test]
fn a_save_does_not_wait_for_the_pages_of_the_last_one() {
    let (place, mut process, address) = serve_site(&many(), &["--port", "0"]);
    let host = address.to_string();
    let shows = |what: &str| get(address, "/sito/consulta/", &host).1.contains(what);
    place.replace(TEMPLATE, "<h1></h1>", "<h1>first</h1>");
    process.until("the first", |_| shows("<h1>first</h1>").then_some(()));
    place.replace(TEMPLATE, "<h1>first</h1>", "<h1>second</h1>");
    place.replace(PAGE, "lavora", "opera");
    process.until("the second", |_| shows("<h1>second</h1>").then_some(()));
    process.until("the text", |_| shows("opera").then_some(()));
    place.is_fresh(&mut process);
    process.says("pages made");
    let said = process.stdout();
    let lines: Vec<&str> = said.lines().filter(|it| it.contains(" made, ")).collect();
    let [line] = lines.as_slice() else {
        panic!("what nobody waits for any more is not published: {said}");
    };
    let named = format!("{PAGE} and one other file: ");
    assert!(line.starts_with(&named), "{line}");
}

#[test]
fn ctrl_c_does_not_wait_for_pages() {
    let (place, mut process, address) = serve_site(&many(), &["--port", "0"]);
    let host = address.to_string();
    let before = try_read_folder(&place.out()).unwrap();
    place.replace(TEMPLATE, "<h1></h1>", "<h1>first</h1>");
    process.until("the first", |_| {
        let page = get(address, "/sito/consulta/", &host).1;
        page.contains("<h1>first</h1>").then_some(())
    });
    let (status, time) = process.end("INT");
    assert_eq!(status.code(), Some(0), "{}", process.stderr());
    assert!(time < Duration::from_secs(1), "{time:?}");
    assert!(
        try_read_folder(&place.out()).unwrap() == before,
        "not published"
    );
    // The next program makes the pages that were left.
    let mut process = place.start(&["watch"]);
    process.says("Watching");
    place.is_fresh(&mut process);
}
