// The map: homes or municipalities by minutes saved, sites, offices, and one itinerary.
import { colour, scale, unknownColour } from "./charts.js";
import { fill, make } from "./dom.js";
import { number, t } from "./text.js";

const leaflet = window.L;
let map;
let layers = {};
let listener = () => {};
let siteMarks = new Map();

/** @param onChoose is given `home`, `municipality` or `site`, and an id. */
export function start(element, onChoose) {
  listener = onChoose;
  if (!leaflet) {
    fill(element, make("p", { class: "caution" }, t("no_map")));
    return;
  }
  map = leaflet.map(element, { preferCanvas: true, zoomSnap: 0.5, minZoom: 5, maxZoom: 17 });
  map.setView([50.85, 4.35], 9);
  for (const name of ["areas", "homes", "offices", "sites", "way"]) {
    layers[name] = leaflet.layerGroup().addTo(map);
  }
  // The map fills what the window leaves it.
  new ResizeObserver(() => map.invalidateSize()).observe(element);
}

/**
 * Shows a run.
 * @param minutesOf minutes saved, or won by a change, of a home.
 */
export function show(places, minutesOf, earlier) {
  if (!map) return;
  for (const layer of Object.values(layers)) layer.clearLayers();
  siteMarks = new Map();
  showAreas(places, minutesOf);
  const most = Math.max(...places.homes.map((home) => home.people), 1);
  for (const home of places.homes) {
    const value = minutesOf(home);
    leaflet.circleMarker(place(home.coordinate), {
      radius: 3 + 13 * Math.sqrt(home.people / most), color: "#52606d", weight: 1,
      fillColor: colour(value), fillOpacity: 0.85,
    }).bindTooltip(tip(home.name, value === undefined ? t("not_compared") : t("tip_saved", { minutes: number(value, 1) })))
      .on("click", () => listener("home", home.id)).addTo(layers.homes);
  }
  for (const office of places.offices) mark(office, "office-mark", 12, false).addTo(layers.offices);
  for (const site of places.sites) {
    const marker = mark(site, "site-mark", 16, true);
    marker.on("click", () => listener("site", site.id)).addTo(layers.sites);
    marker.getElement().setAttribute("role", "button");
    marker.getElement().setAttribute("aria-label", site.name);
    siteMarks.set(site.id, marker);
  }
  for (const site of earlier?.sites ?? []) showMove(site, places.sites);
}

export function fit(places) {
  if (!map) return;
  const points = [...places.homes, ...places.sites, ...places.offices].map((p) => place(p.coordinate));
  if (points.length) map.fitBounds(leaflet.latLngBounds(points).pad(0.03));
}

function place(coordinate) {
  return [coordinate.latitude, coordinate.longitude];
}

/** Names are text: a tooltip that is given a string would read it as markup. */
function tip(name, line) {
  return make("span", {}, make("b", {}, name), line ? make("br") : null, line);
}

function mark(thing, kind, size, keyboard) {
  const icon = leaflet.divIcon({ className: kind, iconSize: [size, size] });
  const marker = leaflet.marker(place(thing.coordinate), { icon, keyboard, riseOnHover: true });
  return marker.bindTooltip(tip(thing.name, null));
}

function showAreas(places, minutesOf) {
  const people = new Map();
  for (const home of places.homes) {
    const value = minutesOf(home);
    const sum = people.get(home.municipality) ?? { people: 0, minutes: 0 };
    if (value !== undefined) {
      sum.people += home.people;
      sum.minutes += home.people * value;
    }
    people.set(home.municipality, sum);
  }
  const names = new Map(places.municipalities.map((m) => [m.nis, m.name]));
  for (const boundary of places.boundaries) {
    const sum = people.get(boundary.id);
    const value = sum?.people ? sum.minutes / sum.people : undefined;
    const isRegion = boundary.id === "region";
    const shape = leaflet.polygon(
      boundary.polygons.map((rings) => rings.map((ring) => ring.map(place))), {
        color: isRegion ? "#1b2733" : "#7b8794", weight: isRegion ? 2 : 0.7,
        fillColor: colour(value), fillOpacity: isRegion || !sum ? 0 : 0.45, interactive: names.has(boundary.id),
      });
    if (names.has(boundary.id)) {
      shape.bindTooltip(tip(names.get(boundary.id), null), { sticky: true })
        .on("click", () => listener("municipality", boundary.id));
    }
    shape.addTo(layers.areas);
  }
}

