//! Text in the colours of the site can be read by people who see little.

use super::{Context, Example, On, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::base::source::SourcePath;
use crate::content::colors;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::LowContrast],
    example: Example::on(On::Settings, "[colors]\nprimary = \"#00a3e0\"\n", 2),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let colors = context.site.written.colors.as_ref();
    let Some(colors) = colors.filter(|_| context.subject.is_none()) else {
        return;
    };
    for fault in colors::faults(colors) {
        let path = NodePath::default().key("colors");
        let path = fault.path.iter().fold(path, |path, key| path.key(key));
        let place = Place {
            file: SourcePath::new("site.toml"),
            at: At::Value(path),
        };
        let fault = Diagnostic::new(Code::LowContrast, place)
            .text("color", fault.color)
            .text("against", fault.against)
            .text("ratio", fault.ratio)
            .text("near", fault.near);
        found.push(fault);
    }
}
