import type { Link } from "./link.ts";
import type { Unit } from "./unit.ts";

/** A column of a table that says more than its heading. */
export interface Column {
  /** The heading. */
  readonly title: string;
  /** The unit of its numbers. Default: that of its query where a table has several, else that of the table. */
  readonly unit?: Unit;
  /** Digits after the decimal point. Default: those of the table. */
  readonly decimals?: number;
  /** Its width in pixels. Default: its share of the room. */
  readonly width?: number;
  /** Where a click on a cell leads; `${__data.fields.Hall}` is what the row has in the column Hall. Default: nowhere. */
  readonly link?: Link;
}
