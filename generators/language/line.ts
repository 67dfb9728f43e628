/** How the lines of one query look on a time series, otherwise than the others. */
export interface Line {
  /** Their colour. Default: another one for each. */
  readonly color?: "red" | "orange" | "yellow" | "blue" | "green";
  /** True: they are dashed, as a limit or what is planned. Default: false. */
  readonly dashed?: boolean;
  /** How wide they are, 0 to 10 pixels. Default: as the panel says. */
  readonly width?: number;
  /** How much of their colour is below them, 0 to 100 percent. Default: as the panel says. */
  readonly fill?: number;
  /** True: drawn below zero, as what is written beside what is read. The values stay. Default: false. */
  readonly below?: boolean;
  /** `"right"`: on an axis of their own, in the unit of the query. Default: `"left"`, in the unit of the panel. */
  readonly axis?: "left" | "right";
  /** False: not on top of the others where these are stacked, as their limit. Default: true. */
  readonly stacked?: boolean;
  /** False: without a name in the legend. Default: true. */
  readonly inLegend?: boolean;
}
