//! Lists of users: each order has an index that ends in the id.

use cordboard_types::UserId;
use uuid::Uuid;

use super::{KIND, Row, SELECT, User, one, read};
use crate::{PageRequest, Paged, Result, StoreError, Tenant, query::limit, search};

/// What a list of users is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UserSort {
    /// By extension.
    #[default]
    Extension,
    /// By name, accents and case left aside.
    Name,
    /// By login id.
    Login,
}

/// Which users, in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UserList {
    /// Words that each begin a word of name, login id or extension (P-028, P-029).
    pub search: String,
    /// The order.
    pub sort: UserSort,
}

impl UserSort {
    /// The sort's name in a cursor and its columns.
    fn columns(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Extension => ("extension", "l.extension", "l.id"),
            Self::Name => ("name", "u.name_key", "u.id"),
            Self::Login => ("login", "u.login", "u.id"),
        }
    }

    fn key(self, row: &Row) -> (String, Uuid) {
        match self {
            Self::Extension => (row.extension.clone(), row.line_id),
            Self::Name => (row.name_key.clone(), row.id),
            Self::Login => (row.login.clone(), row.id),
        }
    }
}

impl Tenant {
    /// The users by extension.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn users(&self, page: &PageRequest) -> Result<Paged<User>> {
        self.users_listed(&UserList::default(), page).await
    }

    /// The users of a list.
    ///
    /// # Errors
    /// A malformed cursor or one of another order, or the database.
    pub async fn users_listed(&self, list: &UserList, page: &PageRequest) -> Result<Paged<User>> {
        let (name, key, id) = list.sort.columns();
        let after = page.key::<(String, String, Uuid)>()?;
        let mut values = vec![self.now().0.into()];
        let mut sql = SELECT.to_owned();
        if let Some((of, after, last)) = after {
            if of != name {
                return Err(StoreError::Cursor);
            }
            sql.push_str(&format!(" AND ({key}, {id}) > ($3, $4)"));
            values.extend([after.into(), last.into()]);
        }
        sql.push_str(&search::condition(KIND, ("$1", "u.id"), &list.search, 2, &mut values));
        values.push(limit(page));
        sql.push_str(&format!(" ORDER BY {key}, {id} LIMIT ${}", values.len().saturating_add(1)));
        let rows = page.cut(self.rows::<Row>(&sql, values).await?, |row| {
            let (key, id) = list.sort.key(row);
            (name, key, id)
        })?;
        Ok(Paged { items: rows.items.iter().map(read).collect::<Result<_>>()?, next: rows.next })
    }

    /// One user.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn user(&self, id: UserId) -> Result<User> {
        let sql = format!("{SELECT} AND u.id = $3");
        one(&self.rows::<Row>(&sql, vec![self.now().0.into(), id.0.into()]).await?)
    }
}
