// Only adds to pages that read well without it: table[data-sorter] can be sorted by its column heads (data-v on a cell
// is what it sorts by), and an empty [data-filter] gets a text field, and a choice for each th[data-velg] (data-valg on a
// cell is what it is chosen by).
"use strict";
(() => {
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
      return { select, columns };
    });
    const count = make("p", { className: "antall" });
    count.setAttribute("aria-live", "polite");
    box.append(count);
    const lines = tables.flatMap((table) => rowsOf(table).map((row) => ({ table, row, text: text(row).toLocaleLowerCase() })));
    const fits = ({ table, row, text: said }) =>
      input.value.toLocaleLowerCase().split(/\s+/).every((word) => said.includes(word)) &&
      selects.every(({ select, columns }) => select.value === "*" || (columns.has(table) && choiceOf(row, columns.get(table)) === select.value));
    const update = () => {
      for (const line of lines) line.row.hidden = !fits(line);
      for (const table of tables) (table.closest(".rulle") ?? table).hidden = rowsOf(table).every((row) => row.hidden);
      const shown = lines.filter((line) => !line.row.hidden).length;
      count.textContent = box.dataset.antall.replace("{n}", shown).replace("{m}", lines.length);
    };
    box.addEventListener("input", update);
    box.hidden = false;
    update();
  }

  for (const box of document.querySelectorAll("[data-filter]")) filter(box);
  for (const table of document.querySelectorAll("table.ds-table[data-sorter]")) sortable(table);
})();
