// What every page does with a script. Pages work without it.
"use strict";
(() => {
  // The overview tells which sections hold answers that this browser could not send yet.
  const notice = document.getElementById("unsent");
  if (notice) {
    const shelf = `infostate:${notice.dataset.who}:${notice.dataset.path}/`;
    let keys = [];
    try { keys = Object.keys(localStorage).filter((key) => key.startsWith(shelf)); }
    catch (closed) { /* then there is nothing to tell */ }
    const sections = new Set(keys.map((key) => key.slice(shelf.length).split(":")[0]));
    for (const link of document.querySelectorAll("a[data-section]")) {
      if (!sections.has(link.dataset.section)) continue;
      const item = document.createElement("li");
      item.append(link.cloneNode(true));
      notice.querySelector("ul").append(item);
      notice.hidden = false;
    }
  }

  // Times are in UTC until somebody chooses a zone; the browser knows which one is likely.
  const offer = document.getElementById("zone-offer");
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (offer && here && here !== offer.dataset.zone && here.includes("/")) {
    offer.elements.zone.value = here;
    offer.querySelector("button").textContent =
      offer.dataset.offer.replace("{0}", here.replaceAll("_", " "));
    offer.hidden = false;
  }
})();

// A wide table that scrolls can be reached by keyboard, too.
for (const wide of document.querySelectorAll(".scroll")) {
  if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
}
