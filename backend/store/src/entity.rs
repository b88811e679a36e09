//! The tables as rows. Only this crate sees them; what leaves it are the types of the repositories.

pub(crate) mod access_key;
pub(crate) mod agent;
pub(crate) mod api_token;
pub(crate) mod audit;
pub(crate) mod audit_checkpoint;
pub(crate) mod audit_cut;
pub(crate) mod audit_head;
pub(crate) mod call_record;
pub(crate) mod counter;
pub(crate) mod credential_set;
pub(crate) mod customer;
pub(crate) mod customer_export;
pub(crate) mod data_key;
pub(crate) mod device;
pub(crate) mod directory_agent;
pub(crate) mod directory_host;
pub(crate) mod directory_mac;
pub(crate) mod draft_change;
pub(crate) mod draft_target;
pub(crate) mod enrolment;
pub(crate) mod fetch;
pub(crate) mod group_grant;
pub(crate) mod group_member;
pub(crate) mod gui_group;
pub(crate) mod hunt_group;
pub(crate) mod hunt_member;
pub(crate) mod idempotency;
pub(crate) mod invitation;
pub(crate) mod job;
pub(crate) mod line;
pub(crate) mod live_key_change;
pub(crate) mod membership;
pub(crate) mod node;
pub(crate) mod node_closure;
pub(crate) mod node_setting;
pub(crate) mod password_reset;
pub(crate) mod pbx_user;
pub(crate) mod person;
pub(crate) mod pickup_group;
pub(crate) mod pickup_member;
pub(crate) mod platform_key;
pub(crate) mod recovery_code;
pub(crate) mod redirect_service;
pub(crate) mod registration;
pub(crate) mod release;
pub(crate) mod release_blob;
pub(crate) mod release_file;
pub(crate) mod replica;
pub(crate) mod role;
pub(crate) mod search_term;
pub(crate) mod secret;
pub(crate) mod session;
pub(crate) mod sign_in_guard;
pub(crate) mod site;
pub(crate) mod site_state;
pub(crate) mod stored_report;
pub(crate) mod tally;
pub(crate) mod target;
pub(crate) mod user_group;
pub(crate) mod user_import_row;

use sea_orm::EntityTrait;

/// A table whose rows belong to a tenant.
pub(crate) trait TenantEntity: EntityTrait {
    /// The column that names the tenant.
    fn tenant_column() -> Self::Column;
}

macro_rules! tenant_entities {
    ($($table:ident),+ $(,)?) => {
        $(impl TenantEntity for $table::Entity {
            fn tenant_column() -> Self::Column {
                $table::Column::TenantId
            }
        })+

        #[cfg(test)]
        pub(crate) const TENANT_ENTITIES: &[&str] = &[$(stringify!($table)),+];
    };
}

tenant_entities!(
    customer,
    site,
    secret,
    pbx_user,
    line,
    credential_set,
    device,
    fetch,
    target,
    draft_change,
    draft_target,
    release,
    release_file,
    release_blob,
    agent,
    registration,
    call_record,
    stored_report,
    site_state,
    user_group,
    group_member,
    gui_group,
    group_grant,
    pickup_group,
    pickup_member,
    hunt_group,
    hunt_member,
    search_term,
    job,
    user_import_row,
    customer_export,
    tally,
);

/// A customer's chain has the customer's id; migration 0011 puts it under row-level security by that.
impl TenantEntity for audit::Entity {
    fn tenant_column() -> Self::Column {
        audit::Column::ChainId
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_tenant_table_is_under_row_level_security() {
        assert_eq!(super::TENANT_ENTITIES, cordboard_migrations::tenant_tables());
    }
}
