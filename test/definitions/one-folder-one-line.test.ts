// A customer is its folder and one line: nothing else of the definitions knows it. What compiles without one: "customers-apart.test.ts".
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { services } from "../../definitions/services/index.ts";

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
