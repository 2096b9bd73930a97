//! Refuses requests by host names that are not this machine's.
//!
//! A page of another site can let its own host name resolve to this machine, and so read what is served here (DNS
//! rebinding). Its requests carry that name in the header `Host`.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::{Context, ServerContext};

/// Refuses requests by other host names, and forbids to cache any response.
pub(super) async fn check_host(State(context): Context, request: Request, next: Next) -> Response {
    let mut response = match names_this_machine(context.address, &request) {
        true => next.run(request).await,
        false => forbidden(&context),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

pub(super) fn forbidden(context: &ServerContext) -> Response {
    let text = format!("{}\n", context.config().texts.refused);
    let content_type = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
    (StatusCode::FORBIDDEN, content_type, text).into_response()
}

/// Whether a request comes from a page of this server, or from no page.
pub(super) fn is_own_page(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    let host = text(HOST.as_str()).unwrap_or("");
    let is_own = |origin: &str| {
        let authority = origin.split_once("://").map(|(_, authority)| authority);
        authority.is_some_and(|authority| authority.eq_ignore_ascii_case(host))
    };
    text(ORIGIN.as_str()).is_none_or(is_own)
        && text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"))
}

fn names_this_machine(address: SocketAddr, request: &Request) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let host = host.to_str().ok().and_then(|text| text.parse().ok());
    let is_own = |host: &Authority| is_own_host(address.ip(), host);
    // The request line may name the host as well, and takes precedence over the header.
    host.is_some_and(|host| is_own(&host)) && request.uri().authority().is_none_or(is_own)
}

fn is_own_host(bound: IpAddr, host: &Authority) -> bool {
    if host.as_str().contains('@') {
        return false;
    }
    let name = host.host();
    let ipv6 = name.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    match ipv6.unwrap_or(name).parse::<IpAddr>() {
        Ok(ip) => {
            let ip = ip.to_canonical();
            ip.is_loopback() || ip == bound.to_canonical() || bound.is_unspecified()
        }
        Err(_) => is_localhost(name),
    }
}

/// Whether a name never leaves the machine (RFC 6761, section 6.3).
fn is_localhost(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(bound: &str, host: &str) -> bool {
        is_own_host(bound.parse().unwrap(), &host.parse().unwrap())
    }

    #[test]
    fn a_loopback_address_has_only_local_names() {
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
    fn another_interface_is_reached_by_its_ip_address() {
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
