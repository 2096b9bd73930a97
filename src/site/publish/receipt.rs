//! What was published, from what, and what was said: the same need not be built again.
//!
//! Only a cache, kept in the work folder: without it, or if it is damaged, the site is built.

use std::fs;
use std::path::Path;

use borsh::{BorshDeserialize, BorshSerialize};

use super::given::Digests;
use super::place;
use crate::base::digest::{Digest, Digester};
use crate::site::stamp::Stamp;

/// What was published, from what, and what was said.
#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
pub struct Receipt {
    /// The digest of all that it was made from.
    pub of: Digest,
    /// How many pages it has.
    pub pages: usize,
    /// What was found, as the caller writes it.
    pub findings: Vec<u8>,
}

/// A receipt, and the files for which it stands.
#[derive(BorshSerialize, BorshDeserialize)]
struct Filed {
    receipt: Receipt,
    site: Digest,
}

impl Receipt {
    /// What tells this program from others, which may make another site: its file, which is not read, because
    /// that would take longer than to build a small site.
    pub fn program() -> Option<Digest> {
        let file = fs::metadata(std::env::current_exe().ok()?).ok()?;
        let stamp = Stamp::of(&file).to_string();
        Some(Digest::of(stamp.as_bytes()))
    }

    /// Whether any was left beside this output folder.
    pub fn is_left(out: &Path) -> bool {
        place::receipt_beside(out).is_some_and(|file| file.is_file())
    }

    /// Files it for a site of these files. A failure is no fault of the build: the next one builds again.
    pub(super) fn file(self, at: &Path, site: &Digests) {
        let filed = Filed {
            receipt: self,
            site: digest(site),
        };
        let bytes = borsh::to_vec(&filed);
        let _ = bytes.and_then(|bytes| place::replace(at, bytes));
    }

    /// What was filed for a site made from this, if that is the one that is published.
    pub(super) fn find(
        at: &Path,
        of: Digest,
        published: impl FnOnce() -> Option<Digests>,
    ) -> Option<(Receipt, Digests)> {
        let filed: Filed = borsh::from_slice(&fs::read(at).ok()?).ok()?;
        let site = (filed.receipt.of == of).then(published)??;
        (digest(&site) == filed.site).then_some((filed.receipt, site))
    }
}

/// The digest of a site: of its files' paths and digests.
fn digest(site: &Digests) -> Digest {
    let mut digester = Digester::default();
    for (path, digest) in site {
        digester.update(&digest.to_bytes());
        digester.update(path.as_str().as_bytes());
        digester.update(&[0]);
    }
    digester.digest()
}
