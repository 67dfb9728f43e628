import { writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "vitest";
import { builtDocs, rounds, withMistakes } from "./built-docs.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";
test("dump", async () => {
  const b = await builtDocs();
  for (const [p, t] of Object.entries({
    ...b.project,
    ...Object.fromEntries(Object.entries(b.files).map(([p, t]) => [`out/${p}`, t])),
  })) {
    mkdirSync(dirname(join("/tmp/docs-out", p)), { recursive: true });
    writeFileSync(join("/tmp/docs-out", p), t);
  }
  writeFileSync("/tmp/docs-out/stderr", b.stderr);
  if (process.env["WRONG"])
    for (const [i, made] of rounds().entries()) {
      const folder = makeProject(withMistakes(made));
      writeFileSync(`/tmp/docs-out/wrong${i}`, (await runSignalbox(["build"], { folder })).stderr);
    }
});
