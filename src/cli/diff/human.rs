//! The changes for people, on a terminal: by body, then by class.

use super::super::numbers::number;
use super::Report;
use super::show::capitalized;
use crate::base::diagnostic::Arg;
use crate::content::changes::{Change, Kind};
use crate::messages::Messages;

pub(super) fn text(report: &Report<'_>, messages: &Messages) -> String {
    let mut lines = vec![report.headline(messages)];
    lines.extend(report.notes(messages));
    for (heading, changes) in report.groups(messages) {
        lines.push(format!("\n{heading}"));
        for change in changes {
            let indent = if report.is_consequence(change) {
                "    "
            } else {
                "  "
            };
            lines.push(format!("{indent}{}", report.line(change, &heading)));
        }
    }
    lines.join("\n")
}

impl Report<'_> {
    /// How many changes there are, and between what.
    pub(super) fn headline(&self, messages: &Messages) -> String {
        let changes = &self.compared.comparison.changes;
        if changes.is_empty() {
            return messages.text("change-none", &[]);
        }
        let args = [
            ("count", number(changes.len())),
            ("from", Arg::Text(self.from.clone())),
            ("to", Arg::Text(self.name_of_second(messages))),
        ];
        messages.text("change-title", &args)
    }

    /// What could not be compared.
    pub(super) fn notes(&self, messages: &Messages) -> Vec<String> {
        let sides = [self.from.clone(), self.name_of_second(messages)];
        let unread = self.compared.comparison.unread.iter().zip(sides);
        let notes = unread.filter(|(files, _)| !files.is_empty());
        let notes = notes.map(|(files, side)| {
            let names: Vec<&str> = files.iter().map(|file| file.as_str()).collect();
            let args = [
                ("count", number(files.len())),
                ("side", Arg::Text(side)),
                ("files", Arg::Text(names.join(", "))),
            ];
            messages.text("change-unread", &args)
        });
        notes.collect()
    }

    /// The changes under the headings of their groups, in order.
    pub(super) fn groups(&self, messages: &Messages) -> Vec<(String, Vec<&Change>)> {
        let mut groups: Vec<(String, Vec<&Change>)> = Vec::new();
        for change in &self.compared.comparison.changes {
            let heading = self.heading(change, messages);
            match groups.last_mut() {
                Some((last, changes)) if *last == heading => changes.push(change),
                _ => groups.push((heading, vec![change])),
            }
        }
        groups
    }

    /// A change as a sentence under a heading, without the title that this has said.
    pub(super) fn line(&self, change: &Change, heading: &str) -> String {
        let sentence = self.teller.sentence(change);
        let rest = sentence.strip_prefix(heading);
        let rest = rest.and_then(|it| it.strip_prefix(", ").or_else(|| it.strip_prefix(": ")));
        let rest = rest.filter(|it| !it.is_empty());
        rest.map_or_else(|| sentence.clone(), capitalized)
    }

    /// Whether a change follows from the one above it.
    pub(super) fn is_consequence(&self, change: &Change) -> bool {
        let changes = &self.compared.comparison.changes;
        change.cause_of_same(changes).is_some()
    }

    fn heading(&self, change: &Change, messages: &Messages) -> String {
        match change.about.kind {
            _ if change.kind == Kind::SettingsChanged => {
                messages.text("change-group-settings", &[])
            }
            "body" => {
                let title = self.compared.comparison.titles.get(&change.about);
                let title = title.unwrap_or(&change.about.id);
                let args = [("title", Arg::Text(title.clone()))];
                messages.text("change-group-body", &args)
            }
            kind => messages.text(&format!("change-group-{kind}"), &[]),
        }
    }

    fn name_of_second(&self, messages: &Messages) -> String {
        let on_disk = || messages.text("change-working-tree", &[]);
        self.to.clone().unwrap_or_else(on_disk)
    }
}
