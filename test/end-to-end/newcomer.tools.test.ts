import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { scratchCopy } from "./scratch-copy.ts";

const folder = "definitions/services/ticket-shop";
const starter = join(import.meta.dirname, "../../examples/starter");

/** The files of the sample service that `init` writes. */
const files = readdirSync(join(starter, folder)).map((name) => ({
  path: `${folder}/${name}`,
  text: readFileSync(join(starter, folder, name), "utf8"),
}));

/** The names of another service: the ticket shop is there already. */
const renamed: readonly (readonly [from: string, to: string])[] = [
  ["ticket-shop", "box-office"],
  ["ticketShop", "boxOffice"],
  ["TicketShop", "BoxOffice"],
  ["Ticket shop", "Box office"],
  ["shop_", "office_"],
  ["localhost:9000", "localhost:9001"],
];
const asOther = (text: string): string =>
  renamed.reduce((result, [from, to]) => result.replaceAll(from, to), text);

test("a service made as the sample is one folder and one line, builds, and its rules pass their tests", async () => {
  const copy = scratchCopy();
  for (const { path, text } of files) {
    mkdirSync(dirname(join(copy.folder, asOther(path))), { recursive: true });
    writeFileSync(join(copy.folder, asOther(path)), asOther(text));
  }
  const index = "definitions/services/index.ts";
  copy.edit(index, "  // One line a service.\n", "  // One line a service.\n  boxOffice,\n");
  copy.edit(
    index,
    "import { ticketShop }",
    'import { boxOffice } from "./box-office/service.ts";\nimport { ticketShop }',
  );

  const { code, output } = await copy.run("build");
  expect(code, output).toBe(0);
  const tests = join(copy.folder, "out/prometheus/tests");
  const own = readdirSync(tests).filter((name) => /BoxOffice|office_orders|office_failed/.test(name));
  // One of them is the guard of its job.
  expect(own).toHaveLength(4);
  const validated = await runTool(await findTool("promtool"), [
    "test",
    "rules",
    ...own.map((name) => join(tests, name)),
  ]);
  expect(validated.code, validated.stdout + validated.stderr).toBe(0);
  expect(copy.readOut()["docs/MONITORING.md"]).toContain("| [Box office](<metrics/box-office.md>) |");
});
