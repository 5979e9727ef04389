// Shows what the worker says of the form: findings at the field, what the change does and leads to, and the lines that
// change. All words are planlint's own, or stand in the form's data-attributes; nothing is put in as markup.
"use strict";
(() => {
  const form = document.getElementById("skjema"), texts = form.dataset;
  const at = (id) => document.getElementById(id), make = (tag, text, name) => Object.assign(document.createElement(tag), { textContent: text, className: name || "" });
  const tell = (state) => form.dispatchEvent(new CustomEvent("planlint:svar", { detail: { state } }));
  const lost = () => { say(texts.kontrollBorte); tell("borte"); };
  const say = (text) => { if (at("kontroll").textContent !== text) at("kontroll").textContent = text; };
  const SILENT = 10000, LOADING = 120000, PAUSE = 150, MOST_STARTS = 3;
  const folder = new URL(texts.kontrollMappe, location.href).href, register = new URL(texts.kontrollRegister, location.href).href;
  let worker, waiting, ready = false, timer, pause, number = 0, asked, starts = 0;

  // What the form calls its fields, so that a finding calls them the same; a list of items is called what stands over it.
  const labels = () => Object.fromEntries([
    ...[...form.querySelectorAll("[data-tillegg]")].map((group) => [group.dataset.tillegg, group.querySelector("legend").textContent]),
    ...[...form.querySelectorAll("[data-sti]:not([data-rad])")].map((field) => [field.dataset.sti, form.querySelector(`label[for="${field.id}"]`).textContent]),
  ].reverse());

  const watch = (time) => { clearTimeout(timer); timer = setTimeout(() => start(texts.kontrollTaus), time); };
  const start = (words) => {
    worker?.terminate();
    waiting?.(null);
    waiting = null;
    ready = false;
    if (starts++ === MOST_STARTS) { lost(); return; }
    say(words);
    worker = new Worker(`${folder}worker.mjs`, { type: "module" });
    worker.onmessage = ({ data }) => heard(data);
    worker.onerror = () => { clearTimeout(timer); lost(); };
    worker.postMessage({ open: { register, lang: document.documentElement.lang, labels: labels(), catalogues: texts.kontrollOrd.split(" ").filter(Boolean) } });
    watch(LOADING);
  };
  const heard = (data) => {
    clearTimeout(timer);
    if (data.failed) { lost(); form.dataset.feil = data.failed; return; }
    if ("stopped" in data) {
      if (data.stopped) { say(data.stopped); return; }
      ready = true;
      tell(asked?.form ? "venter" : "klar");
      if (asked) ask();
      return;
    }
    starts = 1;
    if (data.id === "spor") { waiting?.(data.told); waiting = null; return; }
    if (data.id === number) show(data.told); else ask();
  };
  // What is to be sent is asked for apart: the texts of a proposal, or what has become of the file since.
  form.addEventListener("planlint:spor", ({ detail }) => {
    if (!ready || !asked?.form) { detail.answer(null); return; }
    waiting = detail.answer;
    worker.postMessage({ id: "spor", ask: { form: asked.form, file: asked.file, ...detail.ask } });
  });
  const ask = () => {
    if (!ready) return;
    if (asked.stop || (asked.ny && !asked.form)) { unjudged(); return; }
    watch(SILENT);
    worker.postMessage({ id: number, ask: asked.form ? { form: asked.form } : { file: asked.file } });
  };

  const describe = (field) => {
    const ids = [`${field.id}-hjelp`, `${field.id}-mangel`, `${field.id}-tvil`].filter(at);
    const found = [...ids, ...[...field.closest(".ds-field").querySelectorAll(".funn[id]")].map((one) => one.id)];
    if (found.length) field.setAttribute("aria-describedby", found.join(" ")); else field.removeAttribute("aria-describedby");
  };
  const clear = () => {
    for (const one of form.querySelectorAll(".funn")) one.remove();
    for (const field of form.querySelectorAll("[data-sti]")) {
      if (!at(`${field.id}-mangel`)) field.removeAttribute("aria-invalid");
      describe(field);
    }
  };
  // A finding stands at the first of its fields that the form has; at a group's first field where it is about the group.
  // What is about an item that stands in the file already has no field; of new items, each has its own.
  const groupOf = (path) => {
    const groups = [...form.querySelectorAll(`[data-tillegg="${CSS.escape(path[0])}"]`)];
    if (!groups.length || path.length < 2) return form;
    if (groups[0].dataset.rader) return groups.find((one) => one.dataset.na === String(path[1])) || null;
    if (typeof path[1] !== "number") return form;
    if (path[1] < Number(groups[0].dataset.fra)) return path[0] === "hendelser" ? form.querySelector(`[data-gammel="${path[1]}"]`) : null;
    const filled = groups.filter((one) => [...one.querySelectorAll("[data-legg]")].some((field) => field.value.trim()));
    return filled[path[1] - Number(groups[0].dataset.fra)] || null;
  };
  const fieldOf = (names, path) => {
    const item = path.length ? groupOf(path) : form;
    if (!item) return null;
    const [own, others] = item === form ? [names, []] : [names.filter((name) => name.split(".")[0] === path[0]), names.filter((name) => name.split(".")[0] !== path[0])];
    const within = (place, sought) => sought.map((name) => place.querySelector(`[data-sti="${CSS.escape(name)}"]`) || place.querySelector(`[data-sti^="${CSS.escape(name)}."]`)).find(Boolean);
    return within(item, own) || (item.dataset.gammel ? null : within(form, others)) || null;
  };
  const row = (item, tag) => {
    const told = make(tag || "p", "", `funn funn-${item.accepted ? "info" : item.severity}`);
    told.append(make("strong", item.word), ` ${item.about ? `${item.about}: ` : ""}${item.message} `);
    if (item.accepted) told.append(make("span", item.reason ? `${texts.kontrollGrunn} ${item.reason}` : "", "svak"));
    if (item.old) told.append(make("span", texts.kontrollGammel, "svak"), " ");
    if (!item.accepted && item.help) told.append(make("span", `${texts.kontrollRett} ${item.help}`, "svak"));
    told.append(" ", Object.assign(make("a", texts.kontrollRegel, "ds-link"), { href: `${texts.rot}regel/${item.code}.html` }));
    return told;
  };
  const place = (item, field, index) => {
    const told = row(item);
    told.id = `funn-${index}`;
    field.closest(".ds-field").append(told);
    if (item.severity === "feil" && !item.accepted) field.setAttribute("aria-invalid", "true");
    describe(field);
  };
  const nameOf = (field) => form.querySelector(`label[for="${field.id}"]`).textContent + (field.dataset.om ? field.dataset.om : field.dataset.nummer ? ` (${field.dataset.nummer})` : "");
  // The list has them all: those that stand at a field in a line that leads there.
  const line = (item, field) => {
    const told = make("li", "");
    const link = Object.assign(make("a", nameOf(field), "ds-link"), { href: `#${field.id}` });
    link.addEventListener("click", (event) => { event.preventDefault(); const shut = field.closest("details"); if (shut) shut.open = true; field.focus(); });
    told.append(make("strong", item.word), " ", link, `: ${item.message}`);
    return told;
  };
  const list = (rows) => {
    const whole = make("ul", "");
    for (const one of rows) {
      const item = make("li", "");
      item.append(make("strong", one.head), one.word ? `: ${one.word}` : "");
      if (one.lines.length) { const inner = make("ul", ""); inner.append(...one.lines.map((line) => make("li", line))); item.append(inner); }
      whole.append(item);
    }
    return whole;
  };
  const sections = (told) => {
    const into = at("gjor");
    into.replaceChildren(...(told.intro || []).map((text) => make("p", text)));
    let over = "";
    for (const one of told.sections || []) {
      if (one.over && one.over !== over) into.append(make("h3", one.over));
      over = one.over;
      if (one.heading) into.append(make(one.over ? "h4" : "h3", one.heading));
      const plain = one.rows.filter((row) => row.sign === " "), others = one.rows.filter((row) => row.sign !== " ");
      into.append(...plain.map((row) => make("p", row.head)));
      if (others.length) into.append(list(others));
    }
    into.append(...(told.notes || []).map((text) => make("p", text)));
    at("folger").hidden = !into.childElementCount;
    at("linjer").textContent = (told.lines || []).join("\n");
    at("linjene").hidden = !(told.lines || []).length;
  };
  // What stands there is of what was written before, until the answer to what is written now has come.
  const isOlder = (older) => { at("eldre").hidden = !older || !(at("andre").childElementCount || at("gjor").childElementCount); };
  const counted = (found, some, none, more) => {
    const known = found.filter((item) => item.accepted).length, count = found.length - known;
    return [(count ? some : none).replace("{n}", () => count), count ? more : "", known ? texts.kontrollKjente.replace("{n}", () => known) : ""].filter(Boolean).join(" ");
  };
  const show = (told) => {
    clear();
    isOlder(false);
    const found = told.findings || [], problems = told.problems || [];
    const rows = found.map((item, index) => {
      const field = item.file === asked.file || item.new ? fieldOf(item.fields || [], item.path || []) : null;
      if (!field) return row(item, "li");
      place(item, field, index);
      return line(item, field);
    });
    const whole = make("ul", "", "ds-list");
    whole.append(...rows);
    at("andre").replaceChildren(...problems.map((text) => make("p", text, "funn funn-feil")), ...(rows.length ? [whole] : []), ...(told.news || []).map((text) => make("p", text)));
    sections(told);
    if (told.before) say(counted(found, texts.kontrollFor, texts.kontrollForIngen, texts.kontrollHvor));
    else if (problems.length && !found.length) say(texts.kontrollStopp);
    else say(counted(found, texts.kontrollFunn, texts.kontrollIngen, `${texts.kontrollHvor}${told.refused ? "" : ` ${texts.kontrollLikevel}`}`));
    form.dataset.kontrollert = String(number);
    if (asked.form) tell(told.refused ? "kan-ikke" : "kan");
    else tell("klar");
  };
  const unjudged = () => {
    clearTimeout(timer);
    clear();
    isOlder(false);
    at("andre").replaceChildren();
    sections({});
    say(asked.stop ? texts.kontrollVenter : texts.kontrollIkke);
    form.dataset.kontrollert = String(number);
    tell("klar");
  };

  form.addEventListener("planlint:endret", ({ detail }) => {
    clearTimeout(pause);
    if (ready && detail.form) { say(""); isOlder(true); }
    pause = setTimeout(() => { asked = detail; number++; ask(); }, PAUSE);
  });
  // What has been fetched once is kept, so that the form and the linter work without a network too.
  const keep = async () => {
    if (!navigator.serviceWorker) return;
    try {
      await navigator.serviceWorker.register(new URL(`${texts.rot}skjema/sw.js`, location.href));
      const { active } = await navigator.serviceWorker.ready;
      const seen = performance.getEntriesByType("resource").map((one) => one.name).filter((name) => name.startsWith(location.origin));
      active.postMessage({ keep: [location.href, ...seen] });
      if (!navigator.serviceWorker.controller) await new Promise((done) => { navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }); setTimeout(done, 1000); });
    } catch { /* no service worker here: the form needs the network, and works */ }
  };
  // The form comes first: the linter is fetched when the form has been shown, so that the two do not wait for each other.
  form.addEventListener("planlint:endret", () => setTimeout(() => keep().then(() => start(texts.kontrollLaster))), { once: true });
})();
