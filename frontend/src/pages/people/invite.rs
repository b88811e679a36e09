//! Inviting somebody by mail.

use cordboard_api::{
    FieldProblem,
    people::{Invitation, NewInvitation, Role},
};
use cordboard_messages::Key;
use cordboard_types::{Email, Label, Locale, RoleName};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    api,
    components::{
        button::{PRIMARY, cancels, sends},
        language::LANGUAGES,
        role,
        toast::Toasts,
    },
    form::{Check, Choice, Form, SelectField, TextField},
    query::Query,
    shell::Node,
    words::{self, t, tx},
};

pub(super) fn form(
    node: Node,
    roles: Query<Vec<Role>>,
    invitations: Query<Vec<Invitation>>,
    open: RwSignal<bool>,
) -> AnyView {
    let form = Form::new("invite");
    let toasts = use_context::<Toasts>();
    let [email, name, role] = [(); 3].map(|()| RwSignal::new(String::new()));
    let locale = RwSignal::new(words::locale().to_string());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = [email, name, role, locale].map(|field| field.get_untracked());
        match body(&typed) {
            Ok(body) => form.send(
                move |key| api::people::invite(node.id, key, body),
                move |made: Invitation| {
                    open.set(false);
                    invitations.refetch();
                    if let Some(toasts) = toasts {
                        toasts.say(tx(Key::InviteSent, &[("email", made.email.as_str().into())]));
                    }
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    let grantable = Signal::derive(move || {
        let roles = roles.data().unwrap_or_default();
        let offered = roles.iter().filter(|role| role.grantable);
        offered.map(|role| Choice::new(&role.role, role::of(role))).collect::<Vec<_>>()
    });
    let languages: Vec<_> = LANGUAGES.into_iter().map(|(locale, name)| Choice::new(&locale, name)).collect();
    view! {
        <form class="form" novalidate on:submit=submit>
            <p class="panel-note">{t(Key::InviteHelp)}</p>
            {form.summary()}
            <TextField form pointer="/email" label=Key::SignInEmail value=email kind="email" />
            <TextField form pointer="/name" label=Key::ProfileName value=name />
            <div class="form-grid">
                <SelectField form pointer="/role" label=Key::PersonRole value=role choices=grantable />
                <SelectField form pointer="/locale" label=Key::InviteLanguage value=locale choices=languages />
            </div>
            <div class="form-actions">{sends(form, PRIMARY, Key::InviteSend)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

fn body([email, name, role, locale]: &[String; 4]) -> Result<NewInvitation, Vec<FieldProblem>> {
    let mut check = Check::default();
    let email = check.required::<Email>("/email", email);
    let name = check.required::<Label>("/name", name);
    let role = check.chosen::<RoleName>("/role", role);
    let locale = check.chosen::<Locale>("/locale", locale);
    check.finish(email.zip(name).zip(role).map(|((email, name), role)| NewInvitation {
        email,
        name,
        role,
        locale,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_needed() {
        let problems = body(&[String::new(), String::new(), String::new(), "en".into()]).unwrap_err();
        let at: Vec<_> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(at, ["/email", "/name", "/role"]);
        let typed = ["a@example.net", "Anna", "user", "fr"].map(String::from);
        assert_eq!(body(&typed).unwrap().locale, Some(Locale::Fr));
    }
}
