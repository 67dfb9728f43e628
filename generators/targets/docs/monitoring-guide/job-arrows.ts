import type { JobModel } from "../../../jobs/index.ts";
import type { TargetModel } from "../../../jobs/job.ts";
import type { Model } from "../../../model/model.ts";
import { runningContainers } from "../../../model/running-containers.ts";
import { containerStation, serviceStation, type Arrow, type Station } from "./station.ts";

const machine: Station = { key: "machine", shape: "round", lines: ["the machine"] };
const prometheus = containerStation("prometheus");

/** What Prometheus fetches, with the names of the jobs, and through which exporter. */
export function jobArrows(model: Model): Arrow[] {
  const arrows = model.jobs.flatMap((job) => arrowsOf(job, model));
  const measures = arrows.some(({ from }) => from.key === containerStation("node-exporter").key);
  return measures ? [{ from: machine, to: containerStation("node-exporter"), words: [] }, ...arrows] : arrows;
}

function arrowsOf(job: JobModel, model: Model): Arrow[] {
  const words = [job.name];
  const sources = job.targets.map((target) => sourceOf(target, job, model));
  if (job.kind === "scrape") return sources.map((from) => ({ from, to: prometheus, words }));
  const exporter = containerStation(job.kind === "probe" ? "blackbox-exporter" : "json-exporter");
  const asked = sources.map((from) => ({ from, to: exporter, words }));
  return asked.length === 0 ? [] : [...asked, { from: exporter, to: prometheus, words }];
}

/** A program of the stack when the address is its name, else the service itself. */
function sourceOf({ address }: TargetModel, { service }: JobModel, model: Model): Station {
  const host = address.replace(/^https?:\/\//, "").split(/[:/?#]/)[0];
  const container = runningContainers(model).find(({ name }) => name === host);
  if (container) return containerStation(container.name);
  return serviceStation(
    model.services.find(({ name }) => name === service) ?? { name: service, title: service },
  );
}
