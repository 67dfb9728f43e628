import type { LabelSpecs } from "../../generators/language/label.ts";
import { storedLabels } from "../../generators/language/label.ts";
import { metricGroupOf } from "../../generators/language/metric.ts";
import type { MetricDefinition } from "../../generators/language/metric-definition.ts";
import type { Service } from "../../generators/language/service.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import { type Exported, exportOf, type KnownProject, type Refused } from "./known-project.ts";

/** A metric of a service, and how other files of the project write it. */
export interface KnownMetric {
  readonly definition: MetricDefinition;
  readonly job: string | undefined;
  /** As its series are stored, those of its job among them. */
  readonly labels: LabelSpecs;
  /** `sales.shop_orders_total` */
  readonly handle: string;
  /** `sales`, and the file that exports it. */
  readonly exported: Exported;
}

/** The metric of this name of a service. */
export async function findMetric(
  name: string,
  service: Service,
  known: KnownProject,
): Promise<KnownMetric | Refused> {
  const names = new Set<string>();
  for (const value of Object.values(service.metrics)) {
    const group = metricGroupOf(value);
    for (const definition of group?.metrics ?? []) {
      names.add(definition.name);
      if (group === undefined || definition.name !== name) continue;
      const { file } = definition.place;
      const exported = await exportOf(value, file, known);
      if (!exported)
        return { refused: `${file} declares ${name}, but does not export what metrics(…) returns.` };
      const labels = storedLabels(group.labels, definition.labels);
      return { definition, job: group.source?.job, labels, handle: `${exported.name}.${name}`, exported };
    }
  }
  return {
    refused: `The service ${service.name} declares no metric ${name}${suggestion(name, names)}.${some(name, names)}`,
  };
}

/** Those that have a word of it, so that a person finds the one that is meant. */
function some(name: string, names: ReadonlySet<string>): string {
  const words = name.split("_").filter((word) => word.length > 3);
  const near = [...names].filter((one) => words.some((word) => one.split("_").includes(word)));
  const shown = near.length > 0 && near.length <= 40 ? near : [...names].slice(0, 20);
  return shown.length === 0
    ? ""
    : `\nIt has${shown.length < names.size ? ", among others" : ""}:\n${shown.map((one) => `  ${one}`).join("\n")}`;
}
