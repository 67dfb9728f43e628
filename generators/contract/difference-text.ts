import { groupBy } from "../group-by.ts";
import { listed } from "../text/listed.ts";
import type { ReaderKind } from "./contract.ts";
import type { Difference, Victim } from "./difference.ts";
import { consequences, harms, type Harm } from "./harm.ts";

/** What one and several of each kind are called; of alerts and SLOs each is named, of the others some. */
const nouns: Readonly<
  Record<ReaderKind, { readonly one: string; readonly several: string; readonly named: boolean }>
> = {
  alert: { one: "", several: "", named: true },
  slo: { one: "SLO ", several: "SLOs ", named: true },
  panel: { one: "panel", several: "panels", named: false },
  recording: { one: "recording", several: "recordings", named: false },
  runbook: { one: "runbook", several: "runbooks", named: false },
  dashboard: { one: "dashboard", several: "dashboards", named: false },
};

/** So many names are read; more are counted. */
const mostNamed = 3;

/**
 * What becomes of them, a sentence each: `HighErrorShare, which notifies on-call, can no longer fire`, `2 panels are empty: …`. The worst
 * comes first.
 */
export function victimTexts(victims: readonly Victim[]): readonly string[] {
  return order.flatMap((kind) => {
    const own = groupBy(
      victims.filter((victim) => victim.kind === kind),
      ({ harm }) => harm,
    );
    return harms.flatMap((harm) => {
      const same = own.get(harm);
      return same ? [sentence(kind, harm, same)] : [];
    });
  });
}

const order: readonly ReaderKind[] = ["alert", "slo", "panel", "recording", "runbook", "dashboard"];

function sentence(kind: ReaderKind, harm: Harm, victims: readonly Victim[]): string {
  const { one, several, named } = nouns[kind];
  const [ofOne, ofSeveral] = consequences[harm][kind];
  const isOne = victims.length === 1;
  const names = victims.map(({ name }) => name);
  const noun = isOne ? one : several;
  const becomes = isOne ? ofOne : ofSeveral;
  if (named) return `${noun}${listed(names)}${notifying(victims)} ${becomes}`;
  const some = names.slice(0, mostNamed).join(", ") + (names.length > mostNamed ? ", …" : "");
  return `${victims.length} ${noun} ${becomes}: ${some}`;
}

/** Whom the alerts notify. */
function notifying(victims: readonly Victim[]): string {
  const receivers = new Set(victims.flatMap(({ notifies = [] }) => notifies));
  return receivers.size === 0
    ? ""
    : `, which ${victims.length === 1 ? "notifies" : "notify"} ${listed([...receivers])},`;
}

/** A paragraph for each difference; those that nobody declared are listed at the end, as there may be hundreds. */
export function differencesText(differences: readonly Difference[]): string {
  const [undeclared, others] = [true, false].map((is) =>
    differences.filter(({ definedAt }) => (definedAt === undefined) === is),
  );
  const paragraphs = (others ?? []).map(paragraph);
  const lists = [...groupBy(undeclared ?? [], ({ job }) => job)].map(
    ([job, own]) =>
      `job ${job} exposes ${own.length === 1 ? "a metric" : `${own.length} metrics`} that nobody declared (${own[0]?.kind})\n  ${own.map(({ metric }) => metric).join("\n  ")}\n`,
  );
  return [...paragraphs, ...lists].join("\n");
}

function paragraph({ definedAt, metric, job, text, kind, victims }: Difference): string {
  return `${definedAt}: ${metric} of job ${job} ${text} (${kind})\n${victimTexts(victims)
    .map((line) => `  ${line}\n`)
    .join("")}`;
}

/** `3 differences, 2 of them with victims` */
export function countText(differences: readonly Difference[]): string {
  const harmful = differences.filter(({ victims }) => victims.length > 0).length;
  if (differences.length === 0) return "no differences";
  const all = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  return `${all}, ${harmful === 0 ? "none" : harmful} with victims`;
}
