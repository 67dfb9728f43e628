import type { Check, Finding } from "../../check.ts";
import { noThreshold } from "../../model/alert-texts.ts";
import type { Model } from "../../model/model.ts";
import { brokenRules } from "../reading/expressions-of.ts";

/** The words of an alert say a threshold only where its value is compared with one number. */
export const thresholdsAreKnown: Check = {
  id: "thresholds-are-known",
  why: "A notification that names a threshold must name the one in the expression. If the expression compares with no number, or with several, there is no such threshold.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: promql\`\${orderRate} > 5 or \${orderRate} < 1\`,
  description: ({ threshold }) => \`It is beyond \${threshold}.\`,
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: promql\`\${orderRate} > 5 or \${orderRate} < 1\`,
  description: "It is above 5 or below 1 a second.",
});
`,
  *find({ alerts, recordings }: Model): Iterable<Finding> {
    const broken = brokenRules({ alerts, recordings });
    for (const alert of alerts) {
      if (broken.has(alert)) continue;
      const annotation = Object.entries(alert.annotations).find(([, text]) =>
        text.includes(noThreshold),
      )?.[0];
      if (annotation === undefined) continue;
      yield {
        definition: alert,
        message: `alert "${alert.name}" names its threshold in its ${annotation}, but its expression does not compare the value with exactly one number`,
        fix: "leave the threshold out of the text, or compare the value with one number",
      };
    }
  },
};
