import { setTimeout as wait } from "node:timers/promises";
import type { ProbeJobModel } from "../../generators/model/job-model.ts";
import { measuredOf } from "./measured.ts";
import { json, originOf, pathOf, type Request, type Route } from "./route.ts";
import type { SimulatedTarget } from "./simulated-target.ts";

// Further away than any rule looks.
export const healthyCertificateMs = 365 * 24 * 60 * 60 * 1000;

/** An address that is probed from outside, and beside it the short check `…/quick` that people use. */
export function probeRoutes(job: ProbeJobModel, { target, series, world }: SimulatedTarget): Route[] {
  const origin = originOf(target.written);
  const path = pathOf(target.written);
  const measured = measuredOf(series, world);
  const answer = async ({ path: asked }: Request) => {
    await wait((measured("probe_duration_seconds") ?? 0) * 1000);
    const isWell = measured("probe_success") !== 0;
    const status = measured("probe_http_status_code") ?? (isWell ? healthyStatus(job) : 503);
    return json(status, {
      status: isWell ? "healthy" : "unhealthy",
      check: asked,
      issues: isWell ? [] : ["simulated"],
    });
  };
  const certificateEnd = () => {
    if (measured("probe_success") === 0) return undefined;
    const expiry = measured("probe_ssl_earliest_cert_expiry");
    return new Date(expiry === undefined ? Date.now() + healthyCertificateMs : expiry * 1000);
  };
  const tls = origin.startsWith("https:") ? { certificateEnd } : {};
  return [path, `${path.replace(/\/$/, "")}/quick`].map((one) => ({
    origin,
    path: one,
    answer,
    isMadeUp: true,
    ...tls,
  }));
}

export function healthyStatus({ module }: ProbeJobModel): number {
  return module.validStatusCodes?.[0] ?? 200;
}
