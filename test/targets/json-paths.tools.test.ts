import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { JsonFieldModel } from "../../generators/jobs/json-field.ts";
import { jsonExporter } from "../../generators/targets/json-exporter/config.ts";
import { lookForTool } from "../../scripts/tools/find-tool.ts";
import { startJsonExporter } from "../../scripts/tools/serve.ts";
import { jsonJob } from "./small-jobs.ts";
import { smallModel } from "./small-model.ts";
import { writtenFiles } from "./written-files.ts";

// An empty cache is filled here; a machine without GitHub and without Go has no such exporter, and says why.
const patienceMs = 300_000;
const search = await lookForTool("json_exporter");

const plain = { type: "gauge", help: "A number.", labels: {} } as const;

/** What the real exporter makes of an answer; undefined where there is none on this machine. */
async function exported(
  answer: unknown,
  fields: readonly JsonFieldModel[],
): Promise<readonly string[] | undefined> {
  if (!search.found) {
    expect(search.missing.message).toContain("json_exporter");
    return undefined;
  }
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // It listens on a port, and not on a socket of the file system.
  const { port } = server.address() as AddressInfo;
  const model = smallModel({ jobs: [jsonJob({ fields })] });
  const configFile = join(writtenFiles(jsonExporter(model)), "json-exporter/json-exporter.yml");
  const exporter = await startJsonExporter({ configFile, tool: search.tool });
  onTestFinished(() => exporter.stop());
  const target = encodeURIComponent(`http://127.0.0.1:${port}/`);
  const page = await (await fetch(`${exporter.url}/probe?module=shop-stock&target=${target}`)).text();
  return page.split("\n").filter((line) => line.startsWith("shop_"));
}

/** Keys that mean something in a path, each as a path has it. */
const odd: readonly (readonly [key: string, path: string])[] = [
  ["cpu.load", "cpu\\.load"],
  ["a..b", "a\\.\\.b"],
  [".", "\\."],
  ["*.*", "*\\.*"],
  ...["a b", "a,b", 'a"b', "a'b", "a[0]", "a{b}", "$a", "@", "#", "*", "é", "-1", "0"].map(
    (key) => [key, key] as const,
  ),
];

test("whatever a key is made of, it is found", { timeout: patienceMs }, async () => {
  const answer = Object.fromEntries(odd.map(([key], index) => [key, index + 0.5]));
  const fields = odd.map(([, path], index) => ({ ...plain, path, metric: `shop_key_${index}` }));
  const lines = await exported({ ...answer, cpu: { load: 0.25 } }, [
    ...fields,
    { ...plain, path: "cpu.load", metric: "shop_cpu_load" },
  ]);
  if (lines === undefined) return;
  expect(lines.toSorted()).toEqual(
    [...odd.map((_, index) => `shop_key_${index} ${index + 0.5}`), "shop_cpu_load 0.25"].toSorted(),
  );
});

test(
  "a number in quotes is a number, and the objects of a list are series",
  { timeout: patienceMs },
  async () => {
    const each = { list: "parts.queues\\.now", labels: { queue: "na\\.me", shard: "shard" } };
    const lines = await exported(
      {
        fps: "89.5",
        parts: {
          "queues.now": [
            { "na.me": "in", shard: 1, size: { now: 3 }, rate: "0.5" },
            { "na.me": "out", shard: 2, size: { now: 5 }, rate: "2" },
            { "na.me": "idle", shard: 2 },
          ],
        },
      },
      [
        { ...plain, path: "fps", metric: "shop_fps" },
        { ...plain, path: "size.now", metric: "shop_queue_size", each },
        { ...plain, path: "rate", metric: "shop_queue_rate", labels: { kind: "mean" }, each },
      ],
    );
    if (lines === undefined) return;
    expect(lines.toSorted()).toEqual([
      "shop_fps 89.5",
      'shop_queue_rate{kind="mean",queue="in",shard="1"} 0.5',
      'shop_queue_rate{kind="mean",queue="out",shard="2"} 2',
      'shop_queue_size{queue="in",shard="1"} 3',
      'shop_queue_size{queue="out",shard="2"} 5',
    ]);
  },
);

test(
  "a key with a backslash cannot be reached: the exporter drops each",
  { timeout: patienceMs },
  async () => {
    const paths = ["a\\\\b", "a\\b", "['a\\\\b']"];
    const fields = paths.map((path, index) => ({ ...plain, path, metric: `shop_key_${index}` }));
    const lines = await exported({ "a\\b": 1, ab: 2 }, fields);
    if (lines === undefined) return;
    expect(lines).not.toContain("shop_key_0 1");
    expect(lines.filter((line) => line.endsWith(" 1"))).toEqual([]);
  },
);
