//! Who holds a role in a node, for the list of its people.

use cordboard_types::{Email, Label, NodeId, PersonId, RoleName, Timestamp};
use sea_orm::{ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, Statement};
use uuid::Uuid;

use crate::{PageRequest, Paged, Result, StoreError, System, entity::membership, parse, query::limit};

/// A person with their roles in one node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Label,
    /// Their address.
    pub email: Email,
    /// Their roles in this node.
    pub roles: Vec<RoleName>,
    /// Since when a second factor is asked for.
    pub second_factor_since: Option<Timestamp>,
    /// When they last signed in.
    pub signed_in_at: Option<Timestamp>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    name: String,
    email: String,
    role: String,
    totp_since: Option<i64>,
    signed_in_at: Option<i64>,
}

/// A person may hold several roles: the page is cut by person, the roles follow in the same query.
const SELECT: &str = "SELECT p.id, p.name, p.email, m.role, p.totp_since, p.signed_in_at \
    FROM (SELECT DISTINCT q.id, q.email FROM membership h JOIN person q ON q.id = h.person_id \
        WHERE h.node_id = $1 AND q.email > $2 ORDER BY q.email LIMIT $3) c \
    JOIN person p ON p.id = c.id JOIN membership m ON m.person_id = p.id AND m.node_id = $1 \
    ORDER BY p.email, m.role";

impl System {
    /// The people of a node by address.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn members(&self, node: NodeId, page: &PageRequest) -> Result<Paged<Member>> {
        let after = page.key::<String>()?.unwrap_or_default();
        let values = [node.0.into(), after.into(), limit(page)];
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), SELECT, values);
        let rows = Row::find_by_statement(statement).all(self.tx()).await?;
        page.cut(together(rows)?, |member| member.email.to_string())
    }

    /// Whether anybody holds a role in a node.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_member(&self, node: NodeId, role: impl Into<RoleName>) -> Result<bool> {
        let held = self
            .find::<membership::Entity>()
            .filter(membership::Column::NodeId.eq(node.0))
            .filter(membership::Column::Role.eq(role.into().to_string()));
        Ok(held.one(self.tx()).await?.is_some())
    }

    /// One person of a node.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they hold no role in it.
    pub async fn member(&self, node: NodeId, person: PersonId) -> Result<Member> {
        let sql = "SELECT p.id, p.name, p.email, m.role, p.totp_since, p.signed_in_at \
            FROM membership m JOIN person p ON p.id = m.person_id \
            WHERE m.node_id = $1 AND m.person_id = $2 ORDER BY m.role";
        let values = [node.0.into(), person.0.into()];
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        let rows = Row::find_by_statement(statement).all(self.tx()).await?;
        together(rows)?.pop().ok_or(StoreError::NotFound)
    }
}

/// Rows of one person, which follow each other, as one member.
fn together(rows: Vec<Row>) -> Result<Vec<Member>> {
    let mut members: Vec<Member> = Vec::new();
    for row in rows {
        let role = row.role.parse::<RoleName>().ok();
        match members.last_mut().filter(|last| last.person.0 == row.id) {
            Some(last) => last.roles.extend(role),
            None => members.push(Member {
                person: PersonId(row.id),
                name: parse::label(&row.name)?,
                email: Email::parse(&row.email).map_err(|_| StoreError::Corrupt("email"))?,
                roles: role.into_iter().collect(),
                second_factor_since: row.totp_since.map(Timestamp),
                signed_in_at: row.signed_in_at.map(Timestamp),
            }),
        }
    }
    Ok(members)
}
