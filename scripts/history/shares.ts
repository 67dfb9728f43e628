import type { ChangeClass } from "../../generators/review/change-class.ts";
import { groupBy } from "../../generators/group-by.ts";
import type { ChangedAlert } from "./of-moment.ts";

/** How the changed expressions of a history are shared out among the classes, and what the undecided ones would need. */
export function sharesText(changed: readonly ChangedAlert[]): string {
  const stated = changed.filter((one) => one.class !== "unknown");
  const undecided = changed.filter((one) => one.class === "unknown");
  const lines = [
    `${changed.length} changed expressions, ${shareOf(stated.length, changed.length)} of them stated:`,
    ...counted(changed, (one) => said[one.class] ?? one.class, changed.length),
    ...(undecided.length === 0 ? [] : ["of those that are not:"]),
    ...counted(undecided, (one) => one.why ?? "", changed.length),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const said: Readonly<Partial<Record<ChangeClass, string>>> = {
  none: "the same",
  less: "fires less",
  more: "fires more",
  differently: "fires differently",
  identity: "other labels",
  reads: "another metric",
  unknown: "undecided",
};

function counted(all: readonly ChangedAlert[], keyOf: (one: ChangedAlert) => string, of: number): string[] {
  const groups = [...groupBy(all, keyOf)].sort(([, a], [, b]) => b.length - a.length);
  return groups.map(
    ([name, own]) => `  ${String(own.length).padStart(4)}  ${shareOf(own.length, of).padStart(5)}  ${name}`,
  );
}

function shareOf(count: number, all: number): string {
  return `${all === 0 ? 0 : Math.round((100 * count) / all)} %`;
}
