//! Who may ask.
//!
//! A page of another site can make its own name lead to this machine and so read what is served
//! here (DNS rebinding). Its requests carry that name, so only names of this machine are answered.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::Shared;

/// Answers requests by the names of this machine only, and lets nobody keep an answer.
pub(super) async fn guard(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = if is_meant_for(shared.address, &request) {
        next.run(request).await
    } else {
        refusal(&shared)
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What those get who may not ask.
pub(super) fn refusal(shared: &Shared) -> Response {
    let text = format!("{}\n", shared.settings().words.refused);
    let kind = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
    (StatusCode::FORBIDDEN, kind, text).into_response()
}

/// Whether a page of this very server asks, or no page at all.
pub(super) fn is_own_page(headers: &HeaderMap) -> bool {
    const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    let host = text(HOST).unwrap_or("");
    let is_own = |origin: &str| {
        let authority = origin.split_once("://").map(|(_, authority)| authority);
        authority.is_some_and(|authority| authority.eq_ignore_ascii_case(host))
    };
    text(ORIGIN).is_none_or(is_own)
        && text(SITE).is_none_or(|site| matches!(site, "same-origin" | "none"))
}

fn is_meant_for(address: SocketAddr, request: &Request) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let host = host.to_str().ok().and_then(|text| text.parse().ok());
    let is_ours = |host: &Authority| is_ours(address.ip(), host);
    // A request line may name the host too, and would go before the header.
    host.is_some_and(|host| is_ours(&host)) && request.uri().authority().is_none_or(is_ours)
}

fn is_ours(bound: IpAddr, host: &Authority) -> bool {
    if host.as_str().contains('@') {
        return false;
    }
    let name = host.host();
    let literal = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'));
    match literal.unwrap_or(name).parse::<IpAddr>() {
        Ok(ip) => {
            let ip = ip.to_canonical();
            ip.is_loopback() || ip == bound.to_canonical() || bound.is_unspecified()
        }
        Err(_) => is_localhost(name),
    }
}

/// The names that never leave the machine (RFC 6761, section 6.3).
fn is_localhost(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(bound: &str, host: &str) -> bool {
        is_ours(bound.parse().unwrap(), &host.parse().unwrap())
    }

    #[test]
    fn loopback_has_its_names_only() {
        for host in [
            "localhost",
            "LOCALHOST:80",
            "localhost.",
            "a.localhost:1",
            "127.0.0.1",
            "127.9.9.9:1",
            "[::1]:8080",
            "[::ffff:127.0.0.1]",
        ] {
            assert!(accepts("127.0.0.1", host), "{host}");
        }
        for host in [
            "example.org",
            "localhost.example.org",
            "notlocalhost",
            "192.168.1.2",
            "0.0.0.0",
            "127.0.0.1.example.org",
            "localhost@example.org",
            "user@localhost",
            "2130706433",
            "[::2]",
        ] {
            assert!(!accepts("127.0.0.1", host), "{host}");
        }
    }

    #[test]
    fn other_interfaces_are_reached_by_number() {
        assert!(accepts("192.168.1.2", "192.168.1.2:80"));
        assert!(accepts("192.168.1.2", "localhost"));
        assert!(!accepts("192.168.1.2", "192.168.1.3"));
        for any in ["0.0.0.0", "::"] {
            assert!(accepts(any, "192.168.1.3:80"));
            assert!(accepts(any, "[fe80::1]"));
            assert!(!accepts(any, "example.org"));
        }
    }
}
