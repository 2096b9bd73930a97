//! The footer of a public site links to legal notes, privacy notice and accessibility statement.

use super::Context;
use super::places::in_settings;
use crate::base::code::Code;
use crate::base::diagnostic::{At, Diagnostic, NodePath};
use crate::content::settings::FooterRole;

rule! {
    MissingLegalLink: Settings, "title = \"Consulte\"\n\n[footer]\ncredits = \"Provincia di Cuneo\"\n",
    "\"Provincia di Cuneo\"\n" => "\"Provincia di Cuneo\"\n\n[[footer.links]]\nto = \"ref:page/note-legali\"\n\n[[footer.links]]\nto = \"ref:page/privacy\"\n\n[[footer.links]]\ntitle = \"Accessibilità\"\nto = \"https://form.agid.example/consulte\"\n", 3
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.subject.is_some() {
        return;
    }
    let key = match context.site.written.footer {
        Some(_) => "footer",
        None => "title",
    };
    for role in [
        FooterRole::Legal,
        FooterRole::Privacy,
        FooterRole::Accessibility,
    ] {
        let mut links = context.site.footer.iter();
        if !links.any(|link| link.duty == Some(role)) {
            let place = in_settings(At::Key(NodePath::default().key(key)));
            let fault = Diagnostic::new(Code::MissingLegalLink, place)
                .label("role", format!("footer-{}", role.as_str()))
                .text("word", role.as_str());
            found.push(fault);
        }
    }
}
