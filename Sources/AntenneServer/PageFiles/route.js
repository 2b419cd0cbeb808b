// An itinerary between two places of the run, looked for by the server.
import * as api from "./api.js";
import { make } from "./dom.js";
import { showWay } from "./map.js";
import { known, t } from "./text.js";
import { during, itinerary } from "./views.js";

/** @param homes, workplaces {id, name, coordinate} */
export function routeForm(homes, workplaces, context) {
  if (!homes.length || !workplaces.length) return null;
  if (!context.service.canRoute) {
    return [make("h3", {}, t("itinerary")), make("p", { class: "faint" }, t("no_network"))];
  }
  const option = (place, index) => make("option", { value: String(index) }, place.name);
  const from = make("select", {}, homes.map(option));
  const to = make("select", {}, workplaces.map(option));
  const isBack = make("input", { type: "checkbox" });
  const time = make("input", { type: "time", required: true, value: end(context.summary.scenario.arrivalWindow) });
  const mode = make("select", {}, context.service.modes.map((name) =>
    make("option", { value: name }, known(`mode_${name}`, name))));
  mode.value = context.summary.mode;
  isBack.addEventListener("change", () => {
    const { arrivalWindow, departureWindow } = context.summary.scenario;
    time.value = isBack.checked ? start(departureWindow) : end(arrivalWindow);
    timeLabel.firstChild.textContent = t(isBack.checked ? "depart_at" : "arrive_by");
  });
  const answer = make("div", { class: "answer", "aria-live": "polite" });
  const timeLabel = make("label", {}, make("span", {}, t("arrive_by")), time);
  const button = make("button", { type: "submit", class: "main" }, t("find_way"));
  return [
    make("h3", {}, t("itinerary")),
    make("form", {
      onsubmit: async (event) => {
        event.preventDefault();
        const ends = [homes[from.value].coordinate, workplaces[to.value].coordinate];
        if (isBack.checked) ends.reverse();
        button.disabled = true;
        await during(answer, () => find(ends, isBack.checked ? "departAt" : "arriveBy", time.value, mode.value, context));
        button.disabled = false;
      },
    },
    make("label", {}, t("from"), from), make("label", {}, t("to"), to), timeLabel,
    make("label", {}, t("mode"), mode), make("label", { class: "line" }, isBack, t("way_back")), button),
    answer,
  ];
}

async function find(ends, timeName, time, mode, context) {
  const text = (place) => `${place.latitude},${place.longitude}`;
  const answer = await api.route({
    from: text(ends[0]), to: text(ends[1]), [timeName]: time, mode, date: context.summary.scenario.date,
  });
  const best = answer.itineraries.at(-1);
  showWay(best, ends[0], ends[1]);
  if (!best) return make("p", {}, t("no_way"));
  return [itinerary(best), make("p", { class: "faint" }, answer.walks)];
}

const start = (window) => window.split("-")[0];
const end = (window) => window.split("-").at(-1);
