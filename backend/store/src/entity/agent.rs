//! Rows of `agent`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub site_id: Uuid,
    pub host_name: String,
    pub software_version: String,
    pub sealing_key: Vec<u8>,
    pub enrolled_at: i64,
    pub seen_at: Option<i64>,
    // The newest document it was given and the digest of what that held.
    pub sequence: i64,
    pub content_digest: Option<Vec<u8>>,
    // Where it says its registrar is reached.
    pub endpoint_host: Option<String>,
    pub endpoint_port: Option<i32>,
    pub endpoint_transports: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
