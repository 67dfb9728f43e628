import type { RecordingModel } from "../../model/rule-model.ts";
import type { LabelMap } from "../../promql/expression-type.ts";
import { canBeMissing } from "../../promql/label-value.ts";

/** `level:metric:operations` */
export const levelMetricOperations = /^[a-zA-Z_]\w*:\w+:\w+$/;

/** The level of a recording's name, where its series differ in other labels. */
export interface LevelMistake {
  readonly level: string;
  /** In which they differ. */
  readonly telling: readonly string[];
  readonly right: string;
}

/** What is wrong with the first part of `level:metric:operations`; undefined: nothing, or the labels are not known, or it is no such name. */
export function levelMistake(recording: RecordingModel): LevelMistake | undefined {
  const [labels, level] = [labelsOf(recording), levelOf(recording)];
  if (!labels || !levelMetricOperations.test(recording.name) || namesLabels(level, labels)) return undefined;
  const telling = tellingOf(labels);
  return { level, telling, right: telling.join("_") || whole };
}

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
