import { expect, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { declaredOf } from "../../scripts/simulate/series-of-model.ts";
import { lineOf, model, runningSimulator, urlOf } from "./running-simulator.ts";

const scraped = model.jobs.filter(({ kind }) => kind === "scrape");

test("every target of every job is served on 127.0.0.1, each address of the definitions on a port of its own", async () => {
  const { targets } = await runningSimulator();
  const wanted = model.jobs.flatMap(({ name, targets: own }) =>
    own.map(({ instance }) => `${name} ${instance}`),
  );
  expect(targets.map(({ job, instance }) => `${job} ${instance}`)).toEqual(wanted);
  for (const { url } of targets) expect(url).toMatch(/^https?:\/\/127\.0\.0\.1:[1-9]\d*(?:\/[a-z].*)?$/);
  const written = new Set(model.jobs.flatMap((job) => job.targets.map(({ written: one }) => hostOf(one))));
  expect(new Set(targets.map(({ url }) => new URL(url).host)).size).toBe(written.size);
});

test("a scraped target answers every metric with its declared type, help, labels and buckets, and nothing else", async () => {
  const simulator = await runningSimulator();
  for (const job of scraped) {
    const page = await (await fetch(urlOf(simulator, job.name))).text();
    const declared = declaredOf(job, model).map(({ definition }) => definition);
    const lines = (word: string) => page.split("\n").filter((line) => line.startsWith(`# ${word} `));
    expect(lines("TYPE")).toEqual(declared.map(({ name, type }) => `# TYPE ${name} ${type}`));
    expect(lines("HELP")).toEqual(declared.map(({ name, help }) => `# HELP ${name} ${help}`));
    for (const { name, labels, buckets } of declared) {
      const of = page
        .split("\n")
        .filter((line) => new RegExp(`^${name}(?:_bucket|_sum|_count)?[{ ]`).test(line));
      expect(of.length, name).toBeGreaterThan(0);
      for (const label of Object.keys(labels)) {
        expect(
          of.every((line) => line.includes(`${label}="`)),
          `${name} has ${label}`,
        ).toBe(true);
      }
      for (const bound of [...(buckets ?? []), ...(buckets ? ["+Inf"] : [])]) {
        expect(
          of.some((line) => line.includes(`le="${bound}"`)),
          `${name} has le="${bound}"`,
        ).toBe(true);
      }
    }
  }
});

test("two programs that definitions have at one address are one, each at its own path, with its own metrics", async () => {
  const simulator = await runningSimulator();
  const [shop, worker] = ["ticket-shop", "ticket-shop-worker"].map((job) => new URL(urlOf(simulator, job)));
  if (!shop || !worker) throw new Error("there are two");
  expect(shop.host).toBe(worker.host);
  expect([shop.pathname, worker.pathname]).toEqual(["/metrics", "/worker/metrics"]);
  expect(await lineOf(shop.href, "shop_free_seats")).toBeGreaterThan(0);
  expect(await lineOf(shop.href, 'shop_mails_total{result="delivered"}')).toBeUndefined();
  expect(await lineOf(worker.href, 'shop_mails_total{result="delivered"}')).toBeGreaterThan(0);
  expect(await lineOf(worker.href, "shop_free_seats")).toBeUndefined();
});

test("promtool has nothing to say of a page, but for two names that the node exporter chose", async () => {
  const simulator = await runningSimulator();
  const promtool = await findTool("promtool");
  for (const { name } of scraped) {
    const page = await (await fetch(urlOf(simulator, name))).text();
    const { stdout, stderr } = await runTool(promtool, ["check", "metrics"], { input: page });
    const said = `${stdout}${stderr}`.split("\n");
    expect(said.filter((line) => !/^node_memory_Mem\w+_bytes .*camelCase/.test(line)).join("\n"), name).toBe(
      "",
    );
  }
});

test("every listed value of a label is there; labels that may be anything have two samples that go together", async () => {
  const simulator = await runningSimulator();
  const page = await (await fetch(urlOf(simulator, "node"))).text();
  const seen = (pattern: RegExp) => [...new Set([...page.matchAll(pattern)].map(([, value]) => value))];
  expect(seen(/^node_cpu_seconds_total\{mode="(\w+)"/gm)).toHaveLength(8);
  expect(seen(/^node_filesystem_size_bytes\{(.*)\}/gm)).toEqual([
    'device="/dev/sda1",fstype="ext4",mountpoint="/"',
    'device="/dev/sdb1",fstype="xfs",mountpoint="/data"',
  ]);
});

function hostOf(written: string): string {
  return written.replace(/^(https?:\/\/)?([^/]+).*$/, "$2");
}
