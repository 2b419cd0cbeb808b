// The HTTP API of this server.

const root = "/api/v1";

/** What the server refuses, with its code and its findings. */
export class Refusal extends Error {
  constructor(status, error) {
    super(error?.message ?? `HTTP ${status}`);
    this.code = error?.code;
    this.findings = error?.findings ?? [];
  }
}

async function ask(path, options) {
  const response = await fetch(root + path, options);
  const body = await response.json().catch(() => undefined);
  if (!response.ok) throw new Refusal(response.status, body?.error);
  return body;
}

function change(path, body) {
  return ask(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
}

/** The path of a run, whose id is a path itself. */
export function runPath(run, ...parts) {
  return ["/runs", run, ...parts].map((part, index) => (index ? encodeURIComponent(part) : part)).join("/");
}

export const service = () => ask("/service");
export const runs = () => ask("/runs");
export const scenarios = () => ask("/scenarios");
export const jobs = () => ask("/jobs");
export const job = (id) => ask(`/jobs/${encodeURIComponent(id)}`);
export const summary = (run) => ask(runPath(run));
export const places = (run) => ask(runPath(run, "places"));
export const files = (run) => ask(runPath(run, "files"));
export const municipality = (run, nis) => ask(runPath(run, "municipalities", nis));
export const home = (run, id) => ask(runPath(run, "homes", id));
export const site = (run, id) => ask(runPath(run, "sites", id));
export const compare = async (first, second) =>
  (await ask(`/comparison?${new URLSearchParams({ first, second })}`)).comparison;
export const route = (query) => ask(`/route?${new URLSearchParams(query)}`);
export const startJob = (body) => change("/jobs", body);
export const cancelJob = (id) => change(`/jobs/${encodeURIComponent(id)}/cancel`, {});
export const reportURL = (run, language) => `${root}${runPath(run, "report")}?language=${language}`;
export const fileURL = (run, name) => root + runPath(run, "files", name);
