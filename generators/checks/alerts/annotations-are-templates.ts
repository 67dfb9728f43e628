import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { templateMistake } from "../../text/template-mistake.ts";

/** Annotations and labels of alerts are templates that Prometheus can fill in: one that it cannot is sent as an error text. */
export const annotationsAreTemplates: Check = {
  id: "annotations-are-templates",
  why: "Prometheus fills in labels and annotations when the alert fires. If the template is broken, the notification carries an error text instead of what happened.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/template_reference/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: "{{ $labels.instance } takes many orders",
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: "{{ $labels.instance }} takes many orders",
});
`,
  *find({ alerts }: Model): Iterable<Finding> {
    for (const alert of alerts) {
      for (const [name, text] of [...Object.entries(alert.annotations), ...Object.entries(alert.labels)]) {
        const mistake = templateMistake(text);
        if (mistake === undefined) continue;
        yield {
          definition: alert,
          message: `alert "${alert.name}": its ${name} is not a template that Prometheus can fill in: ${mistake}`,
          fix: "correct the template; write a literal {{ as {{ `{{` }}",
        };
      }
    }
  },
};
