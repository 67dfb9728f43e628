import type { JsonValue } from "../../language/panel-json.ts";
import { refIdsOf } from "../../panels/ref-id.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { InputPanel } from "./input-dashboard.ts";
import { matcherFor } from "./field-matcher.ts";
import { sayFields, unitSaid } from "./say-fields.ts";
import { linkSaid } from "./say-links.ts";
import { sayQueries, stepOf } from "./say-queries.ts";
import { NoWord, type SaidPanel } from "./said-panel.ts";

/** A table whose rows are joined by their labels, and whose columns are put in order. */
export function sayTable(panel: InputPanel): SaidPanel {
  const { json, queries } = panel;
  if (queries.some((query) => dataAt(query.json, "instant") !== true))
    throw new NoWord("its rows are of more than one moment");
  const columns = columnsOf(panel);
  const { described, lost } = withLooks(columns, panel);
  const said = {
    ...sayFields(json, { colours: false }),
    ...stepOf(panel),
    columns: Object.fromEntries(described),
  };
  // Names of series are no column.
  const asked = sayQueries(panel, "now").map(({ expr }) => ({ expr, options: {} }));
  return { word: "table", options: said, queries: asked, lost };
}

interface ColumnOfTable {
  /** As its field is called before it has a heading. */
  readonly field: string;
  readonly heading: string;
}

/** Only a join of all answers, and the order of their columns. */
function columnsOf({ json, queries }: InputPanel): ColumnOfTable[] {
  const steps = itemsAt(json, "transformations");
  const joins = steps.filter((one) => ["joinByField", "merge"].includes(textAt(one, "id") ?? ""));
  const orders = steps.filter((one) => textAt(one, "id") === "organize");
  const [order] = orders;
  if (!order || orders.length > 1 || joins.length > 1 || steps.length > joins.length + 1)
    throw new NoWord(
      `its answers are transformed by ${steps.map((one) => textAt(one, "id")).join(", ") || "nothing"}`,
    );
  const options = dataAt(order, "options");
  const isLeftOut = (name: string) => dataAt(options, "excludeByName", name) === true;
  const place = (name: string) => Number(dataAt(options, "indexByName", name) ?? Infinity);
  const names = [
    ...new Set([
      ...entriesAt(options, "indexByName").map(([name]) => name),
      ...entriesAt(options, "renameByName").map(([name]) => name),
    ]),
  ].filter((name) => !isLeftOut(name) && !/^Time(?: \d+)?$/.test(name));
  if (names.length === 0) throw new NoWord("its columns are those that there happen to be");
  const ours = refIdsOf(queries.map(() => undefined));
  return names
    .sort((a, b) => place(a) - place(b))
    .map((name) => ({
      field: ownField(name, queries, ours),
      heading: textAt(options, "renameByName", name) || name,
    }));
}

/** The letters of queries are given anew; one query alone has no letter. */
function ownField(name: string, queries: InputPanel["queries"], ours: readonly string[]): string {
  const [, refId] = /^Value(?: #(\w+))?$/.exec(name) ?? [];
  if (!/^Value\b/.test(name)) return name;
  if (queries.length === 1) return "Value";
  const index = queries.findIndex((query) => query.refId === refId);
  if (index < 0) throw new NoWord(`its column ${name} is of no query`);
  return `Value #${ours[index] ?? ""}`;
}

interface Looks {
  readonly described: readonly (readonly [field: string, column: JsonValue])[];
  readonly lost: readonly string[];
}

function withLooks(columns: readonly ColumnOfTable[], { json }: InputPanel): Looks {
  const lost: string[] = [];
  const overrides = itemsAt(json, "fieldConfig", "overrides").map((one) => ({
    isMeant: matcherFor(dataAt(one, "matcher")),
    properties: itemsAt(one, "properties"),
  }));
  const described = columns.map(({ field, heading }) => {
    const own = overrides.filter(({ isMeant }) => isMeant({ refId: "", name: heading }));
    const said = own.flatMap(({ properties }) => properties).map(propertySaid);
    lost.push(...said.flatMap((one) => (typeof one === "string" ? [`${one} of the column ${heading}`] : [])));
    const more = Object.assign({}, ...said.filter((one) => typeof one !== "string"));
    return [field, Object.keys(more).length === 0 ? heading : { title: heading, ...more }] as const;
  });
  return { described, lost };
}

/** A text is what was lost. */
function propertySaid(property: unknown): { readonly [key: string]: JsonValue } | string {
  const id = textAt(property, "id") ?? "";
  const value = dataAt(property, "value");
  if (id === "unit") return unitSaid(typeof value === "string" ? value : undefined);
  if (id === "decimals" && typeof value === "number") return { decimals: value };
  if (id === "custom.width" && typeof value === "number") return { width: value };
  if (id === "custom.hidden" && value === true) throw new NoWord("a column that is there and not seen");
  if (id === "displayName") throw new NoWord("a column that has its heading by an override");
  if (id !== "links") return id;
  const [link, ...others] = Array.isArray(value) ? value : [];
  return link === undefined || others.length > 0 ? id : { link: linkSaid(link) };
}
