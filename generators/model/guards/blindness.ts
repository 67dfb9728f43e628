import type { AlertDefinition, Severity } from "../../language/alert.ts";
import type { Place } from "../../language/place.ts";
import type { JobModel } from "../../jobs/index.ts";
import { alwaysThere, anythingOf } from "../../jobs/of-jobs.ts";
import type { Presence } from "../../jobs/presence.ts";
import { acceptedBy } from "../../promql/label-value.ts";
import { compareText } from "../../text/order.ts";
import type { Need } from "./needs-of-alert.ts";

/** An alert, and what it needs. */
export interface Needing {
  readonly name: string;
  readonly definition: AlertDefinition;
  readonly needs: readonly Need[];
}

/** Something that a job may lack though its target answers, and the alerts that are blind without it. */
export interface Blindness {
  readonly missing: Presence;
  /** The worst of theirs. */
  readonly severity: Severity;
  /** Names, the worst first. */
  readonly alerts: readonly string[];
  /** Where the worst is. */
  readonly place: Place;
}

/** What may be missing of a job, each once, in the order of its name. */
export function blindnessOf(job: JobModel, alerts: readonly Needing[]): readonly Blindness[] {
  const found = new Map<string, { readonly missing: Presence; readonly blind: Needing[] }>();
  for (const alert of alerts) {
    for (const missing of presencesOf(job, alert)) {
      const one = found.get(missing.name) ?? { missing, blind: [] };
      one.blind.push(alert);
      found.set(missing.name, one);
    }
  }
  return [...found.values()]
    .flatMap(({ missing, blind }): Blindness[] => {
      const sorted = [...blind].sort(worstFirst);
      const worst = sorted[0]?.definition;
      const names = sorted.map(({ name }) => name);
      return worst ? [{ missing, severity: worst.severity, alerts: names, place: worst.place }] : [];
    })
    .sort((a, b) => compareText(a.missing.name, b.missing.name));
}

/**
 * What an alert cannot do without; each once. Where all that it reads of the job comes and goes, that there is anything at all must do: of
 * an answer without a single sample nothing can be said.
 */
function presencesOf(job: JobModel, { needs }: Needing): readonly Presence[] {
  const own = needs.filter((need) => need.job === job.name);
  if (own.length === 0) return [];
  const always = own.flatMap((need) => alwaysThere(job, need.metric).filter((one) => isWanted(one, need)));
  const byName = new Map(always.map((one) => [one.name, one]));
  return byName.size > 0 ? [...byName.values()] : [anythingOf(job)];
}

/** Whether the alert asks for this series of the metric, and not for others only. */
function isWanted({ labels }: Presence, { matchers }: Need): boolean {
  return matchers.every((matcher) => {
    const value = labels[matcher.name];
    return value === undefined || acceptedBy(matcher)(value);
  });
}

function worstFirst(a: Needing, b: Needing): number {
  return a.definition.severity.rank - b.definition.severity.rank || compareText(a.name, b.name);
}
