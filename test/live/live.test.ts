import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Server } from "../../scripts/tools/serve.ts";
import { firingAlerts, healthOf, heldAlerts, rulesInForce } from "./ask.ts";
import { calm } from "./calm.ts";
import { model, startLiveStack, type LiveStack } from "./live-stack.ts";
import { playAll, strangers } from "./play-all.ts";
import { playlist } from "./playlist.ts";
import { end, reloadPrometheus, startAlertmanagerAgain, startBlackboxAgain } from "./programs.ts";
import { everybodyTold, toldOf, type Seen } from "./provoke.ts";
import { recipient, recipientsOf } from "./recipients.ts";
import { report } from "./report.ts";
import { timesTold } from "./times-told.ts";
import { until } from "./until.ts";

// All tests share one stack, one after the other: to start it takes longer than most of them.
let stack: LiveStack;
let alertmanager: Server;
let seen: readonly Seen[] = [];
const startedAgain: Server[] = [];

// Programs may have to be fetched first.
const startTimeoutMs = 300_000;
const testTimeoutMs = 240_000;

beforeAll(async () => {
  stack = await startLiveStack();
  alertmanager = stack.alertmanager;
}, startTimeoutMs);

// What a failed test was playing must not ring in the next one.
afterEach(() => stack.simulator.quiet());

afterAll(async () => {
  for (const server of startedAgain) await server.stop();
  await stack.stop();
  expect(existsSync(stack.folder)).toBe(false);
  for (const { pid } of [stack.prometheus, stack.alertmanager, stack.blackbox, ...startedAgain]) {
    expect(() => process.kill(pid, 0)).toThrow();
  }
  if (seen.length > 0) console.log(report(stack, seen));
});

test(
  "every alert is told to exactly those whom the routing table names, in its words, and is over",
  async () => {
    const pieces = playlist();
    seen = await playAll(stack, pieces);
    const byThemselves = model.alerts.filter(({ name }) => !seen.some((one) => one.name === name));
    expect(byThemselves.map(({ name }) => name)).toEqual(["Watchdog"]);
    expect(strangers(stack, pieces, seen)).toEqual([]);
    await calm(stack);
  },
  testTimeoutMs,
);

test("the Watchdog is told again and again to the watch outside", async () => {
  const told = () => toldOf(stack, "Watchdog", "firing", 0);
  await until("the Watchdog is told three times", () => (told().length >= 3 ? true : undefined));
  expect([...new Set(told().map(recipient))]).toEqual(recipientsOf("Watchdog"));
  expect(new Set(told().map(({ title }) => title))).toEqual(new Set(["Alerting works"]));
});

test.each([
  ["the API that is down", "SpaceTimeAPIDown", "SpaceTimePrometheusScrapeFailures", false],
  ["what is critical of the same instance", "SpaceTimeSceneLoadFailures", "SpaceTimeSceneLoadSlow", true],
])(
  "%s silences its signs, and nobody is told of them",
  async (_, source, target, isPlayed) => {
    const begunMs = Date.now();
    stack.simulator.ring(source);
    await everybodyTold(stack, source, "firing", begunMs);
    if (isPlayed) stack.simulator.ring(target);
    await rings(target);
    const held = await until(`Alertmanager has ${target}`, async () => {
      const alerts = await heldAlerts(stack.alertmanager.url, target);
      return alerts.length > 0 ? alerts : undefined;
    });
    expect(held.map(({ state }) => state)).toEqual(["suppressed"]);
    expect(held.flatMap(({ inhibitedBy }) => inhibitedBy)).toHaveLength(1);
    expect(toldOf(stack, target, "firing", begunMs)).toEqual([]);
    stack.simulator.quiet(source);
    await everybodyTold(stack, source, "resolved", begunMs);
    // What still rings when its silence ends is told then.
    if (isPlayed) await everybodyTold(stack, target, "firing", begunMs);
    stack.simulator.quiet();
    if (isPlayed) await everybodyTold(stack, target, "resolved", begunMs);
    await calm(stack);
  },
  testTimeoutMs,
);

async function rings(name: string): Promise<void> {
  await until(`${name} rings`, async () =>
    (await firingAlerts(stack.prometheus.url)).includes(name) ? true : undefined,
  );
}

