import { describe, expect, it } from "vitest";
import { model } from "./own-model.ts";

const own = <T extends { readonly service: string }>(things: readonly T[]) =>
  things.filter(({ service }) => service === "afirgen-backend");

// The alerts of its SLO come with it, and say their own; so do guards.
const ownAlerts = own(model.alerts).filter(
  ({ labels, guardOf }) => labels["slo"] === undefined && guardOf === undefined,
);

/** A word with a capital in the middle of a sentence: the name of something. */
const name = /(?<=[a-z,;] )(?=[A-Z])/g;

describe("the words of afirgen-backend are true", () => {
  const panels = own(model.dashboards).flatMap(({ rows }) =>
    rows.flatMap((row) => row.panels.map(({ title }) => title)),
  );
  const known = [
    ...panels,
    ...own(model.runbooks).map(({ title }) => title),
    ...ownAlerts.map(({ name }) => name),
    // Not names of ours.
    ...["Prometheus", "API", "EXPLAIN", "AFIRGen backend"],
  ];
  const texts = [
    ...ownAlerts.flatMap(({ actions, impact, annotations }) => [
      ...actions,
      impact,
      ...Object.values(annotations),
    ]),
    ...own(model.runbooks).flatMap(({ pattern, questions, causes, actions }) => [
      pattern,
      ...questions.map(({ means }) => means),
      ...causes,
      ...actions,
    ]),
  ];

  it("what they name within a sentence is a panel, a runbook or an alert", () => {
    const named = texts.flatMap((text) => [...text.matchAll(name)].map(({ index }) => text.slice(index)));
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((rest) => !known.some((one) => rest.startsWith(one)))).toEqual([]);
  });
});

describe("the runbooks of afirgen-backend", () => {
  const runbooks = own(model.runbooks);

  it.each([
    ["errors-rise-while-latency-falls", "AfirgenHighErrorRate"],
    ["latency-rises-at-steady-traffic", "AfirgenLatencyHigh"],
    ["requests-hang-without-errors", "AfirgenRequestsStuck"],
    ["down-or-only-blind", "AfirgenBackendDown"],
    ["pool-exhausted-at-normal-load", "AfirgenDbPoolExhausted"],
    ["hit-rate-falls-after-a-deploy", "AfirgenCacheHitRateLow"],
    ["cache-fails-and-the-database-pays", "AfirgenCacheErrors"],
    ["model-server-slow", "AfirgenModelServerSlow"],
    ["model-server-comes-and-goes", "AfirgenModelServerUnavailable"],
    ["queue-grows-while-the-processor-idles", "AfirgenQueueGrowing"],
    ["tasks-fail-while-requests-succeed", "AfirgenTasksFailing"],
    ["machine-busy-without-traffic", "AfirgenHighCPU"],
  ])("%s is led to by %s", (slug, alert) => {
    expect(runbooks.find((one) => one.slug === slug)?.alerts).toContain(alert);
  });

  it("lead on from every alert", () => {
    const listed = new Set(runbooks.flatMap((runbook) => runbook.alerts));
    expect(ownAlerts.filter(({ name }) => !listed.has(name))).toEqual([]);
  });

  it("ask at least three questions each, and are named rightly where an action or a runbook names one", () => {
    expect(runbooks.filter(({ questions }) => questions.length < 3)).toEqual([]);
    const titles = runbooks.map(({ title }) => title);
    const texts = ownAlerts.flatMap(({ actions }) => actions);
    const named = texts.flatMap((text) => /\bread the runbook ([^:.,?]+)/i.exec(text)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(3);
    for (const start of named) expect(titles).toContain(start);
  });
});
