use cordboard_api::customers::{Customer, NewCustomer};
use cordboard_messages::Key;
use cordboard_types::Label;
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    address::{self, Address, Place},
    api,
    components::{
        button::{PRIMARY, leaves, sends},
        page::head,
    },
    form::{Check, Form, SelectField, TextField},
    pages::sites::countries,
    words::t,
};

pub(crate) fn page() -> AnyView {
    let form = Form::new("customer");
    let name = RwSignal::new(String::new());
    let country = RwSignal::new("CH".to_owned());
    let site = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match body(&name.get_untracked(), &country.get_untracked(), &site.get_untracked()) {
            Ok(body) => form.send(
                move |key| api::customers::create(key, body),
                |customer: Customer| address::go(&Place::Overview.of(customer.id)),
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        {head(t(Key::CustomerNew), None, None)}
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            <TextField form pointer="/name" label=Key::CustomerName value=name autocomplete="organization" />
            <SelectField
                form
                pointer="/country"
                label=Key::FieldCountry
                value=country
                choices=Signal::derive(countries::choices)
                help=Key::CustomerCountryHelp
            />
            <TextField
                form
                pointer="/site_name"
                label=Key::CustomerSite
                value=site
                help=Key::CustomerSiteHelp
            />
            <div class="form-actions">
                {sends(form, PRIMARY, Key::CustomerCreate)}
                {leaves(Address::Customers.to_string())}
            </div>
        </form>
    }
    .into_any()
}

fn body(name: &str, country: &str, site: &str) -> Result<NewCustomer, Vec<cordboard_api::FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    let country = countries::checked(&mut check, country);
    let site = check.required::<Label>("/site_name", site);
    let body = name.zip(country).zip(site).map(|((name, country), site_name)| NewCustomer {
        name,
        provider: None,
        country,
        site_name,
    });
    check.finish(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trimmed_and_everything_is_needed() {
        let customer = body(" Bakery ", "CH", "Main").unwrap();
        assert_eq!((customer.name.as_str(), customer.country.as_str()), ("Bakery", "CH"));
        let problems = body("", "", "").unwrap_err();
        let at: Vec<_> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(at, ["/name", "/country", "/site_name"]);
    }
}