// It writes down whom it told when it is asked to end. Killed, it has forgotten, and may tell once more.
test.each([
  ["SIGTERM", "nobody is told again", 1],
  ["SIGKILL", "nobody is told again more than once", 2],
] as const)(
  "Alertmanager ends by %s while an alert rings and starts again: nothing is lost, and %s",
  async (signal, _, mostTimes) => {
    const { simulator } = stack;
    const begunMs = Date.now();
    const [before, meanwhile, after] = [
      "HostMemoryLow",
      "HTTPAPIDown",
      "SpaceTimeVRHeadsetDisconnected",
    ] as const;
    simulator.ring(before);
    await everybodyTold(stack, before, "firing", begunMs);
    await end(alertmanager, signal);
    simulator.ring(meanwhile);
    await rings(meanwhile);
    expect(toldOf(stack, meanwhile, "firing", begunMs)).toEqual([]);
    alertmanager = await startAlertmanagerAgain(stack);
    startedAgain.push(alertmanager);
    await until(`Alertmanager has ${before} again`, async () =>
      (await heldAlerts(stack.alertmanager.url, before)).length > 0 ? true : undefined,
    );
    // Once people are told of what began to ring later, it has made up its mind about what rang before.
    simulator.ring(after);
    for (const name of [meanwhile, after]) await everybodyTold(stack, name, "firing", begunMs);
    const wellMs = Date.now();
    simulator.quiet();
    for (const name of [before, meanwhile, after]) await everybodyTold(stack, name, "resolved", wellMs);
    await calm(stack);
    const times = [...timesTold(stack, before, begunMs).values()];
    expect(times.map(({ resolved }) => resolved)).toEqual(times.map(() => 1));
    expect(Math.min(...times.map(({ firing }) => firing))).toBeGreaterThanOrEqual(1);
    expect(Math.max(...times.map(({ firing }) => firing))).toBeLessThanOrEqual(mostTimes);
    const once = [...timesTold(stack, meanwhile, begunMs).values()];
    expect(once).toEqual(once.map(() => ({ firing: 1, resolved: 1 })));
  },
  testTimeoutMs,
);

test(
  "a target that dies is told of, and that it is back",
  async () => {
    const begunMs = Date.now();
    await end(stack.blackbox, "SIGKILL");
    const told = await everybodyTold(stack, "TargetDown", "firing", begunMs);
    // What was over before may be told of beside it.
    for (const { text } of told) expect(text).toMatch(/^FIRING TargetDown .*\nblackbox-exporter \(/m);
    expect(await healthOf(stack.prometheus.url, "blackbox-exporter")).toBe("down");
    const backMs = Date.now();
    startedAgain.push(await startBlackboxAgain(stack));
    await everybodyTold(stack, "TargetDown", "resolved", backMs);
    expect(await healthOf(stack.prometheus.url, "blackbox-exporter")).toBe("up");
    await calm(stack);
  },
  testTimeoutMs,
);

test(
  "Prometheus keeps its rules when the new ones are broken, and tells of it until they are mended",
  async () => {
    const begunMs = Date.now();
    const file = join(stack.folder, "prometheus/alerts.yml");
    const rules = readFileSync(file, "utf8");
    const inForce = await rulesInForce(stack.prometheus.url);
    expect(inForce).toHaveLength(model.alerts.length + model.recordings.length);
    writeFileSync(file, rules.replaceAll("expr: ", "expr: ("));
    expect(await reloadPrometheus(stack)).toBe(false);
    expect(await rulesInForce(stack.prometheus.url)).toEqual(inForce);
    await everybodyTold(stack, "PrometheusConfigReloadFailed", "firing", begunMs);
    writeFileSync(file, rules);
    expect(await reloadPrometheus(stack)).toBe(true);
    await everybodyTold(stack, "PrometheusConfigReloadFailed", "resolved", begunMs);
    expect(await rulesInForce(stack.prometheus.url)).toEqual(inForce);
    await calm(stack);
  },
  testTimeoutMs,
);

test("without rules the Watchdog is over, and the watch outside is told so", async () => {
  const begunMs = Date.now();
  stack.laidOut.writePrometheus(new URL(stack.alertmanager.url).host, "without rules");
  expect(await reloadPrometheus(stack)).toBe(true);
  await everybodyTold(stack, "Watchdog", "resolved", begunMs);
});

test("in all this nobody was told of an alert that is not theirs", () => {
  const wrong = stack.told.flatMap((one) =>
    one.alerts
      .filter((alert) => !recipientsOf(alert).includes(recipient(one)))
      .map((alert) => `${recipient(one)} of ${alert}`),
  );
  expect(wrong).toEqual([]);
});
