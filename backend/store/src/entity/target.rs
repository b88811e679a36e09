//! Rows of `target`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub changed_at: Option<i64>,
    pub release_id: Option<Uuid>,
    pub release_number: Option<i32>,
    pub released_at: Option<i64>,
    pub delivered_release_id: Option<Uuid>,
    pub delivered_at: Option<i64>,
    pub confirmed_release_id: Option<Uuid>,
    pub confirmed_at: Option<i64>,
    pub failed_at: Option<i64>,
    pub failure: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