/** A line from where a site is in the first run to where it is in the second. */
function showMove(site, now) {
  const other = now.find((candidate) => candidate.id === site.id);
  if (!other) return;
  const ends = [place(site.coordinate), place(other.coordinate)];
  if (ends[0][0] === ends[1][0] && ends[0][1] === ends[1][1]) return;
  leaflet.polyline(ends, { color: "#b91c1c", weight: 2, dashArray: "6 5" }).addTo(layers.areas);
}

export function choose(id) {
  for (const [key, marker] of siteMarks) {
    marker.getElement()?.classList.toggle("chosen", key === id);
  }
}

/** Lets a site be dragged; returns what puts it elsewhere by hand, and what ends the dragging. */
export function beginMove(id, onMove) {
  const marker = siteMarks.get(id);
  if (!marker) return { set() {}, end() {} };
  const start = marker.getLatLng();
  const dragged = () => onMove(marker.getLatLng().lat, marker.getLatLng().lng);
  const clicked = (event) => { marker.setLatLng(event.latlng); dragged(); };
  marker.dragging.enable();
  marker.setZIndexOffset(1000);
  marker.getElement()?.classList.add("moving");
  marker.on("drag", dragged);
  map.on("click", clicked);
  if (!map.getBounds().contains(start)) map.panTo(start);
  return {
    set: (latitude, longitude) => marker.setLatLng([latitude, longitude]),
    end(isKept) {
      marker.off("drag", dragged);
      map.off("click", clicked);
      marker.dragging?.disable();
      marker.setZIndexOffset(0);
      marker.getElement()?.classList.remove("moving");
      if (!isKept) marker.setLatLng(start);
    },
  };
}

/** Draws the legs of an itinerary as far as their places are known. */
export function showWay(itinerary, from, to) {
  if (!map) return;
  layers.way.clearLayers();
  if (!itinerary) return;
  const ends = [from, to].filter(Boolean).map(place);
  for (const leg of itinerary.legs) {
    if (leg.geometry?.length > 1) {
      leaflet.polyline(leg.geometry.map(place), { color: "#7c3aed", weight: 4 }).addTo(layers.way);
    }
  }
  if (ends.length === 2) {
    leaflet.polyline(ends, { color: "#7c3aed", weight: 2, dashArray: "3 6" }).addTo(layers.way);
    map.fitBounds(leaflet.latLngBounds(ends).pad(0.2));
  }
}

export function legend(element, isComparison) {
  const bounds = scale.map((step) => step.below).slice(0, -1);
  const label = (index) =>
    index === 0 ? t("below", { value: number(bounds[0]) })
      : index === bounds.length ? t("at_least", { value: number(bounds.at(-1)) })
        : t("from_to", { from: number(bounds[index - 1]), to: number(bounds[index]) });
  const swatch = (kind, background) => {
    const element = make("span", { class: `swatch ${kind}` });
    if (background) element.style.background = background;
    return element;
  };
  fill(element,
    make("p", {}, t(isComparison ? "legend_change" : "legend_saved")),
    make("ul", {},
      [...scale].map((step, index) => make("li", {}, swatch("", step.colour), label(index))).reverse(),
      make("li", {}, swatch("", unknownColour), t("not_compared")),
      make("li", {}, swatch("site"), t("legend_site")),
      make("li", {}, swatch("office"), t("legend_office"))));
}
