// Runs before anything is painted: looks, brand and language as this browser knows them. The build puts in the
// sentences that the page shows until the application is there.
(() => {
  const root = document.documentElement;
  const spoken = {{words}};
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  for (const name of ["theme", "contrast", "density"]) {
    const value = kept(name);
    if (value) root.dataset[name] = value;
  }
  if (!root.dataset.contrast && matchMedia("(prefers-contrast: more)").matches) root.dataset.contrast = "more";
  for (const pair of (kept("brand") ?? "").split(";")) {
    const [name, value] = pair.split("=");
    if (name && value) root.style.setProperty(`--brand-${name}`, value);
  }
  const tags = [kept("locale"), ...navigator.languages].map((tag) => (tag ?? "").split("-")[0].toLowerCase());
  root.lang = tags.find((tag) => tag in spoken) ?? "en";
  root.dataset.boot = kept("entered") ? "shell" : "entrance";

  // The catalogue comes while the application is still being compiled.
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = document.querySelector(`meta[name="asset:locale-${root.lang}"]`).content;
  document.head.append(link);

  document.addEventListener("DOMContentLoaded", () => {
    for (const element of document.querySelectorAll("[data-text]")) {
      element.textContent = spoken[root.lang][element.dataset.text];
    }
  });
})();
