//! The machinery: disk, themes, templates.
