import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { put } from "../build/out-fixture.ts";
import { exampleProject } from "../example-project.ts";
import { runSignalbox } from "../project/make-project.ts";

test("for a program: what was written and what is to be answered, and why nothing was", async () => {
  const folder = exampleProject();
  const args = [
    "new",
    "alert",
    "TicketShopQuiet",
    "--service",
    "ticket-shop",
    "--metric",
    "shop_waiting_buyers",
    "--above",
    "400",
    "--json",
  ];
  const written = await runSignalbox(args, { folder });
  expect(written).toMatchObject({ exitCode: 0, stderr: "" });
  const answer: unknown = JSON.parse(written.stdout);
  expect(answer).toMatchObject({
    outcome: "written",
    files: expect.arrayContaining([
      { kind: expect.stringMatching(/^(?:new|changed)$/), path: expect.any(String) },
    ]),
    notes: expect.arrayContaining([expect.any(String)]),
    problems: [],
  });
  const twice = await runSignalbox(args, { folder });
  expect(twice).toMatchObject({ exitCode: 1, stderr: "" });
  expect(JSON.parse(twice.stdout)).toMatchObject({
    outcome: "refused",
    reason: expect.stringContaining("TicketShopQuiet"),
    problems: [],
  });
  const index = join(folder, "definitions/index.ts");
  put(folder, "definitions/index.ts", `${readFileSync(index, "utf8")}\nthrow new Error("broken");\n`);
  const broken = await runSignalbox(args, { folder });
  expect(broken).toMatchObject({ exitCode: 1, stderr: "" });
  expect(JSON.parse(broken.stdout)).toMatchObject({
    problems: [{ file: "definitions/index.ts", message: expect.stringContaining("broken") }],
  });
});
