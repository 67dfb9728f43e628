import type { Allowing, Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";

interface Convention {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly mend: string;
}

const alertName: Convention = {
  kind: "alert",
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  mend: "name the export in CamelCase, such as TicketShopFailing",
};
const counterName: Convention = {
  kind: "counter",
  pattern: /_total$/,
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
    for (const alert of alerts) {
      yield* judge(alert, alert.name, alertName);
      yield* judgeLabels(alert, alert.labels, `alert "${alert.name}"`);
    }
    for (const { name, definition } of metrics) {
      yield* judge(definition, name, metricName);
      if (definition.type === "counter") yield* judge(definition, name, counterName);
      yield* judgeLabels(definition, definition.labels, `metric "${name}"`);
    }
    for (const job of jobs) yield* judgeLabels(job, job.labels, `job "${job.name}"`);
  },
};

function* judgeLabels(definition: Allowing, labels: object, owner: string): Iterable<Finding> {
  for (const label of Object.keys(labels)) yield* judge(definition, label, labelName, ` of ${owner}`);
}

function* judge(
  definition: Allowing,
  name: string,
  { kind, pattern, mend }: Convention,
  owner = "",
): Iterable<Finding> {
  if (pattern.test(name)) return;
  yield { definition, message: `${kind} "${name}"${owner} is not named as ${kind}s are`, mend };
}
