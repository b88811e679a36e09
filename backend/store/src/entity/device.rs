//! Rows of `device`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "device")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub model: String,
    pub catalogue_version: String,
    pub name: String,
    pub site_id: Uuid,
    pub line_id: Option<Uuid>,
    pub base_id: Option<Uuid>,
    pub slot: Option<i32>,
    pub ipui: Option<String>,
    pub mac: Option<String>,
    pub user_name: Option<String>,
    // First contact: no, armed, claimed, done.
    pub contact_state: String,
    pub contact_until: Option<i64>,
    pub contact_ip: Option<String>,
    pub contact_user_agent: Option<String>,
    pub contact_claimed_at: Option<i64>,
    pub contact_sent_at: Option<i64>,
    // Address that asked a redirect service for it; a second one contests the MAC.
    pub contact_lookup_ip: Option<String>,
    pub last_access_at: Option<i64>,
    pub last_access_ip: Option<String>,
    pub last_user_agent: Option<String>,
    pub created_at: i64,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
