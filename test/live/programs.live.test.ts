import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderTemplate } from "../../generators/text/render-template.ts";
import type { Server } from "../../scripts/tools/serve.ts";
import { answersAreIn } from "./answers-are-in.ts";
import { healthOf, heldAlerts, rulesInForce } from "./ask.ts";
import { calm } from "./calm.ts";
import { alertOn } from "./alerts-on.ts";
import { model } from "./live-stack.ts";
import { onlyHolds, disturb, playlist, type Piece } from "./pieces.ts";
import {
  blackboxOf,
  end,
  jobBehind,
  reloadPrometheus,
  startAlertmanagerAgain,
  startBlackboxAgain,
} from "./programs.ts";
import { everybodyNotified, notifiedOf } from "./provoke.ts";
import { inhibitedAlerts, inhibitingAlerts, recipient, recipientsOf, repeatedAfterMs } from "./recipients.ts";
import { alwaysFiring } from "./always-firing.ts";
import { fires } from "./fires.ts";
import { timesNotified } from "./times-notified.ts";
import { until } from "./until.ts";
import { useLiveStack } from "./use-live-stack.ts";

const { running, endLater } = useLiveStack();
/** The one that was started last, when it was started again. */
let alertmanager: Server | undefined;
const testTimeoutMs = 240_000;

// It writes down whom it notified when it is asked to end. Killed, it has forgotten, and may tell once more.
test.each([
  ["SIGTERM", "nobody is notified again", 1],
  ["SIGKILL", "nobody is notified again more than once", 2],
] as const)(
  "Alertmanager ends by %s while an alert fires and starts again: nothing is lost, and %s",
  async (signal, _, mostTimes) => {
    const stack = running();
    const { simulator } = stack;
    const begunMs = Date.now();
    const [before, meanwhile, after] = threeApart();
    simulator.fire(before);
    await everybodyNotified(stack, before, "firing", begunMs);
    await answersAreIn(stack.alertmanager.url);
    await end(alertmanager ?? stack.alertmanager, signal);
    simulator.fire(meanwhile);
    await fires(stack, meanwhile);
    expect(notifiedOf(stack, meanwhile, "firing", begunMs)).toEqual([]);
    alertmanager = await startAlertmanagerAgain(stack);
    endLater(alertmanager);
    await until(`Alertmanager has ${before} again`, async () =>
      (await heldAlerts(stack.alertmanager.url, before)).length > 0 ? true : undefined,
    );
    // Once people are notified of what began to fire later, it has made up its mind about what fired before.
    simulator.fire(after);
    for (const name of [meanwhile, after]) await everybodyNotified(stack, name, "firing", begunMs);
    const wellMs = Date.now();
    simulator.rest();
    for (const name of [before, meanwhile, after]) await everybodyNotified(stack, name, "resolved", wellMs);
    await calm(stack);
    const times = [...timesNotified(stack, before, begunMs).values()];
    expect(times.map(({ resolved }) => resolved)).toEqual(times.map(() => 1));
    expect(Math.min(...times.map(({ firing }) => firing))).toBeGreaterThanOrEqual(1);
    expect(Math.max(...times.map(({ firing }) => firing))).toBeLessThanOrEqual(mostTimes);
    const once = [...timesNotified(stack, meanwhile, begunMs).values()];
    expect(once).toEqual(once.map(() => ({ firing: 1, resolved: 1 })));
  },
  testTimeoutMs,
);

