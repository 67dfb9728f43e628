import { color, dataSource, shared, sharedDefinitions, uid } from "./dashboard-fields.ts";
import { panelDefinition, panelsSchema } from "./dashboard-panels.ts";
import {
  anyText,
  closed,
  count,
  flag,
  listOf,
  matching,
  oneOf,
  text,
  when,
  type Schema,
} from "../../../schema.ts";

/** The marks that people set by hand, which every dashboard of Grafana has. */
const ownAnnotations = closed({
  name: text,
  datasource: closed({ type: oneOf("grafana"), uid: oneOf("-- Grafana --") }),
  type: oneOf("dashboard"),
  builtIn: oneOf(1),
  enable: flag,
  hide: flag,
  iconColor: text,
});

const annotation = closed({
  name: text,
  datasource: dataSource,
  builtIn: oneOf(0),
  enable: flag,
  hide: flag,
  iconColor: color,
  titleFormat: text,
  textFormat: text,
  target: closed(
    {
      refId: text,
      datasource: dataSource,
      expr: text,
      editorMode: oneOf("code"),
      range: flag,
      instant: flag,
    },
    { interval: text },
  ),
});

const choices = listOf(text, { minItems: 1 });
/** One value, or several. */
const chosen = (values: Schema) => closed({ selected: flag, text: values, value: values });

/** What Grafana's editor adds to every variable. */
const ofEveryVariable = {
  skipUrlSync: flag,
  allowCustomValue: flag,
  auto: flag,
  auto_min: text,
  auto_count: count,
} as const;

/** The choice among data sources; the value is a uid. */
const sourceVariable = closed(
  {
    type: oneOf("datasource"),
    name: matching("^[a-zA-Z]\\w*$"),
    label: text,
    query: oneOf("prometheus"),
    current: closed({ selected: flag, text, value: uid }),
    multi: oneOf(false),
    includeAll: oneOf(false),
  },
  ofEveryVariable,
);

const variable = closed(
  {
    type: oneOf("query"),
    name: matching("^[a-zA-Z]\\w*$"),
    label: text,
    datasource: dataSource,
    query: closed({ qryType: oneOf(1), query: text, refId: text }),
    definition: text,
    refresh: oneOf(1, 2),
    sort: { type: "integer", minimum: 0, maximum: 8 },
    multi: flag,
    includeAll: flag,
  },
  {
    ...ofEveryVariable,
    current: { anyOf: [chosen(choices), chosen(text)] },
    allValue: oneOf(".*", ".+"),
    regex: matching("^/.+/[a-z]*$"),
    hide: oneOf(2),
  },
);

/**
 * A dashboard's file; `id`, `version` and `__inputs`, which Grafana's own export has, do not belong into it.
 *
 * @param rawIds the ids of the panels that are Grafana's own JSON
 */
export const dashboardSchema = (rawIds: readonly number[]): Schema => ({
  definitions: { ...sharedDefinitions, panel: panelDefinition(rawIds) },
  ...closed(
    {
      title: text,
      uid,
      description: text,
      schemaVersion: oneOf(42),
      tags: listOf(text),
      editable: flag,
      graphTooltip: oneOf(0, 1, 2),
      timezone: oneOf("browser", "utc"),
      time: closed({ from: matching("^now-\\d+[smhdwMy]$"), to: oneOf("now") }),
      templating: closed({
        list: listOf(when("type", "datasource", sourceVariable, variable), { minItems: 1 }),
      }),
      annotations: closed({ list: listOf(when("builtIn", 1, ownAnnotations, annotation)) }),
      links: shared("links"),
      panels: panelsSchema,
    },
    { refresh: anyText, fiscalYearStartMonth: { type: "integer", minimum: 0, maximum: 11 } },
  ),
});
