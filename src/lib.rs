//! Raccordo
pub mod domain;
pub mod engine;
pub mod vocabulary;
