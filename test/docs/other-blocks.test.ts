import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { root } from "../layout/source-files.ts";
import { blocksOf, builtDocs, placeOf } from "./built-docs.ts";
import { wrongWithCommand } from "./known-command.ts";
import { outdented } from "./same-text.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";
import { put } from "../build/out-fixture.ts";

const settings = z.object({
  scripts: z.record(z.string(), z.string()).default({}),
  extends: z.literal("signalbox/tsconfig.json").optional(),
});

test.each(blocksOf("settings").map((one) => ({ ...one, place: placeOf(one) })))(
  "$place: a package.json has commands, and a tsconfig.json extends what there is",
  async ({ block }) => {
    const { scripts, extends: extended } = settings.parse(JSON.parse(block.text));
    const reasons = await Promise.all(Object.values(scripts).map(wrongWithCommand));
    expect(reasons.filter((reason) => reason !== undefined)).toEqual([]);
    expect(Object.keys(scripts).length > 0 || extended !== undefined).toBe(true);
  },
);

test.each(blocksOf("folders").map((one) => ({ ...one, place: placeOf(one) })))(
  "$place: each folder that is drawn is there",
  ({ block }) => {
    const paths = pathsDrawn(block.text);
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  },
);

/** The paths of a drawing in which what is in a folder stands below it, further to the right. */
function pathsDrawn(text: string): string[] {
  const above: { readonly indent: number; readonly path: string }[] = [];
  return [...text.matchAll(/^( *)([\w.-]+\/?(?:[\w.-]+\/?)*) {2,}\S/gm)].map(
    ([, { length: indent } = "", name = ""]) => {
      while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
      const path = `${above.at(-1)?.path ?? ""}${name}`;
      above.push({ indent, path });
      return path;
    },
  );
}

/** The commands whose output a test without tools can see. */
const quick = /^npx signalbox (?:build|explain)\b/;

test.each(blocksOf("output").map((one) => ({ ...one, place: placeOf(one) })))(
  "$place: the command prints what is shown",
  async ({ block, promised }) => {
    const command = promised.of.text.trim().split("\n").at(-1) ?? "";
    expect(command).toMatch(quick);
    const { project, files } = await builtDocs();
    const folder = makeProject(project);
    for (const [path, text] of Object.entries(files)) put(folder, `out/${path}`, text);
    const { stdout, stderr } = await runSignalbox(command.split(" ").slice(2), { folder });
    for (const part of block.text.split(/^…$/m))
      expect(outdented(stdout + stderr)).toContain(outdented(part));
  },
);
