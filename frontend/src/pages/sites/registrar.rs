//! Where phones reach the site's registrar: what the agent reports, or what a person set over it.

use cordboard_api::{
    FieldProblem,
    sites::{RegistrarAddress, Site, SiteChange},
};
use cordboard_messages::Key;
use cordboard_types::{HostName, Invalid, Permission, Transport};
use leptos::{ev::SubmitEvent, prelude::*};

use super::site::address;
use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, opens, sends},
        copy::copied,
        dialog::Dialog,
        page::panel,
    },
    form::{Check, Choice, Form, SelectField, TextField},
    query::Query,
    shell::Here,
    words::t,
};

pub(super) fn section(here: Here, query: Query<Site>, site: RwSignal<Site>) -> AnyView {
    let open = RwSignal::new(false);
    let now = move || site.with(|site| (site.registrar.clone(), site.registrar_overridden));
    let shown = move || match now() {
        (Some(registrar), overridden) => {
            let origin = if overridden { Key::RegistrarSet } else { Key::RegistrarReported };
            view! { <p>{copied(address(&registrar))}</p><p class="panel-note">{t(origin)}</p> }.into_any()
        }
        (None, _) => view! { <p class="panel-note">{t(Key::RegistrarNone)}</p> }.into_any(),
    };
    let button = here.may(Permission::SitesWrite).then(|| opens(open, PLAIN, Key::RegistrarChange));
    let body = view! {
        {shown}
        <Dialog open=open title=t(Key::RegistrarChange)>{move || form(here, query, site, open)}</Dialog>
    };
    panel(t(Key::SiteRegistrar), button, body)
}

fn form(here: Here, query: Query<Site>, site: RwSignal<Site>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("registrar");
    let base = StoredValue::new(site.get_untracked());
    let now = base.with_value(|site| site.registrar.clone());
    let host = RwSignal::new(now.as_ref().map(|now| now.host.to_string()).unwrap_or_default());
    let port = RwSignal::new(now.as_ref().map_or(5060, |now| now.port).to_string());
    let transport = RwSignal::new(now.map_or(Transport::Udp, |now| now.transport).to_string());
    let send = move |registrar: Option<RegistrarAddress>| {
        form.send(
            move |_| async move {
                let change = SiteChange { registrar: Some(registrar), ..SiteChange::default() };
                api::sites::change(here.customer, &base.get_value(), change).await
            },
            move |_: Site| {
                open.set(false);
                query.refetch();
                here.saved();
            },
        );
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match body(&host.get_untracked(), &port.get_untracked(), &transport.get_untracked()) {
            Ok(body) => send(Some(body)),
            Err(problems) => form.refuse(problems),
        }
    };
    let back = base.with_value(|site| site.registrar_overridden).then(|| {
        view! { <button type="button" class="button" on:click=move |_| send(None)>{t(Key::RegistrarBack)}</button> }
    });
    view! {
        <form class="form" novalidate on:submit=submit>
            <p class="panel-note">{t(Key::RegistrarHelp)}</p>
            {form.summary()}
            <TextField form pointer="/registrar/host" label=Key::RegistrarHost value=host />
            <div class="form-grid">
                <TextField
                    form
                    pointer="/registrar/port"
                    label=Key::RegistrarPort
                    value=port
                    inputmode="numeric"
                />
                <SelectField
                    form
                    pointer="/registrar/transport"
                    label=Key::RegistrarTransport
                    value=transport
                    choices=transports()
                />
            </div>
            <div class="form-actions">
                {sends(form, PRIMARY, Key::FormSave)}
                {back}
            </div>
        </form>
    }
    .into_any()
}

fn transports() -> Vec<Choice> {
    [Transport::Udp, Transport::Tcp, Transport::Tls]
        .map(|transport| Choice::new(&transport, transport.as_str().to_uppercase()))
        .to_vec()
}

fn body(host: &str, port: &str, transport: &str) -> Result<RegistrarAddress, Vec<FieldProblem>> {
    let mut check = Check::default();
    let host = check.required::<HostName>("/registrar/host", host);
    let port = match port.trim().parse::<u16>() {
        Ok(port) if port > 0 => Some(port),
        _ => {
            check.refuse("/registrar/port", Invalid::Choice);
            None
        }
    };
    let transport = check.required::<Transport>("/registrar/transport", transport);
    let body = host.zip(port).zip(transport);
    check.finish(body.map(|((host, port), transport)| RegistrarAddress { host, port, transport }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_a_number_that_exists() {
        assert_eq!(body("pbx.example.net", " 5061 ", "tls").unwrap().port, 5061);
        for port in ["", "0", "65536", "sip"] {
            assert_eq!(body("10.0.0.5", port, "udp").unwrap_err()[0].pointer, "/registrar/port", "{port}");
        }
    }
}
