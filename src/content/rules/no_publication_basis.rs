//! A person's name is published because a rule says so.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    NoPublicationBasis: Person, "given: Anna\nfamily: Rossi\npublication_basis:\n",
    "publication_basis:" => "publication_basis: D.lgs. 33/2013, art. 15", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(person) = context.person()
        && person.written.publication_basis.is_none()
    {
        found.push(Diagnostic::new(
            Code::NoPublicationBasis,
            person.node.at(|it| it.key("family")),
        ));
    }
}
