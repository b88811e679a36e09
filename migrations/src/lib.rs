//! The database schema, one file a change, for SQLite and Postgres.
