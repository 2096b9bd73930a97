//! Redirects for web servers. A server that knows them answers an old address at once, without a page in between.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What stands encoded in the path of an address.
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'$')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A kind of web server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// Hosts of static sites that read the file `_redirects`: Netlify, Cloudflare Pages and others.
    Netlify,
    /// nginx.
    Nginx,
    /// Apache, in `.htaccess` too.
    Apache,
}

/// The redirects in the language of a server, one in each line. Each is an old and a new path from the root of the host.
pub fn write<'a>(server: Server, redirects: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let lines = redirects.map(|(from, to)| match server {
        // Without the mark, the page at the old address would be shown.
        Server::Netlify => format!("{} {} 301!\n", encoded(from), encoded(to)),
        Server::Nginx => nginx(from, to),
        Server::Apache => apache(from, to),
    });
    lines.collect()
}

/// Paths in the configuration of nginx are not encoded, but that to which it leads is.
fn nginx(from: &str, to: &str) -> String {
    let to = encoded(to);
    let line = |from: &str| format!("location = {} {{ return 301 {to}; }}\n", quoted(from));
    match from.ends_with('/') {
        true => line(from) + &line(&format!("{from}index.html")),
        false => line(from),
    }
}

/// Both are not encoded: Apache encodes that to which it leads.
fn apache(from: &str, to: &str) -> String {
    let mut pattern = String::from("^");
    for c in from.chars() {
        if !c.is_alphanumeric() && !matches!(c, '/' | '-' | '_') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    if from.ends_with('/') {
        pattern.push_str("(?:index\\.html)?");
    }
    pattern.push('$');
    let to = to.replace('\\', "\\\\").replace('$', "\\$");
    format!("RedirectMatch 301 {} {}\n", quoted(&pattern), quoted(&to))
}

fn encoded(path: &str) -> String {
    utf8_percent_encode(path, IN_PATH).to_string()
}

/// Both servers read `\"` and `\\` in quotes as one character.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}
