// The page that says what of PromQL has a word: fresh, and of all that the grammar knows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { expect, test } from "vitest";
import { promqlPage } from "../../scripts/reference/promql-page.ts";
import { root } from "../layout/source-files.ts";

const text = readFileSync(join(root, "docs/promql.md"), "utf8");
const named = new Set(
  [...text.matchAll(/`(\w+)\(\)`|^\| `(\w+)`/gm)].map(([, call, plain]) => call ?? plain ?? ""),
);

/** Names of the grammar's nodes; those of functions are their names in another case. */
const grammar = new Set(parser.nodeSet.types.map(({ name }) => name));
const plain = (name: string) => name.replaceAll("_", "").toLowerCase();

test('docs/promql.md is fresh; "npm run docs:promql" makes it so', async () => {
  expect(text).toBe(await promqlPage());
});

test("every function and aggregation of the grammar stands on it", () => {
  const list = [...grammar];
  const [first, last] = [list.indexOf("FunctionIdentifier"), list.indexOf("MatrixSelector")];
  const [avg, topk] = [list.indexOf("Avg"), list.indexOf("Topk")];
  const known = [...list.slice(first + 1, last), ...list.slice(avg, topk + 1)].filter(
    (name) => name !== "Identifier",
  );
  expect(known.length).toBeGreaterThan(90);
  const rows = new Set([...named].map(plain));
  // Newer than Prometheus 3.13.
  expect(known.filter((name) => !rows.has(plain(name)))).toEqual(["StartTimestamp"]);
});

test("every line says something", () => {
  const lines = text.split("\n").filter((line) => line.startsWith("| ") && !/^\| -/.test(line));
  expect(lines.length).toBeGreaterThan(120);
  expect(lines.filter((line) => /\|\s*\|/.test(line))).toEqual([]);
});
