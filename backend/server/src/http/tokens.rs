//! API tokens of who asks.

use actix_web::{HttpResponse, delete, get, post, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    tokens::{NewToken, Token, TokenMinted},
};
use cordboard_domain::access::{Action, Scope, Target, authorize};
use cordboard_store::{System, audit::Entry, tokens as rows};
use cordboard_types::{ApiTokenId, Invalid, NodeId, Permission};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::Oneself,
    answer,
    body::Body,
    error::{ApiError, ApiResult, Reason},
    session::{self, BEARER_PREFIX, SignedIn},
};
use crate::State;

/// Longest life of a token: a year.
const LONGEST: i64 = 366 * 24 * 60 * 60 * 1000;
/// Tokens one person may have.
const MOST: usize = 50;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(mint).service(end);
}

/// One's tokens, newest first.
#[utoipa::path(responses((status = 200, body = Page<Token>), (status = 401, body = Problem)))]
#[get("/tokens")]
async fn list(state: web::Data<State>, Oneself(who): Oneself) -> ApiResult<HttpResponse> {
    let rows = state.store.system_read("list tokens").await?.tokens(who.person).await?;
    answer::ok(&Page { items: rows.into_iter().map(message).collect(), next: None })
}

/// Mints a token: for one node and what is below it, with permissions one has there. It is shown once.
#[utoipa::path(request_body = NewToken, responses(
    (status = 201, body = TokenMinted), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem),
))]
#[post("/tokens")]
async fn mint(
    state: web::Data<State>,
    Oneself(who): Oneself,
    body: Body<NewToken>,
) -> ApiResult<HttpResponse> {
    let new = body.value;
    let system = state.store.system("mint a token").await?;
    may_mint(&system, &who, &new).await?;
    let token = format!("{BEARER_PREFIX}{}", hex::encode(state.store.sealer().random::<32>()?));
    let scope = Scope { node: new.node, permissions: new.permissions };
    let row = rows::NewToken {
        person: who.person,
        scope,
        name: new.name.clone(),
        token: session::hash(&token),
        expires_at: new.expires_at,
    };
    let id = system.create_token(row).await?;
    let detail = serde_json::json!({
        "name": new.name, "node": new.node, "permissions": new.permissions, "expires_at": new.expires_at,
    });
    audit(&system, &who, "token.create", id, Some(new.node), detail).await?;
    system.commit().await?;
    answer::created(&TokenMinted { id, token })
}

/// Ends one of one's tokens at once.
#[utoipa::path(responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[delete("/tokens/{token}")]
async fn end(
    state: web::Data<State>,
    Oneself(who): Oneself,
    path: web::Path<Uuid>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("end a token").await?;
    let id = ApiTokenId(*path);
    system.delete_token(who.person, id).await?;
    audit(&system, &who, "token.delete", id, None, serde_json::Value::Null).await?;
    system.commit().await?;
    Ok(answer::done())
}

async fn may_mint(system: &System, who: &SignedIn, new: &NewToken) -> ApiResult<()> {
    let path = system.path(new.node).await?;
    if !who.principal.sees(&path) {
        return Err(ApiError::at(ErrorCode::UnknownReference, "/node"));
    }
    if !authorize(&who.principal, Action::Do(Permission::TokensWrite), Target::Node(&path)) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !who.principal.may_hand_on(new.permissions, &path) {
        return Err(ErrorCode::BeyondOwnRights.into());
    }
    let life = new.expires_at.since(system.now());
    if !(1..=LONGEST).contains(&life) {
        return Err(ApiError::field(ErrorCode::Invalid, "/expires_at", Reason::Invalid(Invalid::Timestamp)));
    }
    if new.permissions.is_empty() {
        return Err(ApiError::field(ErrorCode::Invalid, "/permissions", Reason::Invalid(Invalid::Empty)));
    }
    if system.tokens(who.person).await?.len() >= MOST {
        return Err(ErrorCode::Conflict.into());
    }
    Ok(())
}

async fn audit(
    system: &System,
    who: &SignedIn,
    action: &'static str,
    token: ApiTokenId,
    node: Option<NodeId>,
    detail: serde_json::Value,
) -> ApiResult<()> {
    let path = match node {
        Some(node) => system.path(node).await?,
        None => Vec::new(),
    };
    let tenant = system.tenant_among(&path).await?;
    let entry = Entry { action, target_kind: "token", target_id: Some(token.0), outcome: "done", detail };
    Ok(system.audit(tenant, &who.actor, entry).await?)
}

fn message(row: rows::Token) -> Token {
    Token {
        id: row.id,
        name: row.name,
        node: row.node,
        node_name: row.node_name,
        permissions: row.permissions,
        created_at: row.created_at,
        expires_at: row.expires_at,
        last_used_at: row.last_used_at,
        last_used_ip: row.last_used_ip,
    }
}
