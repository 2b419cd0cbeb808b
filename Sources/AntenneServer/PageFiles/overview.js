// What a run says as a whole, or what two runs differ in.
import * as api from "./api.js";
import { colour, histogram } from "./charts.js";
import { make, table } from "./dom.js";
import { known, minutes, number, t } from "./text.js";
import { cautions, differences, figures, link } from "./views.js";

export function runOverview(summary, files, language) {
  const { scenario, totals } = summary;
  return [
    make("h2", {}, scenario.name),
    scenario.description ? make("p", {}, scenario.description) : null,
    cautions(summary),
    make("p", { class: "faint" }, t("setting", {
      date: scenario.date, arrival: scenario.arrivalWindow, departure: scenario.departureWindow,
      mode: known(`mode_${summary.mode}`, summary.mode),
    })),
    figures([
      [t("people"), number(totals.people)],
      [t("people_gaining"), number(totals.peopleByOutcome.gains ?? 0)],
      [t("people_losing"), number(totals.peopleByOutcome.loses ?? 0)],
      [t("hours_per_day"), number(totals.hoursSavedPerDay)],
      [t("hours_per_year"), number(totals.hoursSavedPerYear)],
      [t("saved_by_gainers"), minutes(totals.savedSecondsOneWay, 1)],
    ]),
    make("p", { class: "faint" }, t("all_go")),
    make("h3", {}, t("saved_title")),
    histogram(t("saved_chart"), summary.savings, (bin) => colour((bin.fromMinutes + bin.toMinutes) / 2)),
    effects(summary),
    summary.modes.length > 1 ? modes(summary) : null,
    make("h3", {}, t("take_away")),
    make("p", {}, make("a", { href: api.reportURL(summary.id, language), target: "_blank", rel: "noopener" }, t("open_report"))),
    make("details", {}, make("summary", {}, t("files")),
      make("ul", {}, files.map((file) => make("li", {},
        make("a", { href: api.fileURL(summary.id, file.name), download: true }, file.name),
        ` ${number(file.bytes / 1024, 0)} KiB`)))),
    make("details", {}, make("summary", {}, t("parameters")),
      table(t("parameters"), [
        { title: t("name"), text: (row) => row.name, value: (row) => row.name },
        { title: t("value"), text: (row) => row.value, isNumber: true },
        { title: t("unit"), text: (row) => row.unit },
        { title: t("source"), text: (row) => row.source },
      ], scenario.parameters)),
  ];
}

/** Figures of cars are absent where nobody drives. */
const ofCars = new Set(["car_km_saved", "net_car_km_saved", "ring_km_saved", "border_crossings_saved"]);

function effects(summary) {
  const rows = summary.effects.filter((row) => summary.hasDrivers || !ofCars.has(row.name));
  if (!rows.length) return null;
  return [
    make("h3", {}, t("week_title")),
    table(t("week_caption"), [
      { title: t("figure"), text: (row) => effectName(row.name) },
      { title: t("value"), isNumber: true, text: (row) => number(row.value, Math.abs(row.value) < 1000 ? 1 : 0) },
      {
        title: t("nine_of_ten_title"), isNumber: true, text: (row) => (row.low === undefined ? "–" :
          t("from_to", { from: number(row.low), to: number(row.high) })),
      },
      { title: t("unit"), text: (row) => known(`unit_${row.unit}`, row.unit) },
    ], rows, { isFixed: true }),
  ];
}

export function effectName(name) {
  return known(`effect_${name}`, name);
}

function modes(summary) {
  return [
    make("h3", {}, t("by_mode")),
    table(t("by_mode_caption"), [
      { title: t("mode"), text: (row) => known(`mode_${row.mode}`, row.mode), value: (row) => row.mode },
      { title: t("people_gaining"), isNumber: true, value: (row) => row.totals.peopleByOutcome.gains ?? 0, text: (row) => number(row.totals.peopleByOutcome.gains ?? 0) },
      { title: t("office_minutes"), isNumber: true, value: (row) => row.totals.centralSecondsOneWay, text: (row) => minutes(row.totals.centralSecondsOneWay) },
      { title: t("site_minutes"), isNumber: true, value: (row) => row.totals.bestSecondsOneWay, text: (row) => minutes(row.totals.bestSecondsOneWay) },
      { title: t("hours_per_day"), isNumber: true, value: (row) => row.totals.hoursSavedPerDay, text: (row) => number(row.totals.hoursSavedPerDay) },
    ], summary.modes),
  ];
}

export function comparisonOverview(comparison, choose) {
  const name = (row) => row.name.startsWith("impact.")
    ? effectName(row.name.slice("impact.".length)) : known(`total_${row.name}`, row.name);
  const changed = comparison.sites.filter((site) =>
    site.peopleChoosing.difference !== 0 || site.hoursSavedPerDay.difference !== 0);
  return [
    make("h2", {}, t("comparison")),
    make("p", {}, t("first_run", { name: comparison.first })),
    make("p", {}, t("second_run", { name: comparison.second })),
    comparison.notes.length
      ? make("details", { class: "caution", open: comparison.notes.length < 6 },
        make("summary", {}, t("settings_differ", { count: number(comparison.notes.length) })),
        make("ul", {}, comparison.notes.map((note) => make("li", {}, `${note.field}: ${note.value}; ${note.message}`))))
      : null,
    differences(comparison.totals, name),
    make("h3", {}, t("sites_changed")),
    changed.length
      ? table(t("sites_changed"), [
        { title: t("site"), value: (row) => row.name, cell: (row) => link(row.name, () => choose("site", row.id)) },
        { title: t("people_change"), isNumber: true, value: (row) => row.peopleChoosing.difference ?? 0, text: (row) => number(row.peopleChoosing.difference) },
        { title: t("hours_change"), isNumber: true, value: (row) => row.hoursSavedPerDay.difference ?? 0, text: (row) => number(row.hoursSavedPerDay.difference) },
      ], changed, { sort: 2 })
      : make("p", { class: "faint" }, t("no_change")),
  ];
}
