import type { Place } from "./place.ts";

export interface MetricsOptions {
  /**
   * Who names these metrics, where it is another program than yours: `"postgres_exporter names them"`. Then a counter need not end
   * in `_total`, a name may hold colons, and a summary may count its quantiles to 100.
   */
  readonly foreignNames?: string;
}

/** That the metrics of a group are named by somebody else, said once for all of them. */
export interface ForeignNames {
  /** Who names them. */
  readonly reason: string;
  readonly place: Place;
}
