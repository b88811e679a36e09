//! How each database answers the lists: by an index that leads with the tenant, never by reading a table.
//!
//! `docs/query-plans/sqlite.md` shows the plans; `UPDATE_GOLDEN=1` writes them.

use std::fmt::Write as _;

use cordboard_store::{
    PageRequest, Store,
    customers::CustomerList,
    registrations::RegistrationFilter,
    statements::captured::captured,
    testing::{connect, on_each_url},
};
use cordboard_types::{FoundKind, NodeId, PersonId, TenantId, Timestamp};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use uuid::Uuid;

use crate::world::{Customer, provider};

/// The lists people look at, each with the statements it takes.
async fn lists(store: &Store, tenant: TenantId, root: NodeId) -> Vec<(&'static str, Vec<Statement>)> {
    let first = PageRequest::default();
    let mut lists = Vec::new();
    macro_rules! list {
        ($name:literal, $work:expr) => {
            let (answer, statements) = captured(async { $work.await.map(drop) }).await;
            answer.unwrap();
            lists.push(($name, statements));
        };
    }
    let subtree = store.subtree(root).await.unwrap();
    list!("customers of a provider", subtree.customers(&CustomerList::default(), &first));
    let named = CustomerList { search: "bak mul".into() };
    list!("customers found by name", subtree.customers(&named, &first));
    let kinds = [FoundKind::Customer, FoundKind::User, FoundKind::Device, FoundKind::HuntGroup];
    list!("everything below a node, found by two words", subtree.search("anna hub", &kinds));
    list!("a provider at a glance", subtree.overview());
    list!("customers that need somebody", subtree.concerns(Timestamp(0), &first));
    let rows = store.read(tenant).await.unwrap();
    list!("users of a customer", rows.users(&first));
    list!("devices of a customer", rows.devices(None, &first));
    list!("registrations of a customer", rows.registrations(RegistrationFilter::default(), &first));
    list!("calls of a customer", rows.calls(&first));
    list!("audit of a customer", rows.audit_rows(&first));
    list!("what waits to be published", rows.changes(&first));
    let system = store.system_read("test").await.unwrap();
    list!("people of a node", system.members(root, &first));
    list!("invitations of a node", system.invitations(root, &first));
    list!("tokens of a person", system.tokens(PersonId(Uuid::nil())));
    list!("sessions of a person", system.sessions(PersonId(Uuid::nil())));
    lists
}

async fn plan(database: &DatabaseConnection, statement: &Statement) -> String {
    let backend = database.get_database_backend();
    let explain =
        if backend == DatabaseBackend::Postgres { "EXPLAIN (COSTS OFF) " } else { "EXPLAIN QUERY PLAN " };
    let explained = Statement { sql: format!("{explain}{}", statement.sql), ..statement.clone() };
    let column = if backend == DatabaseBackend::Postgres { "QUERY PLAN" } else { "detail" };
    let rows = database.query_all_raw(explained).await.unwrap();
    rows.iter().fold(String::new(), |mut text, row| {
        let line: String = row.try_get("", column).unwrap();
        writeln!(text, "{line}").unwrap();
        text
    })
}

/// What reads a whole table; a step that reads what another one has found reads none.
fn reads_all(plan: &str) -> bool {
    let named = |line: &str| {
        let name = line.strip_prefix("CO-ROUTINE ").or_else(|| line.strip_prefix("MATERIALIZE "));
        name.map(ToOwned::to_owned)
    };
    let found: Vec<_> = plan.lines().filter_map(named).collect();
    let scans = |line: &str| {
        let name = line.strip_prefix("SCAN ").filter(|line| !line.contains("INDEX"));
        let name = name.and_then(|rest| rest.split(' ').next());
        name.is_some_and(|name| name != "CONSTANT" && !found.iter().any(|other| other == name))
    };
    plan.lines().any(|line| line.trim_start_matches(['-', '>', ' ']).starts_with("Seq Scan") || scans(line))
}

#[tokio::test]
async fn every_list_is_answered_by_an_index() {
    on_each_url(async |url| {
        let store = connect(&url).await?.with_clock(|| Timestamp(1_800_000_000_000));
        let provider = provider(&store).await;
        let customer = Customer::new(&store, provider, "Ours").await;
        // One connection, so that what is set holds for what is asked.
        let mut options = ConnectOptions::new(&url);
        options.max_connections(1);
        let database = Database::connect(options).await?;
        let name = match database.get_database_backend() {
            DatabaseBackend::Postgres => "postgres",
            _ => "sqlite",
        };
        if name == "postgres" {
            // Of a table with a few rows it would read them all whatever indexes there are.
            for way in ["seqscan", "hashjoin", "mergejoin", "bitmapscan"] {
                database.execute_unprepared(&format!("SET enable_{way} = off")).await?;
            }
        }
        let mut text = format!(
            "# How {name} answers the lists\n\nMade by `UPDATE_GOLDEN=1`; a test holds it to the code.\n"
        );
        for (list, statements) in lists(&store, customer.id, provider).await {
            writeln!(text, "\n## {list}\n").unwrap();
            for statement in &statements {
                let plan = plan(&database, statement).await;
                assert!(!reads_all(&plan), "{list} reads a whole table:\n{}\n{plan}", statement.sql);
                writeln!(text, "```\n{}\n\n{}```", statement.sql, plan).unwrap();
            }
        }
        database.close().await?;
        for (id, name) in [(customer.id.to_string(), "<tenant>"), (provider.to_string(), "<provider>")] {
            text = text.replace(&id, name);
        }
        // Postgres' choice among indexes depends on its version and on statistics: only that it takes one is held to.
        if name == "postgres" {
            return Ok(());
        }
        let path = format!("{}/../../docs/query-plans/{name}.md", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(&path).unwrap(),
            text,
            "UPDATE_GOLDEN=1 writes it; read the difference"
        );
        Ok(())
    })
    .await
    .unwrap();
}
