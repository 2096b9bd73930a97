//! What the arguments of components can be trusted to be.

use std::collections::BTreeMap;

use super::trust::Trust;
use crate::base::component::{AddressKind, ArgKind};
use crate::site::theme::Templates;

/// The arguments of a component.
#[derive(Debug, Default)]
pub(super) struct Parameters {
    /// The trust in each argument, by name.
    pub(super) trust: BTreeMap<String, Trust>,
    /// The arguments that are declared to be addresses.
    pub(super) addresses: BTreeMap<String, Trust>,
    /// The name of the map of all other arguments.
    pub(super) rest: Option<String>,
}

/// The arguments of each component before any call of a template is looked at.
///
/// A text of an editor gives an argument a text, a number or a flag, so it has no fields that the editor named.
pub(super) fn of(templates: &Templates) -> BTreeMap<String, Parameters> {
    let components = templates.components().into_iter();
    let components = components.map(|(name, signature)| {
        let mut parameters = Parameters {
            rest: templates.rest_parameter(&name),
            ..Parameters::default()
        };
        for (arg, declared) in signature.args {
            let trust = match declared.kind {
                Some(ArgKind::Address(AddressKind::Link)) => Trust::Address,
                Some(ArgKind::Address(AddressKind::Image)) => Trust::File,
                Some(ArgKind::Flag | ArgKind::Integer | ArgKind::Number) => Trust::Constant,
                Some(ArgKind::Text | ArgKind::Other) | None => Trust::View,
            };
            if matches!(trust, Trust::Address | Trust::File) {
                parameters.addresses.insert(arg.clone(), trust);
            }
            parameters.trust.insert(arg, trust);
        }
        (name, parameters)
    });
    components.collect()
}
