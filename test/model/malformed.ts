// Definitions with one thing in them that is malformed, and what is said of them.
import {
  alert,
  dashboard,
  metrics,
  pieChart,
  platform,
  probeModule,
  rawPanel,
  row,
  scrapeJob,
  service,
  table,
  compose,
  timeSeries,
} from "signalbox";
import { shapeProblems } from "../../generators/model/shape.ts";
import { formatProblem } from "../../generators/problem.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { smallPlatform, smallDeploy } from "../checks/small-platform.ts";
import { api, dashboardWith, orderPanel, orderRate, plainWords } from "../checks/small-shop.ts";

/** A value that the types refuse: what gets around them is what these tests are about. */
export function untyped<T>(value: unknown): T {
  return value as T;
}

/** What is said of the parts of a definition, then how to fix it, then the parts that it is said of. */
export type Malformed = readonly [message: string, fix: string, parts: Parts];

export function problemsIn(parts: Parts): string[] {
  return shapeProblems(definitionsWith(parts)).map(formatProblem);
}

/** The only problem of these parts, without its place. */
export function problemIn(parts: Parts): string {
  const problems = problemsIn(parts);
  if (problems.length !== 1) throw new Error(`${problems.length} problems: ${problems.join("\n")}`);
  return problems.join().replace(/^\S+:\d+: /, "");
}

/** The problem as it is printed, without its place. */
export function problemText([message, fix]: Malformed): string {
  return `${message} (definitions-are-well-formed)\n  fix: ${fix}`;
}

export const durationFix = "write it like 15s, 5m or 1h30m";
export const nameFix = "use lower-case letters, digits and -, starting with a letter";
export const labelFix = "use letters, digits and _, not starting with a digit";
export const description = "Something.";
export const condition = { ...plainWords, expr: orderRate.gt(5) };
export const page = {
  title: "X",
  description,
  folder: "Shop",
  last: "6h",
  rows: [row("A", [orderPanel])],
} as const;
export const panel = { title: "P", description, queries: [orderRate] };
export const module = probeModule("http_2xx", { description, timeout: "5s" });

type Job = Parameters<typeof scrapeJob>[1];
export function ofJob(name: string, options: Partial<Job>): Parts {
  return { jobs: { x: scrapeJob(name, { description, targets: ["localhost:80"], ...options }) } };
}

export function ofMetric(x: Parameters<typeof metrics>[1][string]): Parts {
  return { metrics: { more: metrics(api, { x }) } };
}

export function ofAlert(options: Partial<typeof condition> | object): Parts {
  return { alerts: { X: alert({ ...condition, ...options }) } };
}

export function ofDashboard(options: Partial<Parameters<typeof dashboard>[1]>): Parts {
  return { dashboards: { x: dashboard("x", { ...page, ...options }) } };
}

export function ofPanel(options: Partial<Parameters<typeof timeSeries>[0]>): Parts {
  return { dashboards: { x: dashboardWith(timeSeries({ ...panel, ...options })) } };
}

export function ofPie(options: Partial<Parameters<typeof pieChart>[0]>): Parts {
  return { dashboards: { x: dashboardWith(pieChart({ ...panel, ...options })) } };
}

export function ofTable(columns: Parameters<typeof table>[0]["columns"]): Parts {
  return { dashboards: { x: dashboardWith(table({ ...panel, columns })) } };
}

export function ofJson(json: object): Parts {
  const words = { title: "P", description, reason: "No word draws it." };
  return { dashboards: { x: dashboardWith(rawPanel({ ...words, json: untyped(json) })) } };
}

export function ofDeployment(options: Partial<Parameters<typeof compose>[0]>): Parts {
  return { platform: { deploy: compose({ ...smallDeploy, ...options }) } };
}

export function ofContainer(options: Partial<(typeof smallDeploy.containers)["grafana"]>): Parts {
  return ofDeployment({
    containers: { ...smallDeploy.containers, grafana: { ...smallDeploy.containers.grafana, ...options } },
  });
}

export function ofLogFolder(logFolder: NonNullable<Parameters<typeof service>[1]["logFolder"]>): Parts {
  const words = { title: "X", description, owner: "Shop team", jobs: {}, metrics: {} };
  return { services: [service("other", { ...words, logFolder })] };
}

export function ofPrometheus(options: Partial<Parameters<typeof platform>[0]["prometheus"]>): Parts {
  return { platform: { prometheus: { ...smallPlatform.prometheus, ...options } } };
}
