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

/** The metric of this name of a service; where several of its jobs expose it, that of the job. */
export async function findMetric(
  name: string,
  service: Service,
  known: KnownProject,
  job?: string,
): Promise<KnownMetric | Refused> {
  const declared = declaredIn(service);
  const ofName = declared.filter(({ definition }) => definition.name === name);
  const found = job === undefined ? ofName : ofName.filter(({ group }) => group.source?.job === job);
  const [first, second] = found;
  if (!first) return { refused: notFound(name, service, declared, ofName, job) };
  if (second) {
    const jobs = found.map(({ group }) => group.source?.job ?? "no job");
    return { refused: `${name} is declared for ${jobs.join(" and for ")}: say for which with --job.` };
  }
  const { group, value, definition } = first;
  const { file } = definition.place;
  const exported = await exportOf(value, file, known);
  if (!exported) return { refused: `${file} declares ${name}, but does not export what metrics(…) returns.` };
  const labels = storedLabels(group.labels, definition.labels);
  return { definition, job: group.source?.job, labels, handle: `${exported.name}.${name}`, exported };
}

function declaredIn(service: Service) {
  // Two exports may be the same metrics.
  return [...new Set(Object.values(service.metrics))].flatMap((value) => {
    const group = metricGroupOf(value);
    return group === undefined ? [] : group.metrics.map((definition) => ({ value, group, definition }));
  });
}

type Declared = ReturnType<typeof declaredIn>;

function notFound(
  name: string,
  service: Service,
  declared: Declared,
  ofName: Declared,
  job: string | undefined,
): string {
  const jobs = ofName.flatMap(({ group }) => group.source?.job ?? []);
  if (jobs.length > 0) return `${name} is no metric of the job ${job}, but of ${jobs.join(" and ")}.`;
  const names = new Set(declared.map(({ definition }) => definition.name));
  return `The service ${service.name} declares no metric ${name}${suggestion(name, names)}.${some(name, names)}`;
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
