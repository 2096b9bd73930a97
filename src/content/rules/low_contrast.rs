//! Text in the colours of the site has the contrast that WCAG 2.2 asks for (1.4.3).

use super::Context;
use super::places::in_settings;
use crate::base::code::Code;
use crate::base::diagnostic::{At, Diagnostic, NodePath};
use crate::content::colors;

rule! {
    LowContrast: Settings, "[colors]\nprimary = \"#00a3e0\"\n", "#00a3e0" => "#00607f", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let colors = context.site.written.colors.as_ref();
    let Some(colors) = colors.filter(|_| context.subject.is_none()) else {
        return;
    };
    for fault in colors::faults(colors) {
        let path = NodePath::default().key("colors");
        let path = fault.path.iter().fold(path, |path, key| path.key(key));
        let fault = Diagnostic::new(Code::LowContrast, in_settings(At::Value(path)))
            .text("color", fault.color)
            .text("against", fault.against)
            .text("ratio", fault.ratio)
            .text("near", fault.near);
        found.push(fault);
    }
}
