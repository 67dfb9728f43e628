import type { PanelModel } from "../../panels/panel-model.ts";
import { formatQuantity } from "../../text/quantity.ts";
import type { Piece, TimeSpan } from "../strip.ts";

/** A series of a panel over the shown time: joined points, with gaps where there is no value. */
export interface ShownSeries {
  readonly refId: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly pieces: readonly Piece[];
}

/** What the panels of a dashboard show. */
export interface DashboardValues {
  readonly time: TimeSpan;
  /** By the ids of the panels; one that is not here has values that are not known. */
  readonly byPanel: ReadonlyMap<number, readonly ShownSeries[]>;
}

/** The value at the end of the shown time, or the last before it; undefined: it has none. */
export function lastOf({ pieces }: ShownSeries): number | undefined {
  return pieces.at(-1)?.at(-1)?.value;
}

/** Those that have a value at the end: Prometheus returns no others for now. */
export function currentOf(series: readonly ShownSeries[], { toMs }: TimeSpan): ShownSeries[] {
  return series.filter(({ pieces }) => pieces.at(-1)?.at(-1)?.atMs === toMs);
}

/** What the legend calls a series; without one, its labels that tell it from the others. */
export function nameOf(series: ShownSeries, panel: PanelModel, all: readonly ShownSeries[]): string {
  const { labels, refId } = series;
  const legend = panel.queries.find((query) => query.refId === refId)?.legend;
  if (legend !== undefined) return legend.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) => labels[name] ?? "");
  const telling = Object.entries(labels).filter(([name, value]) =>
    all.some((other) => other.labels[name] !== value),
  );
  return telling.length === 0 ? panel.title : telling.map(([name, value]) => `${name}=${value}`).join(", ");
}

const fewDigits = 3;

/** A value as the panel shows it: a name of a state, or a number with its unit. */
export function shownText(
  value: number,
  { unit = "none", decimals, valueNames }: Pick<PanelModel, "unit" | "decimals" | "valueNames">,
): string {
  const state = valueNames?.[value];
  if (state) return state.text;
  if (unit === "timestamp") return formatQuantity(Math.round(value), unit);
  return formatQuantity(rounded(value, scaleOf(value, unit), decimals), unit);
}

function rounded(value: number, scale: number, decimals: number | undefined): number {
  if (decimals !== undefined) return Number((value * scale).toFixed(decimals)) / scale;
  // Whole numbers are read whole up to thousands.
  const whole = Math.round(value * scale);
  return Math.abs(whole) >= 10 ** fewDigits ? whole / scale : Number(value.toPrecision(fewDigits));
}

/** Shares are shown in percent, bytes with a prefix. */
function scaleOf(value: number, unit: string): number {
  if (unit === "ratio" || unit === "seconds/s") return 100;
  if (unit !== "bytes" && unit !== "bytes/s") return 1;
  const thousands = Math.floor(Math.log10(Math.abs(value) || 1) / 3);
  return 1000 ** -Math.min(4, Math.max(0, thousands));
}

/** The colour of a value: that of its state, of the threshold below it, or blue where nobody decided. */
export function colorOf(
  value: number,
  { valueNames, thresholds }: Pick<PanelModel, "valueNames" | "thresholds">,
): string {
  const state = valueNames?.[value];
  if (state) return state.color;
  const step = thresholds.findLast(({ value: from = -Infinity }) => value >= from);
  return step?.color ?? "blue";
}
