//! The start and the end of the server.

use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use raccordo::site::server::{Listen, Port, ServeError, Server};

use crate::client::{settings, site};

fn start(port: Port) -> Result<Server, ServeError> {
    let nowhere = std::env::temp_dir().join("raccordo-serves-nothing");
    Server::start(&nowhere, Listen::locally(port), settings("/"))
}

#[test]
fn a_busy_port_is_an_error_or_skipped() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = start(Port::Exactly(port)).unwrap_err();
    assert!(matches!(error, ServeError::Busy { port: busy } if busy == port));
    if port < u16::MAX - 100 {
        let server = start(Port::From(port)).unwrap();
        assert!(server.address().port() > port);
        assert!(server.address().ip().is_loopback());
    }
}

#[test]
fn an_address_of_another_machine_is_an_io_error() {
    let foreign = Listen {
        host: "192.0.2.1".parse().unwrap(),
        port: Port::Exactly(0),
    };
    let error = Server::start(&std::env::temp_dir(), foreign, settings("/")).unwrap_err();
    assert!(matches!(error, ServeError::Io(_)));
}

#[test]
fn the_server_ends_at_once_with_open_connections() {
    let site = site(&[("index.html", "")]);
    let address = site.server.address();
    let _idle = TcpStream::connect(address).unwrap();
    let mut streams: Vec<_> = (0..5).map(|_| site.listen("", &[])).collect();
    for stream in &mut streams {
        stream.next().unwrap();
    }
    let begin = Instant::now();
    drop(site.server);
    assert!(
        begin.elapsed() < Duration::from_secs(1),
        "{:?}",
        begin.elapsed()
    );
    for stream in &mut streams {
        assert_eq!(stream.next(), None);
    }
    // A program that another test starts inherits the socket for a moment.
    while TcpStream::connect(address).is_ok() {
        assert!(begin.elapsed() < Duration::from_secs(2), "it still listens");
    }
    let listen = Listen::locally(Port::Exactly(address.port()));
    Server::start(site.root.path(), listen, settings("/")).unwrap();
}
