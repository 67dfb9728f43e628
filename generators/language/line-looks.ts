/** A value of a series in a legend: the last, highest or lowest of the shown time, the mean of its points, or their sum. */
export type LegendValue = "last" | "highest" | "lowest" | "mean" | "sum";

/** The names of the series, with their values. */
export interface Legend {
  /** A table with a column for each value, a list, or nothing. Default: `"table"`; nothing for a single series, which the title names. */
  readonly as?: "table" | "list" | "none";
  /** Where it stands. Default: `"bottom"`. */
  readonly at?: "bottom" | "right";
  /** The values beside each name; `[]` for nothing. Default: `["last", "highest"]`. */
  readonly values?: readonly LegendValue[];
}

/** How lines over time look. */
export interface LineLooks {
  /** The names of the series. Default: below the lines, with the last and the highest value. */
  readonly legend?: Legend;
  /** What is shown at the pointer: all series of that moment, the highest first, the nearest one, or nothing. Default: `"all series"`. */
  readonly tooltip?: "all series" | "one series" | "none";
  /** How much of its colour is below a line, 0 to 100 percent. Default: 10, stacked 40. */
  readonly fill?: number;
  /** How wide a line is, 0 to 10 pixels; 0 leaves what is filled. Default: 1. */
  readonly lineWidth?: number;
  /** Where there are no samples: a line over gaps of up to four scrapes, over all, or over none. Default: `"short ones bridged"`. */
  readonly gaps?: "short ones bridged" | "bridged" | "shown";
}
