//! The address and port on which the server listens.

use std::io;
use std::net::{IpAddr, Ipv4Addr, TcpListener};

/// Where to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listen {
    /// The address of the network interface. Only this machine can reach a loopback address.
    pub host: IpAddr,
    /// The port.
    pub port: Port,
}

/// Which port to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// This port, and no other. 0 is any free port.
    Exactly(u16),
    /// The first free port from this one upwards.
    From(u16),
}

/// Why the server did not start.
#[derive(Debug)]
pub enum ServeError {
    /// Another program listens on the port.
    Busy {
        /// The port, or the last that was tried.
        port: u16,
    },
    /// Any other error of the system.
    Io(io::Error),
}

impl Listen {
    /// Listens on this machine only.
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
                result => return Ok(result?),
            }
        }
        Err(ServeError::Busy { port: last })
    }
}

impl From<io::Error> for ServeError {
    fn from(error: io::Error) -> ServeError {
        ServeError::Io(error)
    }
}
