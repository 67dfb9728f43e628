import {
  alert,
  copyRoute,
  dashboard,
  gauge,
  inhibition,
  logSource,
  metrics,
  probe,
  probeModule,
  promql,
  receiver,
  route,
  row,
  service,
  severity,
  text,
  timeInterval,
} from "signalbox";
import { recordingNamed as recording } from "../generators/language/recording.ts";
import { describe, expect, test } from "vitest";
import { runChecks, type Finder, type Finding } from "../generators/check.ts";
import type { Allowing } from "../generators/definition.ts";
import { compile } from "../generators/compile.ts";
import { formatProblem } from "../generators/problem.ts";
import { definitionsWith } from "./checks/small-definitions.ts";
import { critical, low, onCall, smallDeploy, unrouted } from "./checks/small-platform.ts";
import { api, orderRate, plainWords, sales, shop } from "./checks/small-shop.ts";
import { smallModel } from "./targets/small-model.ts";

const empty = { jobs: {}, metrics: {}, recordings: {}, alerts: {}, dashboards: {} };
const place = { file: "definitions/services/shop/alerts.ts", line: 7 };

/** Finds something wrong with each of these. */
function complaining(id: string, ...definitions: readonly Allowing[]): Finder {
  return {
    id,
    find: () => definitions.map((definition) => ({ definition, message: "it is wrong", fix: "fix it" })),
  };
}

function problems(checks: readonly Finder[], ...definitions: readonly Allowing[]): string[] {
  return runChecks(checks, smallModel(), definitions).map(formatProblem);
}

test("what a check finds is a problem at the place of the definition", () => {
  const definition = { place };
  expect(problems([complaining("things-are-right", definition)], definition)).toEqual([
    "definitions/services/shop/alerts.ts:7: it is wrong (things-are-right)\n  fix: fix it",
  ]);
});

test("a finding may have a place of its own, such as that of the expression", () => {
  const found = {
    definition: { place },
    place: { ...place, line: 9 },
    message: "it is wrong",
    fix: "fix it",
  };
  expect(problems([{ id: "things-are-right", find: () => [found] }])[0]).toMatch(/alerts\.ts:9: /);
});

test("every check runs, and no finding is lost", () => {
  const [one, two] = [{ place }, { place }];
  const checks = [complaining("a-is-right", one, two), complaining("b-is-right", one)];
  expect(problems(checks, one, two)).toHaveLength(3);
});

