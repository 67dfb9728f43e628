import { statisticIn } from "../../generators/checks/metrics/computed-statistics-are-declared.ts";
import type { LabelSpec } from "../../generators/language/label.ts";
import { everyJob } from "../../generators/language/prometheus-metrics.ts";
import { call, type Code, type Item, keyOf, list, object, text } from "../code/code.ts";
import { printImports } from "../code/imports.ts";
import { camelCase, kebabCase } from "../code/names.ts";
import { openAnswer } from "../code/open-answer.ts";
import { printStatement } from "../code/print-code.ts";
import { groupFamilies } from "../new/metric/group-families.ts";
import { importsFor } from "../new/module-path.ts";
import type { WrittenFile } from "../new/written-files.ts";
import type { DeclaredMetric } from "./declared-metric.ts";
import type { Handle, ImportedService } from "./imported-service.ts";

/** The files that declare metrics, with the handle of each metric. */
export interface MetricsFiles {
  readonly files: readonly WrittenFile[];
  readonly handles: ReadonlyMap<string, Handle>;
}

/** The catalogue of a service: one file, or a folder with one for each part of a long one. */
export function metricsFiles(service: ImportedService): MetricsFiles {
  const groups = groupsOf(service);
  const isOne = groups.length === 1;
  const files = groups.map((group) => {
    const path = isOne ? `${service.folder}/metrics.ts` : `${service.folder}/metrics/${group.file}.ts`;
    return { path, group, file: groupFile(group, path, service) };
  });
  const handles = files.flatMap(({ path, group }) =>
    group.metrics.map(({ name }) => {
      const code = /^\w+$/.test(name) ? `${group.exported}.${name}` : `${group.exported}[${text(name)}]`;
      return [name, { code, words: [], exports: [{ name: group.exported, file: path }] }] as const;
    }),
  );
  const written = files.map(({ file }) => file);
  return { files: isOne ? written : [indexOf(service, groups), ...written], handles: new Map(handles) };
}

interface MetricGroup {
  readonly file: string;
  readonly exported: string;
  readonly metrics: readonly DeclaredMetric[];
  /** Labels that targets have, and not the metrics themselves. */
  readonly common: readonly string[];
}

/** What Prometheus writes itself of each target has the labels that the target has. */
function isOfPrometheus({ name }: DeclaredMetric): boolean {
  return name in everyJob;
}

function groupsOf(service: ImportedService): MetricGroup[] {
  const { metrics, labelsOf } = service.words;
  const ofPrometheus = metrics.filter(isOfPrometheus);
  const own = groupsOfPrograms(
    service,
    metrics.filter((metric) => !isOfPrometheus(metric)),
  );
  if (ofPrometheus.length === 0) return own;
  const common = [
    ...new Set(["job", "instance", ...ofPrometheus.flatMap(({ name }) => [...labelsOf(name)])]),
  ];
  return [...own, { file: "targets", exported: "targets", metrics: ofPrometheus, common }];
}

function groupsOfPrograms({ name }: ImportedService, all: readonly DeclaredMetric[]): MetricGroup[] {
  const unseen = { type: "gauge", help: "", unit: undefined, samples: [] } as const;
  const families = all.map((metric) => ({ ...unseen, name: metric.name }));
  const byName = new Map(all.map((metric) => [metric.name, metric]));
  const taken = new Map<string, DeclaredMetric[]>();
  for (const { prefix, families: own } of groupFamilies(families)) {
    const file = [kebabCase(prefix ?? "")].find((one) => one !== "" && one !== "index") ?? "others";
    const metrics = own.flatMap((family) => byName.get(family.name) ?? []);
    taken.set(file, [...(taken.get(file) ?? []), ...metrics]);
  }
  return [...taken].map(([file, metrics]) => ({
    file,
    exported: taken.size === 1 ? `${camelCase(name)}Metrics` : `${camelCase(file)}Metrics`,
    metrics: [...metrics].sort((a, b) => (a.name < b.name ? -1 : 1)),
    common: ["job", "instance"],
  }));
}

function indexOf({ folder }: ImportedService, groups: readonly MetricGroup[]): WrittenFile {
  const lines = groups.map(({ file }) => `export * from "./${file}.ts";\n`).sort();
  return { kind: "new", path: `${folder}/metrics/index.ts`, text: lines.join("") };
}

function groupFile(group: MetricGroup, path: string, service: ImportedService): WrittenFile {
  const { metrics, exported, common } = group;
  const entries = metrics.map((metric) => metricEntry(metric, service.words.labelsOf(metric.name), common));
  const options = metrics.some(isForeign)
    ? [object("", [{ key: "foreignNames", value: text(`the programs behind ${service.from} name them`) }])]
    : [];
  const ofEveryTarget = object(
    "",
    common.map((label) => ({ key: keyOf(label), value: text("*") })),
  );
  const code = call("metrics", [ofEveryTarget, object("", entries, { wrapped: true }), ...options], true);
  const words = ["metrics", ...new Set(metrics.map(({ type }) => type))];
  const imports = printImports(importsFor(path, { words, exports: [] }));
  return { kind: "new", path, text: `${imports}\n${printStatement(`export const ${exported} = `, code)}` };
}

/** Whether its name breaks the conventions for one's own metrics. */
function isForeign({ name, type, quantiles }: DeclaredMetric): boolean {
  if (quantiles.some((quantile) => quantile > 1)) return true;
  return name.includes(":") || (type === "counter" && !name.endsWith("_total"));
}

function metricEntry(
  metric: DeclaredMetric,
  labels: ReadonlySet<string>,
  common: readonly string[],
): Item & { readonly key: string } {
  const { name, type, help, unit, buckets, quantiles, comment } = metric;
  const own = [...new Set([...Object.keys(metric.labels), ...labels])]
    .filter((label) => !common.includes(label))
    .sort();
  const specs = own.map((label) => ({ key: keyOf(label), value: specCode(metric.labels[label] ?? "*") }));
  const entries = [
    { key: "help", value: text(help ?? openAnswer("what does it measure?")) },
    ...(unit === "count" ? [] : [{ key: "unit", value: text(unit) }]),
    ...(specs.length === 0 ? [] : [{ key: "labels", value: object("", specs) }]),
    ...(type === "histogram" ? [{ key: "buckets", value: list(buckets.map(String)) }] : []),
    ...(type === "summary" ? [{ key: "quantiles", value: list(quantiles.map(String)) }] : []),
    ...(type === "gauge" ? computedEntry(name) : []),
    ...(metric.unused === undefined ? [] : [{ key: "unused", value: text(metric.unused) }]),
  ];
  return { key: keyOf(name), value: object(type, entries), comment };
}

/** The statistic that the program computed itself, as far as the name says it. */
function computedEntry(name: string): { readonly key: string; readonly value: Code }[] {
  const statistic = statisticIn(name);
  return statistic === undefined ? [] : [{ key: "computed", value: text(statistic) }];
}

function specCode(spec: LabelSpec): Code {
  if (typeof spec === "string") return text(spec);
  return spec instanceof RegExp ? String(spec) : list(spec.map(text));
}
