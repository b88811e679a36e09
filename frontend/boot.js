// The page's only module. The Content-Security-Policy allows no script inside the page.
import init from "./cordboard.js";
init({ module_or_path: new URL("./cordboard_bg.wasm", import.meta.url) });