describe("findings of one cause", () => {
  const found = (line: number, message = "it is wrong", allow?: Allowing["allow"]) => ({
    definition: { place: { ...place, line }, allow },
    message,
    fix: "fix it",
    cause: "the route is gone",
  });
  const reported = (...findings: readonly Finding[]) =>
    problems([{ id: "a-is-right", find: () => findings }]);

  test("are one problem, at the first of their places, which names the others", () => {
    expect(reported(found(9), found(7), found(8), found(8))).toEqual([
      "definitions/services/shop/alerts.ts:7: it is wrong; the same at definitions/services/shop/alerts.ts:8, definitions/services/shop/alerts.ts:9 (a-is-right)\n  fix: fix it",
    ]);
  });
  test("are counted where there are many, and named in the first line of the message", () => {
    const [only, ...others] = reported(
      ...Array.from({ length: 9 }, (_, line) => found(line, "it is wrong\n  x > 1")),
    );
    expect(others).toEqual([]);
    expect(only).toMatch(
      /alerts\.ts:0: it is wrong; the same at .*alerts\.ts:5 and 3 more places\n  x > 1 \(/,
    );
  });
  test("are suppressed one by one", () => {
    expect(reported(found(7, "it is wrong", { "a-is-right": "it is a test" }), found(8))).toEqual([
      "definitions/services/shop/alerts.ts:8: it is wrong (a-is-right)\n  fix: fix it",
    ]);
  });
});

describe("an allowance", () => {
  const prefix = "definitions/services/shop/alerts.ts:7:";

  test("with a reason takes the findings of its check, and of no other", () => {
    const definition = { place, allow: { "a-is-right": "it is a test" } };
    const checks = [complaining("a-is-right", definition, definition), complaining("b-is-right", definition)];
    expect(problems(checks, definition)).toEqual([`${prefix} it is wrong (b-is-right)\n  fix: fix it`]);
  });

  test("that finds nothing is a problem: it would hide the next mistake", () => {
    const definition = { place, allow: { "a-is-right": "it was a test" } };
    expect(problems([complaining("a-is-right")], definition)).toEqual([
      `${prefix} "a-is-right" is suppressed here, but it finds nothing (allowances-apply)\n  fix: remove "a-is-right" from allow`,
    ]);
  });

  test("of what is not used yet may stay when the use comes, with a reason", () => {
    const asking = { ...complaining("a-is-right"), isAboutUse: true };
    const keeping = (reason: string) => problems([asking], { place, allow: { "a-is-right": reason } });
    expect(keeping("its alerts follow")).toEqual([]);
    expect(keeping("…")).toEqual([
      expect.stringContaining(`${prefix} "a-is-right" is suppressed without a reason`),
    ]);
  });

  test("that two definitions share is checked for each of them", () => {
    const allow = { "a-is-right": "it is a test" };
    const [wrong, right] = [
      { place, allow },
      { place: { ...place, line: 8 }, allow },
    ];
    expect(problems([complaining("a-is-right", wrong)], wrong, right)).toEqual([
      expect.stringContaining('alerts.ts:8: "a-is-right" is suppressed here, but it finds nothing'),
    ]);
  });

  test("for a check that does not exist is a problem, with the check that may be meant", () => {
    const definition = { place, allow: { "a-is-rihgt": "a slip", "moon-is-full": "tonight" } };
    expect(problems([complaining("a-is-right", definition)], definition)).toEqual([
      `${prefix} it is wrong (a-is-right)\n  fix: fix it`,
      `${prefix} allow names the check "a-is-rihgt", which does not exist (did you mean 'a-is-right'?) (allowances-apply)\n` +
        "  fix: correct the id, or remove the line",
      `${prefix} allow names the check "moon-is-full", which does not exist (allowances-apply)\n  fix: correct the id, or remove the line`,
    ]);
  });

  test.each(["", "  \n"])("without a reason (%j) is a problem", (reason) => {
    const definition = { place, allow: { "a-is-right": reason } };
    expect(problems([complaining("a-is-right", definition)], definition)).toEqual([
      `${prefix} "a-is-right" is suppressed without a reason (allowances-apply)\n  fix: say why the finding is acceptable here`,
    ]);
  });
});

test("wherever an allowance can be written, a vain one is found", () => {
  const allow = (where: string) => ({ allow: { [`no-${where}`]: "for a test" } });
  const seconds = { description: "Any answer.", timeout: "5s" } as const;
  const module = probeModule("any", { ...seconds, ...allow("module") });
  const board = { title: "More", description: "For a test.", folder: "Shop", last: "6h" } as const;
  const panel = text({ title: "Text", description: "For a test.", markdown: "Hello", ...allow("panel") });
  const reported = receiver("used", { description: "Somebody.", notifiers: [], ...allow("receiver") });
  const ofCopy = receiver("of-copy", {
    description: "Somebody.",
    notifiers: [],
    ...allow("receiver of a copy"),
  });
  const routes = [route({ match: { severity: critical }, receiver: onCall, ...allow("route") })];
  const mute = { source: { severity: critical }, target: { severity: critical }, equal: [] };
  const more = { rank: 3, response: "none", color: "green" } as const;
  const nights = { times: [{ from: "00:00", to: "06:00" }], location: "Europe/Berlin" } as const;
  const lines = { description: "For a test.", files: ["a.log"], format: "level lines" } as const;
  const definitions = definitionsWith({
    services: [service("more", { ...shop, ...empty, ...allow("service") })],
    logs: { more: logSource("more", { ...lines, ...allow("log") }) },
    jobs: {
      health: probe("health", {
        ...{ description: "For a test.", targets: ["http://localhost:8080"], module },
        ...allow("job"),
      }),
    },
    metrics: { more: metrics(api, { shop_more: gauge({ help: "More.", ...allow("metric") }) }) },
    recordings: {
      more: recording(
        "job:shop_orders:rate5m",
        sales.shop_orders_total.rate("5m").sumBy("job"),
        allow("recording"),
      ),
    },
    alerts: { More: alert({ ...plainWords, expr: promql`${orderRate} > 5`, ...allow("alert") }) },
    dashboards: {
      more: dashboard("more", { ...board, rows: [row("More", [panel])], ...allow("dashboard") }),
    },
    inhibitions: { own: inhibition("own", { ...mute, ...allow("inhibition of a service") }) },
    copies: { copy: copyRoute({ receiver: ofCopy, ...allow("copy route") }) },
    platform: {
      ...allow("platform"),
      deploy: { ...smallDeploy, ...allow("deploy") },
      severities: { critical, low, more: severity("more", { ...more, ...allow("severity") }) },
      timeIntervals: { nights: timeInterval("nights", { ...nights, ...allow("time") }) },
      receivers: { onCall, unrouted, reported },
      routing: route({ receiver: unrouted, routes, ...allow("root") }),
      inhibitions: { mute: inhibition("mute", { ...mute, ...allow("inhibition") }) },
    },
  });
  const vain = compile(definitions).problems.filter(({ check }) => check === "allowances-apply");
  expect(vain.map(({ message }) => /"no-(.*)"/.exec(message)?.[1]).sort()).toEqual([
    "alert",
    "copy route",
    "dashboard",
    "deploy",
    "inhibition",
    "inhibition of a service",
    "job",
    "log",
    "metric",
    "module",
    "panel",
    "platform",
    "receiver",
    "receiver of a copy",
    "recording",
    "root",
    "route",
    "service",
    "severity",
    "time",
  ]);
});
