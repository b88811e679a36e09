//! Permissions as types: a handler that forgets its permission does not compile, and without one there is no
//! context and so no query.

use std::{future::Future, marker::PhantomData, pin::Pin};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web};
use cordboard_api::{ErrorCode, sessions::Due};
use cordboard_domain::access::{Action, Target, authorize};
use cordboard_store::{
    Store, Tenant,
    audit::{Actor, Entry},
};
use cordboard_types::{NodeId, Permission, Permissions, TenantId};
use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use tokio::sync::oneshot;

use super::{error::ApiError, session::SignedIn};
use crate::State;

/// A permission as a type.
pub trait Needs: 'static {
    /// The permission.
    const PERMISSION: Permission;
}

macro_rules! needs {
    ($($permission:ident),+ $(,)?) => {
        $(
            #[doc = concat!("[`Permission::", stringify!($permission), "`] as a type.")]
            #[derive(Debug, Clone, Copy)]
            pub struct $permission;

            impl Needs for $permission {
                const PERMISSION: Permission = Permission::$permission;
            }
        )+
    };
}

needs!(
    NodesRead,
    NodesWrite,
    CustomersRead,
    CustomersWrite,
    CustomersSuspend,
    CustomersClose,
    SettingsRead,
    SettingsWrite,
    LimitsWrite,
    PeopleRead,
    PeopleWrite,
    RolesWrite,
    PeopleImpersonate,
    TokensWrite,
    SitesRead,
    SitesWrite,
    AgentsWrite,
    UsersRead,
    UsersWrite,
    GroupsRead,
    GroupsWrite,
    CredentialsRotate,
    DevicesRead,
    DevicesWrite,
    AccessKeyReveal,
    AccessKeyRotate,
    ReleasesRead,
    ReleasesPublish,
    RegistrationsRead,
    CallsRead,
    AuditRead,
    AuditExport,
    RedirectServicesWrite,
);

/// Resolves when the permission of a request is decided. What else a handler takes waits for it, so that nobody
/// learns from a bad body what they would not learn from a good one.
#[derive(Clone)]
struct Decision(Shared<BoxFuture<'static, ()>>);

/// Waits until the permission of `request` is decided; at once where none is being decided.
pub(super) fn decided(request: &HttpRequest) -> impl Future<Output = ()> + 'static {
    let decision = request.extensions().get::<Decision>().cloned();
    async move {
        if let Some(Decision(decision)) = decision {
            decision.await;
        }
    }
}

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

macro_rules! people {
    ($($(#[$doc:meta])* $name:ident: $check:expr;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone)]
            pub struct $name(pub SignedIn);

            impl FromRequest for $name {
                type Error = ApiError;
                type Future = std::future::Ready<Result<Self, ApiError>>;

                fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                    let check: fn(SignedIn) -> Result<SignedIn, ApiError> = $check;
                    std::future::ready(known(request).and_then(check).map(Self))
                }
            }
        )+
    };
}

people! {
    /// Somebody whose password was right; a second factor or a new password may still be due.
    Entering: Ok;
    /// Somebody is signed in; nothing more.
    Anyone: through;
    /// Somebody signed in in a browser, as themselves: what concerns one's own password, sessions and tokens is
    /// done neither by a token nor in another's name.
    Oneself: |who| match through(who)? {
        SignedIn { session: None, .. } => Err(ErrorCode::Forbidden.into()),
        SignedIn { acting: Some(_), .. } => Err(ErrorCode::NotWhileActing.into()),
        who => Ok(who),
    };
}

fn known(request: &HttpRequest) -> Result<SignedIn, ApiError> {
    request.extensions().get::<SignedIn>().cloned().ok_or_else(|| ErrorCode::SignedOut.into())
}

/// Who is all the way in.
fn through(who: SignedIn) -> Result<SignedIn, ApiError> {
    match who.due {
        None => Ok(who),
        Some(Due::SecondFactor) => Err(ErrorCode::SecondFactorDue.into()),
        Some(Due::NewPassword) => Err(ErrorCode::NewPasswordDue.into()),
    }
}

fn signed_in(request: &HttpRequest) -> Result<SignedIn, ApiError> {
    known(request).and_then(through)
}

/// The right to do `P` in the customer named by the path's `{customer}`.
#[derive(Debug)]
pub struct InCustomer<P> {
    store: Store,
    tenant: TenantId,
    /// Ids from the root down to the customer.
    path: Vec<NodeId>,
    /// Who, for audit rows.
    pub actor: Actor,
    /// Who, for everything else.
    pub who: SignedIn,
    needs: PhantomData<P>,
}

impl<P: Needs> InCustomer<P> {
    /// The customer.
    #[must_use]
    pub fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Ids from the root down to the customer.
    #[must_use]
    pub fn path(&self) -> &[NodeId] {
        &self.path
    }

