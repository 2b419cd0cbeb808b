// Elements from data. Text is always set as text, so no name in a feed can become markup.

/** An element with attributes, listeners (`onclick`) and children (elements, texts, or nothing). */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

const svgSpace = "http://www.w3.org/2000/svg";

export function makeSVG(tag, attributes = {}, ...children) {
  const element = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  append(element, children);
  return element;
}

/** Puts children in the place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/**
 * A table whose columns can be sorted.
 * @param columns {title, value(row), text(row), isNumber, cell(row)}: `cell` makes an element.
 */
export function table(caption, columns, rows, options = {}) {
  const body = make("tbody");
  const order = { column: options.sort ?? -1, descending: options.descending ?? true };
  const heads = columns.map((column, index) =>
    make("th", { scope: "col", class: column.isNumber ? "number" : "" },
      column.value && !options.isFixed
        ? make("button", { type: "button", onclick: () => sort(index) }, column.title)
        : column.title));

  function sort(index) {
    order.descending = order.column === index ? !order.descending : columns[index].isNumber === true;
    order.column = index;
    show();
  }

  function show() {
    const sorted = [...rows];
    const by = columns[order.column]?.value;
    if (by) sorted.sort((a, b) => compare(by(a), by(b)) * (order.descending ? -1 : 1));
    heads.forEach((head, index) => {
      if (!columns[index].value || options.isFixed) return;
      const state = order.descending ? "descending" : "ascending";
      head.setAttribute("aria-sort", index === order.column ? state : "none");
    });
    fill(body, sorted.map((row) => make("tr", {}, columns.map((column, index) => {
      const content = column.cell ? column.cell(row) : column.text(row);
      return index === 0
        ? make("th", { scope: "row" }, content)
        : make("td", { class: column.isNumber ? "number" : "" }, content);
    }))));
  }

  show();
  return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption },
    make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, heads)), body));
}

function compare(a, b) {
  if (typeof a === "string" || typeof b === "string") return String(a).localeCompare(String(b));
  return (a ?? -Infinity) - (b ?? -Infinity);
}
