import type { ValueMapping } from "@grafana/grafana-foundation-sdk/dashboard";
import type { ValueNames } from "../../language/panel.ts";
import { sdk } from "./sdk.ts";

/** The names and colours of the states 0, 1, …; `index` keeps their order in the legend. */
export function valueMappings(names: ValueNames): ValueMapping[] {
  const { MappingType } = sdk.dashboard();
  const options = Object.entries(names).map(([value, { text, color }], index) => [
    value,
    { text, color, index },
  ]);
  return [{ type: MappingType.ValueToText, options: Object.fromEntries(options) }];
}
