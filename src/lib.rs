//! Raccordo
pub mod cli;
pub mod domain;
pub mod engine;
pub mod messages;
pub mod vocabulary;
