//! Compiles the UI to wasm, with whichever Rust of this machine can.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};

const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGE: &str = "cordboard-frontend";
/// Debian's packages rustc-web, cargo-web and rust-web-src; the last one lets cargo build std itself.
const DEBIAN: [&str; 4] =
    ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-19", "/usr/lib/rustlib/src/rust/library"];
/// Variables of the calling cargo that would send Debian's compiler to rustup's files.
const FOREIGN: [&str; 6] = [
    "RUSTUP_TOOLCHAIN",
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO",
    "RUSTC_WRAPPER",
];

/// A Rust that can build for wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Compiler {
    /// rustup's, with its own std for wasm
    Rustup,
    /// Debian's, which builds std from its sources
    Debian,
}

impl Compiler {
    /// Asks the machine which way is open.
    pub(crate) fn detect() -> anyhow::Result<Self> {
        if rustup_has_std()? {
            return Ok(Self::Rustup);
        }
        if DEBIAN.iter().all(|path| Path::new(path).exists()) {
            return Ok(Self::Debian);
        }
        bail!(
            "no Rust here can build for wasm: run `rustup target add {TARGET}`, \
             or install Debian's rustc-web cargo-web rust-web-src lld-19"
        )
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Rustup => "rustup's compiler",
            Self::Debian => "Debian's compiler (builds std too, once)",
        }
    }

    /// Builds the UI crate and returns the path of its wasm file.
    pub(crate) fn build(self, root: &Path, release: bool) -> anyhow::Result<PathBuf> {
        let profile = if release { "wasm-release" } else { "wasm-dev" };
        let target_dir = root.join(self.target_dir());
        let status = self
            .command()
            .args(["build", "--package", PACKAGE, "--target", TARGET, "--profile", profile, "--target-dir"])
            .arg(&target_dir)
            .current_dir(root)
            .status()
            .context("cargo did not start")?;
        ensure!(status.success(), "the UI did not compile");
        Ok(target_dir.join(TARGET).join(profile).join(format!("{PACKAGE}.wasm")))
    }

    /// Each compiler has a folder of its own: they would throw away each other's work.
    fn target_dir(self) -> &'static str {
        match self {
            Self::Rustup => "target/wasm",
            Self::Debian => "target/wasm-debian",
        }
    }

    fn command(self) -> Command {
        if self == Self::Rustup {
            return Command::new("cargo");
        }
        let mut command = Command::new("/usr/bin/cargo");
        for name in FOREIGN {
            command.env_remove(name);
        }
        command.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", "/usr/bin/rustc");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
        command.arg("-Zbuild-std=std,panic_abort");
        command
    }
}

/// Whether the default compiler has a ready std for wasm.
fn rustup_has_std() -> anyhow::Result<bool> {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .context("rustc did not start")?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(false) };
    Ok(entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
}
