import type { DashboardFile } from "../../../generators/targets/grafana/validation/dashboard-file.ts";
import { itemsAt, textAt, dataAt } from "../../../generators/targets/validation/untyped-data.ts";
import type { Answered } from "./ask-query.ts";
import { line } from "./asked-queries.ts";

/** Colours that say that something is wrong. */
const trouble: readonly (string | undefined)[] = ["red", "orange", "yellow"];

/** What a panel shows in the colour of trouble though all is well, or where nobody sees it: beyond the ends of its axis. */
export function wrongColors(file: DashboardFile, opened: readonly Answered[]): string[] {
  return opened.flatMap((answered) => {
    const defaults = dataAt(panelOf(file, answered), "fieldConfig", "defaults");
    const values = newest(answered);
    const steps = itemsAt(defaults, "thresholds", "steps");
    const coloured = values.filter((value) => trouble.includes(colorOf(value, steps)));
    const [min, max] = [dataAt(defaults, "min"), dataAt(defaults, "max")];
    const beyond = values.filter(
      (value) => (typeof min === "number" && value < min) || (typeof max === "number" && value > max),
    );
    return [
      ...coloured.map((value) => line(answered.query, `shows ${value} in the colour of trouble`)),
      ...beyond.map((value) => line(answered.query, `shows ${value} beyond the ends of its axis`)),
    ];
  });
}

/** The lines over time that move, and those that stand still; what is zero when all is well is neither. */
export function movement(
  file: DashboardFile,
  opened: readonly Answered[],
): { readonly moving: number; readonly still: readonly string[] } {
  const lines = opened.filter(
    (answered) =>
      textAt(panelOf(file, answered), "type") === "timeseries" &&
      newest(answered).some((value) => value !== 0),
  );
  const still = lines.filter(({ series }) =>
    series.every(({ samples }) => new Set(samples.map(({ value }) => value.toPrecision(4))).size === 1),
  );
  return { moving: lines.length - still.length, still: still.map(({ query }) => query.name) };
}

function newest({ series }: Answered): number[] {
  return series.flatMap(({ samples }) => samples.at(-1)?.value ?? []);
}

function colorOf(value: number, steps: readonly unknown[]): string | undefined {
  const reached = steps.filter((step) => Number(dataAt(step, "value") ?? -Infinity) <= value);
  return textAt(reached.at(-1), "color");
}

function panelOf({ panels }: DashboardFile, { query }: Answered): unknown {
  return panels.find(({ id }) => id === query.panelId)?.data;
}
