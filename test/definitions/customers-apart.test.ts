// What this repository defines, compiled with one more service and without each customer. As it is, "fresh.test.ts" alone compiles it.
import { describe, expect, test } from "vitest";
import { definitions } from "../../definitions/index.ts";
import { monitoring } from "../../definitions/platform/monitoring/service.ts";
import { services } from "../../definitions/services/index.ts";
import { compilation } from "../../generators/compile.ts";
import type { Service } from "../../generators/language/service.ts";
import { formatProblem } from "../../generators/problem.ts";
import { keeperWith, newMemory } from "../keep/built-from.ts";
import { sourceFiles } from "../layout/source-files.ts";
import { otherBackend } from "./other-backend.ts";
import { about, ownFiles } from "./own-model.ts";

// What is made of one customer is the same with and without another one: it is made once.
const keeper = keeperWith(newMemory());

/** What comes of our platform with these services: what is wrong, and each file by its path. */
function compiledWith(some: readonly Service[]) {
  const { problems, files } = compilation({ ...definitions, services: some }, about, { keeper });
  const made = [...files];
  return {
    problems: [...problems, ...made.flatMap((one) => ("place" in one ? [one] : []))],
    files: new Map(made.flatMap((one) => ("place" in one ? [] : [[one.path, one.text] as const]))),
  };
}

test("in a run of the tests all customers are compiled once, and what is changed in them here", () => {
  const defined = ["definitions/index.ts", "definitions/services/index.ts", "test/definitions/own-model.ts"];
  const compiling = sourceFiles("test").filter(({ path, imports, text }) => {
    // These look at the deployed stack, in a run of their own.
    if (path.startsWith("test/live/") || path.endsWith(".live.test.ts")) return false;
    const isOfOurs = imports.some((one) => defined.includes(one));
    // Not in a project of its own.
    const starts = /\brunSignalbox\(\["build"[^\]]*\]\)/.test(text);
    return starts || (isOfOurs && imports.includes("generators/compile.ts"));
  });
  expect(compiling.map(({ path }) => path)).toEqual(
    ["customers-apart", "fresh"].map((name) => `test/definitions/${name}.test.ts`),
  );
});

test("beside a service that exports the same names nothing that was right becomes wrong, and the rules stay to the letter", () => {
  const { problems, files } = compiledWith([...definitions.services, otherBackend]);
  expect(problems.map(formatProblem)).toEqual([]);
  const alone = ownFiles();
  for (const path of ["prometheus/alerts.yml", "prometheus/recordings.yml"])
    expect(files.get(path)?.()).toBe(alone[path]);
  expect(files.get("README.md")?.()).toMatch(
    /- `localhost:8000` is the address of .*`gatewayz-api`.* and `other-backend`\./,
  );
});

/** Severities of which the stack itself has no alert, and what rests on them. */
const ofPolicies: ReadonlySet<string> = new Set([
  "inhibitions-can-match",
  "routes-can-match",
  "policy-is-used",
  "declared-parts-are-used",
]);
/** The game alone ships logs: without it the platform has programs for nothing. */
const withoutUse: Readonly<Record<string, number>> = { "spacetime-vr": 4 };

describe("without a customer everything else compiles", () => {
  test.each(services.map(({ name }) => [name] as const))("without %s", (name) => {
    const others = services.filter((service) => service.name !== name);
    const { problems, files } = compiledWith([monitoring, ...others]);
    const unused = problems.filter(({ check }) => check === "declared-parts-are-used");
    expect(unused).toHaveLength(withoutUse[name] ?? 0);
    expect(problems.filter((problem) => !unused.includes(problem)).map(formatProblem)).toEqual([]);
    if (unused.length > 0) return;
    const textOf = (path: string) => files.get(path)?.();
    expect(textOf("alertmanager/alertmanager.yml")).not.toContain(name.split("-")[0] ?? "");
    expect(textOf("prometheus/alerts.yml")).not.toContain(`"${name}"`);
    expect([...files.keys()].filter((path) => path.includes(name))).toEqual([]);
  });

  test("and without all of them, but for policies that then have no alert", () => {
    const { problems } = compiledWith([monitoring]);
    const others = problems.filter(({ check }) => !ofPolicies.has(check));
    expect(others.map(formatProblem)).toEqual([]);
    expect(problems.filter(({ place }) => !place.file.startsWith("definitions/platform/"))).toEqual([]);
  });
});
