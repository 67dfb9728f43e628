import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";

/** A panel has one axis: all of its queries are in one unit, and that unit is known. */
export const panelsHaveOneUnit: Check = {
  id: "panels-have-one-unit",
  *find({ dashboards }: Model): Iterable<Finding> {
    const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    for (const panel of panels) {
      if (panel.queries.length === 0 || panel.type === "table") continue;
      const units = [...new Set(panel.queries.map(({ unit }) => unit))];
      const others = units.filter((unit) => unit !== panel.unit);
      if (panel.unit !== undefined && panel.unit !== "none" && others.every((unit) => unit === "none"))
        continue;
      if (panel.unit !== "none" && others.length === 0) continue;
      const said =
        panel.unit === "none" ? "its unit cannot be told" : `its queries are in ${units.join(" and ")}`;
      yield {
        definition: panel,
        message: `panel "${panel.title}" has no single unit: ${said}`,
        mend: 'convert with .in("…"), say a unit with .as("…"), or make two panels of it',
      };
    }
  },
};
