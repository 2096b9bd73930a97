//! What single files and templates take. Nothing is measured unless it was asked for.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::timings::{FileTime, TemplateTime};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::site::cpu;

const SLOWEST: usize = 10;

/// Measures work on many threads.
pub(super) struct Meter(Option<Mutex<Measured>>);

#[derive(Default)]
struct Measured {
    files: Vec<FileTime>,
    templates: BTreeMap<&'static str, TemplateTime>,
}

impl Meter {
    pub(super) fn new(is_on: bool) -> Meter {
        Meter(is_on.then(Mutex::default))
    }

    pub(super) fn file<T>(&self, path: &SourcePath, work: impl FnOnce() -> T) -> T {
        self.measure(work, |measured, time| {
            let path = path.clone();
            measured.files.push(FileTime { path, time });
        })
    }

    pub(super) fn page<T>(
        &self,
        template: &'static str,
        path: &OutputPath,
        work: impl FnOnce() -> T,
    ) -> T {
        self.measure(work, |measured, time| measured.page(template, path, time))
    }

    pub(super) fn slowest(self) -> (Vec<FileTime>, Vec<TemplateTime>) {
        // What a thread that panicked has measured is not worth another panic.
        let measured = self.0.and_then(|measured| measured.into_inner().ok());
        let measured = measured.unwrap_or_default();
        let mut files = measured.files;
        files.sort_by(|a, b| (Reverse(a.time), &a.path).cmp(&(Reverse(b.time), &b.path)));
        files.truncate(SLOWEST);
        let mut templates: Vec<TemplateTime> = measured.templates.into_values().collect();
        templates.sort_by_key(|it| Reverse(it.total));
        templates.truncate(SLOWEST);
        (files, templates)
    }

    fn measure<T>(
        &self,
        work: impl FnOnce() -> T,
        note: impl FnOnce(&mut Measured, Duration),
    ) -> T {
        let Some(measured) = &self.0 else {
            return work();
        };
        let (started, had) = (Instant::now(), cpu::of_thread());
        let done = work();
        let has = cpu::of_thread().zip(had);
        let has = has.map(|(has, had)| has.saturating_sub(had));
        // The slowest page is not the one during which another program was at work.
        let time = has.unwrap_or_else(|| started.elapsed());
        if let Ok(mut measured) = measured.lock() {
            note(&mut measured, time);
        }
        done
    }
}

impl Measured {
    fn page(&mut self, template: &'static str, path: &OutputPath, time: Duration) {
        let known = self
            .templates
            .entry(template)
            .or_insert_with(|| TemplateTime {
                template,
                pages: 0,
                total: Duration::ZERO,
                slowest: path.clone(),
                most: time,
            });
        known.pages += 1;
        known.total += time;
        if time > known.most {
            known.slowest = path.clone();
            known.most = time;
        }
    }
}
