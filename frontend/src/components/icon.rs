//! Icons: symbols of one sprite.

use leptos::prelude::*;

use crate::dom;

macro_rules! icons {
    ($($variant:ident = $id:literal),+ $(,)?) => {
        /// A symbol of `static/icons.svg`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Icon { $($variant),+ }

        impl Icon {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }
    };
}

icons! {
    Activity = "activity",
    ArrowDown = "arrow-down",
    ArrowUp = "arrow-up",
    ArrowUpDown = "arrow-up-down",
    Bookmark = "bookmark",
    Building = "building-2",
    Check = "check",
    CircleAlert = "circle-alert",
    Close = "x",
    Columns = "columns-3",
    Copy = "copy",
    Download = "download",
    Eye = "eye",
    EyeOff = "eye-off",
    Filter = "list-filter",
    Gauge = "gauge",
    History = "history",
    House = "house",
    Key = "key-round",
    LogOut = "log-out",
    MapPin = "map-pin",
    Menu = "menu",
    Monitor = "monitor",
    Network = "network",
    Phone = "phone",
    Plus = "plus",
    Printer = "printer",
    RadioTower = "radio-tower",
    Refresh = "refresh-cw",
    Log = "scroll-text",
    Search = "search",
    Shield = "shield",
    Lock = "lock",
    Sliders = "sliders-horizontal",
    Trash = "trash-2",
    Undo = "undo-2",
    Upload = "upload",
    User = "user",
    UserPlus = "user-plus",
    Users = "users",
}

thread_local! {
    static SPRITE: String = dom::asset("icons");
}

/// An icon beside a word; it says nothing that the word does not.
pub(crate) fn icon(which: Icon) -> impl IntoView {
    let address = SPRITE.with(|sprite| format!("{sprite}#{}", which.id()));
    view! { <svg class="icon" aria-hidden="true"><use href=address /></svg> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_in_the_sprite() {
        let sprite = include_str!("../../static/icons.svg");
        for icon in Icon::ALL {
            assert!(sprite.contains(&format!("<symbol id=\"{}\"", icon.id())), "{}", icon.id());
        }
        assert_eq!(
            sprite.matches("<symbol ").count(),
            Icon::ALL.len(),
            "the sprite holds what is used and no more"
        );
    }
}
