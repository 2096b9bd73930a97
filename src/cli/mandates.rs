//! `raccordo check --mandates TIME`: the mandates that end within a time.

use std::process::ExitCode;

use serde_json::{Value, json};

use super::args::CheckArgs;
use super::build::checked;
use super::command_site::site_to_check;
use super::console::{Reporter, print_to_stdout, text_reader};
use super::failure::Failure;
use super::numbers::number;
use super::report::Format;
use super::report::json::place;
use crate::base::date::Date;
use crate::base::diagnostic::Arg;
use crate::content::mandates::{EndingMandate, Titled};
use crate::messages::Messages;
use crate::notation::place::{Location, Locator};

/// A number of days, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Days(u32),
    Months(u32),
}

/// Lists the mandates that end within a time from the day of which the site speaks. Only the errors of the content are
/// told, and then nothing is listed.
pub(super) fn list(args: &CheckArgs, time: &str, messages: &Messages) -> Result<ExitCode, Failure> {
    let invalid = || Failure::new("cli-bad-mandates").text("value", time);
    let time = Time::parse(time).ok_or_else(invalid)?;
    if !matches!(args.site.format, Format::Human | Format::Json) {
        return Err(Failure::new("cli-mandates-format"));
    }
    let project = checked(site_to_check(&args.site)?, messages)?;
    let workspace = project.workspace();
    let known = workspace.ending_mandates(|today| time.after(today));
    let has_errors = workspace.findings().has_errors(args.site.strict);
    let Some((today, mandates)) = known.filter(|_| !has_errors) else {
        let reporter = Reporter::new(&args.site, &project.site().root, messages);
        return Ok(reporter.print_errors(&project, args.accepted));
    };
    let until = time.after(today).unwrap_or(Date::LAST);
    let mut locator = Locator::new(text_reader(project.sources()));
    let located = mandates.iter().map(|it| (it, locator.location(&it.place)));
    let text = match args.site.format {
        Format::Json => as_json(today, until, located),
        _ => for_people(until, mandates.len(), located, messages),
    };
    print_to_stdout(&text);
    drop(locator);
    project.close();
    Ok(ExitCode::SUCCESS)
}

/// One object, as README.md documents it.
fn as_json<'a>(
    today: Date,
    until: Date,
    mandates: impl Iterator<Item = (&'a EndingMandate, Location)>,
) -> String {
    let mandates: Vec<Value> = mandates.map(|(it, at)| mandate(it, &at)).collect();
    let object = json!({
        "version": 1,
        "as_of": today,
        "until": until,
        "mandates": mandates,
    });
    object.to_string()
}

fn mandate(mandate: &EndingMandate, at: &Location) -> Value {
    let titled = |it: &Titled| json!({ "id": it.id, "title": it.title });
    let mut object = json!({
        "until": mandate.until,
        "from": mandate.from,
        "body": titled(&mandate.body),
        "table": mandate.table.as_ref().map(titled),
        "seat": mandate.seat,
        "term": mandate.term,
        "name": mandate.name,
        "person": mandate.person,
        "organization": mandate.organization.as_ref().map(titled),
    });
    if let Some(object) = object.as_object_mut() {
        object.extend(place(at));
    }
    object
}

fn for_people<'a>(
    until: Date,
    count: usize,
    mandates: impl Iterator<Item = (&'a EndingMandate, Location)>,
    messages: &Messages,
) -> String {
    let head = [
        ("count", number(count)),
        ("until", Arg::Text(until.to_string())),
    ];
    let mut lines = vec![messages.text("cli-mandates", &head)];
    for (mandate, at) in mandates {
        lines.push(format!(
            "{}  {}: {}",
            mandate.until,
            part(mandate),
            who(mandate, messages)
        ));
        lines.push(format!("  --> {}:{}:{}", at.file, at.line, at.column));
    }
    lines.join("\n")
}

/// The title of the body, with that of its table before it.
fn part(mandate: &EndingMandate) -> String {
    match &mandate.table {
        Some(table) => format!("{} – {}", table.title, mandate.body.title),
        None => mandate.body.title.clone(),
    }
}

/// Who sits where, or which term it is.
fn who(mandate: &EndingMandate, messages: &Messages) -> String {
    let text = |text: &str| Arg::Text(text.to_owned());
    let Some(seat) = &mandate.seat else {
        let term = mandate.term.as_deref().unwrap_or_default();
        return messages.text("cli-mandate-of-term", &[("term", text(term))]);
    };
    let organization = mandate.organization.as_ref().map(|it| &*it.title);
    let who = match (&mandate.name, organization) {
        (Some(name), Some(organization)) => {
            let words = [("who", text(name)), ("organization", text(organization))];
            messages.text("cli-mandate-for", &words)
        }
        (name, organization) => {
            let name = name.as_deref().or(organization);
            name.unwrap_or_default().to_owned()
        }
    };
    let words = [("who", text(&who)), ("seat", text(seat))];
    messages.text("cli-mandate-of-holder", &words)
}

impl Time {
    /// Parses `90d`, `3m` or `1y`.
    fn parse(text: &str) -> Option<Time> {
        let unit = text.chars().next_back()?;
        let number = text.strip_suffix(unit)?;
        if !number.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
        let number: u32 = number.parse().ok()?;
        match unit {
            'd' => Some(Time::Days(number)),
            'm' => Some(Time::Months(number)),
            'y' => number.checked_mul(12).map(Time::Months),
            _ => None,
        }
    }

    /// The day that is this time later. Returns `None` beyond the year 9999.
    fn after(self, day: Date) -> Option<Date> {
        match self {
            Time::Days(days) => day.after_days(i64::from(days)),
            Time::Months(months) => day.after_months(months),
        }
    }
}
