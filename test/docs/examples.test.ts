import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { exampleCompiled } from "../example-model.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";
import { promisedBlocks } from "./blocks.ts";
import { blocksOf, builtDocs, mistakes, placeOf, rounds, withMistakes } from "./built-docs.ts";
import { fileOfRepository } from "./docs-project.ts";
import { problemsIn } from "./problems-in.ts";
import { matches, withoutSpaces, outdented } from "./same-text.ts";

test("every block of code on every page promises something that is checked", () => {
  const unknown = promisedBlocks().filter(({ promised }) => promised === undefined);
  expect(unknown.map((one) => `${placeOf(one)}: ${one.block.language} ${one.block.note ?? ""}`)).toEqual([]);
});

// The command line is started, and all pages are built: on a busy machine that takes more than a minute.
const patience = { timeout: 180_000 };

describe("excerpts stand where their comment says", patience, () => {
  const deployed = "examples/ticket-shop/out/";
  const textOf = async (path: string): Promise<string> => {
    if (path.startsWith(deployed)) return exampleCompiled().files[path.slice(deployed.length)] ?? "";
    if (path.startsWith("out/")) return (await builtDocs()).files[path.slice("out/".length)] ?? "";
    return fileOfRepository(path);
  };
  test.each(blocksOf("excerpt").map((one) => ({ ...one, place: placeOf(one) })))(
    "$place: $promised.path",
    async ({ promised, block }) => {
      expect(outdented(await textOf(promised.path))).toContain(outdented(block.text));
    },
  );
});

describe("the examples of all pages are one project", patience, () => {
  test("which builds", async () => {
    const { exitCode, stderr } = await builtDocs();
    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
  });
  test("what the pages show as a result is in what is built", async () => {
    const { files } = await builtDocs();
    const texts = Object.values(files).map(outdented);
    const expressions = expressionsIn(files);
    const missing = blocksOf("result").filter(({ block: { language, text } }) =>
      language === "promql"
        ? !expressions.has(withoutSpaces(text))
        : !texts.some((one) => one.includes(outdented(text))),
    );
    expect(missing.map((one) => `${placeOf(one)}\n${one.block.text}`)).toEqual([]);
  });
  test("every mistake says what is said of it", () => {
    const silent = mistakes().filter(({ says }) => says === "");
    expect(silent.map(({ place }) => place)).toEqual([]);
  });
  const each = rounds().map((made) => ({ made }));
  test.each(each)("and mistakes are found, with what the pages say of them (%#)", async ({ made }) => {
    const folder = makeProject(withMistakes(made));
    const { stderr } = await runSignalbox(["build"], { folder });
    const found = problemsIn(stderr);
    const promised = made.flatMap(({ says }) => says.split(/\n(?=\S)/).filter((text) => text.trim() !== ""));
    const unsaid = promised.filter((text) => !found.some((problem) => matches(problem, text)));
    expect(unsaid, stderr).toEqual([]);
    expect(found, "no other problem is found").toHaveLength(promised.length);
  });
});

const rules = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ expr: z.string() })) })),
});

/** Every expression of a rule or a panel, on one line. */
function expressionsIn(files: Readonly<Record<string, string>>): ReadonlySet<string> {
  const ofRules = ["prometheus/alerts.yml", "prometheus/recordings.yml"].flatMap((path) =>
    rules.parse(parse(files[path] ?? "groups: []")).groups.flatMap((group) => group.rules),
  );
  const ofPanels = Object.entries(files)
    .filter(([path]) => path.startsWith("grafana/") && path.endsWith(".json"))
    .flatMap(([, text]) => [...text.matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)].map(([, expr = '""']) => expr))
    .map((expr): string => z.string().parse(JSON.parse(expr)));
  return new Set([...ofRules.map(({ expr }) => expr), ...ofPanels].map(withoutSpaces));
}
