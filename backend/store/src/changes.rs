//! The open change set: every save with its author and the targets it touches.

use cordboard_types::{ChangeId, Timestamp};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, Subject, Tenant,
    audit::Actor,
    entity::{draft_change, draft_target},
    parse,
    query::{limit, places},
    targets::Target,
};

/// Rows in one statement.
const CHUNK: usize = 500;

/// What was done to a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeAction {
    /// It is new.
    Created,
    /// It was changed.
    Changed,
    /// It is gone.
    Deleted,
}

impl ChangeAction {
    fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Deleted => "deleted",
        }
    }

    fn parse(text: &str) -> Result<Self> {
        match text {
            "created" => Ok(Self::Created),
            "changed" => Ok(Self::Changed),
            "deleted" => Ok(Self::Deleted),
            _ => Err(StoreError::Corrupt("change action")),
        }
    }
}

/// A save, to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct NewChange<'a> {
    /// What was done.
    pub action: ChangeAction,
    /// Kind of resource, `device`.
    pub resource: &'static str,
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: &'a str,
    /// The targets it touches.
    pub targets: &'a [Target],
}

/// A change that is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// The change.
    pub id: ChangeId,
    /// When it was saved.
    pub at: Timestamp,
    /// Who saved it.
    pub author: String,
    /// What was done.
    pub action: ChangeAction,
    /// Kind of resource.
    pub resource: String,
    /// Its name when it was saved.
    pub name: String,
    /// How many targets still wait for it.
    pub targets: u32,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    at: i64,
    author_name: String,
    action: String,
    resource: String,
    name: String,
    targets: i64,
}

impl Tenant {
    /// Records a save in the open change set and marks what it touches as changed.
    ///
    /// # Errors
    /// When the database fails; then the save fails too.
    pub async fn record_change(&self, author: &Actor, change: NewChange<'_>) -> Result<()> {
        self.lock_model().await?;
        let id = ChangeId::new();
        self.open
            .insert(draft_change::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                at: Set(self.now().0),
                author_id: Set(author.id),
                author_name: Set(author.name.clone()),
                action: Set(change.action.as_str().to_owned()),
                resource: Set(change.resource.to_owned()),
                resource_id: Set(change.id),
                name: Set(change.name.to_owned()),
                published_at: Set(None),
            })
            .await?;
        self.touch_targets(id, change.targets).await?;
        self.notify(Subject::Change);
        Ok(())
    }

    async fn touch_targets(&self, change: ChangeId, targets: &[Target]) -> Result<()> {
        let mut targets = targets.to_vec();
        targets.sort_unstable();
        targets.dedup();
        self.mark_changed(&targets).await?;
        let row = |target: &Target| draft_target::ActiveModel {
            tenant_id: Set(self.id().0),
            change_id: Set(change.0),
            target_id: Set(target.id()),
        };
        for chunk in targets.chunks(CHUNK) {
            let rows = draft_target::Entity::insert_many(chunk.iter().map(row));
            rows.exec_without_returning(self.tx()).await?;
        }
        for target in targets {
            self.notify(target.subject());
        }
        Ok(())
    }

    /// The open change set, oldest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn changes(&self, page: &PageRequest) -> Result<Paged<ChangeRow>> {
        let sql = "SELECT c.id, c.at, c.author_name, c.action, c.resource, c.name, \
            (SELECT COUNT(*) FROM draft_target t WHERE t.tenant_id = c.tenant_id AND t.change_id = c.id) AS targets \
            FROM draft_change c WHERE c.tenant_id = $1 AND c.published_at IS NULL AND c.id > $2 \
            ORDER BY c.id LIMIT $3";
        let after = page.key::<Uuid>()?.unwrap_or_default();
        let rows = self.rows::<Row>(sql, vec![after.into(), limit(page)]).await?;
        let page = page.cut(rows, |row| row.id)?;
        let items = page.items.into_iter().map(change).collect::<Result<_>>()?;
        Ok(Paged { items, next: page.next })
    }

    /// Takes published targets out of the open change set; a change nothing waits for any more is closed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close_changes(&self, published: &[Target]) -> Result<()> {
        for chunk in published.chunks(CHUNK) {
            let places = places(2, chunk.len());
            let sql = format!("DELETE FROM draft_target WHERE tenant_id = $1 AND target_id IN ({places})");
            self.run(&sql, chunk.iter().map(|target| target.id().into()).collect()).await?;
        }
        let sql = "UPDATE draft_change SET published_at = $2 WHERE tenant_id = $1 AND published_at IS NULL \
            AND NOT EXISTS (SELECT 1 FROM draft_target t \
                WHERE t.tenant_id = draft_change.tenant_id AND t.change_id = draft_change.id)";
        self.run(sql, vec![self.now().0.into()]).await?;
        self.drop_orphaned_secrets().await?;
        self.notify(Subject::Change);
        Ok(())
    }
}

fn change(row: Row) -> Result<ChangeRow> {
    Ok(ChangeRow {
        id: ChangeId(row.id),
        at: Timestamp(row.at),
        author: row.author_name,
        action: ChangeAction::parse(&row.action)?,
        resource: row.resource,
        name: row.name,
        targets: parse::number(row.targets)?,
    })
}
