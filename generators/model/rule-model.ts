import type { EquivalentMutants } from "../language/allow.ts";
import type { Severity } from "../language/alert.ts";
import type { Node } from "../promql/tree.ts";
import type { Job } from "../language/jobs.ts";
import type { Example, Scenario } from "../language/scenario.ts";
import type { Place } from "../language/place.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { AlertThreshold } from "../promql/threshold.ts";
import type { Robust } from "../promql/robust/robust.ts";
import type { Definition } from "../definition.ts";
import type { Resolution } from "./resolution.ts";
import type { AlertTextMistake } from "./alert-texts.ts";

/** Rules that are evaluated together. A group holds either alerts or recordings: they go to different files. */
export interface RuleGroupModel {
  readonly name: string;
  readonly service: string;
  readonly kind: "alerts" | "recordings";
  readonly every: string;
  readonly everyMs: number;
  readonly place: Place;
}

interface RuleModel extends Definition {
  /** Of a recording what it records, which others may record too; of an alert the name of its export. */
  readonly name: string;
  /** Its name; where others have it too, with the values of the labels in which they differ: `HighLoad.critical`. */
  readonly id: string;
  readonly service: string;
  /** Name of its group. */
  readonly group: string;
  /** The expression as its author wrote it, with all filled in that definitions leave open; its nodes have their spans in the text. */
  readonly node: Node;
  /** Its text, printed once. */
  readonly expr: string;
  readonly analysis: Analysis;
  /** What Prometheus is given: the same, made to hold where series are born and scrapes fail. */
  readonly deployed: Robust;
  /** Where the expression is, when it is text of its own; else where the rule is. */
  readonly exprPlace: Place;
  /** Mutants that its author waives, by id, each with a reason. */
  readonly equivalentMutants: EquivalentMutants;
  /** Why it has no rule test yet, as its author says. */
  readonly open?: string | undefined;
}

export interface RecordingModel extends RuleModel {
  readonly kind: "recording";
  /** What its rule test plays; none is a problem. */
  readonly examples: readonly Example[];
  /** All labels that the rule adds to what it records. */
  readonly labels: Readonly<Record<string, string>>;
  readonly help: string;
  readonly unit: string;
}

export interface AlertModel extends RuleModel {
  readonly kind: "alert";
  /** What Prometheus calls it, which others may be called too; `name` is that of its export. */
  readonly alertname: string;
  readonly severity: Severity;
  readonly component: string;
  readonly for: string;
  readonly forMs: number;
  readonly keepFiringFor: string | undefined;
  /** Undefined: it ends where its condition no longer holds. */
  readonly resolution: Resolution | undefined;
  /** All labels that the rule adds: severity, service, component and its own. */
  readonly labels: Readonly<Record<string, string>>;
  /** Those that its author added. */
  readonly ownLabels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** What is wrong with texts that are functions. */
  readonly textMistakes: readonly AlertTextMistake[];
  readonly impact: string;
  readonly actions: readonly string[];
  readonly threshold: AlertThreshold | undefined;
  /** Of the value that its texts and its test say. */
  readonly valueUnit: string;
  /** What it does when none of its series exist. */
  readonly whenMissing: NonNullable<Scenario["whenMissing"]>;
  /** What its rule test plays; none is a problem. */
  readonly scenarios: readonly Scenario[];
  /** The job of whose metrics it says that they are missing, so that others are blind; undefined: an author wrote it. */
  readonly guardOf: string | undefined;
  /** The jobs that it speaks for when they are down. */
  readonly downOf: readonly Pick<Job, "job" | "place">[];
}

/** What a rule is called in a rule file. */
export function nameInPrometheus(rule: AlertModel | RecordingModel): string {
  return rule.kind === "alert" ? rule.alertname : rule.name;
}
