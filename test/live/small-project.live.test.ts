import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import type { Files } from "../../generators/output.ts";
import { filesInTurn } from "../../generators/targets/index.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { exportersOf } from "../../generators/jobs/of-jobs.ts";
import { findStackTools } from "../../scripts/up/stack-tools.ts";
import { startStack, type RunningStack } from "../../scripts/up/start-stack.ts";
import { waitForTargets } from "../../scripts/up/targets-up.ts";
import { itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { definitions } from "../simulate/restless-project.ts";
import { simulated } from "../simulate/small-project.ts";
import { until } from "./until.ts";

const { model } = resolve(definitions);

// Programs may have to be fetched first.
const patienceMs = 300_000;

// At this speed a window of five minutes, and a `for` of as many, take five seconds.
const speed = 60;
const longEnoughMs = 15_000;

/** The real programs with a small project, without probes and JSON endpoints; all stops when the test ends. */
async function runningStack(): Promise<RunningStack> {
  const { tools, missing } = await findStackTools(exportersOf(model.jobs));
  if (!tools) throw new Error(missing.map(({ message }) => message).join("\n"));
  const outFolder = mkdtempSync(join(tmpdir(), "signalbox-test-"));
  onTestFinished(() => rmSync(outFolder, { recursive: true, force: true }));
  const tested = testedModel(model);
  const files: Files = Object.assign({}, ...[...filesInTurn(tested)].map(({ make }) => make(tested)));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(outFolder, path)), { recursive: true });
    writeFileSync(join(outFolder, path), text);
  }
  const stack = await startStack({
    model,
    definitions,
    outFolder,
    tools,
    scale: { speed },
    atAnyHour: true,
    onNotification: () => undefined,
  });
  onTestFinished(() => stack.stop());
  const targets = await waitForTargets(stack.prometheus.url, stack.simulator.targets.length, {
    timeoutMs: 60_000,
  });
  expect(targets.filter(({ isUp }) => !isUp)).toEqual([]);
  await stack.startRules();
  return stack;
}

/** The alerts whose conditions hold, whether or not for long enough. */
async function holding({ prometheus }: RunningStack): Promise<string[]> {
  const response = await fetch(`${prometheus.url}/api/v1/alerts`);
  const answer: unknown = await response.json();
  const names = itemsAt(answer, "data", "alerts").map((one) => textAt(one, "labels", "alertname") ?? "");
  return [...new Set(names)].sort();
}

test(
  "a small project whose scenarios contradict each other is at rest in the real Prometheus, and fires as it is asked",
  { timeout: patienceMs },
  async () => {
    const alone = simulated(definitions);
    expect(alone.unsettled).toEqual(["LostParcels", "ManyDoors", "NoLeader"]);
    const stack = await runningStack();
    expect(stack.blackbox).toBeUndefined();
    expect(stack.jsonExporter).toBeUndefined();
    expect(stack.simulator.unrest).toEqual([]);
    await wait(longEnoughMs);
    expect(await holding(stack)).toEqual([]);

    for (const name of ["ManyDoors", "LostParcels", "NoLeader"]) {
      expect(stack.simulator.fire(name)).toBeUndefined();
      const wanted = alone.firingWith(name);
      let seen: string[] = [];
      await until(
        `${wanted.join(", ")} ${wanted.length === 1 ? "holds" : "hold"}`,
        async () => {
          seen = await holding(stack);
          return seen.join() === wanted.join() ? true : undefined;
        },
        () => seen.join(),
      );
      await wait(longEnoughMs / 2);
      expect(await holding(stack)).toEqual(wanted);
      stack.simulator.rest();
      await until("nothing holds any more", async () =>
        (await holding(stack)).length === 0 ? true : undefined,
      );
    }
    await stack.stop();
  },
);
