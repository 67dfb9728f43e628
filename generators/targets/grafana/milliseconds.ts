/** Moments are seconds in Prometheus and milliseconds in Grafana, whose units cannot say otherwise. */
const perSecond = 1000;

/** The expression as Grafana can show it. */
export function shownExpr(expr: string, unit: string | undefined): string {
  return unit === "timestamp" ? `${perSecond} * (${expr})` : expr;
}

/** A limit or a threshold on the same scale. */
export function shownValue(value: number, unit: string | undefined): number {
  return unit === "timestamp" ? value * perSecond : value;
}
