//! Builds the web UI into `dist/`.
//!
//! `dist/index.html` names everything else; all of `dist/assets/` has its content hash in its path and may be
//! served as immutable, with the `.br` or `.gz` beside a file where there is one. `dist/manifest.json` maps the names
//! that sources use (`style.css`, `static/sprite.svg`, `app/boot.js`) to paths and sizes.
//!
//! Sources refer to a file as `{{name}}` in `index.html`; style sheets use `url("../static/…")` and
//! `url("../fonts/…")`.

mod bindgen;
mod bundle;
mod compiler;
pub(crate) mod files;
mod inputs;
mod locales;
mod style;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;

use bundle::Bundle;
use compiler::Compiler;

/// How the UI is built.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Optimise for size with fat LTO and wasm-opt; takes minutes
    #[arg(long)]
    release: bool,
    /// Which Rust builds for wasm; asked from the machine when not given
    #[arg(long, env = "CORDBOARD_WASM_COMPILER")]
    compiler: Option<Compiler>,
    /// Where the finished UI goes
    #[arg(long, default_value = "dist")]
    out: PathBuf,
}

/// Builds what changed since the last time; with nothing changed it only compares a hash.
pub(crate) fn build(root: &Path, options: &Options) -> anyhow::Result<()> {
    let started = Instant::now();
    let out = root.join(&options.out);
    let inputs = inputs::fingerprint(root, options.release)?;
    if inputs::unchanged(&out, &inputs) {
        println!("web: nothing changed");
        return Ok(());
    }
    let compiler = match options.compiler {
        Some(compiler) => compiler,
        None => Compiler::detect()?,
    };
    println!("web: compiling to wasm with {}", compiler.title());
    let wasm = compiler.build(root, options.release)?;
    println!("web: compiled after {:.0} s; binding, packing", started.elapsed().as_secs_f64());
    let bundle = assemble(root, &wasm, options.release)?;
    bundle.write(&out, options.release, &inputs)?;
    println!(
        "web: {} after {:.0} s; {}",
        options.out.display(),
        started.elapsed().as_secs_f64(),
        bundle.sizes()
    );
    Ok(())
}

/// Everything `dist/` holds, in memory. Styles come after what they name, the page last.
fn assemble(root: &Path, wasm: &Path, release: bool) -> anyhow::Result<Bundle> {
    let frontend = &root.join("frontend");
    let mut bundle = Bundle::default();
    bundle.add_folder(frontend, "fonts")?;
    bundle.add_folder(frontend, "static")?;
    let mut application = bindgen::bind(wasm, release)?;
    application.push(("boot.js".to_owned(), read(&frontend.join("boot.js"))?.into_bytes()));
    bundle.add_together("app", application);
    let style = style::inline(&frontend.join("style/index.css"))?;
    let style = style::link(&style, &bundle)?;
    bundle.add("style.css", style::minify(&style).into_bytes());
    let page = read(&frontend.join("index.html"))?;
    let locales = locales::read(&root.join("openapi/messages/locales"))?;
    for (tag, text) in &locales {
        bundle.add(&format!("locales/{tag}.ftl"), locales::for_browser(text).into_bytes());
    }
    let early = read(&frontend.join("early.js"))?;
    bundle.add("early.js", early.replace("{{words}}", &locales::words(&page, &locales)?).into_bytes());
    bundle.set_page(&page)?;
    Ok(bundle)
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}
