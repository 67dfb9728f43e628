import { notificationRouting } from "../../generators/routing/notification-routing.ts";
import { exitCodes, type ExitCode } from "../command-line.ts";
import { setTimeout as wait } from "node:timers/promises";
import type { Model } from "../../generators/model/model.ts";
import { printable } from "../../generators/text/printable.ts";
import { exportersOf } from "../../generators/jobs/of-jobs.ts";
import type { Speech } from "../said.ts";
import { followCommands, stateOf, typedCommands } from "../simulate/typed-commands.ts";
import { textTable } from "../simulate/text-table.ts";
import type { MissingTool } from "../tools/find-tool.ts";
import { expectations } from "./expectation.ts";
import { personScale } from "./scaled.ts";
import { notificationLine } from "./receiver/notification.ts";
import { startStack, type RunningStack, type StackOptions } from "./start-stack.ts";
import { waitForTargets, type TargetHealth } from "./targets-up.ts";

export interface RunStackOptions extends Omit<StackOptions, "scale" | "onNotification"> {
  /** Programs that the stack does without. */
  readonly missing: readonly MissingTool[];
  readonly speed: number;
  /** Alerts whose scenarios are played once all targets are up. */
  readonly fire: readonly string[];
  /** When everything is to stop. */
  readonly ended: Promise<unknown>;
  /** How it says what happens. */
  readonly speech: Speech;
}

// Twice what the slowest target needs: five seconds until Prometheus looks for targets, and five until the first scrape.
const targetsTimeoutMs = 20_000;

// A program that has ended is noticed at once; on a busy machine that may take its time.
const deathToldMs = 1000;

/** Runs the stack until it is to stop, and says what happens. */
export async function runStack(options: RunStackOptions): Promise<ExitCode> {
  const { model, missing, speed, ended, speech } = options;
  const { say } = speech;
  const isAsked = exportersOf(model.jobs).includes("json-exporter");
  for (const { message } of isAsked ? missing : []) {
    say(`${message}\nthe simulator answers in its place\n\n`, { event: "simulated instead", message });
  }
  const starting = startStack({
    ...options,
    scale: personScale(speed),
    onNotification: sayingNotifications(model, speech),
  });
  const failed = (error: unknown) => failedBy(error, speech);
  const stack = await starting.catch(failed);
  if (typeof stack === "number") return stack;
  const { died } = stack;
  try {
    sayWhere(stack, options);
    await Promise.race([ended, died, showTargets(stack, options)]);
    const death = await Promise.race([ended.then(() => undefined), died]);
    return death === undefined ? exitCodes.success : failed(death);
  } catch (error) {
    // Whoever asks a program that has just ended hears of it first, and cannot say why.
    return failed(await Promise.race([died, wait(deathToldMs, error)]));
  } finally {
    say("\nstopping …\n", { event: "stopping" });
    await stack.stop();
    say("stopped; nothing is left behind\n", { event: "stopped" });
  }
}

function sayingNotifications({ platform }: Model, { say }: Speech): StackOptions["onNotification"] {
  const width = Math.max(...Object.values(platform.receivers).map(({ name }) => name.length));
  return (notification) => {
    const { atMs, raw: _, ...facts } = notification;
    const at = new Date(atMs).toISOString();
    say(`${notificationLine(notification, width, process.stdout)}\n`, {
      event: "notification",
      at,
      ...facts,
    });
  };
}

/** Where everything is, and how fast its time goes. */
function sayWhere(stack: RunningStack, { model, speed, speech: { say } }: RunStackOptions): void {
  const named = addresses(stack, model);
  const facts = named.map(([name, address]) => ({ name, address }));
  say(`\n${textTable(named)}\n\n`, { event: "addresses", addresses: facts });
  if (speed === 1) return;
  const { capped } = stack.laidOut;
  say(`all durations are divided by ${speed}${capsOf(stack)}\n`, { event: "speed", speed, capped });
}

/** Such as a file of out/ that Prometheus refuses. */
function failedBy(error: unknown, { complain }: Speech): ExitCode {
  const message = printable(error instanceof Error ? error.message : String(error));
  complain(`${message}\n`, { event: "failed", message });
  return exitCodes.problem;
}

function addresses(
  { prometheus, alertmanager, blackbox, jsonExporter, simulator }: RunningStack,
  { jobs }: Model,
): string[][] {
  const hasJson = exportersOf(jobs).includes("json-exporter");
  return [
    ["Prometheus", prometheus.url],
    ["Alertmanager", alertmanager.url],
    ...(blackbox ? [["blackbox exporter", blackbox.url]] : []),
    ...(hasJson ? [["JSON exporter", jsonExporter?.url ?? "simulated"]] : []),
    ...simulator.targets.map(({ job, url }) => [`target ${job}`, url]),
  ];
}

function capsOf({ laidOut }: RunningStack): string {
  return laidOut.capped.length === 0 ? "" : `; shortened further: ${laidOut.capped.join(", ")}`;
}

/** Waits for the targets, then plays what is wanted and listens to what is typed. */
async function showTargets(stack: RunningStack, options: RunStackOptions): Promise<void> {
  const { simulator, prometheus } = stack;
  const { say } = options.speech;
  const startedMs = performance.now();
  const targets = await waitForTargets(prometheus.url, simulator.targets.length, {
    timeoutMs: targetsTimeoutMs,
  });
  const down = targets.filter(({ isUp }) => !isUp);
  const isUp = targets.length - down.length;
  const count = simulator.targets.length;
  say(`${targetsLine(targets, count, performance.now() - startedMs)}\n`, {
    event: "targets",
    count,
    isUp,
    down,
  });
  await stack.startRules();
  for (const name of options.fire) simulator.fire(name);
  const routing = notificationRouting(options.model);
  const scale = personScale(options.speed);
  const state = stateOf(simulator);
  say(`${state}\n`, { event: "state", state, simulated: simulator.firing() });
  for (const text of expectations(options.fire, routing, scale, options.atAnyHour)) {
    say(`${text}\n`, { event: "expectation", text });
  }
  say(`${typedCommands}\n`, { event: "typed commands", text: typedCommands });
  const close = followCommands(process.stdin, simulator, (text) =>
    say(`${text}\n`, { event: "said", text, simulated: simulator.firing() }),
  );
  void Promise.race([options.ended, stack.died]).then(close);
}

function targetsLine(targets: readonly TargetHealth[], count: number, tookMs: number): string {
  const down = targets.filter(({ isUp }) => !isUp);
  const head = `${targets.length - down.length} of ${count} targets are up, after ${(tookMs / 1000).toFixed(1)} s`;
  return [
    head,
    ...down.map(({ job, instance, reason }) => printable(`  ${job} ${instance}: ${reason}`)),
  ].join("\n");
}
