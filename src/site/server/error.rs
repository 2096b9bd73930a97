//! Why a site could not be served.

use std::fmt;
use std::io;

/// Why the server did not start.
#[derive(Debug)]
pub enum ServeError {
    /// Another program listens on this port.
    Busy {
        /// The port, or the last of those that were tried.
        port: u16,
    },
    /// The system refused.
    Io(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy { port } => write!(f, "port {port} is taken by another program"),
            Self::Io(error) => write!(f, "could not serve: {error}"),
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Busy { .. } => None,
            Self::Io(error) => Some(error),
        }
    }
}

impl From<io::Error> for ServeError {
    fn from(error: io::Error) -> ServeError {
        ServeError::Io(error)
    }
}
