import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { RecordingModel } from "../../model/rule-model.ts";
import type { LabelMap } from "../../promql/expression-type.ts";
import { canBeMissing } from "../../promql/label-value.ts";

/** The first part of `level:metric:operations` names the labels that tell the series of a recording apart. */
export const recordingLevelsNameTheirLabels: Check = {
  id: "recording-levels-name-their-labels",
  why: "Recordings are named level:metric:operations, and the level says which labels are left. People who use the recording rely on that, for example to join it.",
  source: "https://prometheus.io/docs/practices/rules/",
  wrong: `
export const webRate = recording(
  "channel:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
  },
);
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  right: `
export const webRate = recording(
  "instance:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
  },
);
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  *find({ recordings }: Model): Iterable<Finding> {
    for (const recording of recordings) {
      const labels = labelsOf(recording);
      if (!labels || namesLabels(levelOf(recording), labels)) continue;
      const telling = tellingOf(labels);
      yield {
        definition: recording,
        message: `recording "${recording.name}" names the level "${levelOf(recording)}", but its series differ in ${telling.join(", ") || "nothing"}`,
        fix: `name it ${telling.join("_") || whole}:${recording.name.split(":").slice(1).join(":")}`,
      };
    }
  },
};

/** The level of a single series: selectors are pinned to a job, so what is added up is of that job. */
const whole = "job";

/** Those of its expression, and those that it sets itself. */
function labelsOf({ labels: own, analysis }: RecordingModel): LabelMap | undefined {
  const set = Object.entries(own).map(([label, value]) => [label, [value]] as const);
  return analysis.type.labels && new Map([...analysis.type.labels, ...set]);
}

function namesLabels(level: string, labels: LabelMap): boolean {
  const telling = tellingOf(labels);
  if (telling.length === 0 && level === whole) return true;
  // A label that always has the same value may be named, and need not.
  const named = labelsIn(level, [...labels.keys()]);
  return named !== undefined && telling.every((label) => named.includes(label));
}

/** The labels that can differ from series to series, but for those that only the targets of some jobs have. */
function tellingOf(labels: LabelMap): string[] {
  const isFixed = (values: unknown): boolean => Array.isArray(values) && values.length === 1;
  return [...labels]
    .filter(([, values]) => !isFixed(values) && !canBeMissing(values))
    .map(([label]) => label);
}

function levelOf({ name }: RecordingModel): string {
  return name.split(":")[0] ?? "";
}

/** The labels that a level is made of; undefined when it has other words in it. */
function labelsIn(level: string, labels: readonly string[]): string[] | undefined {
  // Labels are joined by _, and one may have another in its name: the longest goes first.
  const longestFirst = [...labels].sort((a, b) => b.length - a.length);
  let rest = `_${level}_`;
  const named = longestFirst.filter((label) => {
    const before = rest;
    rest = rest.replace(`_${label}_`, "_");
    return rest !== before;
  });
  return rest === "_" ? named : undefined;
}
