import type { LabelSpec } from "../../language/label.ts";
import type { JobModel } from "../../jobs/index.ts";
import { relabellingNotes } from "../../jobs/metric-relabelling.ts";
import { metricKey } from "../../model/metrics-behind.ts";
import type { MetricModel, Model } from "../../model/model.ts";
import { runningContainers, type RunningContainer } from "../../model/running-containers.ts";
import type { SloModel } from "../../model/slo-model.ts";
import { formatQuantity } from "../../text/quantity.ts";
import type { Described, Facts } from "../version.ts";

/** The SLOs, by what was promised. */
export function describedSlos({ slos }: Pick<Model, "slos">): Described[] {
  return slos.map((slo) => ({ name: slo.title, place: slo.place, facts: sloFacts(slo) }));
}

function sloFacts(slo: SloModel): Facts {
  const { objectiveText, windows, indicator, minimumTraffic, burns } = slo;
  const rates = burns.map(({ alert, window, rates: all }) => {
    const paces = all.map(({ factor, long, short }) => `${factor} times over ${long} and ${short}`);
    return `${alert} (${window}): ${paces.join(", ")}`;
  });
  return {
    objective: objectiveText,
    "time it is promised over": windows.join(", "),
    "what is bad": indicator,
    "traffic below which nothing fires": String(minimumTraffic),
    "paces at which its alerts fire": rates.join("; "),
  };
}

/** The metrics, by what makes expressions of them mean something else. */
export function describedMetrics({ metrics }: Pick<Model, "metrics">): Described[] {
  return metrics.map(({ name, job, place, definition }) => ({
    name: metricKey(job, name),
    place,
    facts: metricFacts(definition),
  }));
}

function metricFacts(definition: MetricModel["definition"]): Facts {
  const { type, unit, labels } = definition;
  return {
    type,
    unit,
    labels:
      Object.entries(labels)
        .map(([label, spec]) => `${label}: ${specText(spec)}`)
        .join("; ") || "none",
    ...("onePer" in definition ? { "one series per": definition.onePer.join(", ") } : {}),
    ...("buckets" in definition ? { buckets: definition.buckets.join(", ") } : {}),
    ...("quantiles" in definition ? { quantiles: definition.quantiles.join(", ") } : {}),
  };
}

function specText(spec: LabelSpec): string {
  if (spec === "*") return "any value";
  return spec instanceof RegExp ? String(spec) : spec.join(", ");
}

/** The jobs, by what is scraped and how. */
export function describedJobs({ jobs }: Pick<Model, "jobs">): Described[] {
  return jobs.map((job) => ({ name: job.name, place: job.place, facts: jobFacts(job) }));
}

function jobFacts(job: JobModel): Facts {
  const { targets, labels, every, timeout } = job;
  const steps = job.kind === "scrape" ? relabellingNotes(job.metricSteps) : [];
  return {
    targets: targets.map(({ written }) => written).join(", ") || "none",
    "how often it is scraped": `every ${every}`,
    "how long a scrape may take": timeout,
    ...(steps.length > 0 ? { "what is stored": steps.join("; ") } : {}),
    labels:
      Object.entries(labels)
        .map(([label, value]) => `${label}: ${value}`)
        .join("; ") || "none",
  };
}

/** The times of the week at which routes are active, or mute. */
export function describedHours({ platform }: Pick<Model, "platform">): Described[] {
  return Object.values(platform.timeIntervals).map(({ name, place, weekdays, times, location }) => ({
    name,
    place,
    facts: {
      days: weekdays?.join(", ") ?? "every day",
      times: times?.map(({ from, to }) => `${from} to ${to}`).join(", ") ?? "the whole day",
      "time zone": location,
    },
  }));
}

/** The programs that run. */
export function describedContainers(model: Pick<Model, "logs" | "platform">): Described[] {
  const { place } = model.platform.deploy;
  return runningContainers(model).map((container) => ({
    name: container.name,
    place,
    facts: containerFacts(container),
  }));
}

function containerFacts({ image, digest, memoryMiB, cpus, maxProcesses, hostPort }: RunningContainer): Facts {
  return {
    image: digest === undefined ? image : `${image} at ${digest}`,
    memory: formatQuantity(memoryMiB * 1024 ** 2, "bytes"),
    // As the language has it where nobody says otherwise.
    processors: String(cpus ?? 1),
    "most processes": maxProcesses === undefined ? "as the program needs" : String(maxProcesses),
    "port on the machine": hostPort === undefined ? "none" : String(hostPort),
  };
}
