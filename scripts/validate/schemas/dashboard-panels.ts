import { dataSource, fieldConfig, gridPos, link, targets } from "./dashboard-fields.ts";
import { panelOptions } from "./dashboard-panel-options.ts";
import { anyText, closed, count, flag, listOf, named, oneOf, text, type Schema } from "./parts.ts";

const described: Readonly<Record<string, Schema>> = {
  id: { type: "integer", minimum: 1 },
  title: text,
  description: text,
  gridPos,
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

const queryPanels = Object.entries(panelOptions).map(([type, { options, custom }]) =>
  closed(
    {
      type: oneOf(type),
      ...described,
      datasource: dataSource,
      targets,
      options,
      fieldConfig: fieldConfig(custom),
    },
    { interval: text, links: listOf(link), transformations: listOf(transformation) },
  ),
);

const textPanel = closed(
  {
    type: oneOf("text"),
    ...described,
    options: closed({ mode: oneOf("markdown"), content: text }),
  },
  { links: listOf(link) },
);

const panels: readonly Schema[] = [...queryPanels, textPanel];

/** A row; a closed one holds its panels, an open one is followed by them. */
const row = closed({
  type: oneOf("row"),
  id: { type: "integer", minimum: 1 },
  title: text,
  collapsed: flag,
  gridPos,
  panels: listOf(byType(panels)),
});

export const panelsSchema: Schema = listOf(byType([row, ...panels]), { minItems: 1 });

/** One of these, as its `type` says: so that a mistake is told of that type, and not of all. */
function byType(schemas: readonly Schema[]): Schema {
  return { type: "object", discriminator: { propertyName: "type" }, required: ["type"], oneOf: schemas };
}
