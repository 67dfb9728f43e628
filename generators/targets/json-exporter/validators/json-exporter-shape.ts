import { exporterModules } from "../../../jobs/of-jobs.ts";
import type { Mistake } from "../../validation/finding.ts";
import { entriesAt, itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { SchemaValidator } from "../../validation/validator.ts";
import { jsonExporterSchema } from "../schema.ts";

/** json-exporter.yml by a schema: the exporter's own check accepts nearly everything. */
export const jsonExporterShape: SchemaValidator = {
  id: "json-exporter-shape",
  what: "JSON endpoints",
  by: "schema",
  covers: (path) => path === "json-exporter/json-exporter.yml",
  schema: () => jsonExporterSchema,
  mustRefuse: ["modules: { wrong: { metrics: [{ name: wrong, valueType: gauge }] } }\n"],
  placeOf: ([, module], _file, { model }) =>
    exporterModules(model.jobs, "json-exporter").find(({ name }) => name === module)?.definition.place,
  mistakes: ({ data }) =>
    entriesAt(data, "modules").flatMap(([name, module]) => namesakeMistakes(name, module)),
};

/**
 * Metrics of one name must have one help and the same label names, or the exporter hangs up; with the same labels and
 * values it answers 500.
 */
function namesakeMistakes(module: string, data: unknown): Mistake[] {
  const metrics = itemsAt(data, "metrics");
  return metrics.flatMap((metric, index) => {
    const namesakes = metrics.slice(0, index).filter((other) => sharesName(other, metric));
    const [first] = namesakes;
    if (first === undefined) return [];
    const mistake = (message: string): Mistake[] => [
      { path: ["modules", module, "metrics", String(index)], message },
    ];
    if (namesakes.some((other) => labelsOf(other) === labelsOf(metric))) return mistake("appears twice");
    if (textAt(first, "help") !== textAt(metric, "help"))
      return mistake("has a different help than another metric of the same name");
    return labelNames(first) === labelNames(metric)
      ? []
      : mistake("has other labels than another metric of the same name");
  });
}

function sharesName(one: unknown, other: unknown): boolean {
  return namesOf(one).some((name) => namesOf(other).includes(name));
}

/** An object has a metric for each of its values, whose name comes after its own. */
function namesOf(metric: unknown): string[] {
  const name = textAt(metric, "name") ?? "";
  const values = entriesAt(metric, "values").map(([value]) => `${name}_${value}`);
  return textAt(metric, "type") === "object" ? values : [name];
}

function labelNames(metric: unknown): string {
  return JSON.stringify(
    entriesAt(metric, "labels")
      .map(([name]) => name)
      .sort(),
  );
}

function labelsOf(metric: unknown): string {
  return JSON.stringify(entriesAt(metric, "labels").sort(([a], [b]) => (a < b ? -1 : 1)));
}
