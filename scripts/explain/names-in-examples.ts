/** What the examples of the checks stand in: a small shop, of which they show only what matters. */
export const namesInExamples: Readonly<Record<string, string>> = {
  api: "a job that scrapes the shop's program every 15 seconds; its series have the labels job, instance and service",
  orders: "its counter shop_orders_total, with the label channel: web or phone",
  orderRate: "a recording of the orders per second of each instance, instance:shop_orders:rate5m",
  FewOrders: "an alert on it, with the severity critical",
  critical: "a severity",
  low: "another severity",
  onCall: "the receiver of both severities",
  unrouted: "the receiver of what no route takes",
  bySeverity: "the route of both severities to onCall",
  root: "the root of the routes: its receiver is unrouted, below it is bySeverity",
  stack: "the deployment: Prometheus, Alertmanager and Grafana",
  rest: "what else an alert must have, and does not matter here: severity, scenario, texts",
  restOfRunbook: "what else a runbook must have, and does not matter here",
  restOfSlo:
    "what else an SLO must have, and does not matter here: indicator, objective of 99%, window, texts",
};

/** The names that an example uses and does not declare, each with what it is. */
export function namesIn(example: string): readonly (readonly [name: string, meaning: string])[] {
  return Object.entries(namesInExamples).filter(([name]) =>
    new RegExp(`(?<!["\\w]|(?<!\\.\\.)\\.)${name}\\b(?!["\\w:])`).test(example),
  );
}
