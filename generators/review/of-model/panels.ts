import type { DashboardModel } from "../../model/dashboard-model.ts";
import type { Model } from "../../model/model.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import { formatQuantity } from "../../text/quantity.ts";
import type { Facts, ReviewedPanel } from "../version.ts";

/** All panels of all dashboards. */
export function panelsOfModel({ dashboards }: Pick<Model, "dashboards">): ReviewedPanel[] {
  return dashboards.flatMap((dashboard) => {
    const placed = dashboard.rows.flatMap((row) => row.panels.map((panel) => ({ row: row.title, panel })));
    return placed.map((one, order) => reviewed(one, order, dashboard));
  });
}

interface PlacedPanel {
  readonly row: string;
  readonly panel: PanelModel;
}

function reviewed({ row, panel }: PlacedPanel, order: number, { uid, title }: DashboardModel): ReviewedPanel {
  const { position, queries, place } = panel;
  return {
    name: panel.title,
    place,
    dashboard: uid,
    dashboardTitle: title,
    row,
    order,
    size: `${position.width} by ${position.height}`,
    queries: queries.map(({ expr, node }) => ({ expr, node })),
    facts: factsOf(panel),
  };
}

function factsOf({ type, unit, thresholds, min, max, description, queries, own, repeat }: PanelModel): Facts {
  const amount = (value: number | undefined) =>
    value === undefined ? "none" : formatQuantity(value, unit ?? "none");
  const steps = thresholds.map(({ value, color }) =>
    value === undefined ? color : `${color} from ${amount(value)}`,
  );
  return {
    kind: type,
    unit: unit ?? "none",
    thresholds: steps.length === 0 ? "none" : steps.join(", "),
    "lowest value": amount(min),
    "highest value": amount(max),
    description,
    legends: queries.map(({ legend }) => legend ?? "as the labels differ").join("; "),
    ...(repeat && { "one for each": `$${repeat.variable}, ${repeat.direction}` }),
    ...factsInJson(own),
  };
}

/** What Grafana's own JSON says, but for what all panels have facts of. */
function factsInJson(own: PanelModel["own"]): Facts {
  if (!("json" in own)) return {};
  const { type: _, targets: __, ...others } = own.json;
  const said = Object.entries(others).map(
    ([key, value]) => [`JSON of ${key}`, JSON.stringify(value)] as const,
  );
  return Object.fromEntries(said);
}
