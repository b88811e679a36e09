//! Lines: one extension with one address of record.

use cordboard_types::{Extension, Label, LineId, SiteId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{Result, StoreError, Tenant, parse, query::places};

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The line.
    pub id: LineId,
    /// Its number.
    pub extension: Extension,
    /// The name shown to the people it calls.
    pub name: Label,
    /// Its site.
    pub site: SiteId,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    extension: String,
    display_name: String,
    site_id: Uuid,
}

const SELECT: &str = "SELECT id, extension, display_name, site_id FROM line WHERE tenant_id = $1";

impl Tenant {
    /// One line.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn line(&self, id: LineId) -> Result<Line> {
        self.lines(&[id]).await?.pop().ok_or(StoreError::NotFound)
    }

    /// The lines among `ids` that exist here.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lines(&self, ids: &[LineId]) -> Result<Vec<Line>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!("{SELECT} AND id IN ({})", places(2, ids.len()));
        let rows = self.rows::<Row>(&sql, ids.iter().map(|id| id.0.into()).collect()).await?;
        rows.iter().map(read).collect()
    }

    /// The lines of a site, by extension.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lines_of_site(&self, site: SiteId) -> Result<Vec<Line>> {
        let sql = format!("{SELECT} AND site_id = $2 ORDER BY extension, id");
        self.rows::<Row>(&sql, vec![site.0.into()]).await?.iter().map(read).collect()
    }
}

fn read(row: &Row) -> Result<Line> {
    Ok(Line {
        id: LineId(row.id),
        extension: parse::extension(&row.extension)?,
        name: parse::label(&row.display_name)?,
        site: SiteId(row.site_id),
    })
}
