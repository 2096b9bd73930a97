//! The content: what it is, what must hold, what pages it makes.

pub mod markdown;
