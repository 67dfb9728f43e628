import { alert } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { emptyShelf, type Shelf } from "../../scripts/kept/shelf.ts";
import { secretScan } from "../../scripts/validate/secret-scan.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { orderRate, plainWords } from "../checks/small-shop.ts";

const { model } = resolve(definitionsWith());
const of = (...pieces: readonly string[]) => pieces.join("");
const token = of("xo", "xb-", "123456789012-", "abcdefghij0123456789");

async function problemsIn(texts: Readonly<Record<string, string>>, shelf = emptyShelf<true>(), of = model) {
  const { result } = await secretScan({ texts, model: of }, shelf);
  return "missing" in result ? ["missing"] : result.problems.map(formatProblem);
}

test("our own rules and those of secretlint, each at its line, without what was found", async () => {
  const texts = {
    "out/a.yml": `# generated\nurl: ${token}\n`,
    "definitions/index.ts": `// ask with\n// ${of("lin", "_api_", "abcdefghij0123456789".repeat(2))}\n`,
    "definitions/fine.ts": 'export const commit = "0123456789abcdef0123456789abcdef01234567";\n',
  };
  const found = await problemsIn(texts);
  expect(found).toEqual([
    expect.stringMatching(/^out\/a\.yml:2: a Slack token stands here \(no-secret-values\)\n {2}fix: move it/),
    expect.stringMatching(/^definitions\/index\.ts:2: what secretlint's rule "linear" takes for a secret/),
  ]);
  expect(found.join()).not.toContain("abcdefghij");
});

test("what an author allows with a reason is no problem, wherever it stands", async () => {
  const allow = { "no-secret-values": "the key of a shop that was closed" };
  const Leaky = alert({ ...plainWords, allow, expr: orderRate.gt(5), description: token });
  const allowing = resolve(definitionsWith({ alerts: { Leaky } })).model;
  expect(await problemsIn({ "definitions/a.ts": `"${token}"` }, emptyShelf(), allowing)).toEqual([]);
});

test("a text that holds none is looked through once, one that holds some each time", async () => {
  const kept = new Set<string>();
  const shelf: Shelf<true> = {
    get: (key) => (kept.has(key) ? true : undefined),
    put: (key) => void kept.add(key),
    save: () => {},
  };
  const texts = { "out/a.yml": "a: 1\n", "out/b.yml": `b: ${token}\n` };
  expect(await problemsIn(texts, shelf)).toHaveLength(1);
  expect(kept.size).toBe(1);
  expect(await problemsIn(texts, shelf)).toHaveLength(1);
});
