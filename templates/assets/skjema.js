// «Foreslå endring»: fills the form from a small file, and makes a list of edits of what is changed. It knows no rule and no
// YAML: planlint reads the list, and judges it. All texts come from the form's data-attributes.
"use strict";
(async () => {
  const form = document.getElementById("skjema"), texts = form.dataset, isNew = Boolean(texts.ny);
  const at = (id) => document.getElementById(id);
  const fields = [...form.querySelectorAll("[data-sti]")];
  const id = isNew ? "" : new URLSearchParams(location.search).get("id") || "";
  const key = `planlint-utkast:${location.pathname}:${id}`, LONGEST = 7500, MOST_GROUPS = 20;
  const say = (place, text) => { if (at(place).textContent !== text) at(place).textContent = text; };

  let known = { fil: "ny plan", utgave: "", tittel: "", data: {} };
  if (location.protocol === "file:") { say("melding", texts.disk); return; }
  // What can be named is the same for all forms and long: it is fetched once. Without it, an id can be written.
  const fetched = Promise.all([...form.querySelectorAll("[data-hent]")].map(async (list) => {
    try {
      const answer = await fetch(texts.rot + list.dataset.hent);
      for (const text of answer.ok ? await answer.json() : []) list.append(new Option("", text));
    } catch { /* the network is gone */ }
  }));
  if (!isNew) {
    if (!/^[a-z0-9-]+$/.test(id)) { say("melding", texts.mangler); return; }
    try {
      const answer = await fetch(`${texts.rot}skjema/${texts.slag}/${id}.json`);
      if (!answer.ok) { say("melding", answer.status === 404 ? texts.mangler : texts.nett); return; }
      known = await answer.json();
    } catch { say("melding", texts.nett); return; }
    say("melding", texts.gjelder.replace("{tittel}", () => known.tittel));
  }

  texts.utgave = known.utgave;
  texts.innsjekking = known.innsjekking || "";
  await fetched;
  const short = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, "")} …`);
  // A goal and a plan may have one id: what is named is told apart by its kind, «plan/id» or the id alone.
  const keyOf = (text) => /\(([a-z0-9/-]+)\)$/.exec(text)?.[1];
  const there = (path) => path.split(".").reduce((data, step) => (data && typeof data === "object" ? data[step] : undefined), known.data);
  const titles = (name) => new Map([...form.querySelectorAll(`#liste-${name} option`)].map((one) => [keyOf(one.value), one.value]));
  const lists = new Map(fields.filter((one) => one.dataset.liste).map((one) => [one, titles(one.dataset.liste)]));
  const words = (field, value) => (value === undefined || value === null ? "" : lists.get(field)?.get(String(value)) || String(value));
  const item = (value) => (value && typeof value === "object" ? value.mål || (value.plan ? `plan/${value.plan}` : JSON.stringify(value)) : value);
  const shown = (field) => {
    if (field.dataset.legg) return "";
    const value = there(field.dataset.sti);
    if (field.dataset.slag === "par") return Object.entries(value || {}).map(([id, side]) => `${words(field, id)} = ${side}`).join("\n");
    return Array.isArray(value) ? value.map((one) => words(field, item(one))).join("\n") : words(field, value);
  };
  const idOf = (field, text) => (lists.has(field) ? keyOf(text) || text : text);
  const time = (text) => {
    const day = /^(\d{1,2})\.\s?(\d{1,2})\.(\d{4})$/.exec(text);
    if (day) return `${day[3]}-${day[2].padStart(2, "0")}-${day[1].padStart(2, "0")}`;
    return /^\d{4}$/.test(text) ? Number(text) : text;
  };
  // What stands in a list already is kept as it is, with all that the register says of it.
  const many = (field, text) => {
    const old = there(field.dataset.sti) || [];
    const rows = text.split("\n").map((row) => row.trim()).filter(Boolean);
    return rows.map((row) => {
      const one = idOf(field, row), kept = old.find((value) => String(item(value)) === one);
      if (kept !== undefined) return kept;
      return field.dataset.liste === "maal-plan" && one.startsWith("plan/") ? { plan: one.slice(5) } : one;
    });
  };
  // «A goal (id) = a side»: what has no sign between is told by planlint, which knows what the field may hold.
  const pairs = (field, text) => Object.fromEntries(text.split("\n").map((row) => row.trim()).filter(Boolean).map((row) => {
    const sign = row.lastIndexOf("=");
    return sign < 0 ? [idOf(field, row), ""] : [idOf(field, row.slice(0, sign).trim()), row.slice(sign + 1).trim()];
  }));
  const value = (field) => {
    const text = field.value.trim();
    if (!text) return null;
    if (field.dataset.slag === "liste") return many(field, text);
    if (field.dataset.slag === "par") return pairs(field, text);
    if (field.dataset.slag === "tall" && /^\d+$/.test(text)) return Number(text);
    if (field.dataset.slag === "ja") return text === "true";
    return field.dataset.slag === "tid" ? time(text) : idOf(field, text);
  };

  const start = new Map();
  for (const field of fields) { field.value = shown(field); start.set(field, field.value); }
  const nameOf = (field) => field.dataset.sti + (field.dataset.nummer ? `#${field.dataset.nummer}` : "");
  const changed = () => fields.filter((field) => field.value.trim() !== start.get(field).trim());
  // A new item of a list, such as an event, is made of the fields that are filled in, and comes after those that are there.
  const added = () => [...form.querySelectorAll("[data-tillegg]")].map((group) => {
    const parts = [...group.querySelectorAll("[data-legg]")], filled = parts.filter((one) => one.value.trim());
    return { name: group.dataset.tillegg, title: group.querySelector("legend").textContent, parts, filled };
  }).filter((one) => one.filled.length);
  const edits = () => {
    const more = new Map();
    for (const { name, filled } of added()) {
      const one = Object.fromEntries(filled.map((field) => [field.dataset.sti.split(".").pop(), value(field)]));
      more.set(name, [...(more.get(name) || []), one]);
    }
    return [
      ...changed().filter((field) => !field.dataset.legg).map((field) => [field.dataset.sti.split("."), value(field)]),
      ...[...more].map(([name, items]) => [[name], [...(known.data[name] || []), ...items]]),
    ];
  };
  // One more of a group: the same fields, empty, with names of their own, after the last of them.
  const groups = (name) => [...form.querySelectorAll(`[data-tillegg="${name}"]`)];
  const oneMore = (name) => {
    const there = groups(name), copy = there[0].cloneNode(true), number = there.length + 1;
    for (const one of copy.querySelectorAll("[data-en-til], .funn")) one.remove();
    for (const one of copy.querySelectorAll("[id], [for], [aria-describedby], [data-til]")) {
      for (const place of ["id", "for", "data-til"]) if (one.hasAttribute(place)) one.setAttribute(place, `${one.getAttribute(place)}-${number}`);
      one.removeAttribute("aria-invalid");
      if (one.hasAttribute("aria-describedby")) one.setAttribute("aria-describedby", `${one.id}-hjelp`);
    }
    copy.querySelector("legend").append(` (${number})`);
    const own = [...copy.querySelectorAll("[data-sti]")], first = [...there[0].querySelectorAll("[data-sti]")];
    own.forEach((field, index) => {
      field.dataset.nummer = number;
      field.value = "";
      start.set(field, "");
      if (lists.has(first[index])) lists.set(field, lists.get(first[index]));
    });
    fields.push(...own);
    there.at(-1).after(copy);
    return own[0];
  };
  for (const group of form.querySelectorAll("[data-tillegg]")) {
    group.dataset.fra = (known.data[group.dataset.tillegg] || []).length;
    group.querySelector("[data-en-til] button").addEventListener("click", () => oneMore(group.dataset.tillegg).focus());
  }
  const missing = () => {
    if (isNew && !(at("felt-tittel").value.trim() && at("felt-type").value)) return texts.tittel;
    for (const { title, parts } of added()) {
      const empty = parts.find((field) => field.dataset.krav && !field.value.trim());
      if (empty) return texts.krav.replace("{felt}", () => empty.dataset.krav).replace("{gruppe}", () => title);
    }
    return "";
  };
  // A status that comes of an event asks for it: the event is chosen, and its day, body and case are to be filled in.
  let asked = "";
  const askForEvent = () => {
    const what = at("felt-hendelser-hva"), status = at("felt-status");
    if (!what || what.value !== asked) return;
    const own = [...what.options].find((one) => one.value && one.value === status.value && one.dataset.status === status.value);
    asked = what.value = own && status.value !== start.get(status) ? own.value : "";
  };

  const off = (link) => { link.removeAttribute("href"); link.setAttribute("aria-disabled", "true"); };
  at("fil").download = "endring.md"; // HTML allows it of a link with an address alone: it has none yet
  const on = (link, href) => { link.href = href; link.removeAttribute("aria-disabled"); };
  let file;
  const show = () => {
    const list = edits(), stop = list.length ? missing() : texts.ingen;
    if (file) URL.revokeObjectURL(file);
    if (at("send")) off(at("send"));
    off(at("fil"));
    const json = JSON.stringify(list);
    const body = `### Skjema\n\nEndring\n\n### Fil\n\n${known.fil}\n\n### Utgave\n\n${known.utgave || "_No response_"}\n\n### Endringer\n\n\`\`\`json\n${json}\n\`\`\`\n`;
    form.dispatchEvent(new CustomEvent("planlint:endret", { detail: { file: known.fil, form: stop ? "" : body } }));
    if (stop) { say("svar", stop); return; }
    file = URL.createObjectURL(new Blob([body], { type: "text/markdown" }));
    on(at("fil"), file);
    if (!at("send")) { say("svar", texts.klarFil.replace("{n}", () => list.length)); return; }
    const title = `Endring: ${short(known.tittel || at("felt-tittel").value, 120)}`;
    // https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values
    const asked = texts.gitlab
      ? new URLSearchParams({ "issue[title]": title, "issue[description]": body })
      : new URLSearchParams({ template: "endring.yml", title, fil: known.fil, utgave: known.utgave, endringer: json });
    const address = `${texts.send}${texts.gitlab ? "/-" : ""}/issues/new?${asked}`;
    if (address.length > LONGEST) { say("svar", texts.lang); return; }
    on(at("send"), address);
    say("svar", texts.klar.replace("{n}", () => list.length));
  };

  const keep = () => {
    const draft = Object.fromEntries(changed().map((field) => [nameOf(field), field.value]));
    try { localStorage.setItem(key, JSON.stringify({ utgave: known.utgave, draft })); } catch { /* storage is shut: nothing is kept */ }
  };
  const fetchDraft = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "null");
      if (!kept || !Object.keys(kept.draft).length) return;
      if (kept.utgave !== known.utgave) { say("melding", texts.gammelt.replace("{utkast}", () => Object.entries(kept.draft).map(([path, text]) => `${path}: ${text}`).join("; "))); return; }
      for (const name of Object.keys(kept.draft)) {
        const [, list, number] = /^(\w+)\..*#(\d+)$/.exec(name) || [];
        if (number <= MOST_GROUPS) while (groups(list).length && groups(list).length < number) oneMore(list);
      }
      for (const field of fields) if (nameOf(field) in kept.draft) field.value = kept.draft[nameOf(field)];
      say("melding", texts.utkast);
    } catch { /* storage is shut, or holds something else */ }
  };
  form.addEventListener("input", (event) => { if (event.target.id === "felt-status") askForEvent(); if (event.target.dataset.sti) keep(); show(); });
  form.addEventListener("change", (event) => {
    const into = event.target.dataset.til && at(event.target.dataset.til);
    if (!into || !event.target.value.trim()) return;
    into.value = [into.value.trim(), event.target.value.trim()].filter(Boolean).join("\n");
    event.target.value = "";
    keep(); show();
  });
  at("glem").addEventListener("click", () => {
    try { localStorage.removeItem(key); } catch { /* nothing was kept */ }
    for (const one of form.querySelectorAll("[data-tillegg]:not(:has([data-en-til]))")) one.remove();
    fields.splice(0, fields.length, ...form.querySelectorAll("[data-sti]"));
    for (const field of fields) field.value = start.get(field);
    show(); say("melding", texts.glemt);
  });
  fetchDraft(); show();
  form.hidden = false;
})();
