// «Foreslå endring»: fills the form from a small file, and makes a list of edits of what is changed. It knows no rule and no
// YAML: planlint reads the list, and judges it. All texts come from the form's data-attributes.
"use strict";
(async () => {
  const form = document.getElementById("skjema"), texts = form.dataset, isNew = Boolean(texts.ny);
  const at = (id) => document.getElementById(id), make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  const fields = [...form.querySelectorAll("[data-sti]")];
  const id = isNew ? "" : new URLSearchParams(location.search).get("id") || "";
  const DRAFT = "planlint-utkast:", key = `${DRAFT}${location.pathname}:${id}`, LONGEST = 7500, MOST_GROUPS = 20, MOST_WORDS = 8000, MOST_TITLE = 300, LONG_TITLE = 150;
  const NUMBER = /^[-−]?\d[\d\s]*([.,]\d+)?$/, YEAR = /^(1[89]|2[01])\d\d$/;
  const say = (place, text) => { if (at(place).textContent !== text) at(place).textContent = text; };
  const nameOf = (field) => form.querySelector(`label[for="${field.id}"]`).textContent + (field.dataset.om || (field.dataset.nummer ? ` (${field.dataset.nummer})` : ""));

  // What the linter says of the form: it may be sent, it may not, it is being judged, or nobody can tell here.
  let verdict = { state: "borte" }, answered = () => {};
  form.addEventListener("planlint:svar", ({ detail }) => { verdict = detail; answered(); });

  let known = { fil: "ny plan", utgave: "", tittel: "", side: "", data: {} };
  if (location.protocol === "file:") { say("melding", texts.disk); return; }
  // What can be named is the same for all forms and long: it is fetched once. Without it, an id can be written. What no
  // longer applies is named where it stands already, and is not offered.
  const lists = new Map();
  const fetched = Promise.all([...form.querySelectorAll("[data-hent]")].map(async (list) => {
    const names = { byId: new Map(), byName: new Map(), offered: [] };
    try {
      const answer = await fetch(texts.rot + list.dataset.hent);
      for (const [one, name, applies] of answer.ok ? await answer.json() : []) {
        names.byId.set(one, name);
        names.byName.set(name, one);
        if (applies) { list.append(new Option("", name)); names.offered.push(name); }
      }
    } catch { /* the network is gone */ }
    lists.set(list.id.slice("liste-".length), names);
  }));
  if (!isNew) {
    if (!/^[a-z0-9-]+$/.test(id)) { say("melding", texts.mangler); return; }
    try {
      const answer = await fetch(`${texts.rot}skjema/${texts.slag}/${id}.json`);
      if (!answer.ok) { say("melding", answer.status === 404 ? texts.mangler : texts.nett); return; }
      known = await answer.json();
    } catch { say("melding", texts.uten); return; }
    const about = at("gjelder");
    about.querySelector("strong").textContent = texts.gjelder.replace("{tittel}", () => known.tittel);
    about.querySelector("a").href = texts.rot + known.side;
    about.hidden = false;
    document.title = `${known.tittel} – ${document.title}`;
  }

  texts.utgave = known.utgave;
  await fetched;
  const short = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, "")} …`);
  const there = (path) => path.split(".").reduce((data, step) => (data && typeof data === "object" ? data[step] : undefined), known.data);
  const listOf = (field) => (field.dataset.liste ? lists.get(field.dataset.liste) : undefined);
  const words = (field, value) => (value === undefined || value === null ? "" : listOf(field)?.byId.get(String(value)) || String(value));
  const item = (value) => (value && typeof value === "object" ? value.mål || (value.plan ? `plan/${value.plan}` : JSON.stringify(value)) : value);
  const shown = (field) => {
    if (field.dataset.legg) return "";
    const value = there(field.dataset.rad ? field.dataset.sti.replace(".", `.${field.dataset.rad}.`) : field.dataset.sti);
    if (field.dataset.slag === "par") return Object.entries(value || {}).map(([id, side]) => `${words(field, id)} = ${side}`).join("\n");
    if (Array.isArray(value)) return value.map((one) => words(field, item(one))).join("\n");
    const day = field.dataset.slag === "tid" && /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value));
    return day ? `${Number(day[3])}.${Number(day[2])}.${day[1]}` : words(field, value);
  };
  // A name stands for its id; so does an id in brackets behind any words.
  const idOf = (field, text) => {
    const list = listOf(field), id = /\(([a-z0-9/-]+)\)$/.exec(text)?.[1];
    return list?.byName.get(text) || (id && list?.byId.has(id) ? id : text);
  };
  // Some of a name, which only one of those that can be chosen has, is that one.
  const meant = (field, text) => {
    const list = listOf(field), part = text.toLowerCase();
    if (!list || list.byId.has(idOf(field, text))) return text;
    const found = [...list.offered].filter((name) => name.toLowerCase().includes(part));
    return found.length === 1 ? found[0] : text;
  };
  // What stands in a list already is kept as it is, with all that the register says of it.
  const rowsOf = (text) => text.split("\n").map((row) => row.trim()).filter(Boolean);
  const many = (field, text) => {
    const old = there(field.dataset.sti) || [];
    return rowsOf(text).map((row) => {
      const one = idOf(field, row), kept = old.find((value) => String(item(value)) === one);
      if (kept !== undefined) return kept;
      return field.dataset.liste === "maal-plan" && one.startsWith("plan/") ? { plan: one.slice(5) } : one;
    });
  };
  // «A goal = a side»: what has no sign between is told by planlint, which knows what the field may hold.
  const pairs = (field, text) => Object.fromEntries(rowsOf(text).map((row) => {
    const sign = row.lastIndexOf("=");
    return sign < 0 ? [idOf(field, row), ""] : [idOf(field, row.slice(0, sign).trim()), row.slice(sign + 1).trim()];
  }));
  const value = (field) => {
    const text = field.value.trim();
    if (!text) return null;
    if (field.dataset.slag === "liste") return many(field, text);
    if (field.dataset.slag === "par") return pairs(field, text);
    if (field.dataset.slag === "tall" && /^\d+$/.test(text)) return Number(text);
    if (field.dataset.slag === "desimal") return NUMBER.test(text) ? Number(text.replace(/\s/g, "").replace(",", ".").replace("−", "-")) : text;
    if (field.dataset.slag === "ja") return text === "true";
    if (field.dataset.sti === "nummer") return text.replace(/^["'«“](.+)["'»”]$/, "$1");
    return field.dataset.slag === "tid" ? planlintTid(text) ?? text : idOf(field, text);
  };

  // What has happened already stands behind a fold-out: its day, body and case can be filled in and put right there.
  const event = form.querySelector('[data-tillegg="hendelser"]'), before = at("fra-for");
  for (const [number, one] of before ? (known.data.hendelser || []).entries() : []) {
    if (!one || typeof one !== "object") continue;
    const what = [...at("felt-hendelser-hva").options].find((option) => option.value === one.hva)?.textContent || one.hva;
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(one.dato)), when = day ? `${Number(day[3])}.${Number(day[2])}.${day[1]}` : one.dato ?? "";
    const box = document.createElement("fieldset"), name = `${what} ${when}`.trim();
    box.dataset.gammel = number;
    box.append(make("legend", name));
    for (const part of event.querySelectorAll('[data-sti="hendelser.dato"], [data-sti="hendelser.organ"], [data-sti="hendelser.sak"]')) {
      const copy = part.closest(".ds-field").cloneNode(true), field = copy.querySelector("[data-sti]");
      for (const inner of copy.querySelectorAll("[id], [for]")) for (const place of ["id", "for"]) if (inner.hasAttribute(place)) inner.setAttribute(place, `${inner.getAttribute(place).replace("-hjelp", "")}-fra-${number}${inner.getAttribute(place).endsWith("-hjelp") ? "-hjelp" : ""}`);
      for (const mark of ["legg", "krav"]) delete field.dataset[mark];
      Object.assign(field.dataset, { rad: number, om: ` (${name})` });
      box.append(copy);
      fields.push(field);
    }
    before.append(box);
    before.hidden = false;
  }

  const start = new Map();
  for (const field of fields) { field.value = shown(field); start.set(field, field.value); }
  const placeOf = (field) => field.dataset.sti + (field.dataset.nummer ? `#${field.dataset.nummer}` : "") + (field.dataset.rad ? `@${field.dataset.rad}` : "");
  const changed = () => fields.filter((field) => field.value.trim() !== start.get(field).trim());
  // A new item of a list, such as an event, is made of the fields that are filled in, and comes after those that are there.
  // What there is one of for each year or plan is found by its key, and only the parts that are filled in are set.
  const added = () => [...form.querySelectorAll("[data-tillegg]")].map((group) => {
    const parts = [...group.querySelectorAll("[data-legg]")], filled = parts.filter((one) => one.value.trim()), key = parts.find((one) => one.dataset.nokkel);
    return { group, name: group.dataset.tillegg, title: group.querySelector("legend").textContent, parts, filled, key };
  }).filter((one) => one.filled.length);
  const lastStep = (field) => field.dataset.sti.split(".").pop();
  // A decision of a planstrategi stands in the plan's own file, and goes with the version of it that this site knows.
  const isElsewhere = (name) => texts.slag === "planstrategi" && name === "beslutninger";
  const versions = new Map();
  const versionOf = (one) => {
    if (!versions.has(one)) {
      versions.set(one, "");
      const told = (version) => { versions.set(one, version); show(); };
      fetch(`${texts.rot}skjema/plan/${one}.json`).then((answer) => (answer.ok ? answer.json() : null)).then((plan) => told(plan?.utgave ?? null), () => told(null));
    }
    return versions.get(one);
  };
  const rowEdits = ({ name, filled, key }) => {
    const one = idOf(key, key.value.trim()), own = filled.filter((field) => field !== key);
    if (form.querySelector(`[data-tillegg="${name}"]`).dataset.rader === "verdi") return own.map((field) => [[name, one], value(field)]);
    return [...own.map((field) => [[name, one, lastStep(field)], value(field)]), ...(isElsewhere(name) ? [[[name, one, "utgave"], versions.get(one) || ""]] : [])];
  };
  const edits = () => {
    const lists = new Map(), rows = added();
    const list = (name) => { if (!lists.has(name)) lists.set(name, structuredClone(known.data[name] || [])); return lists.get(name); };
    for (const field of changed().filter((one) => one.dataset.rad)) {
      const one = list(field.dataset.sti.split(".")[0])[field.dataset.rad], told = value(field);
      if (told === null) delete one[lastStep(field)]; else one[lastStep(field)] = told;
    }
    for (const { name, filled } of rows.filter((one) => !one.key)) list(name).push(Object.fromEntries(filled.map((field) => [lastStep(field), value(field)])));
    return [
      ...changed().filter((field) => !field.dataset.legg && !field.dataset.rad).map((field) => [field.dataset.sti.split("."), value(field)]),
      ...[...lists].map(([name, items]) => [[name], items]),
      ...rows.filter((one) => one.key).flatMap(rowEdits),
    ];
  };
  // One more of a group: the same fields, empty, with names of their own, after the last of them.
  const groups = (name) => [...form.querySelectorAll(`[data-tillegg="${name}"]`)];
  const oneMore = (name) => {
    const there = groups(name), copy = there[0].cloneNode(true), number = there.length + 1;
    for (const one of copy.querySelectorAll("[data-en-til], .funn, .mangel, .funn-advarsel")) one.remove();
    copy.id = `${copy.id}-${number}`;
    for (const one of copy.querySelectorAll("[id], [for], [aria-describedby], [data-til]")) {
      for (const place of ["id", "for", "data-til"]) if (one.hasAttribute(place)) one.setAttribute(place, `${one.getAttribute(place)}-${number}`);
      one.removeAttribute("aria-invalid");
    }
    copy.querySelector("legend").append(` (${number})`);
    const own = [...copy.querySelectorAll("[data-sti]")];
    for (const field of own) {
      field.dataset.nummer = number;
      field.value = "";
      start.set(field, "");
    }
    fields.push(...own);
    there.at(-1).after(copy);
    own.forEach(described);
    return own[0];
  };
  for (const group of form.querySelectorAll("[data-tillegg]")) {
    group.dataset.fra = (known.data[group.dataset.tillegg] || []).length;
    group.querySelector("[data-en-til] button").addEventListener("click", () => oneMore(group.dataset.tillegg).focus());
  }
  const missing = () => {
    const found = [], seen = new Set();
    if (isNew) {
      const empty = [at("felt-tittel"), at("felt-type")].find((field) => !field.value.trim());
      if (empty) found.push({ field: empty, text: texts.tittel });
    }
    for (const { name, title, parts, key } of added()) {
      const empty = parts.find((field) => field.dataset.krav && !field.value.trim());
      if (empty) { found.push({ field: empty, text: texts.krav.replace("{felt}", () => empty.dataset.krav).replace("{gruppe}", () => title) }); continue; }
      if (!key) continue;
      const one = idOf(key, key.value.trim()), whole = `${name}.${one}`;
      if (seen.has(whole)) found.push({ field: key, text: texts.dobbelt.replace("{verdi}", () => key.selectedOptions?.[0].textContent || key.value.trim()) });
      seen.add(whole);
      if (!isElsewhere(name) || wrong(key)) continue;
      const version = versionOf(one);
      if (!version) found.push({ field: key, text: version === null ? texts.nett : texts.venter });
    }
    return found;
  };
  // Everything that must be put right before the form can be judged: what is wrong by itself first, then what is lacking.
  const faults = () => [...fields.filter(wrong).map((field) => ({ field, text: wrong(field), own: true })), ...missing()];
  const listFaults = (found) => {
    at("mangler").replaceChildren(...found.map(({ field, text }) => {
      const row = make("li", ""), link = Object.assign(make("a", nameOf(field), "ds-link"), { href: `#${field.id}`, className: "ds-link" });
      link.addEventListener("click", (event) => { event.preventDefault(); const shut = field.closest("details"); if (shut) shut.open = true; field.focus(); });
      row.append(link, found.length > 1 || found[0].mild ? `: ${text}` : "");
      return row;
    }));
    at("mangler").hidden = !found.length;
  };
  const stopped = (found) => (found.length > 1 ? texts.flere.replace("{n}", found.length) : found.length ? (found[0].own ? `${nameOf(found[0].field)}: ${found[0].text}` : found[0].text) : "");
  const namesIn = (field, text) => {
    if (field.dataset.slag === "par") return rowsOf(text).map((row) => (row.includes("=") ? row.slice(0, row.lastIndexOf("=")).trim() : row));
    return field.dataset.slag === "liste" ? rowsOf(text) : [text];
  };
  // What is wrong with a field by itself, whatever the register says: a day that is none, a name that nothing has.
  const wrong = (field) => {
    const text = field.value.trim();
    if (!text || text === start.get(field).trim()) return "";
    if (field.dataset.slag === "tid" && planlintTid(text) === null) return texts.dato.replace("{verdi}", () => text);
    if (["felt-tittel", "felt-kortnavn"].includes(field.id) && text.length > MOST_TITLE) {
      return texts.forLang.replace("{felt}", () => nameOf(field)).replace("{antall}", text.length).replace("{grense}", MOST_TITLE);
    }
    if (field.dataset.sti === "hendelser.sak" && !/\d/.test(text)) return texts.sak;
    if (field.dataset.nokkel && field.dataset.slag === "tall" && !YEAR.test(text)) return texts.aar;
    if (field.dataset.slag === "desimal" && !NUMBER.test(text)) return texts.tall.replace("{verdi}", () => text);
    const list = listOf(field);
    if (!list?.byId.size) return "";
    const before = new Set(namesIn(field, start.get(field)));
    const odd = namesIn(field, text).find((row) => !before.has(row) && !list.byId.has(idOf(field, row)));
    return odd ? texts.navn.replace("{verdi}", () => odd) : "";
  };
  // What may well be right and is still told: it stops nothing.
  const doubt = (field) => {
    const text = field.value.trim();
    if (!text || text === start.get(field).trim() || wrong(field)) return "";
    if (field.dataset.sti === "tittel" && text.length > LONG_TITLE) return texts.langTittel.replace("{antall}", text.length);
    if (field.dataset.sti === "verdier.år" && Number(text) > new Date().getFullYear()) return texts.framtidAar.replace("{verdi}", () => text);
    if (field.dataset.sti !== "hendelser.dato") return "";
    const [year, month, day] = String(planlintTid(text) ?? "").split("-"), soon = new Date();
    return /^\d+$/.test(year) && /^\d*$/.test(month ?? "") && new Date(Number(year), month ? Number(month) - 1 : 0, Number(day || 1)) > soon ? texts.framtid : "";
  };
  const described = (field) => {
    const box = field.closest(".ds-field"), ids = [`${field.id}-hjelp`, `${field.id}-mangel`, `${field.id}-tvil`].filter(at);
    const found = [...ids, ...[...box.querySelectorAll(".funn[id]")].map((one) => one.id)];
    if (found.length) field.setAttribute("aria-describedby", found.join(" ")); else field.removeAttribute("aria-describedby");
  };
  const doubts = (field) => {
    const text = doubt(field);
    if ((at(`${field.id}-tvil`)?.textContent || "") === text) return;
    at(`${field.id}-tvil`)?.remove();
    if (text) field.closest(".ds-field").append(Object.assign(make("p", text), { id: `${field.id}-tvil`, className: "funn-advarsel" }));
    described(field);
  };
  const lacks = (field, text) => {
    let told = at(`${field.id}-mangel`);
    if ((told?.textContent || "") === text) return;
    told?.remove();
    if (text) {
      told = Object.assign(make("p", text), { id: `${field.id}-mangel`, className: "mangel" });
      field.closest(".ds-field").append(told);
      field.setAttribute("aria-invalid", "true");
    } else if (!field.closest(".ds-field").querySelector(".funn-feil")) field.removeAttribute("aria-invalid");
    described(field);
  };
  // A status that comes of an event asks for it: the event is chosen, and its day, body and case are to be filled in. The
  // other way round, the last event that gives a status sets it, and takes it back when it is taken back itself.
  let asked = "", gave = "";
  const what = at("felt-hendelser-hva"), status = at("felt-status");
  const askForEvent = () => {
    gave = "";
    if (!what || what.value !== asked) return;
    const own = [...what.options].find((one) => one.value && one.value === status.value && one.dataset.status === status.value);
    asked = what.value = own && status.value !== start.get(status) ? own.value : "";
  };
  const giveStatus = () => {
    if (!status || (status.value !== start.get(status) && status.value !== gave)) return;
    const given = [...form.querySelectorAll('[data-sti="hendelser.hva"]')].map((one) => one.selectedOptions[0]?.dataset.status);
    const next = given.filter(Boolean).at(-1) || start.get(status);
    status.value = [...status.options].some((one) => one.value === next) ? next : start.get(status);
    gave = status.value === start.get(status) ? "" : status.value;
  };

  const off = (link) => { link.removeAttribute("href"); link.setAttribute("aria-disabled", "true"); };
  const on = (link, href) => { link.href = href; link.removeAttribute("aria-disabled"); };
  const today = () => { const now = new Date(); return { dag: `${now.getDate()}.${now.getMonth() + 1}.${now.getFullYear()}`, navn: `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}` }; };
  const titled = () => known.tittel || at("felt-tittel").value.trim();
  const slug = (text) => text.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "plan";
  // How a field reads: what is chosen by its name, a list in a line. A long text is told as it is.
  const reads = (field, text) => {
    const option = field.options && [...field.options].find((one) => one.value === text);
    return (option && text ? option.textContent : rowsOf(text).join("; ")) || texts.arkTomt;
  };
  // What stands above the form in the file that is handed over, for those who read it: never a line of «---» alone.
  const page = () => {
    const rows = changed().map((field) => `- ${nameOf(field)}: ${isNew || field.dataset.legg ? "" : `${reads(field, start.get(field))} → `}${reads(field, field.value.trim())}`);
    const judged = verdict.state === "kan" ? [texts.arkFolger, "", ...["kontroll", "andre", "gjor"].flatMap((place) => rowsOf(at(place)?.innerText || "").map((row) => (place === "kontroll" ? row.replace(texts.kontrollHvor, "").replace(/\s+/g, " ").trim() : row)))] : [texts.arkIkke];
    const whole = [texts.ark, "", `${texts.arkGjelder}: ${titled()}`, `${texts.arkDag}: ${today().dag}`, "", `${texts.arkEndret}:`, ...rows, "", ...judged, ""].join("\n");
    return `${whole.slice(0, MOST_WORDS).replace(/^-{3,}$/gm, "–")}\n${texts.arkRest}\n\n---\n\n`;
  };
  let file, sent = "", downloaded = null;
  const bodyOf = (json) => `### Skjema\n\nEndring\n\n### Fil\n\n${known.fil}\n\n### Utgave\n\n${known.utgave || "_No response_"}\n\n### Endringer\n\n\`\`\`json\n${json}\n\`\`\`\n`;
  const offer = () => {
    const list = edits(), found = list.length ? faults() : [], stop = list.length ? stopped(found) : texts.ingen;
    listFaults([...found, ...(list.length ? fields.filter(doubt).map((field) => ({ field, text: doubt(field), mild: true })) : [])]);
    fields.forEach(doubts);
    const held = verdict.state === "venter" ? texts.venter : verdict.state === "kan-ikke" ? texts.kanIkke : "";
    if (file) URL.revokeObjectURL(file);
    if (at("send")) off(at("send"));
    off(at("fil"));
    if (stop || held) { say("svar", stop || held); return; }
    const json = JSON.stringify(list), body = bodyOf(json), names = changed().map(nameOf).join(", ");
    const unseen = texts.kontrollMappe && verdict.state !== "kan" ? ` ${texts.usett}` : "";
    file = URL.createObjectURL(new Blob([page() + body], { type: "text/plain" }));
    at("fil").download = `${texts.arkNavn}-${slug(titled())}-${today().navn}.txt`;
    on(at("fil"), file);
    if (!at("send")) { say("svar", texts.klarFil.replace("{felt}", () => names) + unseen); return; }
    const title = `Endring: ${short(titled(), 120)}`;
    // https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values
    const prefilled = texts.gitlab
      ? new URLSearchParams({ "issue[title]": title, "issue[description]": body })
      : new URLSearchParams({ template: "endring.yml", title, fil: known.fil, utgave: known.utgave, endringer: json });
    const address = `${texts.send}${texts.gitlab ? "/-" : ""}/issues/new?${prefilled}`;
    if (address.length > LONGEST) { say("svar", texts.lang); return; }
    on(at("send"), address);
    say("svar", texts.klar.replace("{felt}", () => names) + unseen);
  };
  const show = () => {
    for (const { group, key } of added()) if (key) group.dataset.na = idOf(key, key.value.trim());
    const list = edits(), stop = list.length ? stopped(faults()) : "";
    const body = list.length && !stop ? bodyOf(JSON.stringify(list)) : "", now = `${stop}\n${body}`;
    if (now !== sent) {
      sent = now;
      if (downloaded) say("lastet", body === downloaded.body ? downloaded.text : texts.eldre.replace("{fil}", () => downloaded.name));
      if (body && verdict.state !== "borte") verdict = { state: "venter" };
      form.dispatchEvent(new CustomEvent("planlint:endret", { detail: { file: known.fil, form: body, stop, ny: isNew } }));
    }
    offer();
  };
  answered = offer;

  const draft = () => Object.fromEntries(changed().map((field) => [placeOf(field), field.value]));
  const calledAt = (name) => {
    const field = fields.find((one) => placeOf(one) === name) || fields.find((one) => one.dataset.sti === name.split(/[#@]/)[0]);
    return field ? nameOf(field) : name;
  };
  const put = (values) => {
    for (const name of Object.keys(values)) {
      const [, list, number] = /^(\w+)\..*#(\d+)$/.exec(name) || [];
      if (number <= MOST_GROUPS) while (groups(list).length && groups(list).length < number) oneMore(list);
    }
    for (const field of fields) if (placeOf(field) in values) field.value = values[placeOf(field)];
  };
  const keep = () => {
    const kept = draft();
    try {
      if (Object.keys(kept).length) localStorage.setItem(key, JSON.stringify({ utgave: known.utgave, tittel: titled(), draft: kept }));
      else localStorage.removeItem(key);
    } catch { /* storage is shut: nothing is kept */ }
  };
  const fetchDraft = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "null");
      if (!kept || !Object.keys(kept.draft).length) return;
      if (kept.utgave !== known.utgave) { say("melding", texts.gammelt.replace("{utkast}", () => Object.entries(kept.draft).map(([path, text]) => `${calledAt(path)}: ${text}`).join("; "))); return; }
      put(kept.draft);
      say("melding", texts.utkast);
    } catch { /* storage is shut, or holds something else */ }
  };
  const otherDrafts = () => {
    const list = at("utkastene").querySelector("ul");
    try {
      for (const other of Object.keys(localStorage).filter((one) => one.startsWith(DRAFT) && one !== key).sort()) {
        const cut = other.lastIndexOf(":"), path = other.slice(DRAFT.length, cut), one = other.slice(cut + 1);
        const { tittel, draft } = JSON.parse(localStorage.getItem(other));
        if (!/^\/[\w./-]*\.html$/.test(path) || path.startsWith("//") || !Object.keys(draft).length) continue;
        const row = make("li", "");
        row.append(Object.assign(make("a", tittel || one || path), { href: `${path}${one ? `?id=${encodeURIComponent(one)}` : ""}`, className: "ds-link" }));
        list.append(row);
      }
    } catch { /* storage is shut, or holds something else */ }
    at("utkastene").hidden = !list.childElementCount;
  };
  form.addEventListener("input", (event) => {
    if (event.target === status) askForEvent();
    if (event.target.dataset.sti === "hendelser.hva") giveStatus();
    if (event.target.dataset.sti) { keep(); if (event.target.value.trim() && !wrong(event.target)) lacks(event.target, ""); }
    show();
  });
  form.addEventListener("change", (event) => {
    const into = event.target.dataset.til && at(event.target.dataset.til);
    if (into && event.target.value.trim()) {
      into.value = [into.value.trim(), meant(into, event.target.value.trim())].filter(Boolean).join("\n");
      event.target.value = "";
      keep(); show();
    }
    if (event.target.dataset.slag === "id" && event.target.value.trim()) {
      const name = meant(event.target, event.target.value.trim());
      if (name !== event.target.value.trim()) { event.target.value = name; keep(); show(); }
    }
    const field = into || event.target, first = [at("felt-tittel"), at("felt-type")];
    if (field.dataset.sti) lacks(field, wrong(field));
    if (isNew) for (const one of first) lacks(one, wrong(one) || (one.value.trim() || !changed().length ? "" : texts.tomt.replace("{felt}", () => nameOf(one))));
  });
  form.addEventListener("click", (event) => {
    const way = event.target.dataset?.snarvei;
    if (!way) return;
    const first = way === "vedtatt" ? at("felt-hendelser-dato") : at("felt-revisjon-neste") || at("felt-arbeid-ferdig");
    say("snarveisvar", way === "vedtatt" ? "" : texts.revideres);
    if (way === "vedtatt" && what) { what.value = "vedtatt"; giveStatus(); keep(); show(); }
    first?.focus();
  });
  at("fil").addEventListener("click", () => {
    if (!at("fil").href) return;
    const name = at("fil").download, text = texts.lastet.replace("{fil}", () => name);
    downloaded = { body: sent.slice(sent.indexOf("\n") + 1), name, text };
    say("lastet", text);
  });
  let forgotten = null;
  at("glem").addEventListener("click", () => {
    forgotten = draft();
    try { localStorage.removeItem(key); } catch { /* nothing was kept */ }
    for (const one of form.querySelectorAll("[data-tillegg]:not(:has([data-en-til]))")) one.remove();
    fields.splice(0, fields.length, ...form.querySelectorAll("[data-sti]"));
    for (const field of fields) { field.value = start.get(field); lacks(field, ""); }
    asked = gave = "";
    at("angre").hidden = false;
    say("melding", ""); show(); say("utkastmelding", texts.glemt);
  });
  at("angre").addEventListener("click", () => {
    put(forgotten);
    for (const field of fields) lacks(field, wrong(field));
    at("angre").hidden = true;
    at("glem").focus();
    keep(); show(); say("utkastmelding", texts.angret);
  });
  fetchDraft(); otherDrafts();
  for (const field of fields) lacks(field, wrong(field));
  show();
  form.hidden = false;
})();
