//! Device models as data, and the renderer.
