import type { Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { grafanaPanel } from "../../generators/targets/grafana/panel.ts";
import type { PanelModel } from "../../generators/panels/panel-model.ts";
import { printJson } from "../../generators/text/json.ts";
import { panel } from "./small-dashboard.ts";
import { gaugeSeries } from "./small-rules.ts";

export const orders = gaugeSeries("shop_orders", { unit: "count", help: "Open orders." });

/** A panel that shows `shop_orders`, as Grafana reads it from the file. */
export function writtenPanel(parts: Partial<PanelModel> = {}): Panel {
  return JSON.parse(printJson(grafanaPanel(panel(orders, parts), { scrapeMs: 15_000 })));
}

/** What the file says of the panel's place and words. */
export const writtenHead = {
  id: 2,
  title: "shop_orders",
  description: "Open orders.",
  gridPos: { x: 0, y: 1, w: 12, h: 8 },
};

export const writtenDataSource = { type: "prometheus", uid: "${datasource}" };

/** What the file says of the panel's query. */
export const writtenQuery = {
  refId: "A",
  datasource: writtenDataSource,
  expr: "shop_orders",
  legendFormat: "__auto",
  format: "time_series",
  editorMode: "code",
  range: true,
  instant: false,
};

/** The colours of a panel without thresholds. */
export const neutral = { mode: "absolute", steps: [{ value: null, color: "blue" }] };
