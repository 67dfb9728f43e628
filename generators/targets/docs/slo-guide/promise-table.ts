import { durationInMs } from "../../../language/duration.ts";
import type { SloModel } from "../../../model/slo-model.ts";
import { escapeMarkdown, table } from "../../../text/markdown.ts";
import { formatQuantity } from "../../../text/quantity.ts";

/** All promises on one look. */
export function promiseTable(slos: readonly SloModel[]): string {
  return table(
    ["objective", "promise", "over", "what may be bad", "owner"],
    slos.map((slo) => [
      escapeMarkdown(slo.title),
      slo.objectiveText,
      slo.windows.join(" and "),
      `${formatQuantity(slo.budget, "ratio")}: ${slo.windows.map((window) => wholeOf(slo, window)).join(", or ")}`,
      escapeMarkdown(slo.owner),
    ]),
  );
}

/** The budget as a time in which everything is bad, which is easier to imagine than a part of a percent. */
function wholeOf({ budget, counts }: SloModel, window: string): string {
  // To the second: nobody plans with less.
  const seconds = Math.round((budget * (durationInMs(window) ?? 0)) / 1000);
  const time = formatQuantity(seconds, "seconds");
  return counts === "time" ? `${time} of ${window}` : `as much as ${time} of a total failure in ${window}`;
}
