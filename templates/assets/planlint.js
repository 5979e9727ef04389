// Only adds to pages that read well without it: table[data-sorter] can be sorted by its column heads (data-v on a cell
// is what it sorts by), an empty [data-filter] gets a text field, and a choice for each th[data-velg] (data-valg on a
// cell is what it is chosen by; what is chosen stands in the address), and a search field suggests titles.
"use strict";
window.planlint = {
  // A Norwegian word without its ending, so that «barnehager» finds «barnehagen»; at least four letters are left.
  stem: (word) => word.replace(/^(.{4,}?)(?:enes|anes|ene|ane|ens|ets|er|ar|en|et|es|e|a|s|r|n|t)$/u, "$1"),
};
(() => {
  const script = document.currentScript.src;
  const collator = new Intl.Collator(document.documentElement.lang || "nb", { numeric: true, sensitivity: "base" });
  const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const cellOf = (row, column) => row.cells[column];
  const keyOf = (row, column) => {
    const cell = cellOf(row, column);
    return cell ? (cell.dataset.v ?? text(cell)) : "";
  };
  const choiceOf = (row, column) => cellOf(row, column).dataset.valg ?? text(cellOf(row, column));
  const rowsOf = (table) => [...table.tBodies].flatMap((body) => [...body.rows]);
  const make = (name, properties, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };

  function compare(a, b, sign) {
    if (!a || !b) return a ? -1 : b ? 1 : 0; // what is not known stands last, whichever way
    return sign * collator.compare(a, b);
  }

  function sort(table, column, head) {
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const other of head.parentNode.cells) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
    for (const body of table.tBodies) {
      const rows = [...body.rows].map((row) => [keyOf(row, column), row]);
      rows.sort((a, b) => compare(a[0], b[0], sign));
      body.append(...rows.map((pair) => pair[1]));
    }
  }

  function sortable(table) {
    if (!table.tHead || table.querySelector("tbody [rowspan], tbody [colspan]")) return;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.dataset.sorter === "nei" || !text(head)) return;
      const button = make("button", { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => sort(table, column, head));
    });
  }

  function choices(tables) {
    const found = new Map(); // the head's text: where it stands in each table, and what its cells say
    for (const table of tables) {
      [...table.tHead.rows[0].cells].forEach((head, column) => {
        if (!("velg" in head.dataset)) return;
        const name = text(head);
        if (!found.has(name)) found.set(name, { columns: new Map(), values: new Set() });
        found.get(name).columns.set(table, column);
        for (const row of rowsOf(table)) found.get(name).values.add(choiceOf(row, column));
      });
    }
    return found;
  }

  function filter(box) {
    const tables = [...document.querySelectorAll("main table[data-sorter]")].filter((table) => table.tHead);
    if (!tables.length) return;
    const input = make("input", { type: "search", id: "filter_tekst", autocomplete: "off" });
    box.append(make("div", {}, make("label", { htmlFor: input.id, textContent: box.dataset.navn }), input));
    const selects = [...choices(tables)].map(([name, { columns, values }], number) => {
      const select = make("select", { id: `filter_${number}` });
      select.append(new Option(box.dataset.alle, "*"));
      for (const value of [...values].sort(collator.compare)) select.append(new Option(value || box.dataset.tomt, value));
      box.append(make("div", {}, make("label", { htmlFor: select.id, textContent: name }), select));
      return { select, columns, name };
    });
    const count = make("p", { className: "antall" });
    count.setAttribute("aria-live", "polite");
    box.append(count);
    const lines = tables.flatMap((table) => rowsOf(table).map((row) => ({ table, row, text: text(row).toLocaleLowerCase() })));
    const words = () => input.value.toLocaleLowerCase().split(/\s+/).map(planlint.stem);
    const fits = ({ table, row, text: said }) =>
      words().every((word) => said.includes(word)) &&
      selects.every(({ select, columns }) => select.value === "*" || (columns.has(table) && choiceOf(row, columns.get(table)) === select.value));
    const update = () => {
      for (const line of lines) line.row.hidden = !fits(line);
      for (const table of tables) (table.closest(".rulle") ?? table).hidden = rowsOf(table).every((row) => row.hidden);
      emptySections(tables);
      const shown = lines.filter((line) => !line.row.hidden).length;
      count.textContent = box.dataset.antall.replace("{n}", shown).replace("{m}", lines.length);
    };
    const remember = () => {
      const address = new URL(location.href);
      const set = (name, value) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name));
      set("tekst", input.value.trim());
      for (const { select, name } of selects) set(name, select.value === "*" ? "" : select.value || "-");
      history.replaceState(null, "", address);
    };
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("tekst") || "";
    for (const { select, name } of selects) {
      const value = asked.get(name) === "-" ? "" : asked.get(name);
      if (value !== null && [...select.options].some((one) => one.value === value)) select.value = value;
    }
    box.addEventListener("input", () => { update(); remember(); });
    box.hidden = false;
    update();
  }

  // A heading with only tables under it that show nothing goes with them, and so does what it says.
  function emptySections(tables) {
    const outer = (table) => table.closest(".rulle") ?? table;
    for (const head of document.querySelectorAll("main > h2, main > h3")) {
      const under = [];
      for (let next = head.nextElementSibling; next && next.tagName !== "H2" && next.tagName !== head.tagName; next = next.nextElementSibling) under.push(next);
      const own = tables.filter((table) => under.includes(outer(table)));
      if (!own.length) continue;
      const empty = own.every((table) => outer(table).hidden);
      for (const node of [head, ...under.filter((one) => one.tagName === "P")]) node.hidden = empty;
    }
  }

  // Titles to choose from while one writes: a title that is chosen leads straight to its page.
  function suggest(field) {
    const source = new URL("sokeord.json", script);
    let titles;
    const options = make("datalist", { id: `${field.id}-forslag` });
    const begins = (title, word) => ` ${title.toLocaleLowerCase()}`.replace(/[«»–(/-]/g, " ").includes(` ${word}`);
    const fill = () => {
      const words = field.value.trim().toLocaleLowerCase().split(/\s+/);
      const found = words[0].length < 2 ? [] : titles.filter(([title]) => words.every((word) => begins(title, word)));
      options.replaceChildren(...found.slice(0, 8).map(([title]) => make("option", { value: title })));
    };
    const load = async () => {
      field.after(options);
      field.setAttribute("list", options.id);
      try { titles = (await (await fetch(source)).json()).titler; } catch { titles = []; }
      field.addEventListener("input", fill);
      fill();
    };
    field.addEventListener("focus", load, { once: true });
    field.form.addEventListener("submit", (event) => {
      const page = titles?.find(([title]) => title === field.value.trim());
      if (!page) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      location.href = new URL(`../${page[1]}`, script);
    }, true);
  }

  // A table that does not scroll is no stop for the tab key.
  const fits = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const box of document.querySelectorAll(".rulle[tabindex]")) fits.observe(box);

  if (location.protocol !== "file:") for (const field of document.querySelectorAll('.sokefelt input[type="search"]')) suggest(field);
  for (const box of document.querySelectorAll("[data-filter]")) filter(box);
  for (const table of document.querySelectorAll("table.ds-table[data-sorter]")) sortable(table);
})();
