//! Markdown: whatever an editor writes becomes HTML that can do no harm.
#![no_main]

use raccordo::content::markdown::{HtmlPolicy, Piece, Settings, parse};
use raccordo::base::source::SourcePath;

libfuzzer_sys::fuzz_target!(|text: &str| {
    for html in [HtmlPolicy::Sanitize, HtmlPolicy::Escape, HtmlPolicy::Trust] {
        let settings = Settings { html };
        let (text, _) = parse(
            &SourcePath::new("content/a.md"),
            text,
            0,
            &["reserved"],
            &settings,
        );
        if html == HtmlPolicy::Trust {
            continue;
        }
        for piece in &text.pieces {
            if let Piece::Html(html) = piece {
                let html = html.to_ascii_lowercase();
                assert!(
                    !html.contains("<script") && !html.contains("<iframe"),
                    "{html}"
                );
            }
        }
    }
});
