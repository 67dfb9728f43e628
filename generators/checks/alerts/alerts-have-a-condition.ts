import { type Check, suppressing } from "../../check.ts";

const id = "alerts-have-a-condition";

/** An alert fires for every series that its expression gives: without a comparison it would never stop. */
export const alertsHaveACondition: Check = {
  id,
  why: "Prometheus fires an alert for each series that its expression returns, whatever the value. Without a comparison it fires all the time, and people learn to ignore it.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: promql\`\${orderRate}\`,
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: promql\`\${orderRate} > 5\`,
});
`,
  *find({ alerts }) {
    for (const alert of alerts) {
      if (alert.analysis.diagnostics.length > 0 || alert.analysis.type.condition) continue;
      yield {
        definition: alert,
        place: alert.exprPlace,
        message: `alert "${alert.name}" has no condition: it would fire for every series its expression returns`,
        fix: `compare the value with a threshold, such as .gt(percent(5)), or > 0.05 in text; if that it is there is the condition, ${suppressing(id)}`,
      };
    }
  },
};
