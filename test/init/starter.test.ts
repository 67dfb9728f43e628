// The starter says again what the ticket shop says. Where it must say the same, it does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { definitions as shop } from "../../examples/ticket-shop/definitions/index.ts";
import { definitions } from "../../examples/starter/definitions/index.ts";
import { compile } from "../../generators/compile.ts";
import { root } from "../layout/source-files.ts";
import { starter } from "./sample-answers.ts";

const ticketShop = (path: string) => readFileSync(join(root, "examples/ticket-shop", path), "utf8");

describe("the starter", () => {
  test("has no problems, with its service and without", () => {
    expect(compile(definitions).problems).toEqual([]);
    const { platform, services } = definitions;
    expect(compile({ platform, services: services.slice(0, 1) }).problems).toEqual([]);
  });

  test.each([
    "definitions/index.ts",
    "definitions/platform/slo-alerting.ts",
    "definitions/platform/monitoring/host.ts",
    "definitions/platform/monitoring/metrics.ts",
  ])("%s is the ticket shop's", (path) => {
    expect(starter[path]).toBe(ticketShop(path));
  });

  test("its programs run in the same images, and only those that it needs", () => {
    const { containers } = definitions.platform.deploy;
    expect(Object.keys(containers)).toEqual(["prometheus", "alertmanager", "grafana", "node-exporter"]);
    expect(shop.platform.deploy.containers).toMatchObject(containers);
  });

  test("its severities and inhibitions are the ticket shop's, and those without an alert yet are allowed", () => {
    const withoutReasons = (text: string | undefined) =>
      text
        ?.replace(/^ {2}allow: .*\n/gm, "")
        .replaceAll(/\{\n {2}(rank: .*),\n {2}(response: .*),\n {2}(color: .*),\n\}/g, "{ $1, $2, $3 }");
    for (const file of ["severities.ts", "inhibitions.ts"]) {
      const path = `definitions/platform/${file}`;
      expect(withoutReasons(starter[path])).toBe(withoutReasons(ticketShop(path)));
    }
  });

  /** What the ticket shop says of itself, and what is true of any project. */
  const differences: Readonly<Record<string, readonly (readonly [shop: string, any: string])[]>> = {
    "alerts.ts": [
      [
        "A service outside this stack pages on-call when it stops arriving.",
        "A service outside this stack should page on-call when it stops arriving.",
      ],
      ['export * from "./log-alerts.ts";\n', ""],
    ],
    "dashboards.ts": [
      ['import { logs } from "./log-row.ts";\n', ""],
      ["rows: [host, monitoring, logs]", "rows: [host, monitoring]"],
    ],
    "host-alerts.ts": [
      ["file systems get slow, and Elasticsearch stops to write at a twentieth.", "file systems get slow."],
      [
        "nothing is stored any more: metrics, logs, orders.",
        "nothing is stored any more, the metrics included.",
      ],
      ["Metrics or logs: lower retention or keepDays in", "The metrics: lower retention in"],
      ["less than the shop takes when a sale begins.", "less than the stack takes when a service starts."],
      ["the largest program, which is the shop.", "the largest program."],
    ],
  };

  test.each(Object.entries(differences))(
    "%s is the ticket shop's, but for what is about the shop",
    (file, pairs) => {
      const path = `definitions/platform/monitoring/${file}`;
      const text = ticketShop(path);
      for (const [shopText] of pairs) expect(text).toContain(shopText);
      expect(starter[path]).toBe(pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text));
    },
  );

  test("nothing of it speaks of what it has not", () => {
    const platform = Object.entries(starter).filter(([path]) => path.startsWith("definitions/platform/"));
    const foreign = platform.filter(([, text]) =>
      /shop|orders|elasticsearch|keepDays|blackbox|json-exporter/i.test(text),
    );
    expect(foreign.map(([path]) => path)).toEqual([]);
  });
});

test("each definition of its service stands in the ticket shop to the letter", () => {
  const folder = "definitions/services/ticket-shop/";
  const files = Object.entries(starter).filter(
    ([path]) => path.startsWith(folder) && !path.endsWith("service.ts"),
  );
  const written = files.flatMap(([, text]) => text.match(/^export const [^]*?(?:^[\])}]+;?|;)$/gm) ?? []);
  expect(written.length).toBeGreaterThanOrEqual(6);
  const shopFolder = join(root, "examples/ticket-shop", folder);
  const texts = readdirSync(shopFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(shopFolder, path), "utf8"));
  expect(written.filter((definition) => !texts.some((text) => text.includes(definition)))).toEqual([]);
});
