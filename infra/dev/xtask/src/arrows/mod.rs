//! The architecture check: arrows between our crates, rooms of outside crates, and the pure core.

mod metadata;
mod source;
mod table;

use std::path::Path;

use anyhow::{Context as _, bail};

use metadata::Package;
use table::Table;

/// Reads the workspace and fails with every arrow that the table does not allow.
pub(crate) fn check(root: &Path) -> anyhow::Result<()> {
    let table = Table::read(&root.join("infra/dev/xtask/arrows.toml"))?;
    let packages = metadata::read(root)?;
    let mut wrong = violations(&table, &packages);
    for package in packages.iter().filter(|p| table.is_pure(&p.name)) {
        let folder = package.folder().context("a manifest without a folder")?;
        wrong.extend(source::impurities(&table, &package.name, &folder.join("src"))?);
    }
    if !wrong.is_empty() {
        bail!("the architecture check found {}:\n  {}", wrong.len(), wrong.join("\n  "));
    }
    println!("arrows: {} crates, all as the design allows", packages.len());
    Ok(())
}

/// Every dependency that breaks the table, as one sentence each.
fn violations(table: &Table, packages: &[Package]) -> Vec<String> {
    let ours = |name: &str| packages.iter().any(|p| p.name == name);
    let mut wrong = table.missing_rows(packages);
    for package in packages {
        for dependency in &package.dependencies {
            let allowed = if ours(&dependency.name) {
                table.allows(&package.name, &dependency.name, dependency.is_for_tests())
            } else {
                table.allows_outside(&package.name, &dependency.name)
            };
            if !allowed {
                wrong.push(format!("{} must not depend on {}", package.name, dependency.name));
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use metadata::Dependency;

    const TABLE: &str = r#"
        [arrows]
        low = []
        middle = ["low"]
        high = ["middle"]
        [tests]
        middle = ["high"]
        [only]
        sql = ["high"]
        [pure]
        rooms = ["low"]
        crates = ["sockets"]
        source = ["std::fs"]
    "#;

    fn package(name: &str, dependencies: &[(&str, Option<&str>)]) -> Package {
        let dependencies = dependencies
            .iter()
            .map(|(name, kind)| Dependency { name: (*name).to_owned(), kind: kind.map(str::to_owned) })
            .collect();
        Package { name: name.to_owned(), manifest_path: format!("/{name}/Cargo.toml").into(), dependencies }
    }

    fn found(changed: Package) -> Vec<String> {
        let table = Table::parse(TABLE).unwrap();
        let mut packages = vec![
            package("low", &[]),
            package("middle", &[("low", None)]),
            package("high", &[("middle", None), ("sql", None)]),
        ];
        packages.retain(|p| p.name != changed.name);
        packages.push(changed);
        violations(&table, &packages)
    }

    #[test]
    fn arrows_that_go_down_pass() {
        assert_eq!(found(package("middle", &[("low", None), ("serde", None)])), Vec::<String>::new());
    }

    #[test]
    fn an_arrow_that_goes_up_is_named() {
        assert_eq!(found(package("low", &[("high", None)])), ["low must not depend on high"]);
    }

    #[test]
    fn an_arrow_for_the_build_script_counts_too() {
        assert_eq!(found(package("low", &[("middle", Some("build"))])), ["low must not depend on middle"]);
    }

    #[test]
    fn only_tests_may_use_what_the_tests_table_adds() {
        assert!(found(package("middle", &[("high", Some("dev"))])).is_empty());
        assert_eq!(found(package("middle", &[("high", None)])), ["middle must not depend on high"]);
    }

    #[test]
    fn an_outside_crate_stays_in_its_room() {
        assert_eq!(found(package("middle", &[("sql", None)])), ["middle must not depend on sql"]);
    }

    #[test]
    fn a_pure_room_takes_no_crate_that_does_io() {
        assert_eq!(found(package("low", &[("sockets", Some("dev"))])), ["low must not depend on sockets"]);
    }

    #[test]
    fn a_crate_without_a_row_is_named() {
        assert_eq!(found(package("new", &[])), ["new has no row in arrows.toml"]);
    }

    #[test]
    fn the_real_table_covers_the_real_workspace() {
        let root = crate::workspace_root().unwrap();
        let table = Table::read(&root.join("infra/dev/xtask/arrows.toml")).unwrap();
        assert_eq!(table.missing_rows(&metadata::read(&root).unwrap()), Vec::<String>::new());
    }
}
