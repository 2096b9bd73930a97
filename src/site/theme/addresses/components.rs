//! Calls of components, and the components themselves.

use super::calls::{Call, CallArgument};
use super::faults::FaultKind;
use super::html::Position;
use super::trust::{Names, Trust};
use super::walk::{Blocks, Location, Positions, Walker};

impl<'a> Walker<'a> {
    /// Notes with what trust a component is called.
    pub(super) fn arguments(&mut self, call: &Call<'a>, template: usize) {
        let Some(parameters) = self.signatures.get_mut(&call.name) else {
            return;
        };
        let mut faults = Vec::new();
        for arg in &call.args {
            let CallArgument {
                name,
                trust,
                at,
                text,
            } = arg;
            if *name == "id" {
                self.ids.extend(text.map(str::to_owned));
            }
            match (
                parameters.addresses.get(*name),
                parameters.trust.get_mut(*name),
            ) {
                (Some(needed), _) if trust > needed => faults.push((*at, name.len())),
                (None, Some(known)) if *known >= Trust::View && *trust > *known => {
                    *known = *trust;
                    self.changed = true;
                }
                _ => {}
            }
        }
        if let Some(spread) = call.spread {
            let is_given = |name: &str| call.args.iter().any(|arg| arg.name == name);
            if !parameters.addresses.keys().all(|name| is_given(name)) {
                faults.push((call.at, 1));
            }
            for known in parameters.trust.values_mut() {
                if *known >= Trust::View && spread > *known {
                    *known = spread;
                    self.changed = true;
                }
            }
        }
        for place in faults {
            self.fault(template, place, FaultKind::Argument);
        }
    }

    /// Follows a component that is called at a place. Returns where it ends.
    pub(super) fn component(&mut self, name: &str, position: Position) -> Positions {
        let key = (name.to_owned(), position.clone());
        if let Some(ends) = self.called.get(&key) {
            return ends.clone();
        }
        let start = Positions::from([position]);
        // A component that calls itself ends where it begins.
        self.called.insert(key.clone(), start.clone());
        let Some((known, (template, nodes))) = self.components.get_key_value(name) else {
            return start;
        };
        let (known, template, nodes) = (*known, *template, *nodes);
        let mut names = Names::default();
        if let Some(parameters) = self.signatures.get(known) {
            for (name, trust) in &parameters.trust {
                names.replace(name, *trust);
            }
            if let Some(rest) = &parameters.rest {
                names.replace(rest, Trust::Foreign);
            }
        }
        names.replace("body", Trust::Markup);
        let location = Location {
            template,
            blocks: &Blocks::new(),
            block: None,
        };
        let open = std::mem::take(&mut self.open);
        let ends = self.nested(nodes, location, &mut names, start);
        self.open = open;
        self.called.insert(key, ends.clone());
        ends
    }
}
