import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { scratchCopy } from "./scratch-copy.ts";

const folder = "definitions/services/ticket-shop";
const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

/** The files of the service that the README makes from nothing: blocks that begin with the path as a comment. */
const files = [...readme.matchAll(/```ts\n\/\/ (definitions\/services\/\S+)\n([\s\S]*?)```/g)].map(
  ([, path = "", text = ""]) => ({ path, text }),
);

test("the README's service is one folder and one line, builds, and its rules are proven", async () => {
  expect(files.map(({ path }) => dirname(path)).filter((one) => one !== folder)).toEqual([]);
  const copy = scratchCopy();
  for (const { path, text } of files) {
    mkdirSync(dirname(join(copy.folder, path)), { recursive: true });
    writeFileSync(join(copy.folder, path), text);
  }
  const index = "definitions/services/index.ts";
  copy.edit(index, "  // One line a service.\n", "  // One line a service.\n  ticketShop,\n");
  copy.edit(
    index,
    "import { spacetimeVr }",
    'import { ticketShop } from "./ticket-shop/service.ts";\nimport { spacetimeVr }',
  );

  const { code, output } = await copy.run("build");
  expect(code, output).toBe(0);
  const tests = join(copy.folder, "out/prometheus/tests");
  const own = readdirSync(tests).filter((name) => /TicketShop|shop_orders|shop_failed/.test(name));
  expect(own).toHaveLength(3);
  const proven = await runTool(await findTool("promtool"), [
    "test",
    "rules",
    ...own.map((name) => join(tests, name)),
  ]);
  expect(proven.code, proven.stdout + proven.stderr).toBe(0);
  expect(copy.readOut()["docs/MONITORING.md"]).toContain("| [Ticket shop](<metrics/ticket-shop.md>) |");
});
