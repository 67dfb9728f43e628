import { expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { findPathProblems } from "../../scripts/build/out-problems.ts";

const stay = "the path of a generated file must be inside out/";
const refused = "the path of a generated file contains a character that some file systems refuse";
const kept = "the build uses this name itself";

test.each([
  ["../x.yml", stay],
  ["a/../../x.yml", stay],
  ["/etc/x.yml", stay],
  ["a//x.yml", stay],
  ["./x.yml", stay],
  ["", stay],
  ["a\\x.yml", refused],
  ["C:x.yml", refused],
  ["a\nb.yml", refused],
  ["manifest.txt", kept],
  ["a/.x.yml.12.signalbox-new", kept],
])("%j is refused", (path, message) => {
  expect(findPathProblems([path])).toMatchObject([{ check: "path-is-safe", message }]);
});

test("two paths that are one on some systems, or a file and a folder at once, are refused", () => {
  expect(findPathProblems(["a/X.yml", "a/x.yml", "b", "b/c.yml"]).map(formatProblem)).toEqual([
    "out/a/x.yml:1: differs from out/a/X.yml only in case (path-is-safe)\n" +
      "  fix: change the name in the definition that this path comes from",
    "out/b:1: another generated file needs this path as its folder (path-is-safe)\n" +
      "  fix: change the name in the definition that this path comes from",
  ]);
});

test("the paths of a real out/ are fine", () => {
  const paths = ["docker-compose.yml", "grafana/dashboards/Sales at night/ticket-shop.json", ".env.example"];
  expect(findPathProblems(paths)).toEqual([]);
});
