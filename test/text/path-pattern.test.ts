import { expect, test } from "vitest";
import { sharedPath } from "../../generators/text/path-pattern.ts";

test.each([
  ["a.log", "a.log", "a.log"],
  ["*.log", "errors.log", "errors.log"],
  ["a*.log", "*b.log", "ab.log"],
  ["*", "x", "x"],
  ["logs/*.log", "*/a.log", "logs/a.log"],
  ["**/*.log", "x/y/app.log", "x/y/app.log"],
  ["**/a.log", "a.log", "a.log"],
  ["app.log.[0-9]*", "app.log.*", "app.log.1"],
  ["app.log.[0-9]*", "app.log.2026-01-31", "app.log.2026-01-31"],
])("%s and %s meet", (one, other, shared) => {
  expect(sharedPath(one, other)).toBe(shared);
  expect(sharedPath(other, one)).toBe(shared);
});

test.each([
  ["a.log", "b.log"],
  ["*.log", "x/a.log"],
  ["a*.log", "b*.log"],
  ["app.log.[0-9]*", "app.log.old"],
  ["**/a.log", "x/b.log"],
  ["a.log", "a.log.gz"],
])("%s and %s never do", (one, other) => {
  expect(sharedPath(one, other)).toBeUndefined();
  expect(sharedPath(other, one)).toBeUndefined();
});

test("stars upon stars are soon looked through", () => {
  const many = "*a".repeat(60);
  expect(sharedPath(many, `${many}b`)).toBeUndefined();
});
