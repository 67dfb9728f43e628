/** The times that Grafana fills into a query, in milliseconds. */
export interface GrafanaTimes {
  /** What is shown. */
  readonly rangeMs: number;
  /** From one point to the next. */
  readonly intervalMs: number;
  readonly rateIntervalMs: number;
}

export interface ShownPanel {
  readonly rangeMs: number;
  /** Of 24 columns. */
  readonly columns: number;
  /** The panel's own least distance of points; undefined: that of the data source. */
  readonly minIntervalMs: number | undefined;
  /** How often the data source says that its targets are scraped. */
  readonly scrapeMs: number;
}

// A screen 1920 pixels wide, without the menu and the margins; a panel asks for one point for each of its pixels.
const pixelsPerColumn = 78;

/** As Grafana reckons them when a panel is opened. */
export function grafanaTimes({ rangeMs, columns, minIntervalMs, scrapeMs }: ShownPanel): GrafanaTimes {
  const wanted = roundedInterval(rangeMs / (columns * pixelsPerColumn));
  const intervalMs = Math.max(wanted, minIntervalMs ?? scrapeMs);
  return { rangeMs, intervalMs, rateIntervalMs: Math.max(intervalMs + scrapeMs, 4 * scrapeMs) };
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Grafana's round distances from a second on: each holds below its border. */
const roundIntervals: readonly (readonly [below: number, intervalMs: number])[] = [
  [1.5 * second, second],
  [3.5 * second, 2 * second],
  [7.5 * second, 5 * second],
  [12.5 * second, 10 * second],
  [17.5 * second, 15 * second],
  [25 * second, 20 * second],
  [45 * second, 30 * second],
  [1.5 * minute, minute],
  [3.5 * minute, 2 * minute],
  [7.5 * minute, 5 * minute],
  [12.5 * minute, 10 * minute],
  [17.5 * minute, 15 * minute],
  [25 * minute, 20 * minute],
  [45 * minute, 30 * minute],
  [1.5 * hour, hour],
  [2.5 * hour, 2 * hour],
  [4.5 * hour, 3 * hour],
  [9 * hour, 6 * hour],
];

function roundedInterval(ms: number): number {
  return roundIntervals.find(([below]) => ms < below)?.[1] ?? 12 * hour;
}
