import { formatQuantity } from "../../text/quantity.ts";
import { listed } from "../../text/listed.ts";
import { seriesText } from "../../series/promtool.ts";
import type { World } from "./trial.ts";
import type { Case } from "./tried.ts";
import type { Course, TrialSeries } from "./trial-world.ts";

/** Beyond that nobody reads them; the smallest case that was found is shown. */
const mostShown = 4;

/** `with queue{zone="b"} at 150 it fired, and is silent now` */
export function caseText({ world, fires }: Case): string {
  const told = world.series.map((one) => ({ ...one, labels: tellingLabels(one, world) }));
  const shown = told.slice(0, mostShown).map(seriesAt);
  const others = world.series.length - shown.length;
  const more = others === 0 ? [] : [`${others} other series`];
  const does = fires === "base" ? "it fired, and is silent now" : "it was silent, and fires now";
  return `with ${listed([...shown, ...more])} ${does}`;
}

/** Those that the versions ask for otherwise, and those that tell the series apart: what all have tells nothing. */
function tellingLabels({ labels }: TrialSeries, { series, telling }: World): TrialSeries["labels"] {
  const isTelling = (name: string) =>
    telling.includes(name) || series.some((one) => (one.labels[name] ?? "") !== (labels[name] ?? ""));
  return Object.fromEntries(Object.entries(labels).filter(([name]) => isTelling(name)));
}

function seriesAt({ metric, labels, course }: TrialSeries): string {
  return `${seriesText(metric, labels)} ${courseText(course)}`;
}

function courseText(course: Course): string {
  switch (course.kind) {
    case "level":
      return `at ${formatQuantity(course.value, "none")}`;
    case "grows":
      return course.perMinute === 0
        ? "not growing"
        : `growing by ${formatQuantity(course.perMinute, "none")} a minute`;
    case "varies": {
      const levels = course.levels.map((one) =>
        one === undefined ? "missing" : formatQuantity(one, "none"),
      );
      const once = levels.filter((one, index) => one !== levels[index - 1]);
      return course.grows
        ? `growing by ${once.join(", ")} a minute in turn`
        : `at ${once.join(", ")} in turn`;
    }
  }
}
