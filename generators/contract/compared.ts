import type { Family } from "../exposition/exposition.ts";
import type { Contract, ContractJob, ContractMetric } from "./contract.ts";
import type { Difference, Found, Victim } from "./difference.ts";
import { type Harm, harms } from "./harm.ts";
import { differenceKinds } from "./kinds/index.ts";
import { pairsOf } from "./observed.ts";

/** How what a job exposes differs from what is declared of it: metric by metric, those that nobody declared last. */
export function differencesOf(
  { readers }: Pick<Contract, "readers">,
  job: ContractJob,
  families: readonly Family[],
): readonly Difference[] {
  return pairsOf(job.metrics, families).flatMap((pair) => {
    const metric = pair.declared?.name ?? pair.observed?.name ?? "";
    return differenceKinds.flatMap((kind) =>
      [...kind.find(pair)].map((found) => ({
        kind: kind.id,
        job: job.name,
        metric,
        text: found.text,
        definedAt: pair.declared?.definedAt,
        victims: victimsOf(found, pair.declared, readers),
      })),
    );
  });
}

/** Whoever reads the metric and is harmed: each once, by the worst that becomes of the ways in which it reads. */
function victimsOf(
  { harms: harmsOf }: Found,
  declared: ContractMetric | undefined,
  readers: Contract["readers"],
): readonly Victim[] {
  const victims = new Map<string, Victim>();
  for (const read of declared?.reads ?? []) {
    const reader = readers[read.by];
    const harm = reader && harmsOf?.(read, reader);
    const known = victims.get(read.by);
    if (!reader || harm === undefined || (known && badness(known.harm) <= badness(harm))) continue;
    const { kind, name, severity, notifies } = reader;
    victims.set(read.by, { kind, name, harm, severity, notifies });
  }
  return [...victims.values()];
}

/** The worst comes first. */
function badness(harm: Harm): number {
  return harms.indexOf(harm);
}
