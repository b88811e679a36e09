//! Links out of mails that the server wrote into its folder.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use cordboard_server::State;
use tokio::time::{interval, timeout};

/// The token of the link `/<page>#<token>` in the mail to `to` that came after `seen` others.
pub async fn token(state: &State, to: &str, page: &str, seen: usize) -> String {
    letter(&folder(state), to, page, seen).await.0
}

/// The same with the text of the mail, from any folder mails end in.
pub async fn letter(folder: &Path, to: &str, page: &str, seen: usize) -> (String, String) {
    let arrived = async {
        let mut tries = interval(Duration::from_millis(20));
        loop {
            tries.tick().await;
            if let Some(found) = letters(folder, to, page).into_iter().nth(seen) {
                return found;
            }
        }
    };
    timeout(Duration::from_secs(20), arrived).await.expect("a mail should have come")
}

/// Every token mailed so far, oldest first.
pub fn tokens(state: &State, to: &str, page: &str) -> Vec<String> {
    letters(&folder(state), to, page).into_iter().map(|(token, _)| token).collect()
}

fn folder(state: &State) -> PathBuf {
    state.settings.data_dir.join("mail")
}

fn letters(folder: &Path, to: &str, page: &str) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut mails: Vec<_> = entries
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "eml"))
        .map(|entry| {
            (entry.metadata().unwrap().modified().unwrap(), fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    mails.sort();
    let start = format!("/{page}#");
    mails
        .into_iter()
        .map(|(_, text)| unfold(&text))
        .filter(|text| text.contains(&format!("To: {to}")))
        .filter_map(|text| Some((after(&text, &start)?, text)))
        .collect()
}

/// Quoted-printable taken back, as far as a link needs it (RFC 2045 §6.7).
fn unfold(text: &str) -> String {
    text.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=")
}

fn after(text: &str, start: &str) -> Option<String> {
    let rest = text.split_once(start)?.1;
    Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect())
}
