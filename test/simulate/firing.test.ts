import { expect, test } from "vitest";
import { complaintsAbout, namesIn } from "../../scripts/simulate/firing-names.ts";
import { followCommands } from "../../scripts/simulate/typed-commands.ts";
import { PassThrough } from "node:stream";
import { lineOf, model, runningSimulator, urlOf } from "./running-simulator.ts";

test("every alert can be played, but for those that fire by themselves", () => {
  const names = model.alerts.map(({ name }) => name);
  expect(complaintsAbout(names, model)).toEqual(["Watchdog fires by itself: its scenario plays nothing"]);
});

test.each([
  ["TicketShopSloW", "there is no alert \"TicketShopSloW\" (did you mean 'TicketShopSlow'?)"],
  ["HostDiskFilling:3", "HostDiskFilling:3: HostDiskFilling has 2 scenarios"],
  ["Watchdog", "Watchdog fires by itself: its scenario plays nothing"],
])("%s cannot be played, and why", (name, complaint) => {
  expect(complaintsAbout([name], model)).toEqual([complaint]);
});

test("of several scenarios each can be played", () => {
  expect(complaintsAbout(["HostDiskFilling", "HostDiskFilling:2"], model)).toEqual([]);
});

test.each([
  ["A,B", ["A", "B"]],
  [" A , B ,", ["A", "B"]],
  [undefined, []],
])("the names in %j", (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test("what is not named in the scenario of an alert is not there: a gauge vanishes, a counter stands still", async () => {
  const simulator = await runningSimulator();
  const url = urlOf(simulator, "node");
  const other = 'node_filesystem_avail_bytes{device="/dev/sdb1",fstype="xfs",mountpoint="/data"}';
  expect(await lineOf(url, other)).toBeGreaterThan(0);
  simulator.fire("HostDiskAlmostFull");
  expect(await lineOf(url, other)).toBeUndefined();
  expect(
    await lineOf(url, 'node_filesystem_avail_bytes{device="/dev/sda1",fstype="ext4",mountpoint="/"}'),
  ).toBe(49e9);
  simulator.rest();
  expect(await lineOf(url, other)).toBeGreaterThan(0);
});

test("a real program behind an address answers, but for what a scenario plays", async () => {
  const simulator = await runningSimulator();
  const real = await runningSimulator();
  const page = urlOf(simulator, "prometheus");
  // Another simulator stands for the real Prometheus: what it answers is its own.
  simulator.putBehind("prometheus:9090", new URL(urlOf(real, "prometheus")).origin);
  real.fire("PrometheusConfigReloadFailed");
  expect(await lineOf(page, "prometheus_config_last_reload_successful")).toBe(0);
  simulator.fire("PrometheusConfigReloadFailed");
  real.rest();
  expect(await lineOf(urlOf(real, "prometheus"), "prometheus_config_last_reload_successful")).toBe(1);
  expect(await lineOf(page, "prometheus_config_last_reload_successful")).toBe(0);
  expect(await lineOf(page, "prometheus_tsdb_head_series")).toBe(20);
});

test("what is typed is done and answered", async () => {
  const said: string[] = [];
  const input = new PassThrough();
  const playing = new Set<string>();
  const simulator = {
    fire: (name: string) => (name === "Known" ? void playing.add(name) : `there is no alert "${name}"`),
    rest: (name?: string) => (name === undefined ? playing.clear() : void playing.delete(name)),
    firing: () => [...playing],
  };
  const ended = new Promise((resolve) => input.once("end", resolve));
  followCommands(input, simulator, (line) => said.push(line));
  input.end("fire Known\nfire Other\n\nok\nhello\n");
  await ended;
  await new Promise(setImmediate);
  expect(said).toEqual([
    "playing Known",
    'there is no alert "Other"',
    "all is well",
    'type "fire <Alert>", "ok" or "ok <Alert>", and Enter; Ctrl-C ends it',
  ]);
});
