// The search page: asks the Pagefind index, and writes the hits as a list. All texts come from the form's data-attributes.
"use strict";
(() => {
  const form = document.getElementById("sok");
  const field = document.getElementById("sokeord");
  const status = document.getElementById("antall");
  const waiting = document.getElementById("leter");
  const list = document.getElementById("treff");
  const texts = form.dataset;
  const kinds = JSON.parse(texts.slag);
  const library = new URL("../pagefind/pagefind.js", document.currentScript.src);
  const PAGE = 20, BEFORE = 8, WORDS = 30, WAIT = 250;
  let latest = 0, timer, pagefind;

  const say = (text, word, number) => {
    waiting.hidden = true;
    status.textContent = text.replaceAll("{ord}", () => word).replaceAll("{n}", () => number);
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  // The words around the first hit in what a reader can see; words that only the index has (data-sok) are left out, and so is the title.
  const excerpt = (data) => {
    const words = data.content.split(/\s+/);
    const title = data.meta.title.split(/\s+/).length;
    const hidden = data.meta.soekeord ? data.meta.soekeord.split(/\s+/).length : 0;
    const end = words.length - hidden;
    const hits = new Set(data.locations.filter((place) => place >= title && place < end && !words[place].includes("/")));
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
    const path = data.raw_url.replace(/^\//, "");
    const item = element("li");
    const link = element("a", data.meta.title, "ds-link");
    link.href = path || "index.html";
    const kind = Object.keys(kinds).find((start) => start && path.startsWith(start)) || "";
    item.append(link, " ", element("span", kinds[kind], "svak"), excerpt(data));
    return item;
  };

  const show = async (results, from, turn) => {
    const batch = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
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
      more.addEventListener("click", () => show(results, from + PAGE, turn));
      list.after(more);
    }
  };

  const search = async () => {
    const turn = ++latest;
    const word = field.value.trim();
    const address = new URL(location.href);
    if (word) address.searchParams.set("q", word); else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    document.getElementById("flere")?.remove();
    list.replaceChildren();
    status.textContent = "";
    waiting.hidden = !word;
    if (!word) return;
    try {
      pagefind ??= await import(library);
      const { results } = await pagefind.search(word);
      await show(results, 0, turn);
      if (turn !== latest) return;
      const text = results.length === 0 ? texts.ingen : results.length === 1 ? texts.ett : texts.mange;
      say(text, word, results.length);
    } catch {
      if (turn === latest) say(texts.feil, word, 0);
    }
  };

  if (location.protocol === "file:") {
    status.textContent = texts.fil;
    form.addEventListener("submit", (event) => event.preventDefault());
    return;
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); search(); });
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, WAIT); });
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) search();
})();
