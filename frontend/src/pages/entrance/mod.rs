//! Coming in: signing in with what is due after it, the links of mails. The address stays, so that one lands where
//! one wanted to go.

mod done;
mod factor_setup;
mod forgotten;
mod invitation;
mod new_password;
mod reset;
mod second_factor;
mod sign_in;

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    brand,
    components::{brand::brand, language},
    dom,
    words::t,
};

/// What is asked at the entrance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    SignIn,
    SecondFactor,
    FactorSetup,
    NewPassword,
    Forgotten,
    Reset,
    Invitation,
}

pub(crate) fn page(step: Step) -> AnyView {
    let card = match step {
        Step::SignIn => sign_in::card(),
        Step::SecondFactor => second_factor::card(),
        Step::FactorSetup => factor_setup::card(),
        Step::NewPassword => new_password::card(),
        Step::Forgotten => forgotten::card(),
        Step::Reset => reset::card(),
        Step::Invitation => invitation::card(),
    };
    Effect::new(|_| dom::set_title(&brand::name().get()));
    view! {
        <div class="entrance">
            <header class="entrance-board">
                <span class="brand">{brand()}</span>
                <img class="entrance-picture" src=dom::asset("board") alt="" width="420" height="330" />
                <p class="entrance-claim">{t(Key::SignInClaim)}</p>
            </header>
            <main class="entrance-side">
                <div class="entrance-language">{language::select("entrance-language")}</div>
                <div class="entrance-main">{card}</div>
            </main>
        </div>
    }
    .into_any()
}
