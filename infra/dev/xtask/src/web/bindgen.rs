//! Turns the compiled wasm into a module that a browser can load.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::files;

const NAME: &str = "cordboard";

/// The files of the application, by their path in its folder.
pub(crate) fn bind(wasm: &Path, release: bool) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let out = wasm.with_extension("bound");
    if out.exists() {
        std::fs::remove_dir_all(&out)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(NAME).typescript(false).web(true)?;
    bindgen.remove_producers_section(true).remove_name_section(release);
    bindgen.generate(&out).context("wasm-bindgen")?;
    if release {
        optimise(&out.join(format!("{NAME}_bg.wasm")))?;
    }
    read_all(&out)
}

fn read_all(folder: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for path in files::under(folder)? {
        found.push((path.strip_prefix(folder)?.display().to_string(), std::fs::read(&path)?));
    }
    Ok(found)
}

/// Runs wasm-opt where it is installed; a machine without it gets a larger file, not a failure.
fn optimise(wasm: &Path) -> anyhow::Result<()> {
    let smaller: PathBuf = wasm.with_extension("small");
    // LLVM uses these features by default; binaryen has to be told.
    let features = ["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext"];
    let more = ["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue"];
    let mut command = Command::new("wasm-opt");
    command.arg("-Oz").args(features).args(more).arg(wasm).arg("-o").arg(&smaller);
    match command.status() {
        Ok(status) => ensure!(status.success(), "wasm-opt failed"),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            println!("web: wasm-opt is not installed (Debian: binaryen); the file stays larger");
            return Ok(());
        }
        Err(error) => return Err(error).context("wasm-opt did not start"),
    }
    std::fs::rename(&smaller, wasm)?;
    Ok(())
}
