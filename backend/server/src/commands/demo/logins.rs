//! The demo's passwords: random, made once, in a file only its owner reads.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use cordboard_store::Store;
use cordboard_types::Role;

use super::super::{CommandError, Result};
use crate::settings::Settings;

/// Characters that are not mistaken for one another; 32 of them, 5 bits each.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// 100 bits.
const LENGTH: usize = 20;

/// Who is behind the first of the demo's users.
pub(super) const USER: &str = "user@demo.example";

/// Someone who can sign in.
#[derive(Clone)]
pub(super) struct Login {
    pub(super) role: Role,
    pub(super) email: &'static str,
    pub(super) password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Login({})", self.email)
    }
}

/// Where they are kept.
pub(super) fn path(settings: &Settings) -> PathBuf {
    settings.data_dir.join("logins.txt")
}

/// One login a role, with new passwords.
pub(super) fn fresh(store: &Store) -> Result<Vec<Login>> {
    let of = |(role, email)| Ok(Login { role, email, password: password(store)? });
    let roles = [
        (Role::PlatformOperator, "operator@demo.example"),
        (Role::ProviderAdministrator, "provider@demo.example"),
        (Role::ProviderSupport, "support@demo.example"),
        (Role::CustomerAdministrator, "customer@demo.example"),
        (Role::User, USER),
    ];
    roles.into_iter().map(of).collect()
}

fn password(store: &Store) -> Result<String> {
    let bytes = store.sealer().random::<LENGTH>()?;
    let character = |byte: &u8| ALPHABET.get(usize::from(byte & 31)).copied().map(char::from);
    Ok(bytes.iter().filter_map(character).collect())
}

/// Writes the file; an older one belonged to a database that is gone.
pub(super) fn write(path: &Path, logins: &[Login]) -> Result<()> {
    let line =
        |login: &Login| format!("{:<22}  {:<22}  {}\n", login.role.as_str(), login.email, login.password);
    let text: String = logins.iter().map(line).collect();
    let written = replace(path, text.as_bytes());
    written.map_err(|error| CommandError::File(path.to_owned(), error))
}

fn replace(path: &Path, text: &[u8]) -> std::io::Result<()> {
    if path.exists() {
        fs::remove_file(path)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text)?;
    file.sync_all()
}

/// The file as text.
pub(super) fn read(settings: &Settings) -> Result<String> {
    let path = path(settings);
    fs::read_to_string(&path).map_err(|error| CommandError::File(path, error))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_file_is_its_owners_alone_and_holds_every_login() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("logins.txt");
        fs::write(&path, "old").unwrap();
        let login = |role, email| Login { role, email, password: "secret".to_owned() };
        write(&path, &[login(Role::PlatformOperator, "a@b.example"), login(Role::User, "c@d.example")])
            .unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 2);
        assert!(text.contains("platform-operator") && text.contains("c@d.example"));
    }
}
