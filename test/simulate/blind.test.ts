import { expect, test } from "vitest";
import type { Simulator } from "../../scripts/simulate/simulator.ts";
import { lineOf, runningSimulator, urlOf } from "./running-simulator.ts";

// What a guard is for: the target is up, and what alerts rest on is not in its answer.

async function answerOf(url: string): Promise<string> {
  const response = await fetch(url);
  return `${response.status}: ${(await response.text()).trim()}`;
}

/** What an exporter is asked for a target of a job. */
function askedOf(simulator: Simulator, exporter: string, job: string, module: string): string {
  const target = encodeURIComponent(urlOf(simulator, job));
  return `http://${simulator.hosts.get(exporter)}/probe?module=${module}&target=${target}`;
}

test("a program whose metrics are gone answers an empty page", async () => {
  const simulator = await runningSimulator();
  simulator.fire("NodeBlindHigh");
  expect(await answerOf(urlOf(simulator, "node"))).toBe("200: ");
  simulator.rest();
  expect(await answerOf(urlOf(simulator, "node"))).toContain("node_memory_MemTotal_bytes");
});

test("a real program whose metrics are gone answers an empty page too", async () => {
  const simulator = await runningSimulator();
  const real = await runningSimulator();
  simulator.putBehind("alertmanager:9093", new URL(urlOf(real, "alertmanager")).origin);
  simulator.fire("AlertmanagerBlindHigh");
  expect(await answerOf(urlOf(simulator, "alertmanager"))).toBe("200: ");
});

test("a metric that is gone is not on the page, and the others are", async () => {
  const simulator = await runningSimulator();
  const url = urlOf(simulator, "prometheus");
  simulator.fire("PrometheusBlindMedium");
  expect(await lineOf(url, "prometheus_config_last_reload_successful")).toBeUndefined();
  expect(await lineOf(url, "prometheus_tsdb_head_series")).toBeGreaterThan(0);
});

test("an exporter that measures nothing answers an empty page, and the probed address is well", async () => {
  const simulator = await runningSimulator();
  const url = askedOf(simulator, "blackbox-exporter:9115", "ticket-shop-health", "http_health");
  simulator.fire("TicketShopHealthBlindCritical");
  expect(await answerOf(url)).toBe("200: ");
  expect((await fetch(urlOf(simulator, "ticket-shop-health"))).status).toBe(200);
  simulator.rest();
  expect(await answerOf(url)).toBe("503: the blackbox exporter is not available");
});

test("a field that is gone is not in the answer, and the others are", async () => {
  const simulator = await runningSimulator();
  const url = askedOf(simulator, "json-exporter:7979", "ticket-shop-status", "ticket-shop-status");
  simulator.fire("TicketShopStatusBlindCritical");
  expect(await lineOf(url, "shop_waiting_buyers")).toBeUndefined();
  expect(await lineOf(url, "shop_longest_wait_seconds")).toBeGreaterThan(0);
});
