// What the live run of the three services has in it: it takes the cases from the definitions.
import { expect, test } from "vitest";
import { playlist, inhibitedByTheirOwn } from "../live/pieces.ts";
import { alertOn } from "../live/alerts-on.ts";
import { alwaysFiring } from "../live/always-firing.ts";
import { model } from "./own-model.ts";

test("two services are at one address, and a call has a service of its own", () => {
  const jobsAt8000 = model.jobs.filter(({ targets }) =>
    targets.some(({ instance }) => instance === "localhost:8000"),
  );
  expect(jobsAt8000.map(({ name }) => name).sort()).toEqual(["afirgen-backend", "gatewayz-api"]);
  const calls = model.catalogue.all.find(({ name }) => name === "external_api_calls_total");
  expect([...(calls?.labels.keys() ?? [])]).toContain("exported_service");
});

test("two jobs export one name", () => {
  const jobs = model.metrics.filter(({ name }) => name === "http_requests_total").map(({ job }) => job);
  expect(jobs.sort()).toEqual(["gatewayz-api", "spacetime-http-api"]);
});

test("one alert cannot notify by itself, and one always fires", () => {
  const inhibited = inhibitedByTheirOwn(playlist()).map(({ alert }) => alert.name);
  expect(inhibited).toEqual(["VrFrameRateBurnsSlowly"]);
  expect(alwaysFiring).toEqual(["Watchdog"]);
});

test("one alert is about each program of the stack", () => {
  expect(alertOn(model, "up", "blackbox-exporter").name).toBe("TargetDown");
  expect(alertOn(model, "prometheus_config_last_reload_successful", "prometheus").name).toBe(
    "PrometheusConfigReloadFailed",
  );
});
