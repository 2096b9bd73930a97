//! What an edit costs who looks: `raccordo serve`, from the saved file to the new page over HTTP.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::site::Site;
use super::{Done, Fallible, THREADS, edits, median, ms, quantile, table};
use crate::generate::{AS_OF, Request};

/// Nothing takes longer, or something is wrong.
const PATIENCE: Duration = Duration::from_secs(120);

/// As long as somebody needs at least between two saves.
const PAUSE: Duration = Duration::from_millis(300);

/// How often the first page is asked for.
const LOOK: Duration = Duration::from_millis(5);

/// Measures every kind of edit and prints the table.
pub fn print(request: Request, within: &Path, repeat: usize) -> Done {
    let site = Site::new(request, within)?;
    site.unpack_theme()?;
    let mut server = Server::start(&site)?;
    let mut rows = Vec::new();
    for edit in edits::all(&site.root(), request)? {
        let repeat = match edit.of_all_pages {
            true => repeat.div_ceil(4),
            false => repeat,
        };
        let times = (1..=repeat).map(|number| server.follow(&edit, number));
        let times: Vec<Seen> = times.collect::<Fallible<_>>()?;
        rows.push(row(edit.name, &times));
        if edit.of_all_pages {
            let times = (1..=repeat).map(|number| server.follow_second(&edit, repeat + 2 * number));
            let times: Vec<Seen> = times.collect::<Fallible<_>>()?;
            rows.push(row("the same, while pages are made", &times));
        }
        server.take_back(&edit)?;
    }
    println!("{} bodies, served; milliseconds\n", request.bodies);
    let head = ["", "edits", "over HTTP", "p95", "all published", "p95"];
    print!("{}", table::markdown(&head, &rows));
    Ok(())
}

/// What somebody who looks waits for, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Waits {
    /// The first page, from the start of the program, where nothing has been built.
    pub first_page: f64,
    /// The new page over HTTP, after an edit of the text of a body.
    pub text: f64,
    /// All published, after the renaming of an organization that 200 bodies seat.
    pub rename: f64,
}

/// Serves a site of which nothing has been built, and makes two kinds of edits so many times: medians.
pub fn waits(site: &Site, repeat: usize) -> Fallible<Waits> {
    site.forget()?;
    let text = edits::text(&site.root(), site.request.bodies)?;
    let rename = edits::rename(&site.root())?;
    let started = Instant::now();
    let mut server = Server::spawn(site)?;
    while server.get(&text.shown).is_err() {
        if started.elapsed() > PATIENCE {
            return Err("no page is shown".into());
        }
        thread::sleep(LOOK);
    }
    let first_page = ms(started.elapsed());
    server.line("Watching")?;
    let mut follow = |edit: &edits::Edit| -> Fallible<Vec<Seen>> {
        let times = (1..=repeat).map(|number| server.follow(edit, number));
        let times = times.collect::<Fallible<Vec<Seen>>>()?;
        server.take_back(edit)?;
        Ok(times)
    };
    let shown: Vec<f64> = follow(&text)?.iter().map(|it| it.shown).collect();
    let published: Vec<f64> = follow(&rename)?.iter().map(|it| it.published).collect();
    Ok(Waits {
        first_page,
        text: median(&shown),
        rename: median(&published),
    })
}

fn row(name: &str, times: &[Seen]) -> Vec<String> {
    let shown: Vec<f64> = times.iter().map(|it| it.shown).collect();
    let published: Vec<f64> = times.iter().map(|it| it.published).collect();
    let figures = [&shown, &published].map(|times| [median(times), quantile(times, 95)]);
    let mut row = vec![name.to_owned(), times.len().to_string()];
    row.extend(figures.iter().flatten().map(|time| table::ms(*time)));
    row
}

/// How long after an edit, in milliseconds.
struct Seen {
    /// A request was answered with the new page.
    shown: f64,
    /// The line was there that says that all is published.
    published: f64,
}

/// `raccordo serve`, as it is typed.
struct Server {
    child: Child,
    /// The lines that it prints, and when they came.
    lines: Receiver<(Instant, String)>,
    /// Where it listens.
    address: String,
}

impl Server {
    fn start(site: &Site) -> Fallible<Server> {
        let mut server = Server::spawn(site)?;
        server.line("Watching")?;
        Ok(server)
    }

    /// Starts it, and waits until it listens.
    fn spawn(site: &Site) -> Fallible<Server> {
        let mut child = Command::new(env!("CARGO_BIN_EXE_raccordo"))
            .args(["serve", "--as-of", AS_OF, "--lang", "en", "--port", "0"])
            .args(["--jobs", &THREADS.to_string(), "--root"])
            .arg(site.root())
            .arg("--out")
            .arg(site.beside("out"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let said = child.stdout.take().ok_or("no output")?;
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(said).lines().map_while(Result::ok) {
                let _ = sender.send((Instant::now(), line));
            }
        });
        let mut server = Server {
            child,
            lines,
            address: String::new(),
        };
        let (_, line) = server.line("The site is at http://")?;
        let address = line.split("http://").nth(1).unwrap_or_default();
        address
            .trim_end_matches('/')
            .clone_into(&mut server.address);
        Ok(server)
    }

    /// Waits for the line that says this.
    fn line(&mut self, text: &str) -> Fallible<(Instant, String)> {
        loop {
            let line = self.lines.recv_timeout(PATIENCE)?;
            if line.1.contains(text) {
                return Ok(line);
            }
        }
    }

    /// Makes an edit, and looks at the page until it is another, then waits until all is published.
    fn follow(&mut self, edit: &edits::Edit, number: usize) -> Fallible<Seen> {
        thread::sleep(PAUSE);
        let (started, shown) = self.show(edit, number)?;
        let (published, _) = self.line(" made, ")?;
        let published = ms(published - started);
        Ok(Seen { shown, published })
    }

    /// Makes an edit, and as soon as it is shown, another, which is looked at.
    fn follow_second(&mut self, edit: &edits::Edit, number: usize) -> Fallible<Seen> {
        thread::sleep(PAUSE);
        self.show(edit, number)?;
        self.follow(edit, number + 1)
    }

    /// Makes an edit, and looks at the page until it is another. When the edit was made, and how long it took.
    fn show(&self, edit: &edits::Edit, number: usize) -> Fallible<(Instant, f64)> {
        let before = self.get(&edit.shown)?;
        let started = Instant::now();
        edit.make(number)?;
        while self.get(&edit.shown)? == before {
            if started.elapsed() > PATIENCE {
                return Err(format!("{} is never shown", edit.name).into());
            }
        }
        Ok((started, ms(started.elapsed())))
    }

    fn take_back(&mut self, edit: &edits::Edit) -> Done {
        thread::sleep(PAUSE);
        edit.take_back()?;
        self.line(" made, ")?;
        Ok(())
    }

    /// What is there, without what the server adds.
    fn get(&self, path: &str) -> Fallible<String> {
        let mut stream = TcpStream::connect(&self.address)?;
        let host = &self.address;
        let request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, text) = answer.split_once("\r\n\r\n").unwrap_or_default();
        if !head.starts_with("HTTP/1.1 200") {
            return Err(format!("/{path}: {head}").into());
        }
        let Some((before, added)) = text.split_once("<script src=\"/__raccordo") else {
            return Ok(text.to_owned());
        };
        let after = added.split_once("</script>").unwrap_or_default().1;
        Ok(before.to_owned() + after)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
