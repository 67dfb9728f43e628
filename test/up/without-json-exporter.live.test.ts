import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { definitions } from "../../definitions/index.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { personScale } from "../../scripts/up/person-scale.ts";
import { startStack } from "../../scripts/up/start-stack.ts";
import { waitForTargets } from "../../scripts/up/targets-up.ts";
import { textAt } from "../../scripts/validate/untyped-data.ts";
import { model } from "../simulate/running-simulator.ts";

// An empty cache of tools is filled here.
const patienceMs = 300_000;

test(
  "without a JSON exporter its job is up all the same, with the metrics of the simulator",
  { timeout: patienceMs },
  async () => {
    const stack = await startStack({
      model,
      definitions,
      outFolder: join(import.meta.dirname, "../../out"),
      tools: {
        prometheus: await findTool("prometheus"),
        alertmanager: await findTool("alertmanager"),
        blackbox: await findTool("blackbox_exporter"),
        jsonExporter: undefined,
      },
      scale: personScale(20),
      atAnyHour: true,
      onNotification: () => undefined,
    });
    onTestFinished(() => stack.stop());
    const count = stack.simulator.targets.length;
    const targets = await waitForTargets(stack.prometheus.url, count, { timeoutMs: 60_000 });
    expect(targets).toHaveLength(count);
    expect(targets.filter(({ isUp }) => !isUp)).toEqual([]);

    const ask = async (query: string): Promise<unknown> => {
      const answer = await fetch(`${stack.prometheus.url}/api/v1/query?query=${query}`);
      const found: unknown = await answer.json();
      expect(textAt(found, "data", "result", 0, "metric", "job")).toBe("spacetime-performance");
      expect(textAt(found, "data", "result", 0, "metric", "instance")).toBe("localhost:8080");
      return found;
    };
    // A maximum stays where its scenario has it.
    const maximum = await ask("spacetime_memory_max_bytes");
    expect(textAt(maximum, "data", "result", 0, "metric", "type")).toBe("static");
    expect(textAt(maximum, "data", "result", 0, "value", 1)).toBe("500000000");
    // What is well sways around 90, by a fiftieth at most.
    const fps = Number(textAt(await ask("spacetime_fps"), "data", "result", 0, "value", 1));
    expect(Math.abs(fps - 90)).toBeLessThanOrEqual(2);

    await stack.stop();
    expect(existsSync(stack.folder)).toBe(false);
  },
);
