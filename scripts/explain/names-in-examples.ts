/** The small shop that the examples of the checks are part of. */
export const namesInExamples: Readonly<Record<string, string>> = {
  api: "a job that scrapes the shop's program every 15 seconds; its series have the labels job, instance and service",
  orders: "its counter shop_orders_total, with the label channel: web or phone",
  orderRate: "a recording, instance:shop_orders:rate5m: orders per second of each instance",
  FewOrders: "an alert on it, with the severity critical",
  critical: "a severity",
  low: "another severity",
  onCall: "the receiver of both severities",
  unrouted: "the receiver of alerts that no route takes",
  bySeverity: "the route of both severities to onCall",
  root: "the root route: its receiver is unrouted, and bySeverity is below it",
  stack: "the deployment: Prometheus, Alertmanager and Grafana",
  rest: "the rest of an alert, which does not matter here: severity, scenario, texts",
  restOfRunbook: "the rest of a runbook, which does not matter here",
  restOfSlo: "the rest of an SLO, which does not matter here: indicator, objective of 99%, window, texts",
};

/** The names that an example uses and does not declare, each with what it is. */
export function namesIn(example: string): readonly (readonly [name: string, meaning: string])[] {
  return Object.entries(namesInExamples).filter(([name]) =>
    new RegExp(`(?<!["\\w]|(?<!\\.\\.)\\.)${name}\\b(?!["\\w:])`).test(example),
  );
}