test(
  "a target that dies notifies, and that it is back",
  async () => {
    const stack = running();
    const begunMs = Date.now();
    const job = jobBehind("blackbox-exporter");
    const { name, annotations } = alertOn(model, "up", job.name);
    const labels = { job: job.name, instance: job.targets[0]?.instance ?? "" };
    const summary = renderTemplate(annotations["summary"] ?? "", { labels, value: 0 });
    if (!("text" in summary)) throw new Error(`${name}: ${summary.unsupported}`);
    await end(blackboxOf(stack), "SIGKILL");
    // What was over before, and what nobody can probe meanwhile, may be notified of beside it, or earlier.
    const line = new RegExp(`^FIRING ${name} .*\n${escaped(summary.text)}`, "m");
    const notified = () => {
      const notified = notifiedOf(stack, name, "firing", begunMs).filter(({ text }) => line.test(text));
      return [...new Set(notified.map(recipient))].sort();
    };
    const wanted = recipientsOf(name);
    await until(`${summary.text} is notified`, () => (notified().length >= wanted.length ? true : undefined));
    expect(notified()).toEqual(wanted);
    expect(await healthOf(stack.prometheus.url, job.name)).toBe("down");
    const backMs = Date.now();
    endLater(await startBlackboxAgain(stack));
    await everybodyNotified(stack, name, "resolved", backMs);
    expect(await healthOf(stack.prometheus.url, job.name)).toBe("up");
    await calm(stack);
  },
  testTimeoutMs,
);

test(
  "Prometheus keeps its rules when the new ones are broken, and tells of it until they are fixed",
  async () => {
    const stack = running();
    const begunMs = Date.now();
    const { name } = alertOn(model, "prometheus_config_last_reload_successful", jobBehind("prometheus").name);
    const file = join(stack.folder, "prometheus/alerts.yml");
    const rules = readFileSync(file, "utf8");
    const inForce = await rulesInForce(stack.prometheus.url);
    expect(inForce).toHaveLength(model.alerts.length + model.recordings.length);
    writeFileSync(file, rules.replaceAll("expr: ", "expr: ("));
    expect(await reloadPrometheus(stack)).toBe(false);
    expect(await rulesInForce(stack.prometheus.url)).toEqual(inForce);
    await everybodyNotified(stack, name, "firing", begunMs);
    writeFileSync(file, rules);
    expect(await reloadPrometheus(stack)).toBe(true);
    await everybodyNotified(stack, name, "resolved", begunMs);
    expect(await rulesInForce(stack.prometheus.url)).toEqual(inForce);
    await calm(stack);
  },
  testTimeoutMs,
);

test.each(alwaysFiring)(
  "without rules %s is over: who waits for it hears no more, and only who wants to know is told",
  async (name) => {
    const stack = running();
    // It goes on and on while all is well.
    await everybodyNotified(stack, name, "firing", Date.now());
    const begunMs = Date.now();
    stack.laidOut.writePrometheus(new URL(stack.alertmanager.url).host, "without rules");
    expect(await reloadPrometheus(stack)).toBe(true);
    await until(`Alertmanager has no ${name} any more`, async () =>
      (await heldAlerts(stack.alertmanager.url, name)).length === 0 ? true : undefined,
    );
    await everybodyNotified(stack, name, "resolved", begunMs);
    const quietMs = 3 * repeatedAfterMs(name);
    await until(`${name} is heard of no more`, () =>
      notifiedOf(stack, name, "firing", Date.now() - quietMs).length === 0 ? true : undefined,
    );
    const told = notifiedOf(stack, name, "resolved", begunMs).map(recipient);
    expect([...new Set(told)].sort()).toEqual(recipientsOf(name, "resolved"));
  },
  testTimeoutMs,
);

/** Three alerts that nothing inhibits, not on Alertmanager and not in each other's way: those that fire soonest. */
function threeApart(): readonly [string, string, string] {
  const pieces = playlist()
    .filter((piece) => onlyHolds(piece) && isAlone(piece))
    .toSorted((one, other) => one.alert.forMs - other.alert.forMs);
  const chosen: Piece[] = [];
  for (const piece of pieces) if (!chosen.some((other) => disturb(piece, other))) chosen.push(piece);
  const [before, meanwhile, after] = chosen.map(({ alert }) => alert.name);
  if (before === undefined || meanwhile === undefined || after === undefined)
    throw new Error("three alerts are to be notified of by themselves");
  return [before, meanwhile, after];
}

function isAlone({ alert, jobs }: Piece): boolean {
  // A program that ends takes its own metrics along, and what is played of them.
  if (jobs.has(jobBehind("alertmanager").name)) return false;
  return inhibitingAlerts(alert.name).length === 0 && inhibitedAlerts(alert.name).length === 0;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
