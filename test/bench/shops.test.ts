import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOutProject, readSources } from "../../scripts/bench/lay-out.ts";
import { shopDefinitions } from "../../scripts/bench/shops.ts";
import { makeFolder, readTree } from "../build/out-fixture.ts";
import { runSignalbox } from "../project/make-project.ts";

const repository = join(import.meta.dirname, "../..");
const sources = readSources(repository);

describe("two shops beside the ticket shop", () => {
  const files = shopDefinitions(2, sources);

  test("each has the files of the template, in a folder of its own", () => {
    const own = (name: string) => Object.keys(files).filter((path) => path.includes(`/${name}/`));
    expect(own("shop1")).toHaveLength(Object.keys(sources.shop).length);
    expect(own("shop2")).toEqual(own("shop1").map((path) => path.replace("shop1", "shop2")));
  });

  test("nothing of the template's own name or place is left in a shop", () => {
    const texts = Object.entries(files).filter(([path]) => /\/shop\d\//.test(path));
    expect(texts.filter(([, text]) => /shop(?!\d)|examples\//i.test(text))).toEqual([]);
  });

  test("all services are in the list", () => {
    const list = files["definitions/services/index.ts"];
    expect(list).toContain('import { shop2Api } from "./shop2/service.ts";\n');
    expect(list).toContain("  ticketShop,\n  shop1Api,\n  shop2Api,\n];");
  });

  test("the project builds without a problem, and a shop has 22 rules, 7 dashboards and an SLO", async () => {
    const folder = makeFolder();
    layOutProject(folder, files, repository);
    const { exitCode, stderr } = await runSignalbox(["build"], { folder });
    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    const rules = ["alerts", "recordings"].flatMap((name) =>
      rulesIn(join(folder, `out/prometheus/${name}.yml`)),
    );
    const dashboards = Object.keys(readTree(join(folder, "out/grafana/dashboards")));
    for (const shop of ["shop1", "shop2"]) {
      const own = rules.filter((rule) => rule.toLowerCase().includes(shop));
      // What is made for its job says when these are blind.
      expect(own.filter((rule) => !rule.includes("Blind"))).toHaveLength(22);
      // The seven of its own, and the one of its SLO.
      expect(dashboards.filter((path) => path.includes(`/${shop}-`))).toHaveLength(8);
    }
  });
});

function rulesIn(path: string): string[] {
  return [...readFileSync(path, "utf8").matchAll(/(?:alert|record): (\S+)/g)].map(([, name = ""]) => name);
}
