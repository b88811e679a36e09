//! Links out of mails that the server wrote into its folder.

use std::{fs, time::Duration};

use cordboard_server::State;
use tokio::time::{interval, timeout};

/// The token of the newest link `/<page>#<token>` mailed to `to`.
pub async fn token(state: &State, to: &str, page: &str, seen: usize) -> String {
    let arrived = async {
        let mut tries = interval(Duration::from_millis(20));
        loop {
            tries.tick().await;
            let tokens = tokens(state, to, page);
            if let Some(token) = tokens.get(seen) {
                return token.clone();
            }
        }
    };
    timeout(Duration::from_secs(20), arrived).await.expect("a mail should have come")
}

/// Every token mailed so far, oldest first.
pub fn tokens(state: &State, to: &str, page: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(state.settings.data_dir.join("mail")) else { return Vec::new() };
    let mut mails: Vec<_> = entries
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "eml"))
        .map(|entry| (entry.metadata().unwrap().modified().unwrap(), fs::read_to_string(entry.path()).unwrap()))
        .collect();
    mails.sort();
    let start = format!("/{page}#");
    let texts = mails.into_iter().map(|(_, text)| unfold(&text));
    texts.filter(|text| text.contains(&format!("To: {to}"))).filter_map(|text| after(&text, &start)).collect()
}

/// Quoted-printable taken back, as far as a link needs it (RFC 2045 §6.7).
fn unfold(text: &str) -> String {
    text.replace("=\r\n", "").replace("=3D", "=")
}

fn after(text: &str, start: &str) -> Option<String> {
    let rest = text.split_once(start)?.1;
    Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect())
}
