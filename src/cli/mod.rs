//! The command line: everything that talks to a person or a terminal.

pub mod language;
pub mod report;
