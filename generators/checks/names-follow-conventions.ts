import type { Check, Finding } from "../check.ts";
import type { Allowing } from "../check.ts";
import type { Model } from "../model/model.ts";

interface Convention {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly mend: string;
}

const alertName: Convention = {
  kind: "alert",
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  mend: "name the export in CamelCase, such as SpaceTimeLowFPS",
};
const counterName: Convention = {
  kind: "counter",
  pattern: /^[a-zA-Z_:][a-zA-Z0-9_:]*_total$/,
  mend: "end its name with _total, or declare it as a gauge if it can fall",
};
// Prometheus 3 takes any text as a name, and then asks for quotes wherever it is used.
const metricName: Convention = {
  kind: "metric",
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  mend: "use letters, digits and _ only; colons are for recordings",
};
const labelName: Convention = {
  kind: "label",
  pattern: /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/,
  mend: "use letters, digits and _ only, not two of these at the start",
};

/** Names read as Prometheus' own documentation asks for. */
export const namesFollowConventions: Check = {
  id: "names-follow-conventions",
  *find({ alerts, metrics, jobs }: Model): Iterable<Finding> {
    for (const alert of alerts) yield* judge(alert, alert.name, alertName);
    for (const { name, definition } of metrics) {
      yield* judge(definition, name, definition.type === "counter" ? counterName : metricName);
      for (const label of Object.keys(definition.labels)) yield* judge(definition, label, labelName);
    }
    for (const job of jobs) {
      for (const label of Object.keys(job.labels)) yield* judge(job, label, labelName);
    }
    for (const alert of alerts) {
      for (const label of Object.keys(alert.labels)) yield* judge(alert, label, labelName);
    }
  },
};

function* judge(definition: Allowing, name: string, { kind, pattern, mend }: Convention): Iterable<Finding> {
  if (!pattern.test(name))
    yield { definition, message: `${kind} "${name}" is not named as ${kind}s are`, mend };
}
