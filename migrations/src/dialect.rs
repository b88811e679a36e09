//! The few words that differ between the two databases.

use sea_orm_migration::sea_orm::DatabaseBackend;

/// Ends a statement; a trigger's body holds plain semicolons.
const END: &str = ";;";

/// Keeps what is for `backend` and writes types in its words.
#[must_use]
pub fn translate(sql: &str, backend: DatabaseBackend) -> String {
    let other = if backend == DatabaseBackend::Sqlite { "--postgres" } else { "--sqlite" };
    let mut skipping = false;
    let mut text = String::with_capacity(sql.len());
    for line in sql.lines() {
        match line.trim() {
            mark if mark == other => skipping = true,
            "--end" => skipping = false,
            mark if mark.starts_with("--") => {}
            _ if skipping => {}
            _ => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    if backend == DatabaseBackend::Sqlite {
        text = text.replace(" UUID", " BLOB").replace(" BYTEA", " BLOB");
    }
    text
}

/// The statements of a text, each ended by `;;`.
pub fn statements(sql: &str) -> impl Iterator<Item = &str> {
    sql.split(END).map(str::trim).filter(|statement| !statement.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_database_gets_its_own_words() {
        let sql = "a UUID\n--sqlite\nonly sqlite\n--end\n--postgres\nonly postgres\n--end\n-- a comment\nb;;";
        assert_eq!(translate(sql, DatabaseBackend::Sqlite), "a BLOB\nonly sqlite\nb;;\n");
        assert_eq!(translate(sql, DatabaseBackend::Postgres), "a UUID\nonly postgres\nb;;\n");
    }
}
