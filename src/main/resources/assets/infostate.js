// Saves each answer of a section as it is given. Without this script the form posts as a whole.
// What could not be sent is kept in the browser and sent again, after a reload too.
"use strict";
(() => {
  const form = document.getElementById("section");
  if (!form || form.dataset.editable !== "true" || !window.fetch) return;
  const text = form.dataset;
  const shelf = "infostate:" + text.api + ":" + form.getAttribute("action");
  const waiting = new Map(JSON.parse(localStorage.getItem(shelf) || "[]"));
  let pause = 1000;
  let timer = 0;
  let busy = false;

  const box = (field) => form.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const keep = () => {
    if (waiting.size) localStorage.setItem(shelf, JSON.stringify([...waiting]));
    else localStorage.removeItem(shelf);
  };
  const say = (question, state, message) => {
    const line = question.querySelector(".state");
    line.dataset.state = state;
    line.textContent = message;
  };
  const named = (question, prefix) =>
    [...question.querySelectorAll("[name]")].filter((e) => e.name.startsWith(prefix));

  function read(question) {
    const values = named(question, "a.")
      .filter((e) => (e.type !== "radio" && e.type !== "checkbox") || e.checked)
      .map((e) => e.value);
    const status = named(question, "s.")[0].value;
    const value = values.join(" ");
    return {
      value,
      status: status === "answered" && !value.trim() ? null : status,
      comment: named(question, "c.")[0].value,
      source: named(question, "o.")[0].value,
      confidentiality: named(question, "k.")[0].value || null,
    };
  }

  function write(question, body) {
    const chosen = body.value === null ? [] : String(body.value).split(" ");
    for (const e of named(question, "a.")) {
      if (e.type === "radio" || e.type === "checkbox") e.checked = chosen.includes(e.value);
      else e.value = body.value || "";
    }
    named(question, "s.")[0].value = body.status && body.status !== "cleared" ? body.status : "answered";
    named(question, "c.")[0].value = body.comment || "";
    named(question, "o.")[0].value = body.source || "";
    named(question, "k.")[0].value = body.confidentiality || "";
  }

  function changed(question) {
    waiting.set(question.dataset.field, read(question));
    keep();
    say(question, "saving", text.saving);
    send();
  }

  async function send() {
    if (busy || !waiting.size) return;
    busy = true;
    clearTimeout(timer);
    try {
      while (waiting.size) {
        const [field, body] = waiting.entries().next().value;
        const question = box(field);
        if (question && !(await put(question, field, body))) break;
        if (JSON.stringify(waiting.get(field)) === JSON.stringify(body)) waiting.delete(field);
        keep();
      }
      pause = 1000;
    } catch (lineIsDown) {
      for (const field of waiting.keys()) {
        const question = box(field);
        if (question) say(question, "waiting", text.waiting);
      }
      timer = setTimeout(send, pause);
      pause = Math.min(pause * 2, 30000);
    } finally {
      busy = false;
    }
  }

  // True when the server has answered for good; throws while it can not be reached.
  async function put(question, field, body) {
    const revision = named(question, "r.")[0];
    const address = `${text.api}/answers/${question.dataset.question}?row=${question.dataset.row}`;
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    if (revision.value === "0") headers["If-None-Match"] = "*";
    else headers["If-Match"] = `"${revision.value}"`;
    const reply = await fetch(address, { method: "PUT", headers, body: JSON.stringify(body) });
    if (reply.status === 401) {
      say(question, "wrong", text.signedout);
      throw new Error("signed out");
    }
    if (reply.status >= 500) throw new Error("server " + reply.status);
    if (reply.status === 412) {
      await conflict(question, field, body, address);
    } else if (!reply.ok) {
      const problem = await reply.json();
      say(question, "wrong", `${problem.title} ${problem.detail} (${problem.number})`);
    } else if (reply.status === 204) {
      say(question, "saved", "");
    } else {
      const saved = await reply.json();
      revision.value = saved.answer.revision;
      const time = new Date(saved.answer.changedAt);
      say(question, "saved", text.saved.replace("{0}",
        time.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })));
      redraw(saved);
    }
    return true;
  }

  // Somebody else was faster: a person decides which of the two answers stays.
  async function conflict(question, field, mine, address) {
    const reply = await fetch(address, { headers: { Accept: "application/json" } });
    const theirs = await reply.json();
    const line = question.querySelector(".state");
    line.dataset.state = "wrong";
    line.textContent = text.conflict.replace("{0}", theirs.changedBy)
      .replace("{1}", theirs.value === undefined || theirs.value === null ? "–" : theirs.value)
      .replace("{2}", mine.value || "–") + " ";
    const choice = (label, action) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link";
      button.textContent = label;
      button.addEventListener("click", () => {
        named(question, "r.")[0].value = theirs.revision;
        action();
      });
      line.append(button, " ");
    };
    choice(text.mine, () => changed(question));
    choice(text.theirs, () => { write(question, theirs); say(question, "saved", ""); });
  }

  function redraw(saved) {
    const asked = new Set(saved.asked);
    for (const item of form.querySelectorAll("[data-field]")) {
      item.hidden = !asked.has(item.dataset.field);
    }
    for (const [field, value] of Object.entries(saved.calculated)) {
      const output = form.querySelector(`[data-calculated="${CSS.escape(field)}"]`);
      if (output) output.textContent = value;
    }
    document.getElementById("progress").textContent = text.progress
      .replace("{0}", saved.sectionAnswered).replace("{1}", saved.sectionAsked);
  }

  form.addEventListener("change", (event) => {
    const question = event.target.closest("[data-question]");
    if (question) changed(question);
  });
  window.addEventListener("online", send);
  window.addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });
  // Posting the whole form saves what still waits, so nothing needs to wait any longer.
  form.addEventListener("submit", () => { waiting.clear(); keep(); });

  for (const [field, body] of waiting) {
    const question = box(field);
    if (question) { write(question, body); say(question, "waiting", text.waiting); }
    else waiting.delete(field);
  }
  send();
})();

// A wide table that scrolls can be reached by keyboard, too.
for (const wide of document.querySelectorAll(".scroll")) {
  if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
}
