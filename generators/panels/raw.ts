import type { Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import * as z from "zod";
import type { JsonValue } from "../language/panel-json.ts";
import { named } from "../shape-values.ts";
import { isOurs, jsonTargets } from "./json-targets.ts";
import type { PanelModel } from "./panel-model.ts";
import type { PanelKind } from "./panel.ts";
import type { PanelBuilder } from "./sdk.ts";

/** What Grafana's JSON of a panel says of how it looks and asks, beside its queries and what the word says itself. */
export const rawPanelLooks = [
  "datasource",
  "options",
  "fieldConfig",
  "transformations",
  "transparent",
  "interval",
  "maxDataPoints",
  "timeFrom",
  "timeShift",
  "timeCompare",
  "hideTimeOverride",
  "cacheTimeout",
  "queryCachingTTL",
] as const;

const rawPanelKeys: ReadonlySet<string> = new Set(["type", "pluginVersion", "targets", ...rawPanelLooks]);

/** A panel as its author found it in Grafana. */
export const raw: PanelKind<"raw"> = {
  word: "rawPanel",
  plugin: undefined,
  // As Grafana's own.
  size: { width: 12, height: 8 },
  queries: {
    time: "history by default",
    format: "time_series",
    legend: undefined,
    // Its JSON says in which unit they are shown.
    unitOf: () => undefined,
    oneUnit: false,
  },
  thresholds: false,
  own: ({ json, reason }) => ({ json, reason }),
  shape: z.object({ json: jsonShape() }),
  build,
  schema: { options: {}, custom: undefined },
  mistakes: () => [],
  adds: () => undefined,
  texts: ({ own: { reason } }) => ({ reason }),
  guide: ({ own: { json } }) => `${json.type}, as JSON`,
};

function jsonShape(): z.ZodType {
  const identified = z.looseObject({ id: z.string() });
  const panel = z.looseObject({
    type: named(
      /^(?!row$)[a-z][a-z0-9-]*$/,
      'write the id of a plugin that draws panels, such as "histogram"',
    ),
    targets: z.array(z.looseObject({ refId: z.string().optional() })).optional(),
    options: z.looseObject({}).optional(),
    fieldConfig: z
      .looseObject({
        defaults: z.looseObject({}).optional(),
        overrides: z
          .array(z.looseObject({ matcher: identified, properties: z.array(identified) }))
          .optional(),
      })
      .optional(),
    transformations: z.array(identified).optional(),
  });
  return panel.check(onlyKnownKeys, onlyJson);
}

function onlyKnownKeys({ value, issues }: z.core.ParsePayload<object>): void {
  const fix =
    "leave it out: json has what Grafana knows of a panel; title, description, links, repeat, width and height are said beside it";
  const others = Object.keys(value).filter((key) => !rawPanelKeys.has(key));
  for (const key of others) {
    issues.push({
      code: "custom",
      path: [key],
      message: "is nothing to say here",
      params: { fix },
      input: value,
    });
  }
}

/** Functions, NaN and dates would become something else in a file, or nothing. */
function onlyJson({ value, issues }: z.core.ParsePayload): void {
  const wrong = notJson(value, []);
  if (!wrong) return;
  const params = { fix: "write texts, finite numbers, true, false, null, lists and objects" };
  issues.push({ code: "custom", path: wrong, message: "is not JSON", params, input: value });
}

function notJson(value: unknown, path: readonly string[]): string[] | undefined {
  if (value === undefined || value === null || typeof value === "string" || typeof value === "boolean")
    return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : [...path];
  if (typeof value !== "object" || value instanceof Date) return [...path];
  for (const [key, part] of Object.entries(value)) {
    const wrong = notJson(part, [...path, key]);
    if (wrong) return wrong;
  }
  return undefined;
}

/** What all panels have is put into the JSON, which says the rest. */
function build({ own: { json } }: PanelModel<"raw">): PanelBuilder {
  const said = new Map<string, unknown>();
  const say = (key: string) => (value: unknown) => void said.set(key, value);
  const alreadySaid = () => undefined;
  return {
    id: say("id"),
    title: say("title"),
    description: say("description"),
    gridPos: say("gridPos"),
    repeat: say("repeat"),
    repeatDirection: say("repeatDirection"),
    maxPerRow: say("maxPerRow"),
    links: (links) => say("links")(links.map((link) => link.build())),
    datasource: (source) => say("datasource")(isOurs(json.datasource) ? source : json.datasource),
    targets: (queries) =>
      say("targets")(
        mergedTargets(
          json,
          queries.map((query) => query.build()),
        ),
      ),
    interval: (interval) => say("interval")(json["interval"] ?? interval),
    noValue: (text) => say("fieldConfig")(withNoValue(json.fieldConfig, text)),
    unit: alreadySaid,
    decimals: alreadySaid,
    min: alreadySaid,
    max: alreadySaid,
    mappings: alreadySaid,
    thresholds: alreadySaid,
    // A cast: Grafana's JSON is a panel; what can be known of it, its shape has looked at.
    build: () => ({ ...json, ...Object.fromEntries(said) }) as unknown as Panel,
  };
}

/** Grafana's own queries keep what their JSON says, but for what is asked, and whom. */
function mergedTargets(json: PanelModel<"raw">["own"]["json"], built: readonly object[]): unknown[] {
  const byRefId = new Map(built.map((query) => [refIdOf(query), query]));
  const written = jsonTargets(json).map(({ refId, target, expr }) => {
    const query = byRefId.get(refId);
    if (expr === undefined || query === undefined) return { refId, ...target };
    byRefId.delete(refId);
    const { expr: _, datasource: __, ...others } = target;
    return { ...query, ...others };
  });
  return [...written, ...byRefId.values()];
}

function refIdOf(query: object): unknown {
  return "refId" in query ? query.refId : undefined;
}

function withNoValue(fieldConfig: JsonValue | undefined, text: string): unknown {
  const { defaults, ...others } = objectOf(fieldConfig);
  return { overrides: [], ...others, defaults: { noValue: text, ...objectOf(defaults) } };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
