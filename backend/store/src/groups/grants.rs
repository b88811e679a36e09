//! What groups grant: a right on the members of a group, or the modules of a GUI group.

use cordboard_types::{Feature, GrantId, GroupId, GuiGroupId};
use sea_orm::{ActiveValue::Set, FromQueryResult};
use uuid::Uuid;

use crate::{Result, StoreError, Subject, Tenant, entity::group_grant, parse};

/// What a grant is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantTarget {
    /// The members of a group.
    Group(GroupId),
    /// The modules of a GUI group.
    Gui(GuiGroupId),
}

/// A grant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewGrant {
    /// The right.
    pub feature: Feature,
    /// On what.
    pub target: GrantTarget,
}

/// A grant of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// The right.
    pub feature: Feature,
    /// On what.
    pub target: GrantTarget,
    /// Name of that.
    pub target_name: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    feature: String,
    target_group_id: Option<Uuid>,
    gui_group_id: Option<Uuid>,
    target_name: String,
}

const SELECT: &str = "SELECT g.id, g.feature, g.target_group_id, g.gui_group_id, \
    COALESCE(t.name, w.name, '') AS target_name FROM group_grant g \
    LEFT JOIN user_group t ON t.tenant_id = g.tenant_id AND t.id = g.target_group_id \
    LEFT JOIN gui_group w ON w.tenant_id = g.tenant_id AND w.id = g.gui_group_id \
    WHERE g.tenant_id = $1 AND g.group_id = $2";

impl Tenant {
    /// What a group grants, by right and target.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for an unknown group.
    pub async fn group_grants(&self, group: GroupId) -> Result<Vec<Grant>> {
        self.group(group).await?;
        let sql = format!("{SELECT} ORDER BY g.feature, target_name, g.id");
        self.rows::<Row>(&sql, vec![group.0.into()]).await?.into_iter().map(read).collect()
    }

    /// Lets the members of a group do something; the same right may be granted on several targets (P-071).
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for an unknown group, [`StoreError::Reference`] for an unknown target,
    /// [`StoreError::Taken`] when it is granted already.
    pub async fn create_grant(&self, group: GroupId, new: NewGrant) -> Result<GrantId> {
        self.lock_model().await?;
        self.group(group).await?;
        let (target, gui) = match new.target {
            GrantTarget::Group(id) => {
                self.group(id).await.map_err(|error| error.referring("/target"))?;
                (Some(id.0), None)
            }
            GrantTarget::Gui(id) => {
                self.gui_group(id).await.map_err(|error| error.referring("/gui_group"))?;
                (None, Some(id.0))
            }
        };
        let id = GrantId::new();
        self.open
            .insert(group_grant::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                group_id: Set(group.0),
                feature: Set(new.feature.as_str().to_owned()),
                target_group_id: Set(target),
                gui_group_id: Set(gui),
            })
            .await?;
        self.notify(Subject::Group(group.0));
        Ok(id)
    }

    /// Takes a grant back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn delete_grant(&self, group: GroupId, id: GrantId) -> Result<Grant> {
        let sql = format!("{SELECT} AND g.id = $3");
        let row = self.rows::<Row>(&sql, vec![group.0.into(), id.0.into()]).await?.pop();
        let grant = read(row.ok_or(StoreError::NotFound)?)?;
        self.run("DELETE FROM group_grant WHERE tenant_id = $1 AND id = $2", vec![id.0.into()]).await?;
        self.notify(Subject::Group(group.0));
        Ok(grant)
    }
}

fn read(row: Row) -> Result<Grant> {
    let target = match (row.target_group_id, row.gui_group_id) {
        (Some(id), _) => GrantTarget::Group(GroupId(id)),
        (None, Some(id)) => GrantTarget::Gui(GuiGroupId(id)),
        (None, None) => return Err(StoreError::Corrupt("grant target")),
    };
    Ok(Grant {
        id: GrantId(row.id),
        feature: parse::value(&row.feature, Feature::parse, "feature")?,
        target,
        target_name: row.target_name,
    })
}
