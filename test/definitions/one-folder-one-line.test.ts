// A customer is its folder and one line: nothing else of the definitions knows it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ourPlatform } from "../../definitions/platform/index.ts";
import { monitoring } from "../../definitions/platform/monitoring/service.ts";
import { services } from "../../definitions/services/index.ts";
import { compile } from "../../generators/compile.ts";
import { about } from "./own-model.ts";
import { formatProblem } from "../../generators/problem.ts";

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

describe("without a customer everything else compiles", () => {
  test.each(services.map(({ name }) => [name] as const))("without %s", (name) => {
    const others = services.filter((service) => service.name !== name);
    const { problems, files } = compile({ platform: ourPlatform, services: [monitoring, ...others] }, about);
    const unused = problems.filter(({ check }) => check === "declared-parts-are-used");
    expect(unused).toHaveLength(withoutUse[name] ?? 0);
    expect(problems.filter((problem) => !unused.includes(problem)).map(formatProblem)).toEqual([]);
    if (unused.length > 0) return;
    const alertmanager = files["alertmanager/alertmanager.yml"] ?? "";
    expect(alertmanager).not.toContain(name.split("-")[0] ?? "");
    expect(files["prometheus/alerts.yml"]).not.toContain(`"${name}"`);
    expect(Object.keys(files).filter((path) => path.includes(name))).toEqual([]);
  });

  test("and without all of them, but for policies that then have no alert", () => {
    const { problems } = compile({ platform: ourPlatform, services: [monitoring] }, about);
    const others = problems.filter(({ check }) => !ofPolicies.has(check));
    expect(others.map(formatProblem)).toEqual([]);
    expect(problems.filter(({ place }) => !place.file.startsWith("definitions/platform/"))).toEqual([]);
  });
});
