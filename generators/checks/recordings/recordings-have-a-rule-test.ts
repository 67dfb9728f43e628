import type { Check, Finding } from "../../check.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { brokenRules } from "../reading/expressions-of.ts";

/** Every recording has an example of its value: promtool then proves that it has it. */
export const recordingsHaveARuleTest: Check<TestedModel> = {
  id: "recordings-have-a-rule-test",
  why: "Alerts and dashboards trust a recording, so a mistake in it is a mistake in all of them. promtool computes its value from made-up series and compares it.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/",
  wrong: `
export const webRate = recording(
  "instance:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "phone" }), 3)], expect: 3 },
  },
);
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  right: `
export const webRate = recording(
  "instance:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
  },
);
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  *find(model: TestedModel): Iterable<Finding> {
    const { ruleTests } = model;
    const broken = brokenRules(model);
    for (const { rule, complaints } of ruleTests) {
      if (rule.kind !== "recording" || broken.has(rule)) continue;
      for (const { message, fix, place = rule.place } of complaints) {
        yield { definition: rule, place, message: `recording "${rule.name}" ${message}`, fix };
      }
    }
  },
};
