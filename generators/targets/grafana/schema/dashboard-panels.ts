import { panelKinds } from "../../../panels/index.ts";
import { dataSource, fieldConfig, shared } from "./dashboard-fields.ts";
import {
  anyText,
  closed,
  count,
  flag,
  listOf,
  matching,
  named,
  oneOf,
  text,
  when,
  type Schema,
} from "../../../schema.ts";

const variableName = matching("^[a-zA-Z]\\w*$");

const described: Readonly<Record<string, Schema>> = {
  id: { type: "integer", minimum: 1 },
  title: text,
  description: text,
  gridPos: shared("gridPos"),
};

const repeated: Readonly<Record<string, Schema>> = {
  repeat: variableName,
  repeatDirection: oneOf("h", "v"),
  maxPerRow: { type: "integer", minimum: 1, maximum: 24 },
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

const panels = Object.values(panelKinds).flatMap(({ plugin, schema, queries, thresholds }) => {
  if (plugin === undefined) return [];
  const own = { type: oneOf(plugin), ...described, options: schema.options };
  if (!queries) return closed(own, { links: shared("links"), ...repeated });
  return closed(
    {
      ...own,
      datasource: dataSource,
      targets: shared("targets"),
      fieldConfig: fieldConfig(schema, thresholds),
    },
    { interval: text, links: shared("links"), ...repeated, transformations: listOf(transformation) },
  );
});

/** Any panel of a word, as its `type` says: so that a mistake is reported for that type, and not for all. */
const panelOfWord: Schema = {
  type: "object",
  discriminator: { propertyName: "type" },
  required: ["type"],
  oneOf: panels,
};

const object: Schema = { type: "object" };
const identified: Schema = { type: "object", required: ["id"], properties: { id: text } };

/** A panel that its author took from Grafana: only Grafana and the plugin that draws it know what all of it means. */
const rawPanel: Schema = closed(
  { type: text, ...described, targets: listOf({ ...object, required: ["refId"] }), datasource: object },
  {
    links: shared("links"),
    ...repeated,
    options: object,
    fieldConfig: {
      ...object,
      properties: {
        defaults: object,
        overrides: listOf({
          ...object,
          required: ["matcher", "properties"],
          properties: { matcher: identified, properties: listOf(identified) },
        }),
      },
    },
    transformations: listOf(identified),
    pluginVersion: anyText,
    transparent: flag,
    interval: anyText,
    maxDataPoints: { type: ["number", "null"] },
    timeFrom: { type: ["string", "null"] },
    timeShift: { type: ["string", "null"] },
    timeCompare: anyText,
    hideTimeOverride: flag,
    cacheTimeout: { type: ["string", "null"] },
    queryCachingTTL: { type: ["number", "null"] },
  },
);

/** Any panel but a row; those of these ids are as Grafana wrote them. */
export function panelDefinition(rawIds: readonly number[]): Schema {
  if (rawIds.length === 0) return panelOfWord;
  const isRaw = { ...object, properties: { id: { enum: rawIds } }, required: ["id"] };
  return { if: isRaw, then: rawPanel, else: panelOfWord };
}

const panel: Schema = { $ref: "#/definitions/panel" };

/** A row; a closed one holds its panels, an open one is followed by them. */
const row = closed(
  {
    type: oneOf("row"),
    id: { type: "integer", minimum: 1 },
    title: text,
    collapsed: flag,
    gridPos: shared("gridPos"),
    panels: listOf(panel),
  },
  { repeat: variableName },
);

export const panelsSchema: Schema = listOf(when("type", "row", row, panel), { minItems: 1 });
