import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { put, readTree } from "../build/out-fixture.ts";
import { projectWith, runSignalbox } from "../project/make-project.ts";

// tsx takes many times as long as all else that starts here: it is started once in each of its two ways, asked for and needed.
test("by tsx the same files are built, and a problem is at the same line", async () => {
  const folder = projectWith("examples/starter/definitions");
  const build = (...more: string[]) => runSignalbox(["build", ...more], { folder });
  expect(await build()).toMatchObject({ exitCode: 0, stderr: "" });
  const tree = readTree(join(folder, "out"));

  const file = "definitions/services/ticket-shop/service.ts";
  const text = readFileSync(join(folder, file), "utf8");
  put(folder, file, text.replace(/owner: "[^"]*"/, 'owner: ""'));
  const { exitCode, stdout, stderr } = await build();
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^definitions\/.*:\d+: /);
  expect(await build("--plain")).toEqual({ exitCode, stdout, stderr });

  put(folder, file, `${text}await Promise.resolve();\n`);
  expect((await build()).stdout).toMatch(/^out\/: \d+ files, nothing changed, \d+ ms\n$/);
  expect(readTree(join(folder, "out"))).toEqual(tree);
}, 120_000);
