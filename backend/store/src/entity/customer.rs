//! Rows of `customer`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "customer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    // For older programs; the setting `country` is the truth.
    pub country: String,
    pub state: String,
    pub calls: Option<String>,
    pub state_reason: String,
    pub state_since: Option<i64>,
    pub state_by: Option<String>,
    pub erase_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
