import { formatDuration } from "../../language/duration.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel, RecordingModel } from "../../model/rule-model.ts";
import { birthsAreHeard, gapsAreBridged } from "../../promql/robust/robust.ts";
import { neededRecordings } from "../../rule-tests/reads.ts";

/** Whether an alert hears series that are new, and holds through a failed scrape, in plain sentences; nothing where neither matters. */
export function robustText(alert: AlertModel, model: Pick<Model, "recordings">): string {
  const rules = [...neededRecordings(alert, model, new Set()), alert];
  return [birthSentence(rules), gapSentence(alert)].filter((text) => text !== "").join(" ");
}

function birthSentence(rules: readonly (AlertModel | RecordingModel)[]): string {
  const deaf = rules.find(({ deployed }) => deployed.unheard.length > 0);
  if (deaf)
    return `It does not hear a counter that begins with its first increment${because(deaf, birthsAreHeard)}`;
  return rules.some(({ deployed }) => deployed.births.length > 0)
    ? "A counter that begins with its first increment counts from 0, but not one of a target that is new or comes back."
    : "";
}

function gapSentence(alert: AlertModel): string {
  const { unbridged, standing } = alert.deployed;
  const gaps = [...alert.deployed.gaps, ...standing];
  if (unbridged.length > 0 && alert.forMs === 0)
    return `With each failed scrape it counts a moment less${because(alert, gapsAreBridged)}`;
  if (unbridged.length > 0)
    return `A failed scrape ends it, and the wait begins anew${because(alert, gapsAreBridged)}`;
  if (gaps.length === 0) return "";
  const longest = formatDuration(Math.max(...gaps.map(({ toleranceMs }) => toleranceMs)));
  return `It holds through one failed scrape, because the last value stands for ${longest}; for as long it goes on when its target is gone.`;
}

function because({ allow }: AlertModel | RecordingModel, check: string): string {
  const reason = allow[check];
  return reason === undefined ? "." : `: ${reason.replace(/[.]$/, "")}.`;
}
