use cordboard_api::customers::Customer;
use leptos::prelude::*;

use crate::{
    api::{self, Listing},
    query::Query,
};

pub(super) fn customers(pages: RwSignal<usize>) -> Query<Listing<Customer>> {
    Query::new(&[], move || api::customers::page(pages.get()))
}
