//! Users as a file, row by row as it is read.

use actix_web::{HttpResponse, get, http::header, web};
use cordboard_api::{Problem, imports::FileSeparator, users::UserOrder};
use cordboard_domain::user_csv::{self, Separator, UserRow};
use cordboard_store::{
    PageRequest, Store, Tenant,
    users::{User, UserList},
};
use cordboard_types::{Extension, Label, TenantId, UserId};
use futures_util::{StreamExt, stream};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::super::{
    access::{InCustomer, UsersRead},
    error::{ApiError, ApiResult},
    user_imports::separator,
};
use super::by;
use crate::State;

/// Users of one piece; each piece is a transaction of its own, so that a slow reader holds none open.
const PIECE: u16 = 200;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(export);
}

/// How the file is to be written.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct ExportQuery {
    /// Words that each begin a word of name, login id or extension, as in the list.
    #[serde(default)]
    search: String,
    /// By extension unless chosen.
    #[serde(default)]
    sort: UserOrder,
    /// A comma unless chosen.
    #[serde(default)]
    separator: FileSeparator,
    /// Whether the first line names the columns; it does unless told otherwise.
    #[serde(default)]
    header: Option<bool>,
}

/// The users of a list in the fifteen columns an import reads, in UTF-8. PINs are left empty; what a spreadsheet
/// would take for a formula has an apostrophe in front, which an import takes off again.
#[utoipa::path(params(ExportQuery), responses(
    (status = 200, content_type = "text/csv", body = String), (status = 404, body = Problem),
))]
#[get("/customers/{customer}/users/export")]
async fn export(
    state: web::Data<State>,
    access: InCustomer<UsersRead>,
    query: web::Query<ExportQuery>,
) -> ApiResult<HttpResponse> {
    let ExportQuery { search, sort, separator: chosen, header } = query.into_inner();
    let separator = separator(chosen);
    let head = header.unwrap_or(true).then(|| Ok(web::Bytes::from(user_csv::head(separator))));
    let reading = Reading {
        store: state.store.clone(),
        customer: access.tenant(),
        list: UserList { search, sort: by(sort) },
        separator,
        next: Some(PageRequest { after: None, size: PIECE }),
    };
    let pieces = stream::try_unfold(reading, Reading::piece);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"users.csv\""))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .streaming(stream::iter(head).chain(pieces)))
}

struct Reading {
    store: Store,
    customer: TenantId,
    list: UserList,
    separator: Separator,
    next: Option<PageRequest>,
}

impl Reading {
    async fn piece(mut self) -> Result<Option<(web::Bytes, Self)>, ApiError> {
        let Some(page) = self.next.take() else { return Ok(None) };
        let tenant = self.store.read(self.customer).await?;
        let users = tenant.users_listed(&self.list, &page).await?;
        let rows = rows(&tenant, users.items).await?;
        let lines = rows.iter().flat_map(|row| user_csv::line(row, self.separator)).collect::<Vec<_>>();
        self.next = users.next.map(|after| PageRequest { after: Some(after), size: PIECE });
        Ok(Some((lines.into(), self)))
    }
}

async fn rows(tenant: &Tenant, users: Vec<User>) -> ApiResult<Vec<UserRow>> {
    let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
    let (mut pickup, mut hunt) = (tenant.pickup_numbers(&ids).await?, tenant.hunt_extensions(&ids).await?);
    let row = |user: User| {
        let numbers = pickup.remove(&user.id).unwrap_or_default();
        let extensions = hunt.remove(&user.id).unwrap_or_default();
        row(user, &numbers, &extensions)
    };
    Ok(users.into_iter().map(row).collect())
}

fn row(user: User, pickup: &[u32], hunt: &[Extension]) -> UserRow {
    let profile = user.profile;
    UserRow {
        login: profile.login,
        extension: profile.extension,
        first_name: profile.first_name,
        last_name: profile.last_name,
        pin: None,
        voicemail: profile.voicemail,
        email: profile.email,
        language: profile.language,
        clip_internal: profile.clip_internal,
        clip_external: profile.clip_external,
        hidden: profile.hidden,
        to_operator: profile.to_operator,
        operator_extension: profile.operator_extension,
        pickup_groups: pickup.iter().filter_map(|number| Label::parse(&number.to_string()).ok()).collect(),
        hunt_groups: hunt.iter().filter_map(|extension| Label::parse(extension.as_str()).ok()).collect(),
    }
}
