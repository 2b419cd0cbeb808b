// Moving a site: on the map or by its coordinates, then a run of the scenario with the site there.
import * as api from "./api.js";
import { make } from "./dom.js";
import { beginMove } from "./map.js";
import { t } from "./text.js";
import { refusal } from "./views.js";

export function moveForm(site, context) {
  const { latitude, longitude } = site.coordinate;
  const field = (value, limit) => make("input", {
    type: "number", step: "any", min: -limit, max: limit, required: true, value: String(value),
  });
  const fields = [field(latitude, 90), field(longitude, 180)];
  const answer = make("div");
  const place = make("div", { hidden: true });
  let move;

  function set(values) {
    fields.forEach((input, index) => { input.value = values[index].toFixed(6); });
  }
  fields.forEach((input) => input.addEventListener("input", () => {
    if (fields.every((one) => one.checkValidity())) move?.set(...fields.map((one) => Number(one.value)));
  }));

  const begin = make("button", {
    type: "button", "aria-expanded": "false", onclick: () => {
      place.hidden = false;
      begin.setAttribute("aria-expanded", "true");
      begin.disabled = true;
      move = beginMove(site.id, (lat, lon) => set([lat, lon]));
      fields[0].focus();
    },
  }, t("move"));

  function stop() {
    move?.end(false);
    move = undefined;
    set([latitude, longitude]);
    place.hidden = true;
    begin.disabled = false;
    begin.setAttribute("aria-expanded", "false");
  }
  context.onLeave(() => move?.end(false));

  const scenario = scenarioField(context);
  const form = make("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      try {
        const job = await api.startJob({
          scenario: scenario.value(),
          moves: [{ site: site.id, latitude: Number(fields[0].value), longitude: Number(fields[1].value) }],
        });
        context.onJob(job, context.run);
      } catch (error) {
        answer.replaceChildren(refusal(error));
      }
    },
  },
  make("label", {}, t("latitude"), fields[0]), make("label", {}, t("longitude"), fields[1]), scenario.label,
  make("button", { type: "submit", class: "main" }, t("run_moved")),
  make("button", { type: "button", onclick: stop }, t("put_back")));
  place.append(make("p", { class: "faint" }, t("move_how")), form, answer);
  return make("div", {}, make("div", { class: "actions" }, begin), place);
}

/** The scenario that the run was made from, or a choice where that is not known. */
function scenarioField(context) {
  const { scenarioID } = context.summary;
  if (scenarioID) return { value: () => scenarioID, label: null };
  const select = make("select", { required: true },
    context.scenarios.map((scenario) => make("option", { value: scenario.id }, scenario.id)));
  return { value: () => select.value, label: make("label", {}, t("scenario"), select) };
}
