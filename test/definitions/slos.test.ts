import { describe, expect, test } from "vitest";
import { notificationRouting } from "../../generators/routing/notification-routing.ts";
import { model } from "./own-model.ts";

const ofGame = model.slos.filter(({ service }) => service === "spacetime-vr");
const alertOf = (name: string) => model.alerts.find((alert) => alert.name === name);

describe("the SLOs of the game", () => {
  test.each([
    ["http-api-availability", "99.9%", "30d", 0.001, "of the requests fail"],
    ["http-api-latency", "95%", "30d", 0.05, "of the requests take longer than 500 ms"],
    ["vr-frame-rate", "95%", "28d", 0.05, "of the time played is below 85 frames a second"],
  ])("%s promises %s over %s", (id, objectiveText, window, budget, indicator) => {
    expect(ofGame.find((slo) => slo.id === id)).toMatchObject({
      objectiveText,
      windows: [window],
      budget,
      indicator,
      owner: "SpaceTime VR team",
      dashboard: "spacetime-vr-slos",
    });
  });

  test.each([
    ["HttpApiAvailabilityBurnsFast", ["1h", 0.0144], ["6h", 0.006]],
    ["HttpApiAvailabilityBurnsSlowly", ["1d", 0.003], ["3d", 0.001]],
    ["HttpApiLatencyBurnsFast", ["1h", 0.72], ["6h", 0.3]],
    ["HttpApiLatencyBurnsSlowly", ["1d", 0.15], ["3d", 0.05]],
    // 28 days have a little less budget than 30, so each pace is a little less.
    ["VrFrameRateBurnsFast", ["1h", 0.672], ["6h", 0.28]],
    ["VrFrameRateBurnsSlowly", ["1d", 0.14], ["3d", 0.046665]],
  ])("%s fires above these shares", (name, ...limits) => {
    const burn = ofGame.flatMap(({ burns }) => burns).find(({ alert }) => alert === name);
    expect(burn?.rates.map(({ long, limit }) => [long, Number(limit.toPrecision(12))])).toEqual(limits);
  });

  test("a page wakes whoever is on call, a ticket waits for business hours", () => {
    for (const { alerts } of ofGame) {
      expect(alerts.map((name) => alertOf(name)?.severity.name)).toEqual(["critical", "medium"]);
    }
  });

  test("failures are 5xx, fast is within 500 ms, comfortable is 85 frames or more", () => {
    const expr = (name: string) => model.recordings.find((one) => one.name === name)?.expr;
    expect(expr("job:http_api_availability_bad:rate1m")).toContain(
      'http_requests_total{job="spacetime-http-api", status=~"5.."}',
    );
    expect(expr("job:http_api_latency_bad:rate1m")).toContain('le="0.5"');
    expect(expr("job:vr_frame_rate_bad:count")).toContain('spacetime_fps{job="spacetime-performance"} < 85');
  });
});

test.each([
  ["afirgen-backend-availability", "99.5%", 'api_requests_total{job="afirgen-backend", status=~"5.."}'],
  ["gatewayz-api-availability", "99%", 'http_request_errors_total{job="gatewayz-api"}'],
])("%s promises %s over 30d, by its own counters", (id, objectiveText, bad) => {
  const slo = model.slos.find((one) => one.id === id);
  expect(slo).toMatchObject({ objectiveText, windows: ["30d"], indicator: "of the requests fail" });
  expect(id).toBe(`${slo?.service}-availability`);
  const name = `job:${id.replaceAll("-", "_")}_bad:rate1m`;
  expect(model.recordings.find((one) => one.name === name)?.expr).toContain(bad);
});

test("of an SLO the page inhibits the ticket, and nothing else inhibits or is inhibited by either", () => {
  const routing = notificationRouting(model);
  for (const { alerts } of model.slos) {
    const [page, ticket] = alerts.map((name) => routing.find(({ alert }) => alert.name === name));
    expect(page?.inhibitedBy).toEqual([]);
    expect(page?.inhibits.map(({ target }) => target)).toEqual([ticket?.alert]);
    expect(ticket?.inhibitedBy.map(({ source }) => source)).toEqual([page?.alert]);
    expect(ticket?.inhibits).toEqual([]);
  }
});

test("samples are kept for longer than the longest window", () => {
  expect(model.platform.prometheus.retention).toBe("31d");
});

// What an alert calls ok is what the simulated gateway does when all is well: then the SLO must be well too.
test.each(["GatewayzUnhealthy", "HighErrorRate"])("what %s calls ok keeps the gateway's promise", (name) => {
  const [scenario] = (alertOf(name)?.scenarios ?? []);
  const [errors = NaN, requests = NaN] = (scenario?.given ?? []).map((given) =>
    given.kind === "runs" ? Number(given.levels.ok) : NaN,
  );
  const budget = model.slos.find(({ id }) => id === "gatewayz-api-availability")?.budget ?? NaN;
  // Traffic sways by some per cent.
  expect(errors / requests).toBeLessThan(0.9 * budget);
});
