import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";

/** Nobody reads 0.05123456789 on a phone: a value in the words of an alert goes through a function that shortens it. */
export const valuesAreHumanised: Check = {
  id: "values-are-humanised",
  why: "Nobody reads 0.05123456789 on a phone. A value that is rounded and has a unit is understood at a glance.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/template_reference/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  description: "It takes {{ $value }} orders a second.",
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  description: ({ value }) => \`It takes \${value}.\`,
});
`,
  *find({ alerts }: Model): Iterable<Finding> {
    for (const alert of alerts) {
      const bare = Object.entries(alert.annotations).find(([, text]) =>
        /\{\{-?\s*(?:\$value|\.Value)\s*-?\}\}/.test(text),
      );
      if (!bare) continue;
      yield {
        definition: alert,
        message: `alert "${alert.name}" shows its value unrounded and without a unit in its ${bare[0]}`,
        fix: "use the function form of the text, (words) => `… ${words.value} …`: it knows the unit",
      };
    }
  },
};
