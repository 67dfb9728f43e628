import { logSource, service } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";

const at = markedPlaces(import.meta.url);
const id = "log-files-have-one-source";
const source = (name: string, ...files: string[]) =>
  logSource(name, { description: "Lines.", files, format: "level lines" });

type Folder = NonNullable<Parameters<typeof service>[1]["logFolder"]>;
const ownFolder: Folder = { variable: "TILL_FOLDER", default: "/opt/till" };

function ofTill(logs: Record<string, ReturnType<typeof logSource>>, logFolder = ownFolder, name = "till") {
  const words = { title: "Till", description: "D.", owner: "O", jobs: {}, metrics: {} };
  return service(name, { ...words, logs, logFolder });
}
const problems = (...services: ReturnType<typeof service>[]) => problemsOf(id, definitionsWith({ services }));

test("a file that two sources of a service take is reported at the second, with the file", () => {
  const words = { description: "Lines.", format: "level lines" } as const;
  // all
  const all = logSource("all", { ...words, files: ["*.log"] });
  // errors
  const errors = logSource("errors", { ...words, files: ["errors.log"] });
  expect(problems(ofTill({ all, errors }))).toEqual([
    `${at("errors")}: log source "errors" and "all" at ${at("all")} both take /opt/till/errors.log (${id})\n` +
      "  fix: name the files so that each is taken by one, or make one log source of both",
  ]);
});

test.each<[string, string[], string[]]>([
  ["one name twice", ["app.log"], ["app.log"]],
  ["a pattern of rotated files", ["app.log"], ["app.log.*"]],
  ["folders below", ["**/*.log"], ["a/b/app.log"]],
  ["one of several", ["a.log", "b.log"], ["c.log", "b.*"]],
])("%s is reported once", (_, some, others) => {
  expect(problems(ofTill({ one: source("one", ...some), other: source("other", ...others) }))).toHaveLength(
    1,
  );
});

test.each<[string, string[], string[]]>([
  ["other names", ["a*.log"], ["b*.log"]],
  ["a folder below, which a star does not enter", ["*.log"], ["old/app.log"]],
])("%s are apart", (_, some, others) => {
  expect(problems(ofTill({ one: source("one", ...some), other: source("other", ...others) }))).toEqual([]);
});

test("a source that names a file twice is one source", () => {
  expect(problems(ofTill({ one: source("one", "*.log", "app.log") }))).toEqual([]);
});

test.each<[string, Folder, number]>([
  ["the same folder", { variable: "SHOP_FOLDER", default: "/opt/till/" }, 1],
  ["the same variable", { variable: "TILL_FOLDER", default: "/opt/other" }, 1],
  ["a folder around it", { variable: "SHOP_FOLDER", default: "/opt" }, 1],
  ["another folder", { variable: "SHOP_FOLDER", default: "/opt/tills" }, 0],
  ["a folder that only its variable names", { variable: "SHOP_FOLDER", default: "" }, 0],
])("of two services: %s", (_, folder, found) => {
  const till = ofTill({ one: source("one", "app.log") });
  const shop = ofTill({ other: source("other", "**/app.log") }, folder, "other");
  expect(problems(till, shop)).toHaveLength(found);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "each takes other lines of it" };
  const other = logSource("other", { description: "L.", files: ["app.log"], format: "level lines", allow });
  expect(problems(ofTill({ one: source("one", "app.log"), other }))).toEqual([]);
});
