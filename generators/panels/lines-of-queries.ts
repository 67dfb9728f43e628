import type { FieldConfigSource } from "@grafana/grafana-foundation-sdk/dashboard";
import type { PanelModel, QueryModel } from "./panel-model.ts";
import { grafanaUnit } from "./units.ts";

type Overrides = FieldConfigSource["overrides"];
type Properties = Overrides[number]["properties"];

/** What the lines of a query have otherwise than the panel. Grafana finds them by the letter of their query. */
export function overridesOfLines({ queries }: Pick<PanelModel, "queries">): Overrides {
  return queries.flatMap((query) => {
    const properties = propertiesOf(query);
    return properties.length === 0
      ? []
      : [{ matcher: { id: "byFrameRefID", options: query.refId }, properties }];
  });
}

/** In the order of Grafana's editor; nothing for what is so by itself. */
function propertiesOf({ line = {}, unit }: QueryModel): Properties {
  const { color, dashed = false, width, fill, below = false, axis = "left" } = line;
  const { stacked = true, inLegend = true } = line;
  return [
    ...(color === undefined ? [] : [{ id: "color", value: { mode: "fixed", fixedColor: color } }]),
    ...(dashed ? [{ id: "custom.lineStyle", value: { fill: "dash", dash: [10, 10] } }] : []),
    ...(width === undefined ? [] : [{ id: "custom.lineWidth", value: width }]),
    ...(fill === undefined ? [] : [{ id: "custom.fillOpacity", value: fill }]),
    ...(below ? [{ id: "custom.transform", value: "negative-Y" }] : []),
    ...(axis === "left"
      ? []
      : [
          { id: "custom.axisPlacement", value: "right" },
          { id: "unit", value: grafanaUnit(unit) },
        ]),
    ...(stacked ? [] : [{ id: "custom.stacking", value: { mode: "none", group: "A" } }]),
    ...(inLegend ? [] : [{ id: "custom.hideFrom", value: { legend: true, tooltip: false, viz: false } }]),
  ];
}

/** Whether its values have an axis of their own. */
export function isOnRight({ line }: Pick<QueryModel, "line">): boolean {
  return line?.axis === "right";
}
