// The search page: asks the Pagefind index, and writes the hits as a list, what applies first. All texts come from the
// form's data-attributes. What is asked for, and what is chosen, stand in the address.
"use strict";
// Before anything is drawn: where something is asked for, the lists wait until the hits stand above them.
if (/[?&](q|type|status|sektor)=[^&]/.test(location.search)) document.documentElement.dataset.leter = "ja";
{
const { src } = document.currentScript;
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("sok");
  const field = document.getElementById("sokeord");
  const choices = [...form.querySelectorAll("select")];
  const status = document.getElementById("antall");
  const waiting = document.getElementById("leter");
  const list = document.getElementById("treff");
  const texts = form.dataset;
  const library = new URL("../pagefind/pagefind.js", src);
  const words = new URL("sokeord.json", src);
  const PAGE = 20, BEFORE = 8, WORDS = 30, WAIT = 250, SHORTEST = 4, LONG = 7, BEGINS = 2, IS = 4;
  const WEIGHTS = { 1: 1, 2: 0.75, 3: 0.6, 4: 0.45, 5: 0.35, 6: 0.6, 7: 0.3, 8: 0.08, 9: 0.3, 10: 0.1 }; // search_entry.py has the names
  let latest = 0, timer, pagefind, known;

  const showLists = () => {
    if (document.documentElement.dataset.leter) document.documentElement.dataset.leter = "ferdig";
  };

  const say = (text, word, number, corrected) => {
    waiting.hidden = true;
    showLists();
    status.textContent = text
      .replaceAll("{ord}", () => word).replaceAll("{n}", () => number).replaceAll("{rettet}", () => corrected);
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  // The words around the first hit in what a page says; words that it is only found by are left out, and so is the title.
  const excerpt = (data) => {
    const words = data.content.split(/\s+/);
    const title = data.meta.title.split(/\s+/).length;
    const hidden = data.meta.soekeord ? data.meta.soekeord.split(/\s+/).length : 0;
    const end = words.length - hidden;
    const hits = new Set(data.locations.filter((place) => place >= title && place < end));
    const made = element("p");
    if (!hits.size) { made.textContent = data.meta.beskrivelse || ""; return made; }
    const start = Math.max(title, Math.min(...hits) - BEFORE);
    const stop = Math.min(end, start + WORDS);
    if (start > title) made.append("… ");
    for (let at = start; at < stop; at += 1) {
      made.append(hits.has(at) ? element("mark", words[at]) : words[at], " ");
    }
    if (stop < end) made.append("…");
    return made;
  };

  const hit = (data) => {
    const item = element("li");
    const link = element("a", data.meta.title, "ds-link");
    link.href = data.raw_url.replace(/^\//, "") || "index.html";
    item.append(link, " ", element("span", data.meta.slag, "svak"));
    if (data.meta.status) {
      const tag = element("span", data.meta.status, "ds-tag");
      tag.dataset.color = "neutral";
      item.append(" ", tag);
    }
    item.append(excerpt(data));
    return item;
  };

  // Of the hits on a page, those whose title is or begins with what is asked for come before others that weigh nearly as
  // much.
  const loaded = async (results, from, word) => {
    const batch = results.slice(from, from + PAGE);
    const read = await Promise.all(batch.map(([, result]) => result.data()));
    const start = planlint.stem(word);
    const fits = (title) => title === word ? IS : start && title.startsWith(start) ? BEGINS : 1;
    const worth = (at) => batch[at][0] * fits(read[at].meta.title.toLocaleLowerCase());
    return [...read.keys()].sort((a, b) => worth(b) - worth(a)).map((at) => read[at]);
  };

  const show = async (results, from, turn, word) => {
    const batch = await loaded(results, from, word);
    if (turn !== latest) return;
    document.getElementById("flere")?.remove();
    const items = batch.map(hit);
    list.append(...items);
    if (from > 0) items[0]?.querySelector("a").focus();
    if (results.length > from + PAGE) {
      const more = element("button", texts.flere, "ds-button");
      more.id = "flere";
      more.type = "button";
      more.dataset.variant = "secondary";
      more.addEventListener("click", () => show(results, from + PAGE, turn, word));
      list.after(more);
    }
  };

  // How many letters are wrong, lacking, too many or swapped with their neighbour, between two words.
  const distance = (one, other) => {
    let before, row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const cost = one[i - 1] === other[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
        if (before && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[other.length];
  };

  // A word as the site writes it: itself where the site has it or an inflection of it, else the nearest one, or "".
  const written = (word) => {
    if (word.length < SHORTEST || /\d/.test(word)) return word;
    const stem = planlint.stem(word);
    if (known.ord.some((one) => one.startsWith(stem))) return word;
    let best = "", least = word.length < LONG ? 1.9 : 2.9;
    for (const one of known.ord) {
      for (const length of new Set([one.length, word.length, word.length + 1, word.length - 1])) {
        if (length > one.length || Math.abs(length - word.length) > 2) continue;
        const far = distance(word, one.slice(0, length)) + (length < one.length ? 0.5 : 0);
        if (far < least) [best, least] = [one.slice(0, length), far];
      }
    }
    return best;
  };

  // The words of what is asked: without the small ones that a question has, where anything else is left.
  const asks = async (asked) => {
    known ??= await (await fetch(words)).json();
    const all = asked.toLocaleLowerCase().split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
    const said = all.filter((word) => !known.smaaord.includes(word));
    return [all, said.length ? said : all.length ? all : [asked]];
  };

  // The hits, what applies before what does not: the index tells of each class of pages which of the hits are of it.
  const ranked = async (word, filters) => {
    const { results } = await pagefind.search(word || null, { filters });
    const weight = new Map();
    for (const rang of Object.keys(WEIGHTS)) {
      const of = await pagefind.search(word || null, { filters: { ...filters, rang } });
      for (const result of of.results) weight.set(result.id, WEIGHTS[rang]);
    }
    const worth = (result) => (result.score || 1) * (weight.get(result.id) ?? WEIGHTS[6]);
    return { hits: results.map((result) => [worth(result), result]).sort((a, b) => b[0] - a[0]), weight };
  };

  // The pages that have some of the words: a page is worth more for a word that few have than for one that many have.
  const some = async (all, filters) => {
    const found = new Map();
    for (const word of all) {
      const { hits, weight } = await ranked(word, filters);
      const rare = 1 / (2 + Math.log10(hits.length));
      const share = (worth, { id }) => (worth / hits[0][0]) * (weight.get(id) ?? WEIGHTS[6]) * rare;
      for (const [worth, result] of hits) {
        const before = found.get(result.id)?.[0] ?? 0;
        found.set(result.id, [before + share(worth, result), result]);
      }
    }
    return [...found.values()].sort((a, b) => b[0] - a[0]);
  };

  // What is asked may be a question that a page of the site's own answers: such a page stands before all others.
  const find = async (all, right, filters) => {
    const { hits } = await ranked(right.join(" "), filters);
    if (!hits.length && right.length > 1) return [await some(right, filters), true];
    if (right.length === all.length) return [hits, false];
    const answers = new Set((await pagefind.search(all.join(" "), { filters: { ...filters, rang: "6" } })).results.map(({ id }) => id));
    return [hits.map(([worth, one]) => [answers.has(one.id) ? worth + hits[0][0] : worth, one]).sort((a, b) => b[0] - a[0]), false];
  };

  const search = async () => {
    const turn = ++latest;
    const word = field.value.trim();
    const chosen = Object.fromEntries(choices.filter((one) => one.value).map((one) => [one.name, one.value]));
    const any = Object.keys(chosen).length > 0;
    const address = new URL(location.href);
    address.search = new URLSearchParams({ ...(word && { q: word }), ...chosen });
    history.replaceState(null, "", address);
    document.getElementById("flere")?.remove();
    list.replaceChildren();
    status.textContent = "";
    waiting.hidden = !word && !any;
    if (!word && !any) { showLists(); return; }
    try {
      pagefind ??= await import(library);
      const [all, said] = word ? await asks(word) : [[], []];
      const right = said.map((one) => written(one) || one);
      const other = right.join(" ");
      const [results, partly] = await find(all, right, chosen);
      await show(results, 0, turn, other);
      if (turn !== latest) return;
      const number = results.length;
      if (!word) say(texts.valgt, word, number);
      else if (partly && number) say(texts.noen ?? texts.mange, other, number);
      else if (other !== said.join(" ") && number) say(texts.rettet, word, number, other);
      else say(number === 0 ? texts.ingen : number === 1 ? texts.ett : texts.mange, word, number);
    } catch {
      if (turn === latest) say(texts.feil, word, 0);
    }
  };

  if (location.protocol === "file:") {
    status.textContent = texts.fil;
    showLists();
    form.addEventListener("submit", (event) => event.preventDefault());
    return;
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); search(); });
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, WAIT); });
  form.addEventListener("change", (event) => { if (event.target !== field) search(); });
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") || "";
  for (const one of choices) one.value = asked.get(one.name) || "";
  for (const one of choices) if (one.selectedIndex < 0) one.value = "";
  if (field.value || choices.some((one) => one.value)) search();
});
}
