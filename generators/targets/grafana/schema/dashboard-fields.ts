import {
  anyText,
  closed,
  count,
  flag,
  listOf,
  matching,
  named,
  number,
  oneOf,
  text,
  type Schema,
} from "../../../schema.ts";
import type { PanelSchema } from "../../../panels/panel.ts";

/** Colours by Grafana's names. */
export const color = oneOf("red", "orange", "yellow", "green", "blue", "purple");

export const dataSource = closed({ type: oneOf("prometheus"), uid: text });

export const uid = matching("^[A-Za-z0-9_-]{1,40}$");

const query = closed(
  {
    refId: matching("^[A-Z]+$"),
    expr: text,
    datasource: dataSource,
    format: oneOf("time_series", "table", "heatmap"),
    editorMode: oneOf("code"),
    range: flag,
    instant: flag,
  },
  { legendFormat: anyText, interval: text },
);

const targets = listOf(query, { minItems: 1 });

const position = (maximum: number): Schema => ({ type: "integer", minimum: 0, maximum });

const gridPos = closed({
  // 24 columns.
  x: position(23),
  y: count,
  w: { type: "integer", minimum: 1, maximum: 24 },
  h: { type: "integer", minimum: 1 },
});

const link = closed(
  { title: text, type: oneOf("link"), url: text },
  {
    icon: text,
    tooltip: anyText,
    tags: listOf(text),
    asDropdown: flag,
    targetBlank: flag,
    includeVars: flag,
    keepTime: flag,
  },
);

const thresholds = closed({
  mode: oneOf("absolute"),
  steps: listOf(closed({ value: { type: ["number", "null"] }, color }), { minItems: 1 }),
});

const mapping = closed({
  type: oneOf("value"),
  options: named(closed({ text, color, index: count }), matching("^-?\\d+(?:\\.\\d+)?$")),
});

/** A property that a field has otherwise than the others. */
const property: Schema = {
  type: "object",
  discriminator: { propertyName: "id" },
  required: ["id"],
  oneOf: [
    closed({
      id: oneOf("custom.cellOptions"),
      value: closed({ type: oneOf("color-text", "color-background", "auto") }),
    }),
    closed({ id: oneOf("unit"), value: text }),
    closed({ id: oneOf("decimals"), value: count }),
    closed({ id: oneOf("custom.width"), value: { type: "integer", minimum: 1 } }),
    closed({ id: oneOf("color"), value: closed({ mode: oneOf("fixed"), fixedColor: color }) }),
    closed({
      id: oneOf("custom.lineStyle"),
      value: closed({ fill: oneOf("dash"), dash: listOf(count, { minItems: 2 }) }),
    }),
    closed({ id: oneOf("custom.lineWidth"), value: count }),
    closed({ id: oneOf("custom.fillOpacity"), value: { type: "integer", minimum: 0, maximum: 100 } }),
    closed({ id: oneOf("custom.transform"), value: oneOf("negative-Y") }),
    closed({ id: oneOf("custom.axisPlacement"), value: oneOf("right") }),
    closed({ id: oneOf("custom.stacking"), value: closed({ mode: oneOf("none"), group: text }) }),
    closed({ id: oneOf("custom.hideFrom"), value: closed({ legend: flag, tooltip: flag, viz: flag }) }),
    closed({ id: oneOf("links"), value: listOf(closed({ title: text, url: text, targetBlank: flag })) }),
  ],
};

const overrides = listOf(
  closed({
    matcher: closed({ id: oneOf("byType", "byName", "byFrameRefID"), options: text }),
    properties: listOf(property, { minItems: 1 }),
  }),
);

/** What all types of panels share, compiled once and not for each: the schema of a dashboard has these as its definitions. */
export const sharedDefinitions = {
  targets,
  gridPos,
  links: listOf(link),
  thresholds,
  mappings: listOf(mapping),
  overrides,
} as const;

/** One of the definitions that panels share. */
export function shared(name: keyof typeof sharedDefinitions): Schema {
  return { $ref: `#/definitions/${name}` };
}

/** What a panel says of its values; `custom` is what only its type knows. Thresholds are said by each that has them, see panel.ts. */
export function fieldConfig({ custom }: PanelSchema, hasThresholds: boolean): Schema {
  const thresholds = hasThresholds ? { thresholds: shared("thresholds") } : {};
  const known = {
    color: closed({ mode: oneOf("thresholds", "palette-classic", "fixed") }, { fixedColor: color }),
    decimals: { type: "integer", minimum: 0, maximum: 20 },
    min: number,
    max: number,
    noValue: text,
    mappings: shared("mappings"),
    ...(custom && { custom }),
  };
  return closed({
    defaults: closed({ unit: text, ...thresholds }, known),
    overrides: shared("overrides"),
  });
}
