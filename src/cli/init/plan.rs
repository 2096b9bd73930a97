//! Which files a site begins with. All of it is decided before anything is written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use tera::{Context, Value};

use super::answers::{self, Answers};
use super::questions;
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::build::{Options, Project, Site};
use crate::cli::args::{InitArgs, SchemaType, word};
use crate::cli::example_site;
use crate::cli::failure::Failure;
use crate::cli::schema;
use crate::cli::template::{SiteLanguage, files, filled_in};
use crate::messages::{Messages, UiLanguage};
use crate::notation::place::{Finding, locate};
use crate::site::new_files::{self, NewFile};
use crate::site::sources::{place_in_repository, resolve_links};

/// Below the name of a language, the files of a site in that language; below `all`, those that are the same in each, and below the
/// name of a forge, its workflows.
/// `dot-` at the start of a name stands for a dot.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/files");

/// The schemas to which the settings of editors lead.
const SCHEMAS: [(&str, SchemaType); 2] = [
    (".vscode/registry.schema.json", SchemaType::Registry),
    (".vscode/site.schema.json", SchemaType::Settings),
];

const CONTENT: &str = "content/";

/// What becomes of the files that a site begins with.
#[derive(Default)]
pub(super) struct Plan {
    /// Whether the folder has settings.
    pub(super) is_site: bool,
    pub(super) new: Vec<NewFile>,
    /// What is there already.
    pub(super) kept: Vec<String>,
    /// Pages that the folder has under other names, or may have.
    pub(super) left_out: Vec<String>,
    /// A workflow that is there already, and does not name the folder of this site.
    pub(super) others_workflow: Option<String>,
    /// Lines that the list of what git ignores lacks, if there is one.
    pub(super) not_ignored: Vec<String>,
}

impl Plan {
    pub(super) fn new(args: &InitArgs, messages: &Messages) -> Result<Plan, Failure> {
        let folder = &args.dir;
        if folder.exists() && !folder.is_dir() {
            return Err(Failure::new("cli-is-a-file").text("path", folder.to_string_lossy()));
        }
        let on_disk = folder.join(SETTINGS_FILE);
        let mut plan = Plan {
            is_site: on_disk.symlink_metadata().is_ok(),
            ..Plan::default()
        };
        if args.example && !plan.is_site {
            let files = example_site::files().into_iter();
            files.for_each(|(name, bytes)| plan.add(folder, name, bytes));
        }
        let settings = new_files::read(&on_disk).or_else(|| plan.text(SETTINGS_FILE));
        if !plan.is_site {
            refuse_content(folder)?;
        }
        let answers = match settings {
            Some(settings) => Answers::of_site(args, &settings),
            None => questions::ask(args, messages),
        };
        let place = place_in_repository(folder).filter(|(_, below)| !below.is_empty());
        let (root, below) = place.unwrap_or_else(|| (folder.clone(), String::new()));
        let mut values = answers.values();
        values.insert("folder", &below);
        let organizations = if args.example && !plan.is_site {
            "enti.yaml"
        } else {
            "organizations.yaml"
        };
        values.insert("organizations", organizations);
        plan.add_templates(args, answers.language, &values)?;
        if let Some(forge) = args.forge {
            // The forge looks nowhere else.
            plan.add_workflows(&root, &below, &word(forge), &values)?;
        }
        plan.add_schemas(folder, answers.language)?;
        if folder.join(CONTENT).is_dir() && !plan.is_site {
            plan.leave_out_what_is_there(folder, &values);
        }
        let kept = plan.kept.iter().filter(|it| it.starts_with(CONTENT));
        let taken: Vec<&str> = kept.chain(&plan.left_out).map(String::as_str).collect();
        if args.example && !plan.is_site && !taken.is_empty() {
            let names = taken.join(", ");
            return Err(Failure::new("cli-example-in-the-way").text("names", names));
        }
        Ok(plan)
    }

    fn add_templates(
        &mut self,
        args: &InitArgs,
        language: SiteLanguage,
        values: &Context,
    ) -> Result<(), Failure> {
        let folders = ["all", language.tag()].into_iter();
        for (name, template) in folders.flat_map(|folder| files(&TEMPLATES, folder)) {
            let is_content = name.starts_with(CONTENT);
            if is_content && self.is_site {
                // A site that exists may have its pages under other names.
                if args.dir.join(&name).symlink_metadata().is_err() {
                    self.left_out.push(name);
                }
            } else if !(args.example && (is_content || name == SETTINGS_FILE)) {
                let text = filled_in(template, values)?;
                self.add(&args.dir, file_name(&name), text.as_bytes());
            }
        }
        Ok(())
    }

    /// Adds what a forge runs, at the root of the repository, for a site in a folder below it.
    fn add_workflows(
        &mut self,
        root: &Path,
        below: &str,
        forge: &str,
        values: &Context,
    ) -> Result<(), Failure> {
        // The name goes into scripts.
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-_.".contains(c);
        if !below.chars().all(is_plain) {
            return Err(Failure::new("cli-forge-folder").text("folder", below));
        }
        for (name, template) in files(&TEMPLATES, forge) {
            let text = filled_in(template, values)?;
            let name = file_name(&name);
            let there = new_files::read(&root.join(&name)).unwrap_or_default();
            let folder = |word: &str| word.trim_end_matches('/') == below.trim_end_matches('/');
            if !there.is_empty() && !below.is_empty() && !there.split_whitespace().any(folder) {
                self.others_workflow = Some(name.clone());
            }
            self.add(root, name, text.as_bytes());
        }
        Ok(())
    }

