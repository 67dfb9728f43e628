import { existsSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { personScale } from "../../scripts/up/person-scale.ts";
import { startStack } from "../../scripts/up/start-stack.ts";
import { waitForTargets } from "../../scripts/up/targets-up.ts";
import { textAt } from "../../generators/targets/validation/untyped-data.ts";
import { definitions, model } from "../example-model.ts";
import { exampleOut } from "../example-project.ts";

// An empty cache of tools is filled here.
const patienceMs = 300_000;

test(
  "without a JSON exporter its job is up all the same, with the metrics of the simulator",
  { timeout: patienceMs },
  async () => {
    const stack = await startStack({
      model,
      definitions,
      outFolder: exampleOut(),
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
      expect(textAt(found, "data", "result", 0, "metric", "job")).toBe("ticket-shop-status");
      expect(textAt(found, "data", "result", 0, "metric", "instance")).toBe("localhost:9000");
      return found;
    };
    // A limit stays where its scenario has it.
    const maximum = await ask("shop_memory_limit_bytes");
    expect(textAt(maximum, "data", "result", 0, "metric", "type")).toBe("heap");
    expect(textAt(maximum, "data", "result", 0, "value", 1)).toBe("1000000000");
    // What is well sways around 40, by a fiftieth at most.
    const buyers = Number(textAt(await ask("shop_waiting_buyers"), "data", "result", 0, "value", 1));
    expect(Math.abs(buyers - 40)).toBeLessThanOrEqual(1);

    await stack.stop();
    expect(existsSync(stack.folder)).toBe(false);
  },
);
