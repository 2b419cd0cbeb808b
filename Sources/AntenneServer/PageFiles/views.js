// Parts that several views share: itineraries, cautions, figures.
import { append, fill, make } from "./dom.js";
import { clock, minutes, number, signed, t } from "./text.js";

export function figures(pairs) {
  return make("dl", { class: "figures" }, pairs.map(([name, value]) =>
    make("div", {}, make("dt", {}, name), make("dd", {}, value))));
}

/** A button in a table that opens something. */
export function link(text, onclick) {
  return make("button", { type: "button", class: "plain", onclick }, text);
}

export function itinerary(value) {
  const length = t("minutes_rides", {
    minutes: minutes(value.arrivalSeconds - value.departureSeconds), rides: number(value.rideCount),
  });
  return make("div", {},
    make("p", {}, `${clock(value.departureSeconds)} – ${clock(value.arrivalSeconds)}, ${length}`),
    make("ol", { class: "legs" }, value.legs.map((leg) => {
      const way = leg.mode === "ride"
        ? [leg.operatorName, leg.line, leg.headsign ? t("towards", { place: leg.headsign }) : ""].filter(Boolean).join(" ")
        : t(`mode_${leg.mode}`);
      const length = leg.distanceMeters ? ` (${number(leg.distanceMeters / 1000, 1)} km)` : "";
      const line = make("li", { class: leg.mode === "ride" ? "ride" : "" },
        make("time", {}, `${clock(leg.departureSeconds)} – ${clock(leg.arrivalSeconds)}`),
        `${way}${length}: ${leg.from} – ${leg.to}`);
      if (leg.via) append(line, [make("br"), make("span", { class: "faint" }, t("via", { streets: leg.via }))]);
      if (leg.isStraightLine) append(line, [make("br"), make("span", { class: "faint" }, t("straight_line"))]);
      if (leg.remark) append(line, [make("br"), make("span", { class: "faint" }, leg.remark)]);
      return line;
    })));
}

/** What must be said with the numbers of a run. */
export function cautions(summary) {
  const models = summary.feeds.filter((feed) => feed.isModel).map((feed) => feed.name);
  const notes = summary.notes.filter((note) => note.severity !== "info");
  return [
    models.length ? make("p", { class: "caution" }, t("model_timetable", { feeds: models.join(", ") })) : null,
    notes.length
      ? make("details", {}, make("summary", {}, t("notes", { count: number(notes.length) })),
        make("ul", {}, notes.map((note) => make("li", {}, note.value ? `${note.message} [${note.value}]` : note.message))))
      : null,
  ];
}

/** Two runs' figures side by side. */
export function differences(rows, name) {
  const decimals = (row) => (Math.max(Math.abs(row.first ?? 0), Math.abs(row.second ?? 0)) < 1000 ? 1 : 0);
  return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": t("difference") },
    make("table", {},
      make("thead", {}, make("tr", {},
        make("th", { scope: "col" }, t("figure")),
        ["first", "second", "difference"].map((key) => make("th", { scope: "col", class: "number" }, t(key))),
        make("th", { scope: "col" }, t("unit")))),
      make("tbody", {}, rows.map((row) => make("tr", {},
        make("th", { scope: "row" }, name(row)),
        make("td", { class: "number" }, number(row.first, decimals(row))),
        make("td", { class: "number" }, number(row.second, decimals(row))),
        make("td", { class: "number" }, signed(row.difference, decimals(row)),
          row.low === undefined ? null : [make("br"), make("span", { class: "faint" },
            t("nine_of_ten", { low: signed(row.low, decimals(row)), high: signed(row.high, decimals(row)) }))]),
        make("td", {}, t(`unit_${row.unit}`).startsWith("??") ? row.unit : t(`unit_${row.unit}`)))))));
}

/** Says that something is being fetched, then shows it, or why not. */
export async function during(element, work) {
  element.setAttribute("aria-busy", "true");
  try {
    fill(element, await work());
  } catch (error) {
    fill(element, refusal(error));
  } finally {
    element.removeAttribute("aria-busy");
  }
}

export function refusal(error) {
  const findings = error.findings ?? [];
  return make("div", { class: "caution", role: "alert" },
    make("p", {}, findings.length ? t("unusable") : error.message),
    findings.length
      ? make("ul", {}, findings.map((finding) => make("li", {},
        `${finding.file}${finding.line ? `:${finding.line}` : ""}: ${finding.message}`
        + `${finding.field ? ` [${finding.field}${finding.value ? ` = "${finding.value}"` : ""}]` : ""}`
        + `${finding.remedy ? `; ${finding.remedy}` : ""}`)))
      : null);
}
