import { type ResolvedSlo, type SloWindow, withoutNoise } from "./resolved-slo.ts";

/** The heading of an SLO on the dashboard. */
export function rowTitle(slo: ResolvedSlo): string {
  const windows = slo.windows.map(daysText).join(" and ");
  return `${slo.options.title}: ${percentText(slo.objective)} over ${windows}`;
}

/** `30 days` */
export function daysText(window: SloWindow): string {
  return `${Number.parseInt(window, 10)} days`;
}

/** `99.9%` */
export function percentText(share: number): string {
  return `${withoutNoise(share * 100)}%`;
}
