//! Where the server listens.

use std::io;
use std::net::{IpAddr, Ipv4Addr, TcpListener};

use super::error::ServeError;

/// Where to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listen {
    /// The address of the interface; only this machine reaches a loopback address.
    pub host: IpAddr,
    /// The port on it.
    pub port: Port,
}

/// Which port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// This one or an error; 0 is any that is free.
    Exactly(u16),
    /// The first free one from here.
    From(u16),
}

impl Listen {
    /// On this machine only.
    pub fn locally(port: Port) -> Listen {
        Listen {
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port,
        }
    }

    pub(super) fn open(self) -> Result<TcpListener, ServeError> {
        let (first, last) = match self.port {
            Port::Exactly(port) => (port, port),
            Port::From(port) => (port, u16::MAX),
        };
        for port in first..=last {
            match TcpListener::bind((self.host, port)) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
                done => return Ok(done?),
            }
        }
        Err(ServeError::Busy { port: last })
    }
}
