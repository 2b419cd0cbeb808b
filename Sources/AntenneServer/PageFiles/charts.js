import { make, makeSVG } from "./dom.js";
import { number, t } from "./text.js";

const width = 460;
const height = 150;
const edge = { left: 52, right: 8, top: 8, bottom: 34 };

/** Colours of minutes saved, readable by the colour-blind; the darkest lose or save most. */
export const scale = [
  { below: -10, colour: "#8c510a" },
  { below: -2, colour: "#d8b365" },
  { below: 2, colour: "#f5f5f5" },
  { below: 10, colour: "#5ab4ac" },
  { below: Infinity, colour: "#01665e" },
];
export const unknownColour = "#9aa5b1";

export function colour(minutes) {
  if (minutes === undefined || minutes === null) return unknownColour;
  return scale.find((step) => minutes < step.below).colour;
}

/** People by bins of minutes, as a chart with a table of the same numbers behind it. */
export function histogram(title, bins, colourOf = () => "#0b5c7a") {
  if (!bins.length) return make("p", { class: "faint" }, t("nobody"));
  const most = Math.max(...bins.map((bin) => bin.people), 1e-9);
  const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };
  const step = inner.width / bins.length;
  const y = (people) => edge.top + inner.height * (1 - people / most);
  const bars = bins.map((bin, index) =>
    makeSVG("rect", {
      x: edge.left + index * step + 0.5, width: Math.max(step - 1, 1), y: y(bin.people),
      height: edge.top + inner.height - y(bin.people), fill: colourOf(bin), stroke: "#52606d",
      "stroke-width": 0.6,
    }));
  const every = Math.ceil(bins.length / 12);
  const labels = bins.filter((_, index) => index % every === 0).map((bin, index) =>
    makeSVG("text", { x: edge.left + index * every * step, y: height - 20, "text-anchor": "middle" },
      number(bin.fromMinutes)));
  const heights = [0, most / 2, most].map((people) =>
    makeSVG("text", { x: edge.left - 5, y: y(people) + 4, "text-anchor": "end" },
      number(people, most < 10 ? 1 : 0)));
  const chart = makeSVG("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title },
    ...bars, ...labels, ...heights,
    makeSVG("line", {
      x1: edge.left, x2: width - edge.right, y1: edge.top + inner.height, y2: edge.top + inner.height,
      stroke: "#1b2733",
    }),
    makeSVG("text", { x: width - edge.right, y: height - 5, "text-anchor": "end" }, t("axis_minutes")));
  const rows = bins.map((bin) => make("tr", {},
    make("th", { scope: "row" }, t("from_to", { from: number(bin.fromMinutes), to: number(bin.toMinutes) })),
    make("td", { class: "number" }, number(bin.people, most < 10 ? 1 : 0))));
  return make("figure", {},
    make("figcaption", { class: "faint" }, title), chart,
    make("details", {}, make("summary", {}, t("as_table")),
      make("table", {}, make("thead", {}, make("tr", {},
        make("th", { scope: "col" }, t("minutes")), make("th", { scope: "col", class: "number" }, t("people")))),
      make("tbody", {}, rows))));
}
