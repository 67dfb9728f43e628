import type { JobModel } from "../../jobs/index.ts";
import type { Files, Output } from "../../output.ts";
import { printYaml } from "../../text/yaml.ts";

/** The targets of each job, in files of their own: Prometheus reads them again whenever they change. */
export const prometheusTargets: Output = ({ jobs }): Files =>
  Object.fromEntries(
    jobs.filter(hasTargetFile).map((job) => [`prometheus/targets/${job.name}.yml`, targetFile(job)]),
  );

/** Whether the targets of a job stand in a file, and are not looked for by name. */
export function hasTargetFile({ absentWhileStopped }: Pick<JobModel, "absentWhileStopped">): boolean {
  return !absentWhileStopped;
}

function targetFile({ description, targets, labels, place }: JobModel): string {
  const groups = targets.map(({ address, instance }) => ({
    targets: [address],
    labels: { instance, ...labels },
  }));
  return belowHeader(printYaml(groups, { source: place.file }), [oneLine(description), ...advice]);
}

const advice = [
  "The targets as defined. Where an environment has other targets, change them in a copy of this folder: out/README.md",
  "explains how. Keep the labels: without `instance`, all targets behind an exporter would get the exporter's address.",
];

function belowHeader(yaml: string, comment: readonly string[]): string {
  const [header = "", ...body] = yaml.split("\n");
  return [header, ...comment.map((line) => `# ${line}`), ...body].join("\n");
}

/** A line break would end the comment. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
