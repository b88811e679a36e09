//! Rows of `tally`; the sum over a customer's rows is what counts.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tally")]
pub struct Model {
    // The mapper wants a key; the table has none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    pub sites: i64,
    pub lines: i64,
    pub devices: i64,
    pub confirmed: i64,
    pub registrations: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
