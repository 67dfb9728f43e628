import type { TextLabel, FieldTarget, JsonEndpoint, LeftOut } from "../language/json-endpoint.ts";
import { nodeOf } from "../language/expression/expression.ts";
import { scrapeMetrics } from "../language/prometheus-metrics.ts";
import { metricOf } from "../language/metric.ts";
import type { SecretFile } from "../language/secret.ts";
import { address } from "../shape-values.ts";
import { escapeMarkdown, inlineCode } from "../text/markdown.ts";
import { splitMetricName } from "../text/split-metric-name.ts";
import type { JobSources, JobType } from "./job.ts";
import { isList } from "../promql/label-value.ts";
import type { MetricDefinition } from "../language/metric-definition.ts";
import { anySample, presence, type Presence, type PresentIn } from "./presence.ts";
import { reachable } from "./reachable.ts";
import { jobShape } from "./shape.ts";

/** One field of a JSON endpoint that becomes a series. */
export interface JsonFieldModel {
  /** Path in the answer: `memory.static_memory_usage`. */
  readonly path: string;
  readonly metric: string;
  readonly type: "gauge" | "counter";
  readonly help: string;
  /** Labels of this series, such as `{ type: "static" }`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of a text: the label that it becomes, of a series that is 1. */
  readonly textLabel?: string;
}

/** What only a JSON endpoint is resolved to. */
interface OwnModel {
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
  resolve: (job, sources) => ({ bearerToken: job.bearerToken, ...resolveFields(job.job, sources) }),
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
      ? job.fields.filter(({ metric }) => metric === name).map((field) => presenceOf(job, field, definition))
      : [],
  anything: anySample,
  atRest: () => undefined,
};

/** That a field has a number; of a text, that it is one of those that are listed. */
function presenceOf(job: PresentIn, field: JsonFieldModel, { labels: specs }: MetricDefinition): Presence {
  const { metric, labels, textLabel } = field;
  const spec = textLabel === undefined ? undefined : specs[textLabel];
  const own = { metric, labels };
  return textLabel !== undefined && spec !== undefined && isList(spec)
    ? presence(job, { ...own, listed: { label: textLabel, values: spec } })
    : presence(job, own);
}

function resolveFields(job: string, { service, metrics }: JobSources): Pick<OwnModel, "fields" | "leftOut"> {
  const mappings = Object.values(service.jsonFields ?? {}).filter(({ endpoint }) => endpoint.job === job);
  const entries = mappings.flatMap(({ fields }) => Object.entries(fields));
  const own = metrics.filter((metric) => metric.job === job);
  return {
    fields: entries.flatMap(([path, target]) => (isLeftOut(target) ? [] : fieldModel(path, target, own))),
    leftOut: entries.flatMap(([path, target]) =>
      isLeftOut(target) ? [{ path, reason: target.reason }] : [],
    ),
  };
}

type Mapped = Exclude<FieldTarget, LeftOut>;

function isTextLabel(target: Mapped): target is TextLabel<never> {
  return "kind" in target && target.kind === "text label";
}

function isLeftOut(target: FieldTarget): target is LeftOut {
  return "kind" in target && target.kind === "left out";
}

/** The series of a field: the labels it has are those that `where` fixed, but for the job, which scraping adds. */
function fieldModel(path: string, target: Mapped, metrics: JobSources["metrics"]): JsonFieldModel[] {
  const { selector, text } = isTextLabel(target)
    ? { selector: target.metric, text: { textLabel: target.label } }
    : { selector: target, text: {} };
  const metric = metricOf(selector);
  const node = nodeOf(selector);
  if (!metric || node.kind !== "selector") return [];
  const definition = metrics.find(({ name }) => name === metric.name)?.definition;
  const fixed = node.matchers.filter(({ name, op }) => op === "=" && name !== "job");
  return [
    {
      path,
      metric: metric.name,
      type: definition?.type === "counter" ? "counter" : "gauge",
      help: definition?.help ?? "",
      labels: Object.fromEntries(fixed.map(({ name, value }) => [name, value])),
      ...text,
    },
  ];
}

/** json_exporter ignores keys that it does not know, without a word, and knows lower-case ones only. */
function moduleSection({ bearerToken, fields }: OwnModel): object {
  return {
    http_client_config: {
      // A redirect, as to a login page, must count as a failure, and the token must not travel to another host.
      follow_redirects: false,
      authorization: bearerToken && { credentials_file: bearerToken.path },
    },
    // Left out, any 2xx would do; only 200 is sure to carry the whole answer.
    valid_status_codes: [200],
    metrics: fields.map(metricEntry),
  };
}

function metricEntry({ metric, path, help, type, labels, textLabel }: JsonFieldModel): object {
  if (textLabel === undefined) {
    const own = Object.keys(labels).length === 0 ? undefined : labels;
    return { name: metric, path: jsonPath(path), help, valuetype: type, labels: own };
  }
  const [name = metric, value = ""] = splitMetricName(metric) ?? [];
  return {
    name,
    path: jsonPath(path),
    help,
    type: "object",
    valuetype: type,
    // Where the answer lacks the field, an object gives no series; a plain value would have an empty label.
    values: { [value]: "1" },
    labels: { ...labels, [textLabel]: "{@}" },
  };
}

/** `memory.static_memory_usage` as the exporter's JSONPath; what would end a field's name there is escaped. */
function jsonPath(path: string): string {
  return `{.${path.replace(/[\s,[\]$@{}]/g, "\\$&")}}`;
}

function fieldText({ path, labels }: JsonFieldModel): string {
  const pairs = Object.entries(labels).map(([name, value]) => inlineCode(`${name}="${value}"`));
  return `${inlineCode(path)}${pairs.length === 0 ? "" : ` (${pairs.join(", ")})`}`;
}
