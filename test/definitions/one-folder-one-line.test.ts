// A customer is its folder and one line: nothing else of the definitions knows it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ourPlatform } from "../../definitions/platform/index.ts";
import { monitoring } from "../../definitions/platform/monitoring/service.ts";
import { services } from "../../definitions/services/index.ts";
import { compilation } from "../../generators/compile.ts";
import type { Service } from "../../generators/language/service.ts";
import { formatProblem } from "../../generators/problem.ts";
import { keeperWith, newMemory } from "../keep/built-from.ts";
import { about } from "./own-model.ts";

const definitions = fileURLToPath(new URL("../../definitions/", import.meta.url));
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

test("nothing of the platform names a customer", () => {
  const found = filesIn(join(definitions, "platform")).flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => /spacetime|afirgen|gatewayz|game/i.test(line)),
  );
  // The name of the indices in Elasticsearch, which is given.
  expect(found.map((line) => line.trim())).toEqual(['indexPrefix: "spacetime-logs",']);
});

test("no customer imports from another one's folder", () => {
  const names = services.map(({ name }) => name);
  const crossing = names.flatMap((name) =>
    filesIn(join(definitions, "services", name)).filter((path) =>
      names.some((other) => other !== name && readFileSync(path, "utf8").includes(`${other}/`)),
    ),
  );
  expect(crossing).toEqual([]);
});

/** Severities of which the stack itself has no alert, and what rests on them. */
const ofPolicies: ReadonlySet<string> = new Set([
  "inhibitions-can-match",
  "routes-can-match",
  "policy-is-used",
  "declared-parts-are-used",
]);
/** The game alone is probed, has JSON endpoints and ships logs: without it the platform runs programs for nothing. */
const withoutUse: Readonly<Record<string, number>> = { "spacetime-vr": 6 };

// What is made of one customer is the same with and without another one: it is made once.
const keeper = keeperWith(newMemory());

/** What comes of our platform with these services: what is wrong, and each file by its path. */
function compiledWith(services: readonly Service[]) {
  const { problems, files } = compilation({ platform: ourPlatform, services }, about, { keeper });
  const made = [...files];
  return {
    problems: [...problems, ...made.flatMap((one) => ("place" in one ? [one] : []))],
    files: new Map(made.flatMap((one) => ("place" in one ? [] : [[one.path, one.text] as const]))),
  };
}

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
