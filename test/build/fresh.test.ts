import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { projectWith, runSignalbox } from "../project/make-project.ts";
import { makeFolder } from "./out-fixture.ts";

test("--fresh leaves nothing of what the compiler said and what was worked out, and a build without it does", async () => {
  const [folder, cache] = [projectWith("examples/starter/definitions"), makeFolder()];
  const build = async (...more: string[]) => {
    const { exitCode, stderr } = await runSignalbox(["build", ...more], {
      folder,
      env: { XDG_CACHE_HOME: cache },
    });
    expect(exitCode, stderr).toBe(0);
  };
  const kept = () =>
    readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((path) =>
      /(?:types|build)\b.*\./.test(path),
    );
  await build("--fresh");
  expect(kept()).toEqual([]);
  await build();
  expect(kept()).toHaveLength(3);
}, 120_000);
