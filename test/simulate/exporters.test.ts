import { expect, test } from "vitest";
import { lineOf, runningSimulator, urlOf } from "./running-simulator.ts";

const json = "json-exporter:7979";
const blackbox = "blackbox-exporter:9115";

test("without a real JSON exporter the simulator answers the metrics of a JSON endpoint", async () => {
  const simulator = await runningSimulator();
  const target = encodeURIComponent(urlOf(simulator, "ticket-shop-status"));
  const url = `http://${simulator.hosts.get(json)}/probe?module=ticket-shop-status&target=${target}`;
  expect(await lineOf(url, "shop_waiting_buyers")).toBe(40);
  expect(await lineOf(url, 'shop_memory_limit_bytes{type="heap"}')).toBe(1_000_000_000);
  simulator.fire("TicketShopWaitingRoomFull");
  expect(await lineOf(url, "shop_waiting_buyers")).toBe(510);
});

test("a text is there as a label, and no series says what it is not", async () => {
  const simulator = await runningSimulator();
  const target = encodeURIComponent(urlOf(simulator, "ticket-shop-health-status"));
  const url = `http://${simulator.hosts.get(json)}/probe?module=ticket-shop-health-status&target=${target}`;
  const status = async (value: string) => lineOf(url, `shop_health_status{status="${value}"}`);
  const each = async () => [await status("ok"), await status("degraded"), await status("failed")];
  expect(await each()).toEqual([1, undefined, undefined]);
  simulator.fire("TicketShopDegraded");
  expect(await each()).toEqual([undefined, 1, undefined]);
});

test("a probe wants the real exporter", async () => {
  const simulator = await runningSimulator();
  const target = encodeURIComponent(urlOf(simulator, "ticket-shop-health"));
  const url = `http://${simulator.hosts.get(blackbox)}/probe?module=http_health&target=${target}`;
  const response = await fetch(url);
  expect(response.status).toBe(503);
  expect(await response.text()).toBe("the blackbox exporter is not available\n");
});

test.each([
  ["another module", "module=other"],
  ["another target", "module=ticket-shop-status&target=http://elsewhere/"],
])("%s is refused", async (_, query) => {
  const simulator = await runningSimulator();
  const response = await fetch(`http://${simulator.hosts.get(json)}/probe?${query}`);
  expect(response.status).toBe(400);
});
