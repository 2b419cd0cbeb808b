// One municipality, home or site: distributions, where its people go, itineraries.
import * as api from "./api.js";
import { colour, histogram } from "./charts.js";
import { make, table } from "./dom.js";
import { moveForm } from "./moves.js";
import { routeForm } from "./route.js";
import { known, minutes, number, t } from "./text.js";
import { figures, itinerary, link } from "./views.js";

/** @param context {run, summary, places, service, choose, onJob} */
export async function municipality(id, context) {
  const { municipality, group } = await api.municipality(context.run, id);
  return [
    make("h2", {}, municipality.name),
    figures([
      [t("people"), number(municipality.people)],
      [t("people_gaining"), number(municipality.peopleGaining)],
      [t("people_losing"), number(municipality.peopleLosing)],
      [t("people_not_compared"), number(municipality.peopleNotCompared)],
      [t("office_minutes"), minutes(municipality.central.oneWay)],
      [t("site_minutes"), minutes(municipality.best.oneWay)],
      [t("hours_per_day"), number(municipality.hoursSavedPerDay)],
    ]),
    distributions(group), chosenSites(group, context), homes(group, context), examples(group),
    ways(group, context),
  ];
}

export async function home(id, context) {
  const { group, modes } = await api.home(context.run, id);
  const first = group.rows[0];
  return [
    make("h2", {}, first.name),
    first.municipality && first.municipalityName !== first.name
      ? make("p", {}, link(first.municipalityName, () => context.choose("municipality", first.municipality))) : null,
    figures([[t("people"), number(group.people, group.people < 10 ? 1 : 0)], [t("people_compared"), number(group.peopleCompared, group.peopleCompared < 10 ? 1 : 0)]]),
    percentiles(group.rows, context), byMode(modes), distributions(group), examples(group),
    ways(group, context),
  ];
}

export async function site(id, context) {
  const { site, group, use } = await api.site(context.run, id);
  return [
    make("h2", {}, site.name),
    make("p", { class: "faint" }, [site.operatorName, known(`status_${site.status}`, site.status), site.municipality, site.zone].filter(Boolean).join(" · ")),
    site.coordinatePrecisionMeters
      ? make("p", { class: "faint" }, t("precision", { meters: number(site.coordinatePrecisionMeters) })) : null,
    figures([
      [t("people_choosing"), number(site.peopleChoosing)],
      [t("hours_per_day"), number(site.hoursSavedPerDay)],
      [t("hours_alone"), number(site.hoursSavedPerDayAlone)],
      [t("within_15"), number(site.peopleWithin15)],
      [t("within_30"), number(site.peopleWithin30)],
      [t("within_45"), number(site.peopleWithin45)],
      ...(use ? [[t("days_per_week"), number(use.daysPerWeek)]] : []),
      ...(use?.occupancy !== undefined ? [[t("occupancy"), `${number(100 * use.occupancy)} %`]] : []),
    ]),
    context.service.canStartRuns ? moveForm(site, context) : null,
    distributions(group), homes(group, context), examples(group),
    ways(group, context, site),
  ];
}

function distributions(group) {
  return [
    make("h3", {}, t("saved_title")),
    histogram(t("saved_chart"), group.savings, (bin) => colour((bin.fromMinutes + bin.toMinutes) / 2)),
    make("h3", {}, t("times_title")),
    histogram(t("central_chart"), group.central), histogram(t("best_chart"), group.best),
  ];
}

function chosenSites(group, context) {
  if (!group.sites.length) return null;
  return [make("h3", {}, t("where_they_go")), table(t("where_they_go"), [
    { title: t("site"), value: (row) => row.name, cell: (row) => link(row.name, () => context.choose("site", row.id)) },
    { title: t("people"), isNumber: true, value: (row) => row.people, text: (row) => number(row.people) },
  ], group.sites, { sort: 1 })];
}

function homes(group, context) {
  if (!group.rows.length) return null;
  const more = group.rowCount - group.rows.length;
  return make("details", {}, make("summary", {}, t("homes_of", { count: number(group.rowCount) })),
    more > 0 ? make("p", { class: "faint" }, t("most_people", { count: number(group.rows.length) })) : null,
    table(t("homes_caption"), [
      { title: t("home"), value: (row) => row.name, cell: (row) => link(row.name, () => context.choose("home", row.id)) },
      { title: t("office"), value: (row) => row.office, text: (row) => row.office },
      { title: t("people"), isNumber: true, value: (row) => row.people, text: (row) => number(row.people, row.people < 10 ? 1 : 0) },
      { title: t("minutes_saved"), isNumber: true, value: (row) => row.savedSecondsOneWay, text: (row) => minutes(row.savedSecondsOneWay) },
    ], group.rows, { sort: 2 }));
}

function percentiles(rows, context) {
  const names = new Map(context.places.sites.map((site) => [site.id, site.name]));
  const span = (commute) => commute
    ? ["morning", "evening"].map((part) => ["p10", "p50", "p90"].map((p) => minutes(commute[part][p])).join(" / ")).join("; ")
    : "–";
  return [make("h3", {}, t("commutes")), table(t("percentiles_caption"), [
    { title: t("office"), value: (row) => row.office, text: (row) => row.office },
    { title: t("to_office"), text: (row) => span(row.central) },
    { title: t("best_site"), value: (row) => row.bestSite ?? "", cell: (row) => row.bestSite ? link(names.get(row.bestSite) ?? row.bestSite, () => context.choose("site", row.bestSite)) : "–" },
    { title: t("to_site"), text: (row) => span(row.best) },
    { title: t("outcome"), text: (row) => t(`outcome_${row.outcome}`) },
  ], rows)];
}

function byMode(modes) {
  if (!modes.length) return null;
  return [make("h3", {}, t("by_mode")), table(t("by_mode_minutes"), [
    { title: t("mode"), value: (row) => row.mode, text: (row) => known(`mode_${row.mode}`, row.mode) },
    { title: t("office"), value: (row) => row.row.office, text: (row) => row.row.office },
    { title: t("to_office"), isNumber: true, value: (row) => row.row.centralSecondsOneWay, text: (row) => minutes(row.row.centralSecondsOneWay) },
    { title: t("to_site"), isNumber: true, value: (row) => row.row.bestSecondsOneWay, text: (row) => minutes(row.row.bestSecondsOneWay) },
  ], modes)];
}

function examples(group) {
  if (!group.itineraries.length) return null;
  return [make("h3", {}, t("examples")), group.itineraries.map((example) =>
    make("details", {}, make("summary", {}, example.title), itinerary(example.itinerary)))];
}

/** Itineraries between the homes and any workplace, or between a site and its homes. */
function ways(group, context, site) {
  const homes = [...new Map(group.rows.map((row) => [row.id, row])).values()];
  const from = homes.length ? homes : (site ? context.places.homes : []);
  const best = new Set(group.sites.map((one) => one.id));
  const workplaces = site ? [site] : [
    ...context.places.sites.filter((one) => best.has(one.id)), ...context.places.offices,
    ...context.places.sites.filter((one) => !best.has(one.id)),
  ];
  return routeForm(from, workplaces, context);
}
