import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { jsonExporter } from "../../generators/targets/json-exporter/config.ts";
import { lookForTool } from "../../scripts/tools/find-tool.ts";
import { startJsonExporter } from "../../scripts/tools/serve.ts";
import { writtenFiles } from "../targets/written-files.ts";
import { model, runningSimulator, urlOf } from "./running-simulator.ts";

// An empty cache is filled here; a machine without GitHub and without Go has no such exporter, and says why.
const patienceMs = 300_000;
const search = await lookForTool("json_exporter");
const job = "ticket-shop-health-status";

/** The lines of a page of metrics without their comments. Values sway, so they are rounded: a moment lies between two looks. */
async function linesOf(url: string): Promise<string[]> {
  const page = await (await fetch(url)).text();
  return page
    .split("\n")
    .flatMap((line) => (line === "" || line.startsWith("#") ? [] : [rounded(sortedLabels(line))]));
}

function sortedLabels(line: string): string {
  return line.replace(/\{(.*)\}/, (_, labels: string) => `{${labels.split(",").sort().join(",")}}`);
}

function rounded(line: string): string {
  return line.replace(/ (\S+)$/, (_, value: string) => ` ${Number(Number(value).toPrecision(3))}`);
}

test(
  "the real JSON exporter makes of texts what the simulator says in its place",
  { timeout: patienceMs },
  async () => {
    if (!search.found) {
      expect(search.missing.message).toContain("json_exporter");
      return;
    }
    const simulator = await runningSimulator();
    const configFile = join(writtenFiles(jsonExporter(model)), "json-exporter/json-exporter.yml");
    const exporter = await startJsonExporter({ configFile, tool: search.tool });
    onTestFinished(() => exporter.stop());
    const query = `probe?module=${job}&target=${encodeURIComponent(urlOf(simulator, job))}`;
    for (const alert of [undefined, "TicketShopDegraded", "TicketShopUnhealthy:2"]) {
      if (alert !== undefined) simulator.fire(alert);
      const real = await linesOf(`${exporter.url}/${query}`);
      expect(real).toContainEqual(expect.stringMatching(/^shop_health_status\{/));
      expect(real.sort()).toEqual(
        (await linesOf(`http://${simulator.hosts.get("json-exporter:7979")}/${query}`)).sort(),
      );
      simulator.rest();
    }
  },
);
