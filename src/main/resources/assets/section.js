// Saves each answer of a section as it is given. Without this script the form posts as a whole.
// What is typed is kept in this browser, by person and field, until the server has taken it: over a
// broken line, a reload, a refusal, a conflict and the end of the session.
"use strict";
(() => {
  const form = document.getElementById("section");
  if (!form || form.dataset.editable !== "true" || !window.fetch) return;
  const text = form.dataset;
  const line = document.getElementById("line");
  const shelf = `infostate:${text.who}:${form.getAttribute("action")}:`;
  const FIRST_PAUSE = 1000, LONGEST_PAUSE = 30000, PATIENCE = 20000;
  // By field: { body, base: revision it was typed over, state: typing, waiting, refused, conflict }.
  const drafts = new Map();
  let pause = FIRST_PAUSE, timer = 0, sending = null, posting = false;

  const box = (field) => form.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const named = (question, prefix) =>
    [...question.querySelectorAll("[name]")].filter((e) => e.name.startsWith(prefix));
  const ticked = (e) => e.type === "radio" || e.type === "checkbox";
  const inState = (state) => [...drafts].filter(([, draft]) => draft.state === state);
  const element = (name, words, kind) => {
    const made = document.createElement(name);
    made.textContent = words;
    if (kind) made.className = kind;
    return made;
  };

  // A browser that keeps nothing still saves, it only forgets at a reload.
  function keep(field) {
    try {
      if (drafts.has(field)) localStorage.setItem(shelf + field, JSON.stringify(drafts.get(field)));
      else localStorage.removeItem(shelf + field);
    } catch (full) { /* see above */ }
  }

  function kept() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(shelf))
        .map((key) => [key.slice(shelf.length), JSON.parse(localStorage.getItem(key))]);
    } catch (closed) { return []; }
  }

  function say(question, state, message) {
    const place = question.querySelector(".state");
    place.dataset.state = state;
    place.textContent = message;
  }

  function problem(question, message) {
    const field = question.dataset.field;
    question.querySelectorAll(`[id="p-${CSS.escape(field)}"]`).forEach((old) => old.remove());
    for (const e of named(question, "a.")) {
      if (message) e.setAttribute("aria-invalid", "true");
      else e.removeAttribute("aria-invalid");
    }
    if (message) {
      const said = element("p", message, "wrong");
      said.id = "p-" + field;
      question.querySelector(".about").before(said);
    }
  }

  function read(question) {
    const value = named(question, "a.").filter((e) => !ticked(e) || e.checked)
      .map((e) => e.value).join(" ");
    const status = named(question, "s.")[0].value;
    return {
      value,
      status: status === "answered" && !value.trim() ? null : status,
      comment: named(question, "c.")[0].value,
      source: named(question, "o.")[0].value,
      confidentiality: named(question, "k.")[0].value || null,
    };
  }

  function write(question, body) {
    const value = body.value || "";
    const chosen = value.split(" ");
    for (const e of named(question, "a.")) {
      if (ticked(e)) e.checked = chosen.includes(e.value);
      else {
        e.value = value;
        // A date field shows nothing of what is no date.
        if (e.type === "date" && e.value !== value) { e.type = "text"; e.value = value; }
      }
    }
    named(question, "s.")[0].value =
      body.status && body.status !== "cleared" ? body.status : "answered";
    named(question, "c.")[0].value = body.comment || "";
    named(question, "o.")[0].value = body.source || "";
    named(question, "k.")[0].value = body.confidentiality || "";
    if (body.comment || body.source || body.confidentiality) {
      question.querySelector(".about").open = true;
    }
  }

  // A value and "not available" contradict each other: what was touched last holds.
  function agree(question, touched) {
    const status = named(question, "s.")[0];
    const valueless = !["answered", "provisional"].includes(status.value);
    if (!valueless) return;
    if (touched.name.startsWith("a.")) status.value = "answered";
    else if (touched === status) {
      named(question, "a.").forEach((e) => { if (ticked(e)) e.checked = false; else e.value = ""; });
    }
  }

  function typed(question, state) {
    const field = question.dataset.field;
    const old = drafts.get(field);
    const base = old ? old.base : Number(named(question, "r.")[0].value);
    const conflict = old && old.state === "conflict";
    drafts.set(field, { body: read(question), base, state: conflict ? "conflict" : state });
    keep(field);
    if (conflict) show(question.querySelector("[data-slot=mine]"), question, read(question));
    else say(question, state, state === "typing" ? text.typing : text.saving);
  }

  // Ends when nothing waits any more or the line is down.
  function send() {
    sending = sending || sendAll().finally(() => { sending = null; });
    return sending;
  }

  async function sendAll() {
    clearTimeout(timer);
    try {
      for (let next = inState("waiting")[0]; next; next = inState("waiting")[0]) await put(...next);
      pause = FIRST_PAUSE;
      line.textContent = "";
    } catch (stopped) {
      for (const [field] of inState("waiting")) {
        say(box(field), "waiting", stopped.signedOut ? text.signedout : text.waiting);
      }
      if (stopped.signedOut) askToSignIn();
      timer = setTimeout(send, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  function askToSignIn() {
    const link = element("a", text.again);
    link.href = "/sign-in?to=" + encodeURIComponent(location.pathname);
    line.dataset.state = "waiting";
    line.replaceChildren(text.signedout + " ", link);
  }

  const stop = (signedOut) => Object.assign(new Error("not sent"), { signedOut });

  async function put(field, draft) {
    const question = box(field);
    const address = `${text.api}/answers/${question.dataset.question}?row=${question.dataset.row}`;
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    if (draft.base === 0) headers["If-None-Match"] = "*";
    else headers["If-Match"] = `"${draft.base}"`;
    const reply = await fetch(address, {
      method: "PUT", headers, body: JSON.stringify(draft.body), keepalive: true,
      signal: AbortSignal.timeout ? AbortSignal.timeout(PATIENCE) : undefined,
    });
    if (reply.status === 401) throw stop(true);
    if (reply.status >= 500 || reply.status === 408 || reply.status === 429) throw stop(false);
    if (reply.status === 412) await conflict(field, address);
    else if (reply.ok) await saved(field, draft, reply);
    else refused(field, draft, await reply.json());
  }

  async function saved(field, draft, reply) {
    const question = box(field);
    const body = reply.status === 204 ? null : await reply.json();
    const revision = body ? body.answer.revision : 0;
    named(question, "r.")[0].value = revision;
    problem(question, null);
    if (body) redraw(body);
    const now = drafts.get(field);
    if (now !== draft) {
      now.base = revision;
      keep(field);
      return;
    }
    drafts.delete(field);
    keep(field);
    say(question, "saved", !body ? "" : text.saved.replace("{0}", new Date(body.answer.changedAt)
      .toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })));
  }

  function refused(field, draft, answer) {
    const question = box(field);
    if (drafts.get(field) !== draft) return;
    draft.state = "refused";
    keep(field);
    problem(question, `${answer.title} ${answer.detail} (${answer.number})`);
    say(question, "wrong", text.refused);
  }

  // Somebody else was faster: a person decides which of the two answers stays.
  async function conflict(field, address) {
    const question = box(field);
    const draft = drafts.get(field);
    const reply = await fetch(address, { headers: { Accept: "application/json" } });
    if (!reply.ok && reply.status !== 404) throw stop(reply.status === 401);
    const theirs = reply.ok ? await reply.json() : { revision: 0 };
    draft.state = "conflict";
    keep(field);
    question.querySelectorAll(".conflict").forEach((old) => old.remove());
    const shown = document.getElementById("conflict").content.cloneNode(true).firstElementChild;
    if (theirs.changedBy && theirs.status !== "cleared") {
      const who = shown.querySelector("[data-slot=who]");
      who.textContent = who.dataset.pattern.replace("{0}", theirs.changedBy).replace("{1}",
        new Date(theirs.changedAt).toLocaleString(document.documentElement.lang,
          { dateStyle: "medium", timeStyle: "short" }));
      show(shown.querySelector("[data-slot=theirs]"), question, theirs);
    }
    show(shown.querySelector("[data-slot=mine]"), question, draft.body);
    shown.addEventListener("click", (event) => {
      const kept = event.target.dataset.keep;
      if (!kept) return;
      shown.remove();
      named(question, "r.")[0].value = theirs.revision;
      if (kept === "mine") {
        Object.assign(drafts.get(field), { base: theirs.revision, state: "waiting" });
        keep(field);
        say(question, "saving", text.saving);
        send();
      } else {
        drafts.delete(field);
        keep(field);
        write(question, theirs);
        problem(question, null);
        say(question, "saved", "");
      }
    });
    question.querySelector(".about").before(shown);
    say(question, "wrong", text.refused);
  }

  function show(slot, question, answer) {
    const label = (value) => {
      const e = named(question, "a.").find((each) => ticked(each) && each.value === value);
      const option = [...question.querySelectorAll("select[name^='a.'] option")]
        .find((each) => each.value === value);
      return e ? e.closest("label").textContent.trim() : option ? option.textContent : value;
    };
    const choices = named(question, "a.").some((e) => ticked(e) || e.localName === "select");
    const value = choices ? (answer.value || "").split(" ").map(label).join(", ") : answer.value;
    const status = [...named(question, "s.")[0].options].find((e) => e.value === answer.status);
    const plain = !status || answer.status === "answered" ? "" : status.textContent + " ";
    slot.replaceChildren(element("p", plain + (value || "–"), "letter"),
      ...[answer.comment, answer.source].filter(Boolean).map((more) => element("p", more, "letter")));
    slot.querySelectorAll("p").forEach((p) => { p.dir = "auto"; });
  }

  function redraw(state) {
    const asked = new Set(state.asked);
    const required = new Set(state.required);
    for (const item of form.querySelectorAll("[data-field]")) {
      item.hidden = !asked.has(item.dataset.field) && !drafts.has(item.dataset.field);
      const tag = item.querySelector("[data-required]");
      if (tag && item.dataset.question) tag.hidden = !required.has(item.dataset.field);
    }
    for (const [field, value] of Object.entries(state.calculated)) {
      const output = form.querySelector(`[data-calculated="${CSS.escape(field)}"]`);
      if (output) output.textContent = value;
    }
    for (const [field, names] of Object.entries(state.offered)) {
      const question = box(field);
      for (const e of question ? question.querySelectorAll(".option input, option") : []) {
        const gone = e.value !== "" && !names.includes(e.value) && !e.checked && !e.selected;
        (e.closest(".option") || e).hidden = gone;
      }
    }
    document.getElementById("progress").textContent = text.progress
      .replace("{0}", state.sectionAnswered).replace("{1}", state.sectionAsked);
  }

  const ours = (event) => event.target.name && /^[ascok]\./.test(event.target.name)
    && event.target.closest("[data-question]");
  form.addEventListener("input", (event) => {
    const question = ours(event);
    if (!question || ticked(event.target) || event.target.localName === "select") return;
    agree(question, event.target);
    typed(question, "typing");
  });
  form.addEventListener("change", (event) => {
    const question = ours(event);
    if (!question) return;
    agree(question, event.target);
    typed(question, "waiting");
    send();
  });
  function leave() {
    for (const [field, draft] of inState("typing")) {
      draft.state = "waiting";
      keep(field);
    }
    return send();
  }
  document.addEventListener("visibilitychange", leave);
  window.addEventListener("online", () => { pause = FIRST_PAUSE; send(); });
  window.addEventListener("beforeunload", (event) => {
    if (inState("waiting").length || inState("typing").length) event.preventDefault();
  });
  window.addEventListener("pageshow", () => { posting = false; });

  // A post that gets lost would take what was typed with it: first everything is sent by itself.
  form.addEventListener("submit", async (event) => {
    if (posting) return;
    event.preventDefault();
    await leave();
    const waits = inState("waiting").length;
    if (waits) {
      if (!line.querySelector("a")) line.textContent = text.offline;
      line.dataset.state = "waiting";
      return;
    }
    // Within the event that asks for it, another submit would be ignored.
    setTimeout(() => { posting = true; form.requestSubmit(event.submitter); });
  });

  for (const [field, draft] of kept()) {
    const question = box(field);
    if (!question) {
      line.append(element("span", text.gone.replace("{0}", draft.body.value || "–")));
      localStorage.removeItem(shelf + field);
      continue;
    }
    question.querySelectorAll(".conflict").forEach((old) => old.remove());
    drafts.set(field, Object.assign(draft, { state: "waiting" }));
    write(question, draft.body);
    question.hidden = false;
    say(question, "waiting", text.saving);
  }
  send();
})();
