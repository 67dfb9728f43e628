import { durationInMs, formatDuration } from "../language/duration.ts";
import type { Severity } from "../language/severity.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { Change } from "./mutant.ts";

/** An alert with another `for`, `keepFiringFor` or severity. */
export interface AlertChange extends Change {
  readonly mutated: AlertModel;
}

/** `for` halved, doubled and left out. */
export function forChanges(alert: AlertModel): AlertChange[] {
  return durationsInstead(alert.forMs).map(({ variant, ms }) => ({
    operator: "for",
    id: `for ${variant}`,
    what: ms === 0 ? `for ${alert.for} removed` : `for ${alert.for} → ${formatDuration(ms)}`,
    mutated: { ...alert, for: formatDuration(ms), forMs: ms },
  }));
}

/** `keepFiringFor` halved, doubled and left out. */
export function keepFiringForChanges(alert: AlertModel): AlertChange[] {
  const { keepFiringFor = "0s" } = alert;
  return durationsInstead(durationInMs(keepFiringFor) ?? 0).map(({ variant, ms }) => ({
    operator: "keepFiringFor",
    id: `keepFiringFor ${variant}`,
    what: `keepFiringFor ${keepFiringFor} ${ms === 0 ? "removed" : `→ ${formatDuration(ms)}`}`,
    mutated: { ...alert, keepFiringFor: ms === 0 ? undefined : formatDuration(ms) },
  }));
}

function durationsInstead(ms: number): { readonly variant: string; readonly ms: number }[] {
  if (ms === 0) return [];
  return [
    { variant: "halved", ms: Math.ceil(ms / 2) },
    { variant: "doubled", ms: ms * 2 },
    { variant: "removed", ms: 0 },
  ].filter((changed) => changed.ms !== ms);
}

/** The next severity of the platform; of the mildest, the one before it. */
export function severityChanges(alert: AlertModel, severities: readonly Severity[]): AlertChange[] {
  const byRank = severities.toSorted((a, b) => a.rank - b.rank);
  const { name, rank } = alert.severity;
  const next = byRank.find((other) => other.rank > rank) ?? byRank.findLast((other) => other.rank < rank);
  if (!next) return [];
  return [
    {
      operator: "severity",
      id: `severity ${name} to ${next.name}`,
      what: `severity ${name} → ${next.name}`,
      mutated: { ...alert, severity: next, labels: { ...alert.labels, severity: next.name } },
    },
  ];
}
