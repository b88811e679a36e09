//! Rows of `site`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    // For older programs; the settings `country` and `time_zone` are the truth.
    pub country: String,
    pub time_zone: String,
    pub realm: String,
    // Set by a person; overrides what the agent reports.
    pub registrar_host: Option<String>,
    pub registrar_port: Option<i32>,
    pub registrar_transport: Option<String>,
    pub emergency_address: Option<String>,
    pub emergency_caller: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
