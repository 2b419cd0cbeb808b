// Everything on the map as tables, for the keyboard and for who looks for a name.
import { make, table } from "./dom.js";
import { minutes, number, t } from "./text.js";
import { link } from "./views.js";

/** A table that a field narrows down by name. */
function filtered(label, rows, name, build) {
  const place = make("div");
  const field = make("input", { type: "search", oninput: show });
  function show() {
    const asked = field.value.trim().toLocaleLowerCase();
    place.replaceChildren(build(rows.filter((row) => name(row).toLocaleLowerCase().includes(asked))));
  }
  show();
  return [make("form", { onsubmit: (event) => event.preventDefault() }, make("label", {}, label, field)), place];
}

export function municipalities(places, choose) {
  return [
    make("h2", {}, t("municipalities")),
    filtered(t("find_name"), places.municipalities, (row) => row.name, (rows) =>
      table(t("municipalities_caption"), [
        { title: t("name"), value: (row) => row.name, cell: (row) => link(row.name, () => choose("municipality", row.nis)) },
        { title: t("people"), isNumber: true, value: (row) => row.people, text: (row) => number(row.people) },
        { title: t("people_gaining"), isNumber: true, value: (row) => row.peopleGaining, text: (row) => number(row.peopleGaining) },
        { title: t("office_minutes"), isNumber: true, value: (row) => row.central.oneWay, text: (row) => minutes(row.central.oneWay) },
        { title: t("site_minutes"), isNumber: true, value: (row) => row.best.oneWay, text: (row) => minutes(row.best.oneWay) },
        { title: t("hours_per_day"), isNumber: true, value: (row) => row.hoursSavedPerDay, text: (row) => number(row.hoursSavedPerDay) },
      ], rows, { sort: 5 })),
  ];
}

export function sites(places, choose) {
  return [
    make("h2", {}, t("sites")),
    filtered(t("find_name"), places.sites, (row) => row.name, (rows) =>
      table(t("sites_caption"), [
        { title: t("name"), value: (row) => row.name, cell: (row) => link(row.name, () => choose("site", row.id)) },
        { title: t("municipality"), value: (row) => row.municipality, text: (row) => row.municipality },
        { title: t("people_choosing"), isNumber: true, value: (row) => row.peopleChoosing, text: (row) => number(row.peopleChoosing) },
        { title: t("hours_per_day"), isNumber: true, value: (row) => row.hoursSavedPerDay, text: (row) => number(row.hoursSavedPerDay) },
        { title: t("within_30"), isNumber: true, value: (row) => row.peopleWithin30, text: (row) => number(row.peopleWithin30) },
      ], rows, { sort: 3 })),
  ];
}
