//! The permissions of what is published: all may read it, whatever the umask of the process takes away.
//!
//! What is there keeps its permissions, which somebody may have changed on purpose. Only a file that not even its owner
//! may read is no page of a site, and is written again.

use std::fs::{self, File, Permissions};
use std::io;
use std::path::Path;

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
