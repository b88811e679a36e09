//! Who signs in as the user: a person, somebody who is invited, or nobody yet.

use cordboard_api::{
    people::{Invitation, Member, NewInvitation},
    users::User,
};
use cordboard_messages::Key;
use cordboard_types::{Email, Permission, Role};
use leptos::prelude::*;

use super::query;
use crate::{
    address::{self, Place, Room},
    api,
    components::{
        button::{PLAIN, acts},
        icon::Icon,
        lamp::{Light, lamp, lamp_since},
        page::panel,
        strip::Strip,
        time,
        toast::Toasts,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::{t, tx},
};

#[derive(Clone, Copy)]
struct Known {
    here: Here,
    form: Form,
    people: Query<Vec<Member>>,
    invitations: Query<Vec<Invitation>>,
}

/// None for whom the people of the customer are no business.
pub(super) fn section(here: Here, user: RwSignal<User>) -> Option<AnyView> {
    here.may(Permission::PeopleRead).then(|| {
        let known = Known {
            here,
            form: Form::new("invite"),
            people: query::people(here.customer),
            invitations: query::invitations(here.customer),
        };
        let body = view! {
            <p class="panel-note">{t(Key::UserPersonHelp)}</p>
            {known.form.summary()}
            {move || user.with(|user| known.state(user))}
        };
        panel(Key::UserPerson, None, body)
    })
}

impl Known {
    fn state(self, user: &User) -> AnyView {
        if let Some(id) = user.person {
            let people = self.people.data().unwrap_or_default();
            return match people.iter().find(|one| one.person == id) {
                Some(member) => self.linked(member),
                None => lamp(Light::On, Key::UserPersonLinked),
            };
        }
        let Some(email) = &user.email else {
            return view! { <p>{t(Key::UserPersonNoEmail)}</p> }.into_any();
        };
        let invitations = self.invitations.data().unwrap_or_default();
        match invitations.iter().find(|invitation| invitation.email == *email) {
            Some(invitation) => invited(invitation),
            None => self.nobody(user, email),
        }
    }

    fn linked(self, member: &Member) -> AnyView {
        let people = self.here.to(Place::Room(Room::People));
        let href = address::with_query(&people, &[("row", member.person.to_string())]);
        view! {
            <div class="row-pair">{Strip::icon(Icon::User, &member.name).href(href).view()}<span class="breakable">{member.email.to_string()}</span></div>
        }
        .into_any()
    }

    fn nobody(self, user: &User, email: &Email) -> AnyView {
        let toasts = use_context::<Toasts>();
        let body = NewInvitation {
            email: email.clone(),
            name: user.name.clone(),
            role: Role::User.into(),
            locale: user.language,
        };
        let invite = move |_| {
            let body = body.clone();
            self.form.send(
                move |key| api::people::invite(self.here.customer.into(), key, body),
                move |made: Invitation| {
                    self.invitations.refetch();
                    if let Some(toasts) = toasts {
                        toasts.say(tx(Key::InviteSent, &[("email", made.email.as_str().into())]));
                    }
                },
            );
        };
        let may = self.here.may(Permission::PeopleWrite);
        let button = may.then(|| acts(self.form, PLAIN, Key::UserInvite, invite));
        let text = tx(Key::UserPersonNobody, &[("email", email.as_str().into())]);
        view! { <p class="breakable">{text}</p><div class="form-actions">{button}</div> }.into_any()
    }
}

fn invited(invitation: &Invitation) -> AnyView {
    let until = time::text(invitation.expires_at);
    if invitation.expires_at < time::now() {
        return lamp(Light::Attention, Key::UserPersonOver);
    }
    let word = tx(Key::UserPersonInvited, &[("email", invitation.email.as_str().into())]);
    lamp_since(Light::UnderWay, word, Some(tx(Key::UserPersonUntil, &[("time", until.into())])))
}
