//! The policy matrix in the tree is the one in force.

use cordboard_domain::access::matrix;

#[test]
fn the_policy_matrix_in_the_tree_is_the_one_in_force() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/policy-matrix.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, matrix()).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        matrix(),
        "UPDATE_GOLDEN=1 writes it; read the difference"
    );
}
