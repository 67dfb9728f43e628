import type { JobModel } from "../../generators/jobs/index.ts";
import type { TargetModel } from "../../generators/jobs/job.ts";
import type { Model } from "../../generators/model/model.ts";
import { deployTarget } from "../../generators/model/deploy-target.ts";
import { exportersOf, exporterOf, urlOf } from "../../generators/jobs/of-jobs.ts";
import { wantedOf } from "./wanted-headers.ts";
import { certificateAuthority, type Authority } from "./certificate.ts";
import { exporterRoute, type ExportedTarget } from "./exporter-route.ts";
import { groupBy } from "../../generators/group-by.ts";
import type { Samples } from "./json-target.ts";
import type { RealPrograms } from "./scrape-route.ts";
import { originOf, type Route } from "./route.ts";
import { serveOrigin, type Origin } from "./serve-origin.ts";
import { targetKey, type SimulatedSeries } from "./series.ts";
import { declaredOf } from "./series-of-model.ts";
import type { SimulatedTarget } from "./simulated-target.ts";
import type { World } from "./world.ts";
import { discoveryRoute } from "./discovery-route.ts";
import { jobRoute } from "./job-server.ts";

/** One target of a job, as the definitions say it and as it is simulated. */
export interface ServedTarget {
  readonly job: string;
  readonly instance: string;
  /** As the deployed files say it. */
  readonly address: string;
  /** All of it, with the path. */
  readonly url: string;
}

export interface ServeTargetsOptions {
  readonly model: Model;
  readonly series: readonly SimulatedSeries[];
  readonly world: World;
  readonly samples: Samples;
  /** By the names of the secrets. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly real: RealPrograms;
}

export interface ServedTargets {
  readonly targets: readonly ServedTarget[];
  /** Where each address of the definitions is simulated: `localhost:8080` is `127.0.0.1:34567`. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Who signed the certificates of the targets that speak TLS (PEM). */
  readonly authority: string;
  readonly stop: () => Promise<void>;
}

/** A target with the job it belongs to. */
type Placed = SimulatedTarget & { readonly job: JobModel };

/** Serves every target of every job, each address on a free port, and the exporters that stand before some. */
export async function serveTargets(options: ServeTargetsOptions): Promise<ServedTargets> {
  const { model, real } = options;
  const placed = model.jobs.flatMap((job) => job.targets.map((target) => placedTarget(job, target, options)));
  // Filled when the ports are known: an exporter is asked for a target by its address.
  const exported: ExportedTarget[] = [];
  const routes = [
    ...placed.map((target) => routeOf(target, options)),
    ...model.jobs
      .filter((job) => job.absentWhileStopped)
      .map((job) =>
        discoveryRoute(
          job.name,
          placed.filter((target) => target.job === job),
        ),
      ),
    ...exporterAddresses(model).map((address) => exporterRoute(address, () => exported, model, real)),
  ];
  const authority = certificateAuthority("signalbox's simulated targets");
  const origins = await serveOrigins(routes, authority);
  const targets = placed.map((target) => served(target, origins));
  for (const [index, { job, ...rest }] of placed.entries()) {
    if (exporterOf(job)) exported.push({ ...rest, job, url: targets[index]?.url ?? "" });
  }
  return {
    targets,
    authority: authority.cert,
    hosts: new Map([...origins].map(([origin, { host }]) => [origin.replace(/^https?:\/\//, ""), host])),
    stop: async () => void (await Promise.all([...origins.values()].map((origin) => origin.stop()))),
  };
}

function placedTarget(job: JobModel, target: TargetModel, options: ServeTargetsOptions): Placed {
  const key = targetKey({ job: job.name, instance: target.instance });
  return {
    job,
    target,
    series: options.series.filter((one) => targetKey(one) === key),
    world: options.world,
    wanted: wantedOf(job, options.tokens),
  };
}

function routeOf({ job, ...target }: Placed, { model, samples, real }: ServeTargetsOptions): Route {
  return jobRoute(job, target, { metrics: declaredOf(job, model), sample: samples.get(job.name), real });
}

/** `json-exporter:7979`, `blackbox-exporter:9115`: of those that a job is asked through. */
function exporterAddresses({ platform, jobs }: Model): string[] {
  return exportersOf(jobs).map((name) => deployTarget(platform.deploy).addressOf(name));
}

async function serveOrigins(routes: readonly Route[], authority: Authority): Promise<Map<string, Origin>> {
  const groups = groupBy(routes, ({ origin }) => origin);
  const served = await Promise.all(
    [...groups].map(async ([origin, own]) => [origin, await serveOrigin(own, authority)] as const),
  );
  return new Map(served);
}

function served({ job, target }: Placed, origins: ReadonlyMap<string, Origin>): ServedTarget {
  const written = urlOf(job, target.written);
  const origin = originOf(written);
  const url = `${origin.replace(/[^/]*$/, "")}${origins.get(origin)?.host ?? ""}${written.slice(origin.length)}`;
  return { job: job.name, instance: target.instance, address: target.address, url };
}