    /// Adds the schemas by which editors complete and check registries and settings.
    fn add_schemas(&mut self, folder: &Path, language: SiteLanguage) -> Result<(), Failure> {
        let messages = Messages::new(match language {
            SiteLanguage::It => UiLanguage::Italian,
            SiteLanguage::En | SiteLanguage::De => UiLanguage::English,
        });
        let settings = new_files::read(&folder.join(SETTINGS_FILE));
        let settings = settings.or_else(|| self.text(SETTINGS_FILE));
        for (name, of) in SCHEMAS {
            let text = schema::text(of, settings.as_deref(), &messages)
                .or_else(|_| schema::text(of, None, &messages))?;
            self.add(folder, name.to_owned(), format!("{text}\n").as_bytes());
        }
        Ok(())
    }

    fn add(&mut self, root: &Path, name: String, bytes: &[u8]) {
        let path = root.join(&name);
        if path.symlink_metadata().is_err() {
            self.new.push(NewFile {
                root: root.to_owned(),
                name,
                bytes: bytes.to_vec(),
            });
            return;
        }
        if name == ".gitignore" {
            let there = new_files::read(&path).unwrap_or_default();
            let bare = |line: &str| line.trim().trim_matches('/').to_owned();
            let there: Vec<String> = there.lines().map(bare).collect();
            let text = String::from_utf8_lossy(bytes);
            let missing = text.lines().filter(|it| !there.contains(&bare(it)));
            self.not_ignored = missing.map(str::to_owned).collect();
        }
        self.kept.push(name);
    }

    /// The text of a file that is to be written.
    fn text(&self, name: &str) -> Option<String> {
        let file = self.new.iter().find(|it| it.name == name)?;
        Some(String::from_utf8_lossy(&file.bytes).into_owned())
    }

    /// Leaves out the pages and registries of which the content has the ids or addresses already.
    /// What is written leads nowhere but to what is there then.
    fn leave_out_what_is_there(&mut self, folder: &Path, values: &Context) {
        let site = Site {
            root: folder.to_owned(),
            day: None,
            out: PathBuf::new(),
            options: Options::default(),
        };
        let Some(settings) = self.text(SETTINGS_FILE) else {
            return;
        };
        let mut project = Project::open_with_settings(site, &settings);
        let left_out = &mut self.left_out;
        self.new.retain(|file| {
            let is_text = file.name.ends_with(".md") || file.name.ends_with(".yaml");
            let is_admitted = !(is_text && file.name.starts_with(CONTENT)) || {
                let text = String::from_utf8_lossy(&file.bytes);
                project.admit(&SourcePath::new(&file.name), &text).is_ok()
            };
            if !is_admitted {
                left_out.push(file.name.clone());
            }
            is_admitted
        });
        let authority = values.get("authority_text");
        let authority = authority.and_then(Value::as_str).unwrap_or_default();
        let errors = project.workspace().findings().errors(false);
        let found = locate(errors, |path| {
            let text = self.text(path.as_str());
            text.or_else(|| project.sources().text(path)).map(Arc::from)
        });
        // From the end to the start, so that no place moves before it is looked at.
        for Finding { location, .. } in found.iter().rev() {
            let mut files = self.new.iter_mut();
            let file = files.find(|it| it.name == location.file.as_str());
            if let Some(file) = file
                && let Some(text) = without_link(&file.bytes, location.end, authority)
            {
                file.bytes = text.into_bytes();
            }
        }
    }
}

/// Refuses a folder that is content itself: of another site, or by the files in it, which nobody would read there.
fn refuse_content(folder: &Path) -> Result<(), Failure> {
    let absolute = resolve_links(&std::path::absolute(folder).unwrap_or_default());
    let content = absolute.ancestors().find(|it| {
        let site = it.parent().unwrap_or(it);
        it.ends_with(CONTENT) && new_files::read(&site.join(SETTINGS_FILE)).is_some()
    });
    if let Some(content) = content {
        return Err(Failure::new("cli-within-content").text("path", content.to_string_lossy()));
    }
    let names = answers::registries().chain(["_index.md".to_owned()]);
    let found = names.filter(|it| new_files::read(&folder.join(it)).is_some());
    let found: Vec<String> = found.collect();
    match found.is_empty() {
        true => Ok(()),
        false => Err(Failure::new("cli-beside-content").text("names", found.join(", "))),
    }
}

/// A text without the link at a byte: a table of the settings goes, and a link in a text becomes the name of the authority.
fn without_link(bytes: &[u8], at: usize, authority: &str) -> Option<String> {
    const TABLE: &str = "[[footer.links]]";
    const LINK: &str = "[](ref:";
    let text = std::str::from_utf8(bytes).ok()?;
    let before = text.get(..at)?;
    let (start, end, with) = match (before.rfind(TABLE), before.rfind(LINK)) {
        (Some(start), _) => (start, "\n\n", ""),
        (_, Some(start)) => (start, ")", authority),
        (None, None) => return None,
    };
    let rest = text.get(start..)?;
    let length = rest.find(end).map_or(rest.len(), |at| at + end.len());
    Some([text.get(..start)?, with, rest.get(length..)?].concat())
}

fn file_name(template: &str) -> String {
    let names = template.split('/');
    let names = names.map(|name| match name.strip_prefix("dot-") {
        Some(rest) => format!(".{rest}"),
        None => name.to_owned(),
    });
    names.collect::<Vec<_>>().join("/")
}
