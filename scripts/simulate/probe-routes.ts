import { setTimeout as wait } from "node:timers/promises";
import type { ProbeJobModel } from "../../generators/jobs/index.ts";
import { healthyStatus, verifiesCertificate } from "../../generators/jobs/probe.ts";
import { sampleLabel } from "../../generators/rule-tests/label-sample.ts";
import { compileRe2 } from "../../generators/promql/re2.ts";
import { measuredOf, numberOf, type SimulatedTarget } from "./simulated-target.ts";
import { originOf, pathOf, type Answer, type Request, type Route, type ShownCertificate } from "./route.ts";

/** An address that is probed from outside; what people ask below it, such as a short form of it, answers alike. */
export function probeRoute(job: ProbeJobModel, simulated: SimulatedTarget): Route {
  const { target } = simulated;
  const origin = originOf(target.written);
  const path = pathOf(target.written);
  const measured = measuredOf(simulated);
  const isTls = origin.startsWith("https:");
  // A client that does not trust the certificate asks nothing; whoever takes it as it is gets the answer.
  const failsByTrust = isTls && verifiesCertificate(job.module);
  const answer = async ({ path: asked }: Request): Promise<Answer> => {
    await wait((numberOf(measured, "probe_duration_seconds") ?? 0) * 1000);
    const isWell = failsByTrust || measured("probe_success") !== 0;
    const status = numberOf(measured, "probe_http_status_code") ?? (isWell ? healthyStatus(job.module) : 503);
    const said = {
      status: isWell ? "healthy" : "unhealthy",
      check: asked,
      issues: isWell ? [] : ["simulated"],
    };
    const body = `${JSON.stringify(said, undefined, 2)}\n`;
    return { status, contentType: "application/json", body: isWell ? wantedBody(body, job) : body };
  };
  const certificate = (): ShownCertificate | undefined => {
    const fails = measured("probe_success") === 0;
    if (fails && !failsByTrust) return undefined;
    const expiry = numberOf(measured, "probe_ssl_earliest_cert_expiry");
    return { until: expiry === undefined ? undefined : new Date(expiry * 1000), isTrusted: !fails };
  };
  return { origin, path, answer, isMadeUp: true, answersBelow: true, ...(isTls ? { certificate } : {}) };
}

/** The answer with what its module wants to read in it, and without itself where that may not be there. */
function wantedBody(body: string, { module }: ProbeJobModel): string {
  const { bodyMatches = [], bodyMustNotMatch = [] } = module;
  const isIn = (text: string) => (pattern: string) => contains(text, pattern);
  const start = bodyMustNotMatch.some(isIn(body)) ? "" : body;
  return bodyMatches.reduce((text, pattern) => {
    if (contains(text, pattern)) return text;
    const words = [pattern, firstOfEach(pattern)].flatMap(
      (one) => sampleLabel("body", "*", [{ op: "=~", value: one }]) ?? [],
    );
    const wanted = words.find((one) => contains(one, pattern));
    return wanted === undefined ? text : `${wanted}\n${text}`;
  }, start);
}

/** The pattern with only the first alternative of each group: `Hello, (world|you)` is `Hello, world`. */
function firstOfEach(pattern: string): string {
  return pattern.replace(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)/g, "$1");
}

function contains(text: string, pattern: string): boolean {
  return compileRe2(`(?s:.*)(?:${pattern})(?s:.*)`).matches?.(text) ?? false;
}
