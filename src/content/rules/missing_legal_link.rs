//! The foot of a public site links to legal notes, privacy notice and accessibility statement.

use super::{Context, Example, On, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::base::source::SourcePath;
use crate::content::settings::FooterRole;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::MissingLegalLink],
    example: Example::on(
        On::Settings,
        "title = \"Consulte\"\n\n[footer]\ncredits = \"Provincia di Cuneo\"\n",
        3,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.subject.is_some() {
        return;
    }
    for duty in [
        FooterRole::Legal,
        FooterRole::Privacy,
        FooterRole::Accessibility,
    ] {
        if !context
            .site
            .footer
            .iter()
            .any(|link| link.duty == Some(duty))
        {
            let path = NodePath::default().key(if context.site.written.footer.is_some() {
                "footer"
            } else {
                "title"
            });
            let place = Place {
                file: SourcePath::new("site.toml"),
                at: At::Key(path),
            };
            let fault = Diagnostic::new(Code::MissingLegalLink, place);
            let fault = fault.label("role", format!("footer-{}", duty.as_str()));
            found.push(fault.text("word", duty.as_str()));
        }
    }
}
