import { panelKinds } from "../../../panels/index.ts";
import { dataSource, fieldConfig, shared } from "./dashboard-fields.ts";
import {
  anyText,
  closed,
  count,
  flag,
  listOf,
  named,
  oneOf,
  text,
  when,
  type Schema,
} from "../../../schema.ts";

const described: Readonly<Record<string, Schema>> = {
  id: { type: "integer", minimum: 1 },
  title: text,
  description: text,
  gridPos: shared("gridPos"),
};

const transformation: Schema = {
  type: "object",
  discriminator: { propertyName: "id" },
  required: ["id"],
  oneOf: [
    closed({ id: oneOf("merge"), options: closed({}) }),
    closed({
      id: oneOf("filterFieldsByName"),
      options: closed({ include: closed({ names: listOf(text, { minItems: 1 }) }) }),
    }),
    closed({
      id: oneOf("organize"),
      options: closed({
        excludeByName: named(flag),
        indexByName: named(count),
        renameByName: named(anyText),
      }),
    }),
  ],
};

const panels = Object.values(panelKinds).map(({ plugin, schema, queries, thresholds }) => {
  const own = { type: oneOf(plugin), ...described, options: schema.options };
  if (!queries) return closed(own, { links: shared("links") });
  return closed(
    {
      ...own,
      datasource: dataSource,
      targets: shared("targets"),
      fieldConfig: fieldConfig(schema, thresholds),
    },
    { interval: text, links: shared("links"), transformations: listOf(transformation) },
  );
});

/** Any panel but a row, as its `type` says: so that a mistake is reported for that type, and not for all. */
export const panelDefinition: Schema = {
  type: "object",
  discriminator: { propertyName: "type" },
  required: ["type"],
  oneOf: panels,
};

const panel: Schema = { $ref: "#/definitions/panel" };

/** A row; a closed one holds its panels, an open one is followed by them. */
const row = closed({
  type: oneOf("row"),
  id: { type: "integer", minimum: 1 },
  title: text,
  collapsed: flag,
  gridPos: shared("gridPos"),
  panels: listOf(panel),
});

export const panelsSchema: Schema = listOf(when("type", "row", row, panel), { minItems: 1 });
