//! Rows of `directory_mac`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "directory_mac")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub mac: String,
    pub tenant_id: Uuid,
    pub device_id: Uuid,
    pub claimed_at: i64,
    // Provisional until first contact; lapses then unless confirmed.
    pub confirmed_at: Option<i64>,
    pub lapses_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
