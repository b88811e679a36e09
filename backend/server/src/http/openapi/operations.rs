//! What the routes do not say of themselves: a unique id and a tag for every operation, its path parameters, and what
//! every error looks like.

use utoipa::openapi::{
    ContentBuilder, KnownFormat, ObjectBuilder, OpenApi, PathItem, Ref, RefOr, Required, ResponseBuilder,
    SchemaFormat, Type,
    path::{Operation, Parameter, ParameterBuilder, ParameterIn},
};

const BASE: &str = "/api/v1/";
const PROBLEM: &str = "application/problem+json";

/// Completes every operation of a document.
pub(super) fn complete(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            operation.operation_id = Some(id(method, path));
            operation.tags = Some(vec![tag(path).to_owned()]);
            let parameters = operation.parameters.get_or_insert_default();
            for name in names(path) {
                if !parameters.iter().any(|known| is(known, name)) {
                    parameters.push(RefOr::T(parameter(name)));
                }
            }
            errors(operation);
        }
    }
}

/// Every error is a problem (RFC 9457): those that are named, and whatever else may be wrong with a request.
fn errors(operation: &mut Operation) {
    let responses = &mut operation.responses.responses;
    for (status, response) in responses.iter_mut() {
        if let RefOr::T(response) = response
            && status.starts_with(['4', '5'])
            && let Some(content) = response.content.swap_remove("application/json")
        {
            response.content.insert(PROBLEM.to_owned(), content);
        }
    }
    let problem = Ref::from_schema_name("Problem");
    let other = ResponseBuilder::new()
        .description("Any other error: what is wrong has its stable `code`.")
        .content(PROBLEM, ContentBuilder::new().schema(Some(problem)).build());
    responses.insert("default".to_owned(), RefOr::T(other.build()));
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    [("get", get), ("put", put), ("post", post), ("delete", delete), ("patch", patch)]
        .into_iter()
        .filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix(BASE).unwrap_or(path).split('/')
}

/// The names of a path's parameters.
fn names(path: &str) -> impl Iterator<Item = &str> {
    segments(path).filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

/// `get_customers_devices` for the list, `get_customers_devices_device` for one of it.
fn id(method: &str, path: &str) -> String {
    let last = segments(path).count().saturating_sub(1);
    let kept = segments(path).enumerate().filter(|(place, part)| *place == last || !part.starts_with('{'));
    kept.fold(method.to_owned(), |id, (_, part)| {
        format!("{id}_{}", part.trim_matches(['{', '}']).replace('-', "_"))
    })
}

/// The resource: what stands below the customer, or the first word.
fn tag(path: &str) -> &str {
    let mut words = segments(path).filter(|part| !part.starts_with('{'));
    let first = words.next().unwrap_or(path);
    if first == "customers" { words.next().unwrap_or(first) } else { first }
}

fn is(known: &RefOr<Parameter>, name: &str) -> bool {
    matches!(known, RefOr::T(known) if known.parameter_in == ParameterIn::Path && known.name == name)
}

fn parameter(name: &str) -> Parameter {
    let uuid = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .schema(Some(uuid))
        .build()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::http::openapi::document;

    #[test]
    fn every_operation_has_an_id_of_its_own_and_all_its_parameters() {
        let mut document = document();
        let mut ids = BTreeSet::new();
        for (path, item) in &mut document.paths.paths {
            for (method, operation) in operations(item) {
                assert!(ids.insert(operation.operation_id.clone()), "{method} {path} has another's id");
                let parameters = operation.parameters.as_deref().unwrap_or_default();
                for name in names(path) {
                    let count = parameters.iter().filter(|known| is(known, name)).count();
                    assert_eq!(count, 1, "{method} {path}: {name}");
                }
                assert!(operation.responses.responses.contains_key("default"), "{method} {path}");
            }
        }
        assert!(ids.contains(&Some("get_customers_devices".to_owned())));
        assert!(ids.contains(&Some("get_customers_devices_device".to_owned())));
    }
}
