import { type Bracketed, type Code, list, named, object, text } from "../../code/code.ts";
import type { Exported } from "../known-project.ts";
import type { Needs } from "../module-path.ts";

/** A dashboard that somebody wants. */
export interface WantedDashboard {
  readonly uid: string;
  readonly title: string;
  /** The folder in Grafana. */
  readonly folder: string;
  /** The jobs of its service: the first row says whether they answer. */
  readonly jobs: readonly Exported[];
}

/** A dashboard that builds at once: whether the targets answer. */
export function dashboardCode(
  { uid, title, folder, jobs }: WantedDashboard,
  more: readonly Code[] = [],
): Bracketed {
  const status = hugging(
    "row",
    "Status",
    jobs.map((job) => upPanel(job, jobs.length > 1)),
  );
  return named("dashboard", uid, [
    { key: "title", value: text(title) },
    { key: "description", value: text(`${title} at a glance.`) },
    { key: "folder", value: text(folder) },
    { key: "last", value: text("6h") },
    { key: "rows", value: list([status, ...more], true) },
  ]);
}

export function dashboardNeeds(jobs: readonly Exported[]): Needs {
  return { words: ["dashboard", "row", "stat"], exports: jobs };
}

/** A row with panels: `row("Status", [ … ])`. */
export function hugging(word: string, title: string, panels: readonly Code[]): Bracketed {
  return { ...list(panels, true), open: `${word}(${text(title)}, [`, close: "])" };
}

function upPanel({ name }: Exported, isOneOfMany: boolean): Code {
  const states = [
    {
      key: "0",
      value: object("", [
        { key: "text", value: '"Down"' },
        { key: "color", value: '"red"' },
      ]),
    },
    {
      key: "1",
      value: object("", [
        { key: "text", value: '"Up"' },
        { key: "color", value: '"green"' },
      ]),
    },
  ];
  return object(
    "stat",
    [
      { key: "title", value: text(isOneOfMany ? `Up: ${name.replace(/Job$/, "")}` : "Up") },
      { key: "description", value: text("Whether Prometheus gets metrics from it.") },
      { key: "queries", value: list([`${name}.up`]) },
      { key: "valueNames", value: object("", states) },
    ],
    { wrapped: true },
  );
}
