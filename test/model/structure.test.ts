import { gauge, jsonEndpoint, logSource, route } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { onCall } from "../checks/small-platform.ts";
import { description, ofDashboard, ofJob, ofMetric, ofPanel, untyped } from "./malformed.ts";

/** What the build says, without places and fixes. */
function said(parts: Parts): string[] {
  return compile(definitionsWith(parts)).problems.map((problem) =>
    formatProblem(problem)
      .replace(/^\S+:\d+: /, "")
      .replace(/ \(definitions-are-well-formed\)\n.*$/, ""),
  );
}

const itself: Record<string, unknown> = {};
itself["again"] = itself;
const secretive = {
  get kind(): string {
    throw new Error("hunter2");
  },
};
const ended = Proxy.revocable({}, {});
ended.revoke();
const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], []);
const prototype: unknown = JSON.parse('{"__proto__": 1}');
const holes = Object.assign([], { length: 2 });
const noData = "is neither text nor a number nor plain data";

// Functions, because the runner of tests would look into the values.
test.each<[() => unknown, string]>([
  [() => 10n, "folder is a bigint"],
  [() => Symbol("x"), "folder is a symbol"],
  [() => new Date(0), `folder ${noData}`],
  [() => new Map(), `folder ${noData}`],
  [() => itself, "folder.again holds itself"],
  [() => secretive, "folder cannot be read"],
  [() => ended.proxy, "folder cannot be read"],
  [() => prototype, "folder has a key that JavaScript keeps for itself: __proto__"],
  [() => holes, "folder has holes"],
  [() => deep, `folder${".0".repeat(97)} is more than 100 lists deep`],
])("what cannot be read is refused where it stands: %#", (make, problem) => {
  expect(said(ofDashboard({ folder: untyped(make()) }))).toEqual([`dashboard "x": ${problem}`]);
});

const log = { description, files: ["a.log"], format: "level lines" } as const;

test.each<[Parts, string]>([
  [ofJob("x", { targets: untyped("localhost:80") }), 'job "x": targets is not an array'],
  [ofJob("x", { bearerToken: untyped("*") }), 'job "x": bearerToken was not made with secretFile(…)'],
  [ofPanel({ links: untyped("x") }), 'panel "P": links is not an array'],
  [ofPanel({ title: untyped(null) }), "title is not a string"],
  [ofMetric(gauge({ help: untyped(1) })), 'metric "x": help is not a string'],
  [{ logs: { x: logSource("x", { ...log, tags: untyped(true) }) } }, 'log source "x": tags is not an array'],
  [
    { jobs: { x: jsonEndpoint("x", { description, targets: ["http://a:1/"], sample: untyped(1) }) } },
    'job "x": sample is not an answer',
  ],
  [{ platform: { inhibitions: untyped("0o17") } }, "the platform: inhibitions is not a record"],
  [
    { platform: { routing: route({ receiver: onCall, routes: [untyped(1)] }) } },
    'the route to "on-call": routes.0 was not made with route(…)',
  ],
])("a value of another type is refused: %#", (parts, problem) => {
  expect(said(parts).join("\n")).toContain(problem);
});

test("what a problem quotes is no longer than a screen", () => {
  const [first = ""] = said(ofDashboard({ folder: "/".repeat(100_000) }));
  expect(first.length).toBeLessThan(5_000);
});
