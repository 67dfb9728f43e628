import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../layout/source-files.ts";
import { runSignalbox } from "../project/make-project.ts";
import { changedShop, changedShops, type ChangedShop } from "./changed-simulator.ts";

const folder = join(root, "examples/ticket-shop");

async function drift(changed?: ChangedShop) {
  const url = await changedShop(changed);
  return runSignalbox(["drift", "--job", "ticket-shop", "--url", url, "--fail-on", "victim"], { folder });
}

test("a program that is as it was declared: nothing is said", async () =>
  expect(await drift()).toEqual({ exitCode: 0, stdout: "", stderr: "ticket-shop: no differences\n" }));

describe("a simulated program that is not, with whom that harms", () => {
  test.each(Object.entries(changedShops))("%s", async (name, changed) => {
    const { exitCode, stdout } = await drift(changed);
    expect(exitCode).toBe(10);
    expect(stdout).toMatchSnapshot(name);
  });
});
