import { dataAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import { matcherFor } from "./field-matcher.ts";
import type { InputPanel } from "./input-dashboard.ts";
import { sayLine } from "./say-line.ts";
import { unitSaid } from "./say-fields.ts";
import { NoWord, type SaidOptions, type SaidQuery } from "./said-panel.ts";

export interface SaidOverrides {
  readonly options: SaidOptions;
  readonly queries: readonly SaidQuery[];
  readonly lost: readonly string[];
}

/** What some lines have otherwise, as the line of their query: whose that is, their legend tells, or its letter. */
export function sayOverrides(panel: InputPanel, queries: readonly SaidQuery[]): SaidOverrides {
  const overrides = itemsAt(panel.json, "fieldConfig", "overrides").map((one) => ({
    isMeant: matcherFor(dataAt(one, "matcher")),
    properties: itemsAt(one, "properties"),
  }));
  const fields = queries.map(({ options }, index) => ({
    refId: panel.queries[index]?.refId ?? "",
    name: String(options["legend"] ?? ""),
  }));
  const lines = fields.map((field) =>
    sayLine(overrides.filter(({ isMeant }) => isMeant(field)).flatMap(({ properties }) => properties)),
  );
  const unmeant = overrides.filter(({ isMeant }) => !fields.some(isMeant));
  const units = withUnits(
    lines.map(({ line }) => line),
    panel,
  );
  const lost = [
    ...unmeant.flatMap(({ properties }) => properties.map(unmeantProperty)),
    ...lines.flatMap((one) => one.lost),
    ...units.lost,
  ];
  return { options: units.options, queries: withLines(queries, units.lines), lost: [...new Set(lost)] };
}

function unmeantProperty(property: unknown): string {
  return `${textAt(property, "id") ?? "a property"} of what no query is called`;
}

function withLines(queries: readonly SaidQuery[], lines: readonly SaidOptions[]): SaidQuery[] {
  return queries.map((query, index) => {
    const line = lines[index] ?? {};
    return Object.keys(line).length === 0 ? query : { ...query, options: { ...query.options, line } };
  });
}

interface WithUnits {
  readonly options: SaidOptions;
  readonly lines: readonly SaidOptions[];
  readonly lost: readonly string[];
}

/** The unit of the first line is that of the panel; those of another have an axis of their own, in the unit of their query. */
function withUnits(lines: readonly SaidOptions[], { json }: InputPanel): WithUnits {
  if (lines.every(({ unit }) => unit === undefined)) return { options: {}, lines, lost: [] };
  const usual = unitSaid(textAt(json, "fieldConfig", "defaults", "unit")).unit;
  const units = lines.map((line) => line["unit"] ?? usual);
  if (new Set(units).size > 2) throw new NoWord("its lines have more than two units");
  const [first] = units;
  const others = units.filter((unit) => unit !== first);
  return {
    options: typeof first === "string" ? { unit: first } : {},
    lines: lines.map(({ unit: _, ...line }, index) =>
      units[index] === first ? line : { ...line, axis: "right" },
    ),
    lost: others.map((unit) => `the unit ${String(unit ?? "none")} of a line, which has that of its query`),
  };
}
