//! Permissions as types: a handler that forgets its permission does not compile, and without one there is no
//! context and so no query.

mod refusal;

use std::{future::Future, marker::PhantomData, pin::Pin};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web};
use cordboard_api::{ErrorCode, sessions::Due};
use cordboard_domain::access::{Action, Target, authorize};
use cordboard_store::{Store, Tenant, audit::Actor, nodes::Place};
use cordboard_types::{CustomerState, NodeId, NodeKind, Permission, Permissions, TenantId};
use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use tokio::sync::oneshot;

use self::refusal::refusal;
use super::{error::ApiError, session::SignedIn, trail};
use crate::State;

/// A permission as a type.
pub trait Needs: 'static {
    /// The permission.
    const PERMISSION: Permission;

    /// The permission where it depends on the kind of node.
    fn in_kind(_: NodeKind) -> Permission {
        Self::PERMISSION
    }
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

/// Seeing a node: each kind has its own permission.
#[derive(Debug, Clone, Copy)]
pub struct NodeSeen;

impl Needs for NodeSeen {
    const PERMISSION: Permission = Permission::NodesRead;

    fn in_kind(kind: NodeKind) -> Permission {
        match kind {
            NodeKind::Platform | NodeKind::Provider | NodeKind::Reseller => Permission::NodesRead,
            NodeKind::Customer => Permission::CustomersRead,
            NodeKind::Site => Permission::SitesRead,
        }
    }
}

/// Renaming or moving a node: each kind has its own permission.
#[derive(Debug, Clone, Copy)]
pub struct NodeChanged;

impl Needs for NodeChanged {
    const PERMISSION: Permission = Permission::NodesWrite;

    fn in_kind(kind: NodeKind) -> Permission {
        match kind {
            NodeKind::Platform | NodeKind::Provider | NodeKind::Reseller => Permission::NodesWrite,
            NodeKind::Customer => Permission::CustomersWrite,
            NodeKind::Site => Permission::SitesWrite,
        }
    }
}

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

/// Lets what else the handler takes wait until `deciding` has ended, whatever it answers.
fn first<T>(
    request: &HttpRequest,
    deciding: impl Future<Output = Result<T, ApiError>> + 'static,
) -> Extracting<T> {
    let (decided, decision) = oneshot::channel::<()>();
    request.extensions_mut().insert(Decision(decision.map(drop).boxed().shared()));
    Box::pin(async move {
        // Dropped with this future.
        let _decided = decided;
        deciding.await
    })
}

macro_rules! people {
    ($($(#[$doc:meta])* $name:ident: $check:expr;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone)]
            pub struct $name(pub SignedIn);

            impl FromRequest for $name {
                type Error = ApiError;
                type Future = Extracting<Self>;

                fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                    let check: fn(SignedIn) -> Result<SignedIn, ApiError> = $check;
                    let asked = request.clone();
                    first(request, async move {
                        let mut who = check(known(&asked)?)?;
                        trail::open(&asked, &mut who, None, None).await?;
                        Ok(Self(who))
                    })
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
    /// Who sets a second factor up in a browser, as themselves; it may be what is due.
    SettingUp: |who| match who {
        SignedIn { due: Some(Due::SecondFactorSetup), session: Some(_), .. } => Ok(who),
        who => as_oneself(who),
    };
    /// Somebody signed in in a browser, as themselves: what concerns one's own password, sessions and tokens is
    /// done neither by a token nor in another's name.
    Oneself: as_oneself;
}

fn as_oneself(who: SignedIn) -> Result<SignedIn, ApiError> {
    match through(who)? {
        SignedIn { session: None, .. } => Err(ErrorCode::Forbidden.into()),
        SignedIn { acting: Some(_), .. } => Err(ErrorCode::NotWhileActing.into()),
        who => Ok(who),
    }
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
        Some(Due::SecondFactorSetup) => Err(ErrorCode::SecondFactorSetupDue.into()),
    }
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
        let named = request.match_info().get("customer").and_then(|text| text.parse().ok());
        let asked = request.clone();
        first(request, async move {
            let (store, mut who) = (state_of(&asked)?.store, known(&asked).and_then(through)?);
            let tenant: TenantId = named.ok_or(ErrorCode::NotFound)?;
            let place = permit(&asked, &store, &mut who, tenant.into(), P::in_kind).await?;
            // A node of another kind is no customer, whoever asks.
            if place.customer.is_none_or(|(customer, _)| customer != tenant) {
                return Err(ErrorCode::NotFound.into());
            }
            let actor = who.actor.clone();
            Ok(Self { store, tenant, path: place.path, actor, who, needs: PhantomData })
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
    /// Its kind.
    pub kind: NodeKind,
    /// The customer it is or belongs to, and how that stands.
    pub customer: Option<(TenantId, CustomerState)>,
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
        self.customer.map(|(tenant, _)| tenant)
    }
}

impl<P: Needs> FromRequest for InNode<P> {
    type Error = ApiError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let named = request.match_info().get("node").and_then(|text| text.parse().ok());
        let asked = request.clone();
        first(request, async move {
            let (store, mut who) = (state_of(&asked)?.store, known(&asked).and_then(through)?);
            let node: NodeId = named.ok_or(ErrorCode::NotFound)?;
            let Place { path, kind, customer } = permit(&asked, &store, &mut who, node, P::in_kind).await?;
            let actor = who.actor.clone();
            Ok(Self { node, path, kind, customer, actor, who, needs: PhantomData })
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
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let asked = request.clone();
        first(request, async move {
            let mut who = known(&asked).and_then(through)?;
            let nodes = who.principal.nodes_with(P::PERMISSION);
            if nodes.is_empty() {
                let elsewhere = !who.outside.nodes_with(P::PERMISSION).is_empty();
                return Err(if elsewhere { ErrorCode::OutsideNetworks } else { ErrorCode::Forbidden }.into());
            }
            trail::open(&asked, &mut who, None, None).await?;
            Ok(Self { nodes, who, needs: PhantomData })
        })
    }
}

/// The state every listener's request has beside it.
pub(super) fn state_of(request: &HttpRequest) -> Result<State, ApiError> {
    let state = request.app_data::<web::Data<State>>().ok_or_else(|| ApiError::internal("no state"))?;
    Ok(state.get_ref().clone())
}

/// Unknown and foreign nodes are one answer. Who may see a node but not do this is told so; both are written
/// down, in the log of the customer only where it may be seen. Answers where the node stands.
async fn permit(
    request: &HttpRequest,
    store: &Store,
    who: &mut SignedIn,
    node: NodeId,
    permission: fn(NodeKind) -> Permission,
) -> Result<Place, ApiError> {
    let place = store.system_read("authorize").await?.place(node).await?;
    let permission = permission(place.as_ref().map_or(NodeKind::Customer, |place| place.kind));
    let refused = match &place {
        None => Some(ErrorCode::NotFound),
        Some(place) => refusal(who, place, permission),
    };
    let seen = place.as_ref().filter(|_| refused != Some(ErrorCode::NotFound));
    let tenant = seen.and_then(|place| place.customer).map(|(tenant, _)| tenant);
    let seen = seen.map(|_| node);
    trail::open(request, who, tenant, seen).await?;
    match (place, refused) {
        (Some(place), None) => Ok(place),
        (_, refused) => {
            let code = refused.unwrap_or(ErrorCode::NotFound);
            trail::deny(store, &who.actor, (tenant, seen), permission, code).await?;
            Err(code.into())
        }
    }
}
