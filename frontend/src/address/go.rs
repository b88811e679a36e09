//! Moving between pages from anywhere, also after a component is gone.

use std::{cell::RefCell, rc::Rc};

use crate::guard;

/// How one moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    /// A step that one can take back.
    Step,
    /// In place of the present page.
    Replace,
    /// The same page in another state: nothing scrolls.
    Adjust,
}

type Navigate = Rc<dyn Fn(&str, Move)>;

thread_local! {
    /// The router's way to move; forms use it after their component's context is gone.
    static NAVIGATE: RefCell<Option<Navigate>> = const { RefCell::new(None) };
}

/// Called once, with the router's way to move.
pub(crate) fn set_navigate(navigate: impl Fn(&str, Move) + 'static) {
    NAVIGATE.set(Some(Rc::new(navigate)));
}

/// Moves to a page. What was typed and not saved on the one before is done with: whoever calls this has saved it.
pub(crate) fn go(address: &str) {
    guard::release();
    move_to(address, Move::Step);
}

/// Moves to a page without leaving a step to come back to.
pub(crate) fn replace(address: &str) {
    move_to(address, Move::Replace);
}

/// Writes the page's state into its address.
pub(crate) fn adjust(address: &str) {
    move_to(address, Move::Adjust);
}

fn move_to(address: &str, how: Move) {
    let navigate = NAVIGATE.with_borrow(Clone::clone);
    if let Some(navigate) = navigate {
        navigate(address, how);
    }
}

/// The page's path.
pub(crate) fn path() -> String {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|location| location.pathname().ok()).unwrap_or_default()
}

/// The page's own address: path and query.
pub(crate) fn here() -> String {
    let location = web_sys::window().map(|window| window.location());
    path() + &location.and_then(|location| location.search().ok()).unwrap_or_default()
}

/// A path with a query of the values that are there. They are encoded as addresses demand.
pub(crate) fn with_query(path: &str, query: &[(&str, String)]) -> String {
    let mut address = path.to_owned();
    for (name, value) in query.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(name);
        address.push('=');
        address.push_str(&encoded(value));
    }
    address
}

fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_holds_what_is_there_and_is_encoded() {
        let query = [("q", "Käse & Brot".to_owned()), ("sort", String::new()), ("tab", "files".to_owned())];
        assert_eq!(with_query("/x", &query), "/x?q=K%C3%A4se%20%26%20Brot&tab=files");
        assert_eq!(with_query("/x?a=1", &[("b", "2".to_owned())]), "/x?a=1&b=2");
    }
}
