import { isScaledUnit } from "../../language/unit-scale.ts";
import type { Check, Finding } from "../../check.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import type { Model } from "../../model/model.ts";
import { isOnRight } from "../../panels/lines-of-queries.ts";
import { panelKinds } from "../../panels/index.ts";

/** A panel has one axis: all of its queries are in one unit, which is known, and it is the unit that the panel shows. */
export const panelsHaveOneUnit: Check = {
  id: "panels-have-one-unit",
  why: "A panel has one axis and one unit. Bytes and mebibytes on one axis are a million apart, and a wrong unit is misread in the middle of an incident.",
  source:
    "https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/best-practices/",
  wrong: `
export const space = metrics(api, {
  shop_disk_bytes: gauge({ help: "Space in use.", unit: "bytes" }),
  shop_memory_mebibytes: gauge({ help: "Memory in use.", unit: "mebibytes" }),
});
export const day = timeSeries({
  title: "Space",
  description: "What is in use.",
  queries: [space.shop_disk_bytes, space.shop_memory_mebibytes],
});
`,
  right: `
export const space = metrics(api, {
  shop_disk_bytes: gauge({ help: "Space in use.", unit: "bytes" }),
  shop_memory_mebibytes: gauge({ help: "Memory in use.", unit: "mebibytes" }),
});
export const day = timeSeries({
  title: "Space",
  description: "What is in use.",
  queries: [space.shop_disk_bytes, space.shop_memory_mebibytes.in("bytes")],
});
`,
  *find({ dashboards }: Model): Iterable<Finding> {
    for (const panel of dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels))) {
      const mistake = mistakeOf(panel);
      if (mistake === undefined) continue;
      yield {
        definition: panel,
        message: `panel "${panel.title}" has no single unit: ${mistake}`,
        fix: 'convert with .in("…"), give it a unit with .as("…"), or make two panels of it',
      };
    }
  },
};

function mistakeOf({ type, queries, unit }: PanelModel): string | undefined {
  const kind = panelKinds[type].queries;
  if (queries.length === 0 || unit === undefined || !kind?.oneUnit) return undefined;
  if (queries.some(({ analysis }) => analysis.diagnostics.length > 0)) return undefined;
  // What has an axis of its own on the right says its unit there.
  const units = queries.filter((query) => !isOnRight(query)).map(kind.unitOf);
  const known = [...new Set(units.filter((one) => one !== undefined && one !== "none"))];
  const [only, ...others] = known;
  if (others.length > 0) return `its queries are in ${known.join(" and ")}`;
  if (unit === "none") return "its unit cannot be worked out";
  // A unit without a scale is a word, and a panel may have a better one.
  if (only === undefined || only === unit || !(isScaledUnit(only) || isScaledUnit(unit))) return undefined;
  return `it shows ${unit}, but its queries are in ${only}`;
}
