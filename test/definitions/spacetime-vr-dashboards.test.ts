import { describe, expect, it } from "vitest";
import { monitoring } from "../../definitions/platform/monitoring/service.ts";
import { spacetimeVr } from "../../definitions/services/spacetime-vr/service.ts";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { printPromql } from "../../generators/promql/print.ts";

const dashboards = Object.values(spacetimeVr.dashboards ?? {});
const titles: Readonly<Record<string, string>> = {
  "http-api-overview": "HTTP API Overview",
  "spacetime-vr-cache": "Cache",
  "spacetime-vr-performance": "VR Performance",
  "spacetime-vr-production": "SpaceTime VR Production Monitoring",
  "spacetime-vr-scenes": "Scene Management",
  "spacetime-vr-security": "Security",
};

describe("the dashboards of spacetime-vr", () => {
  it("are these, in one folder", () => {
    expect(Object.fromEntries(dashboards.map(({ uid, title }) => [uid, title]))).toEqual(titles);
    expect(new Set(dashboards.map(({ folder }) => folder))).toEqual(new Set(["SpaceTime VR"]));
  });

  it.each(dashboards.map((one) => [one.title, one] as const))(
    "%s is narrowed by the instance, and marks deployments in blue",
    (_, { variables, annotations }) => {
      expect(variables).toMatchObject([{ name: "instance", label: "instance" }]);
      expect(annotations).toMatchObject([{ name: "Deployments", color: "blue" }]);
      expect(annotations?.map(({ expr }) => printPromql(nodeOf(expr)))).toEqual([
        // That of the alert, over the step of the time axis: over a minute, ranges of two days and more would miss most of them.
        'changes(process_start_time_seconds{job="spacetime-http-api"}[$__rate_interval]) > 0',
      ]);
    },
  );

  it.each(dashboards.map((one) => [one.title, one] as const))(
    "%s leads to all others by their titles",
    (_, { uid, links = [] }) => {
      const others = Object.entries(titles).filter(([other]) => other !== uid);
      expect(links.map((link) => [link.title, "url" in link && link.url]).sort()).toEqual(
        others.map(([other, title]) => [title, `/d/${other}`]).sort(),
      );
    },
  );
});

describe("what the overview of the HTTP API shows", () => {
  const panels = dashboards
    .filter(({ uid }) => uid === "http-api-overview")
    .flatMap(({ rows }) => rows.flatMap((row) => row.panels));

  it.each([
    ["Requests by status class", 3],
    ["Error rate", 1],
    ["Latency percentiles", 3],
    ["Top slow endpoints", 1],
    ["Scene operations", 2],
    ["Sign-ins by result", 1],
    ["Resident memory", 1],
    ["Request size", 2],
    ["Response size", 2],
  ])("%s, by %i queries", (title, count) => {
    const [panel] = panels.filter((one) => one.title === title);
    expect(panel && "queries" in panel && panel.queries).toHaveLength(count);
  });

  it("takes the slowest endpoints from their recording", () => {
    const slow = panels.find(({ title }) => title === "Top slow endpoints");
    expect(slow).toMatchObject({ queries: [{ instant: true }] });
    const exprs = slow && "queries" in slow ? slow.queries : [];
    expect(exprs.map((one) => printPromql(nodeOf("kind" in one ? one.expr : one)))).toEqual([
      "topk(5, job:http_request_duration_seconds:p95)",
    ]);
  });
});

describe("panels that alerts name", () => {
  const known = [...dashboards, ...Object.values(monitoring.dashboards ?? {})].flatMap(({ rows }) =>
    rows.flatMap((row) => row.panels.map(({ title }) => title)),
  );
  const named = Object.entries(spacetimeVr.alerts ?? {}).flatMap(([name, { actions }]) =>
    actions.flatMap((action) =>
      [...action.matchAll(/\bpanels? (?=[A-Z])(.*)/g)].map(([, rest = ""]) => [name, rest] as const),
    ),
  );

  it("are a good part of what is said", () => {
    expect(named.length).toBeGreaterThan(20);
  });

  it.each(named)("%s: %s", (_, rest) => {
    expect(known.filter((title) => rest.startsWith(title))).not.toEqual([]);
  });
});
