// What is open, and which view shows it.
import * as api from "./api.js";
import { fill, make } from "./dom.js";
import * as details from "./details.js";
import * as jobs from "./jobs.js";
import * as lists from "./lists.js";
import * as map from "./map.js";
import { comparisonOverview, runOverview } from "./overview.js";
import { number, setLanguage, t, usualLanguage } from "./text.js";
import { during } from "./views.js";

const find = (id) => document.getElementById(id);
const state = { run: "", other: "", tab: "overview", kind: "", id: "", language: "en" };
const loaded = { runs: [], scenarios: [], service: {}, summary: null, places: null, files: [], comparison: null, first: null };
let leave = [];

function message(text, isError) {
  const place = find("message");
  place.hidden = !text;
  place.textContent = text ?? "";
  place.classList.toggle("error", isError === true);
}

/** The address says what is open, so that it can be kept and sent, and Back goes back. */
function remember() {
  const values = Object.entries(state).filter(([key, value]) => value && key !== "language");
  const hash = `#${new URLSearchParams(values)}`;
  if (hash !== location.hash) history.pushState(null, "", hash);
}

function read() {
  const values = new URLSearchParams(location.hash.slice(1));
  for (const key of ["run", "other", "kind", "id"]) state[key] = values.get(key) ?? "";
  state.tab = values.get("tab") || "overview";
}

async function loadRuns() {
  const [{ runs }, { scenarios }] = await Promise.all([api.runs(), api.scenarios()]);
  loaded.runs = runs;
  loaded.scenarios = scenarios;
  const options = runs.map((run) => make("option", { value: run.id, disabled: run.problem !== undefined },
    run.head ? `${run.id} – ${run.head.name}` : `${run.id} – ${t("cannot_open")}`));
  fill(find("run"), options);
  fill(find("other"), make("option", { value: "" }, t("nothing")), options.map((option) => option.cloneNode(true)));
}

/** Fetches what is open; of two runs the map shows the second and what it changes. */
async function load() {
  const usable = loaded.runs.filter((run) => run.head);
  if (!usable.some((run) => run.id === state.run)) state.run = usable[0]?.id ?? "";
  if (!usable.some((run) => run.id === state.other) || state.other === state.run) state.other = "";
  find("run").value = state.run;
  find("other").value = state.other;
  if (!state.run) {
    message(t("no_runs"));
    state.tab = "jobs";
    return;
  }
  const shown = state.other || state.run;
  [loaded.summary, loaded.places, { files: loaded.files }] =
    await Promise.all([api.summary(shown), api.places(shown), api.files(shown)]);
  loaded.comparison = state.other ? await api.compare(state.run, state.other) : null;
  loaded.first = state.other ? await api.places(state.run) : null;
  showMap(true);
}

/** Minutes saved of each home, or by which the best site comes nearer between two runs. */
function minutesOf() {
  if (!loaded.comparison) {
    return (home) => (home.savedSecondsOneWay === undefined ? undefined : home.savedSecondsOneWay / 60);
  }
  const sums = new Map();
  for (const row of loaded.comparison.origins) {
    if (row.best.difference === undefined) continue;
    const people = row.peopleSecond ?? row.peopleFirst ?? 0;
    const sum = sums.get(row.id) ?? { people: 0, seconds: 0 };
    sum.people += people;
    sum.seconds -= people * row.best.difference;
    sums.set(row.id, sum);
  }
  return (home) => {
    const sum = sums.get(home.id);
    return sum?.people ? sum.seconds / sum.people / 60 : undefined;
  };
}

function showMap(isNew) {
  map.show(loaded.places, minutesOf(), loaded.first);
  map.legend(find("legend"), loaded.comparison !== null);
  if (isNew) map.fit(loaded.places);
}

function context() {
  return {
    run: state.other || state.run, summary: loaded.summary, places: loaded.places, service: loaded.service,
    scenarios: loaded.scenarios, choose, onLeave: (work) => leave.push(work),
    onJob(job, base) {
      jobs.watch(job, base);
      go({ tab: "jobs" });
    },
  };
}

const views = {
  overview: () => loaded.comparison
    ? comparisonOverview(loaded.comparison, choose) : runOverview(loaded.summary, loaded.files, state.language),
  municipalities: () => lists.municipalities(loaded.places, choose),
  sites: () => lists.sites(loaded.places, choose),
  details: () => state.kind in details ? details[state.kind](state.id, context()) : make("p", { class: "faint" }, t("choose_something")),
  jobs: () => jobs.view(context()),
};

async function show() {
  for (const work of leave.splice(0)) work();
  for (const tab of find("tabs").children) {
    const isShown = tab.id === `tab-${state.tab}`;
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
  }
  find("panel").setAttribute("aria-labelledby", `tab-${state.tab}`);
  map.showWay(null);
  map.choose(state.kind === "site" && state.tab === "details" ? state.id : undefined);
  if (!loaded.summary && state.tab !== "jobs") return fill(find("panel"), make("p", {}, t("no_runs")));
  await during(find("panel"), () => (views[state.tab] ?? views.overview)());
  find("panel").scrollTop = 0;
}

/** Changes what is open. */
async function go(change) {
  const before = `${state.run} ${state.other}`;
  Object.assign(state, change);
  try {
    if (`${state.run} ${state.other}` !== before) {
      message("");
      await load();
    }
  } catch (error) {
    message(error.message, true);
  }
  remember();
  await show();
}

async function choose(kind, id) {
  await go({ tab: "details", kind, id });
  find("panel").focus();
}

function listen() {
  find("run").addEventListener("change", () => go({ run: find("run").value, kind: "", id: "", tab: "overview" }));
  find("other").addEventListener("change", () => go({ other: find("other").value, tab: "overview" }));
  find("language").addEventListener("change", async () => {
    state.language = find("language").value;
    await setLanguage(state.language);
    await loadRuns();
    [find("run").value, find("other").value] = [state.run, state.other];
    if (loaded.places) showMap(false);
    await show();
  });
  const tabs = [...find("tabs").children];
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => go({ tab: tab.id.slice("tab-".length) }));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
  });
  window.addEventListener("popstate", async () => {
    const before = `${state.run} ${state.other}`;
    read();
    if (`${state.run} ${state.other}` !== before) await load();
    await show();
  });
  jobs.start(async (run, base) => {
    await loadRuns();
    message(t("run_done", { run }));
    await go(base ? { run: base, other: run, tab: "overview" } : { run, other: "", tab: "overview", kind: "", id: "" });
  });
}

async function begin() {
  state.language = usualLanguage();
  await setLanguage(state.language);
  find("language").value = state.language;
  map.start(find("map"), choose);
  listen();
  try {
    loaded.service = await api.service();
    await loadRuns();
    read();
    await load();
  } catch (error) {
    message(error.message, true);
  }
  await show();
  document.body.dataset.ready = number(1);
}

begin();
