//! Markdown: whatever an editor writes becomes HTML that can do no harm.
#![no_main]

use raccordo::base::source::SourcePath;
use raccordo::content::markdown::{HtmlPolicy, Segment, parse};

libfuzzer_sys::fuzz_target!(|text: &str| {
    for html in [HtmlPolicy::Sanitize, HtmlPolicy::Escape, HtmlPolicy::Trust] {
        let file = SourcePath::new("content/a.md");
        let (text, _) = parse(&file, text, 0, &["reserved"], html);
        if html == HtmlPolicy::Trust {
            continue;
        }
        for segment in text.segments.decompress() {
            if let Segment::Html(html) = segment {
                let html = html.to_ascii_lowercase();
                assert!(
                    !html.contains("<script") && !html.contains("<iframe"),
                    "{html}"
                );
            }
        }
    }
});