    /// Whether something else may be done here too.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        authorize(&self.who.principal, Action::Do(permission), Target::Node(&self.path))
    }

    /// Nobody gives more than they may themselves.
    ///
    /// # Errors
    /// [`ErrorCode::BeyondOwnRights`].
    pub fn within_own_rights(&self, permissions: Permissions) -> Result<(), ApiError> {
        let may = self.who.principal.may_hand_on(permissions, &self.path);
        if may { Ok(()) } else { Err(ErrorCode::BeyondOwnRights.into()) }
    }

    /// Opens the customer's rows for reading.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn read(&self) -> Result<Tenant, ApiError> {
        Ok(self.store.read(self.tenant).await?)
    }

    /// Opens the customer's rows for writing.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn write(&self) -> Result<Tenant, ApiError> {
        Ok(self.store.write(self.tenant).await?)
    }
}

impl<P: Needs> FromRequest for InCustomer<P> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = prepare(request);
        let named = request.match_info().get("customer").and_then(|text| text.parse().ok());
        let (decided, decision) = oneshot::channel::<()>();
        request.extensions_mut().insert(Decision(decision.map(drop).boxed().shared()));
        Box::pin(async move {
            // Dropped with this future, whatever it answers.
            let _decided = decided;
            let (state, who) = found?;
            let tenant: TenantId = named.ok_or(ErrorCode::NotFound)?;
            let path = permit(&state, &who, tenant.into(), P::PERMISSION).await?;
            let actor = who.actor.clone();
            Ok(Self { store: state.store.clone(), tenant, path, actor, who, needs: PhantomData })
        })
    }
}

/// The right to do `P` in the node named by the path's `{node}`: a provider, a customer, a site.
#[derive(Debug)]
pub struct InNode<P> {
    /// The node.
    pub node: NodeId,
    /// Ids from the root down to it.
    pub path: Vec<NodeId>,
    /// The customer it is or belongs to.
    tenant: Option<TenantId>,
    /// Who, for audit rows.
    pub actor: Actor,
    /// Who, for everything else.
    pub who: SignedIn,
    needs: PhantomData<P>,
}

impl<P> InNode<P> {
    /// The customer whose audit log tells of it; none above customers.
    #[must_use]
    pub fn tenant(&self) -> Option<TenantId> {
        self.tenant
    }
}

impl<P: Needs> FromRequest for InNode<P> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = prepare(request);
        let named = request.match_info().get("node").and_then(|text| text.parse().ok());
        let (decided, decision) = oneshot::channel::<()>();
        request.extensions_mut().insert(Decision(decision.map(drop).boxed().shared()));
        Box::pin(async move {
            let _decided = decided;
            let (state, who) = found?;
            let node: NodeId = named.ok_or(ErrorCode::NotFound)?;
            let path = permit(&state, &who, node, P::PERMISSION).await?;
            let tenant = state.store.system_read("authorize").await?.tenant_among(&path).await?;
            let actor = who.actor.clone();
            Ok(Self { node, path, tenant, actor, who, needs: PhantomData })
        })
    }
}

/// The right to do `P` in at least one node: the nodes, for lists and for creating below them.
#[derive(Debug)]
pub struct Somewhere<P> {
    /// The nodes in which the person may.
    pub nodes: Vec<NodeId>,
    /// Who.
    pub who: SignedIn,
    needs: PhantomData<P>,
}

impl<P: Needs> FromRequest for Somewhere<P> {
    type Error = ApiError;
    type Future = std::future::Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = signed_in(request).and_then(|who| {
            let nodes = who.principal.nodes_with(P::PERMISSION);
            if nodes.is_empty() {
                return Err(ErrorCode::Forbidden.into());
            }
            Ok(Self { nodes, who, needs: PhantomData })
        });
        std::future::ready(found)
    }
}

fn prepare(request: &HttpRequest) -> Result<(State, SignedIn), ApiError> {
    let state = request.app_data::<web::Data<State>>().ok_or_else(|| ApiError::internal("no state"))?;
    Ok((state.get_ref().clone(), signed_in(request)?))
}

/// Unknown and foreign nodes are one answer. Who may see a node but not do this is told so; both are written
/// down. Answers the ids from the root down to it.
async fn permit(
    state: &State,
    who: &SignedIn,
    node: NodeId,
    permission: Permission,
) -> Result<Vec<NodeId>, ApiError> {
    let system = state.store.system_read("authorize").await?;
    let path = system.path(node).await?;
    if authorize(&who.principal, Action::Do(permission), Target::Node(&path)) {
        return Ok(path);
    }
    let visible = who.principal.sees(&path);
    let tenant = if visible { system.tenant_among(&path).await? } else { None };
    drop(system);
    deny(state, who, visible.then_some(node), tenant, permission).await?;
    Err(if visible { ErrorCode::Forbidden } else { ErrorCode::NotFound }.into())
}

async fn deny(
    state: &State,
    who: &SignedIn,
    node: Option<NodeId>,
    tenant: Option<TenantId>,
    permission: Permission,
) -> Result<(), ApiError> {
    let system = state.store.system("record a denial").await?;
    let entry = Entry {
        action: "access",
        target_kind: "node",
        target_id: node.map(Into::into),
        outcome: "denied",
        detail: serde_json::json!({ "permission": permission }),
    };
    system.audit(tenant, &who.actor, entry).await?;
    Ok(system.commit().await?)
}
