//! Structured text (YAML, TOML) read into typed values, with every fault at its place.
