import type { EachOf, TextLabel, FieldTarget, JsonEndpoint, LeftOut } from "../language/json-endpoint.ts";
import { nodeOf } from "../language/expression/expression.ts";
import { scrapeMetrics } from "../language/prometheus-metrics.ts";
import { metricOf } from "../language/metric.ts";
import { valueAt } from "../language/json-path.ts";
import type { SecretFile } from "../language/secret.ts";
import { address } from "../shape-values.ts";
import { escapeMarkdown, inlineCode } from "../text/markdown.ts";
import type { JobSources, JobType } from "./job.ts";
import { isList } from "../promql/label-value.ts";
import type { MetricDefinition } from "../language/metric-definition.ts";
import { anySample, presence, type Presence, type PresentIn } from "./presence.ts";
import { type JsonFieldModel, wholePath } from "./json-field.ts";
import { moduleSection } from "./json-module.ts";
import { reachable } from "./reachable.ts";
import { jobShape } from "./shape.ts";

/** What only a JSON endpoint is resolved to. */
interface OwnModel {
  /** A real answer. */
  readonly sample: unknown;
  readonly bearerToken: SecretFile | undefined;
  /** Fields that become series, in the order of the mapping. */
  readonly fields: readonly JsonFieldModel[];
  /** Fields that do not, and why. */
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}

/** A program that answers JSON, which json_exporter turns into metrics. */
export const json: JobType<JsonEndpoint, OwnModel> = {
  word: "jsonEndpoint",
  noun: "JSON endpoint",
  shape: jobShape(address, {}),
  resolve: (job, sources) => ({
    sample: job.sample,
    bearerToken: job.bearerToken,
    ...resolveFields(job, sources),
  }),
  target: (written, localhost) => ({
    written,
    address: reachable(written, localhost),
    instance: written.replace(/^https?:\/\/([^/?#]+).*$/, "$1"),
  }),
  ownMetrics: (job) => [scrapeMetrics(job)],
  sample: ({ sample }) => sample,
  asked: {
    by: "json-exporter",
    module: (job) => ({ name: job.name, section: moduleSection(job), definition: job }),
    debug: "",
  },
  url: (_job, url) => url,
  token: ({ bearerToken }) => bearerToken,
  secrets: ({ bearerToken }) => (bearerToken ? [bearerToken] : []),
  parts: () => [],
  texts: ({ name, leftOut }) =>
    leftOut.map(({ path, reason }) => [`field ${path} of job "${name}"`, { reason }] as const),
  docs: {
    reached: () => "Through the JSON exporter, which turns fields of the response into metrics",
    notes: ({ leftOut }) =>
      leftOut.map(
        ({ path, reason }) => `The field ${inlineCode(path)} is not a metric: ${escapeMarkdown(reason)}`,
      ),
    fields: ({ fields }, metric) => fields.filter((field) => field.metric === metric).map(fieldText),
    noData: [
      `If it comes from a JSON response, the field may be missing there; ${inlineCode("docker compose logs json-exporter")} names it.`,
    ],
  },
  alwaysThere: (job, { name, definition }) =>
    definition.comesAndGoes === undefined
      ? job.fields
          // The objects of a list come and go.
          .filter(({ metric, each }) => metric === name && each === undefined)
          .map((field) => presenceOf(job, field, definition))
      : [],
  anything: anySample,
  atRest: () => undefined,
};

/** That a field has a number; of a text, that it is one of those that are listed. */
function presenceOf(job: PresentIn, field: JsonFieldModel, { labels: specs }: MetricDefinition): Presence {
  const { metric, labels, textLabel, sampleText } = field;
  const spec = textLabel === undefined ? undefined : specs[textLabel];
  const own = { metric, labels };
  return textLabel !== undefined && spec !== undefined && isList(spec)
    ? presence(job, { ...own, listed: { label: textLabel, values: spec, sample: sampleText } })
    : presence(job, own);
}

function resolveFields(
  { job, sample }: JsonEndpoint,
  { service, metrics }: JobSources,
): Pick<OwnModel, "fields" | "leftOut"> {
  const mappings = Object.values(service.jsonFields ?? {}).filter(({ endpoint }) => endpoint.job === job);
  const entries = mappings.flatMap(({ fields }) => Object.entries(fields)).flatMap(eachEntry);
  const own = metrics.filter((metric) => metric.job === job);
  return {
    fields: entries.flatMap((entry) => fieldModel(entry, own, sample)),
    leftOut: entries.flatMap((entry) =>
      isLeftOut(entry.target) ? [{ path: wholePath(entry), reason: entry.target.reason }] : [],
    ),
  };
}

type Single = Exclude<FieldTarget, EachOf<never>>;
type Mapped = Exclude<Single, LeftOut>;

/** A field, or the field of each object of a list, and what becomes of it. */
interface Entry extends Pick<JsonFieldModel, "path" | "each"> {
  readonly target: Single;
}

/** Of a list those of its objects. */
function eachEntry([path, target]: readonly [string, FieldTarget]): Entry[] {
  if (!isEach(target)) return [{ path, target }];
  const each = { list: path, labels: target.labels };
  return Object.entries(target.fields).map(([own, one]) => ({ path: own, target: one, each }));
}

function isEach(target: FieldTarget): target is EachOf<never> {
  return "kind" in target && target.kind === "each of a list";
}

function isTextLabel(target: Mapped): target is TextLabel<never> {
  return "kind" in target && target.kind === "text label";
}

function isLeftOut(target: Single): target is LeftOut {
  return "kind" in target && target.kind === "left out";
}

/** The series of a field: the labels it has are those that `where` fixed, but for the job, which scraping adds. */
function fieldModel(
  { path, each, target }: Entry,
  metrics: JobSources["metrics"],
  sample: unknown,
): JsonFieldModel[] {
  if (isLeftOut(target)) return [];
  const isText = isTextLabel(target);
  const selector = isText ? target.metric : target;
  const metric = metricOf(selector);
  const node = nodeOf(selector);
  if (!metric || node.kind !== "selector") return [];
  const definition = metrics.find(({ name }) => name === metric.name)?.definition;
  const fixed = node.matchers.filter(({ name, op }) => op === "=" && name !== "job");
  const text = isText ? valueAt(sample, path) : undefined;
  return [
    {
      path,
      metric: metric.name,
      type: definition?.type === "counter" ? "counter" : "gauge",
      help: definition?.help ?? "",
      labels: Object.fromEntries(fixed.map(({ name, value }) => [name, value])),
      ...(isText && { textLabel: target.label }),
      ...(typeof text === "string" && { sampleText: text }),
      ...(each && { each }),
    },
  ];
}

function fieldText(field: JsonFieldModel): string {
  const pairs = Object.entries(field.labels).map(([name, value]) => inlineCode(`${name}="${value}"`));
  return `${inlineCode(wholePath(field))}${pairs.length === 0 ? "" : ` (${pairs.join(", ")})`}`;
}
