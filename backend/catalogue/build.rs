//! Embedded folders are not tracked by the compiler: a changed manifest or template must rebuild the crate.

fn main() {
    println!("cargo::rerun-if-changed=models");
}
