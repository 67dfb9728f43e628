import type { ReduceDataOptionsBuilder } from "@grafana/grafana-foundation-sdk/common";
import { sdk } from "./sdk.ts";

/** How a panel of single numbers makes one of a series: the last that there is, of every series. */
export function lastValue(): ReduceDataOptionsBuilder {
  const { ReduceDataOptionsBuilder } = sdk.common();
  return new ReduceDataOptionsBuilder().values(false).calcs(["lastNotNull"]).fields("");
}
