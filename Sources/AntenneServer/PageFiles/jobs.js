// Runs that are started here: a form, how far they are, and an end before their end.
import * as api from "./api.js";
import { fill, make } from "./dom.js";
import { known, date, number, t } from "./text.js";
import { refusal } from "./views.js";

const list = make("div");
/** Runs that moved sites are compared with, by job. */
const bases = new Map();
/** What a job was when it was last looked at. */
const before = new Map();
let timer;
let done = () => {};

/** @param onDone is given the run of a job that is done and the run that it is compared with. */
export function start(onDone) {
  done = onDone;
}

export function watch(job, base) {
  if (base) bases.set(job.id, base);
  before.set(job.id, job.status);
  poll();
}

export function view(context) {
  poll();
  return [make("h2", {}, t("jobs")), context.service.canStartRuns ? form(context) : make("p", { class: "caution" }, t("read_only")), list];
}

function form(context) {
  if (!context.scenarios.length) return make("p", { class: "faint" }, t("no_scenario"));
  const scenario = make("select", {}, context.scenarios.map((one) => make("option", { value: one.id }, one.id)));
  const name = make("input", { type: "text", pattern: "[A-Za-z0-9][A-Za-z0-9_\\-]{0,63}", maxlength: "64", placeholder: t("free_name") });
  const answer = make("div");
  return make("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      try {
        watch(await api.startJob({ scenario: scenario.value, ...(name.value ? { name: name.value } : {}) }));
        fill(answer);
      } catch (error) {
        fill(answer, refusal(error));
      }
    },
  },
  make("label", {}, t("scenario"), scenario), make("label", {}, t("run_name"), name),
  make("button", { type: "submit", class: "main" }, t("start_run")), answer);
}

async function poll() {
  clearTimeout(timer);
  let jobs;
  try {
    ({ jobs } = await api.jobs());
  } catch (error) {
    return fill(list, refusal(error));
  }
  show(jobs);
  for (const job of jobs) {
    const last = before.get(job.id);
    before.set(job.id, job.status);
    if (job.status === "done" && last === "running") done(job.run, bases.get(job.id));
  }
  if (jobs.some((job) => job.status === "running")) timer = setTimeout(poll, 700);
}

/** Kept elements keep the focus: a job's part is made anew only when it has changed. */
const shown = new Map();

function show(jobs) {
  const parts = jobs.map((job) => {
    const state = JSON.stringify(job) + document.documentElement.lang;
    const old = shown.get(job.id);
    if (old?.state === state) return old.part;
    const part = old?.status === job.status && old.lang === document.documentElement.lang ? old.part : make("div", { class: "job", id: `job-${job.id}` });
    if (old?.part === part) update(part, job);
    else fill(part, content(job));
    shown.set(job.id, { state, part, status: job.status, lang: document.documentElement.lang });
    return part;
  });
  if (parts.length !== list.children.length || parts.some((part, index) => list.children[index] !== part)) {
    fill(list, parts);
  }
}

function update(part, job) {
  const bar = part.querySelector("progress");
  if (bar && job.progress?.total) {
    bar.max = job.progress.total;
    bar.value = job.progress.done;
  }
  const text = part.querySelector(".step");
  if (text) text.textContent = step(job);
}

function step(job) {
  if (!job.progress) return t("job_begins");
  const { step, done: count, total, unit } = job.progress;
  return t("job_step", { step: known(`step_${step}`, step), done: number(count), total: total ? number(total) : "?", unit });
}

function content(job) {
  const isRunning = job.status === "running";
  return [
    make("p", {}, make("b", {}, job.run), ` – ${t(`status_${job.status}`)}`),
    make("p", { class: "faint" }, `${job.scenario}, ${date(job.started)}`),
    isRunning ? make("p", { class: "step" }, step(job)) : null,
    isRunning ? make("progress", { "aria-label": job.run, ...(job.progress?.total ? { max: job.progress.total, value: job.progress.done } : {}) }) : null,
    isRunning ? make("button", { type: "button", onclick: async () => { await api.cancelJob(job.id).catch(() => {}); poll(); } }, t("cancel")) : null,
    job.status === "done"
      ? make("div", { class: "actions" },
        make("button", { type: "button", onclick: () => done(job.run, bases.get(job.id)) }, t(bases.has(job.id) ? "see_change" : "open")))
      : null,
    job.status === "failed" && job.messages.length
      ? make("ul", {}, job.messages.map((line) => make("li", {}, line))) : null,
  ];
}
