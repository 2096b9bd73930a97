//! The permissions of what is published: all may read it, whatever the umask of the process takes away.
//!
//! What is there keeps its permissions, which somebody may have changed on purpose. Only a file that not even its owner
//! may read is no page of a site, and is written again.

use std::fs::{self, File, Metadata, Permissions};
use std::io;
use std::path::Path;

/// The user and the group to whom a file or folder belongs. Some disks have none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Owner(Option<(u32, u32)>);

impl Owner {
    pub(super) fn of(metadata: &Metadata) -> Owner {
        #[cfg(unix)]
        return {
            use std::os::unix::fs::MetadataExt;
            Owner(Some((metadata.uid(), metadata.gid())))
        };
        #[cfg(not(unix))]
        return {
            let _ = metadata;
            Owner(None)
        };
    }

    /// Gives a folder to this user and group, as far as the system allows.
    pub(super) fn give(self, folder: &Path) {
        #[cfg(unix)]
        if let Some((user, group)) = self.0 {
            // Whoever puts a link in the place of the folder meanwhile is given nothing but the link.
            use std::os::unix::fs::lchown;
            let _ = lchown(folder, None, Some(group));
            let _ = lchown(folder, Some(user), None);
        }
        #[cfg(not(unix))]
        let _ = folder;
    }
}

/// Lets all read a new file. Some disks have no permissions; there this does nothing.
pub(super) fn let_all_read(file: &File) {
    #[cfg(unix)]
    let _ = file.set_permissions(from_mode(0o644));
    #[cfg(not(unix))]
    let _ = file;
}

/// Creates a folder that all may read.
pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)?;
    #[cfg(unix)]
    let _ = fs::set_permissions(folder, from_mode(0o755));
    Ok(())
}

/// Whether the owner of a file may read it.
pub(super) fn is_readable(permissions: &Permissions) -> bool {
    #[cfg(unix)]
    return std::os::unix::fs::PermissionsExt::mode(permissions) & 0o400 != 0;
    #[cfg(not(unix))]
    return {
        let _ = permissions;
        true
    };
}

#[cfg(unix)]
fn from_mode(mode: u32) -> Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(mode)
}
