//! A site in a temporary folder, its server, and a simple HTTP client.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::time::Duration;

use raccordo::site::server::{Listen, Port, Server, ServerConfig, ServerTexts};

pub struct Site {
    pub root: tempfile::TempDir,
    pub server: Server,
    pub base_path: &'static str,
}

pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// The settings of the servers in tests.
pub fn settings(base_path: &str) -> ServerConfig {
    ServerConfig {
        base_path: base_path.to_owned(),
        texts: ServerTexts {
            language: "it".to_owned(),
            overlay: "Errori".to_owned(),
            close: "Chiudi".to_owned(),
            refused: "Nome non ammesso".to_owned(),
            missing: "Qui no & basta".to_owned(),
        },
    }
}

/// A site of these files, served below `/`.
pub fn site(files: &[(&str, &str)]) -> Site {
    site_below("/", files)
}

pub fn site_below(base_path: &'static str, files: &[(&str, &str)]) -> Site {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("public");
    let listen = Listen::locally(Port::Exactly(0));
    let server = Server::start(&folder, listen, settings(base_path)).unwrap();
    let site = Site {
        root,
        server,
        base_path,
    };
    for (path, text) in files {
        site.write(path, text);
    }
    site
}

impl Site {
    pub fn folder(&self) -> PathBuf {
        self.root.path().join("public")
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn get(&self, path: &str) -> Response {
        self.send("GET", path, &[])
    }

    /// A request with these further headers.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
        let host = self.server.address().to_string();
        let mut all = vec![("Host", host.as_str())];
        all.extend(headers);
        self.send_only(method, path, &all)
    }

    /// A request with these headers and no others.
    pub fn send_only(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
        let mut reader = request(self.server.address(), method, path, headers);
        let mut response = head(&mut reader);
        reader.read_to_end(&mut response.body).unwrap();
        response
    }

    /// An open stream of events.
    pub fn listen(&self, query: &str, headers: &[(&str, &str)]) -> Stream {
        let host = self.server.address().to_string();
        let mut all = vec![("Host", host.as_str())];
        all.extend(headers);
        let path = format!("/__raccordo/events{query}");
        let mut reader = request(self.server.address(), "GET", &path, &all);
        let head = head(&mut reader);
        assert_eq!(head.header("content-type"), Some("text/event-stream"));
        Stream { reader }
    }
}

fn request(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    let mut text = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
    for (name, value) in headers {
        text += &format!("{name}: {value}\r\n");
    }
    stream.write_all(format!("{text}\r\n").as_bytes()).unwrap();
    BufReader::new(stream)
}

fn line(reader: &mut BufReader<TcpStream>) -> String {
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    line.trim_end().to_owned()
}

fn head(reader: &mut BufReader<TcpStream>) -> Response {
    let first = line(reader);
    let status = first
        .split(' ')
        .nth(1)
        .unwrap_or_else(|| panic!("{first:?}"));
    let mut response = Response {
        status: status.parse().unwrap(),
        headers: Vec::new(),
        body: Vec::new(),
    };
    loop {
        match line(reader).split_once(": ") {
            Some((name, value)) => {
                let name = name.to_ascii_lowercase();
                response.headers.push((name, value.to_owned()));
            }
            None => return response,
        }
    }
}

impl Response {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter().filter(|(key, _)| key == name);
        let found = all.next().map(|(_, value)| value.as_str());
        assert!(all.next().is_none(), "{name} twice");
        found
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The state that the page was sent with.
    pub fn state(&self) -> String {
        let text = self.text();
        let (_, rest) = text.split_once("data-state=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    }
}

/// An event: its name, id and data.
#[derive(Debug, PartialEq)]
pub struct Event {
    pub name: String,
    pub id: String,
    pub data: serde_json::Value,
}

pub struct Stream {
    reader: BufReader<TcpStream>,
}

impl Stream {
    /// Reads the next event. Returns `None` if the stream has ended. Skips chunk sizes and comments.
    pub fn next(&mut self) -> Option<Event> {
        let mut event = (String::new(), String::new());
        loop {
            let mut text = String::new();
            if self.reader.read_line(&mut text).unwrap() == 0 {
                return None;
            }
            match text.trim_end().split_once(": ") {
                Some(("event", name)) => event.0 = name.to_owned(),
                Some(("id", id)) => event.1 = id.to_owned(),
                Some(("data", data)) => {
                    let data = serde_json::from_str(data).unwrap();
                    let (name, id) = event;
                    return Some(Event { name, id, data });
                }
                _ => {}
            }
        }
    }

    /// Whether nothing comes for a moment.
    pub fn is_silent(&mut self) -> bool {
        let wait = |time| self.reader.get_ref().set_read_timeout(Some(time)).unwrap();
        wait(Duration::from_millis(100));
        let mut byte = [0];
        let is_empty = self.reader.buffer().iter().all(|b| b"\r\n".contains(b));
        let nothing = is_empty && self.reader.get_ref().peek(&mut byte).is_err();
        wait(Duration::from_secs(5));
        nothing
    }
}
