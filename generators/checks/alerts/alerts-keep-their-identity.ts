import { type Check, type Finding, suppressing } from "../../check.ts";
import { recordedUnder } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { aggregationNamed } from "../../promql/aggregations.ts";
import { typeOfPart } from "../../promql/analysis.ts";
import { changingSeries } from "../../promql/identity.ts";
import { templateReads } from "../../text/template-reads.ts";
import { brokenRules } from "../reading/expressions-of.ts";

const id = "alerts-keep-their-identity";

/** An alert is known by its labels: what it fires for must not be another alert whenever a value changes. */
export const alertsKeepTheirIdentity: Check = {
  id,
  why: "Prometheus tells alerts apart by their labels. If a label holds the value, or topk() chooses the series, each change is a new alert: the old one resolves, \`for\` begins anew, and it may never fire.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  labels: { reading: "{{ $value }}" },
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  description: ({ value }) => \`It takes \${value}.\`,
});
`,
  *find(model: Model): Iterable<Finding> {
    const broken = brokenRules(model);
    for (const alert of model.alerts) {
      yield* changingLabels(alert);
      if (!broken.has(alert) && alert.analysis.diagnostics.length === 0) yield* chosenSeries(alert, model);
    }
  },
};

function* changingLabels(alert: AlertModel): Iterable<Finding> {
  for (const [name, text] of Object.entries(alert.labels)) {
    const read = templateReads(text);
    if (read === undefined) continue;
    yield {
      definition: alert,
      message: `alert "${alert.name}" has ${read} in its label ${name}: each other value is another alert, and \`for\` begins anew`,
      fix: `say it in the summary or the description, or ${suppressing(id)}`,
      texts: [text, `${name}:`],
    };
  }
}

function* chosenSeries(alert: AlertModel, model: Model): Iterable<Finding> {
  const change = changingSeries(alert.node, {
    labelsOf: (node) => typeOfPart(node, model.catalogue).labels,
    recorded: (name) => recordedUnder(model, name),
  });
  if (!change) return;
  const { name } = change.by;
  const makesLabel = aggregationNamed(name)?.labels === "counted";
  yield {
    definition: alert,
    place: alert.exprPlace,
    message: makesLabel
      ? `alert "${alert.name}" has a label that ${name}() makes of a value: each other value is another alert, and \`for\` begins anew`
      : `alert "${alert.name}" fires for the series that ${name}() chooses: whenever it chooses another, that is another alert, and \`for\` begins anew`,
    fix: `${makesLabel ? "aggregate that label away, such as max(…)" : "compare every series by itself, or only the value, such as max(…) or min(…)"}, or ${suppressing(id)}`,
    texts: [`${name}(`],
  };
}
