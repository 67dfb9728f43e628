import { describe, expect, test } from "vitest";
import { withAccepted } from "../../generators/review/accepted.ts";
import { comparisonOf, type Comparison } from "../../generators/review/comparison.ts";
import { reviewText } from "../../generators/review/layout/text.ts";
import type { PlatformModel, RouteModel } from "../../generators/model/routing-model.ts";
import { versionOfModel } from "../../generators/review/of-model/version-of-model.ts";
import { reviewOf } from "../../generators/review/review.ts";
import { routingQuestion } from "../../generators/review/routed/question.ts";
import { boundedBy } from "../../scripts/diff/bounded.ts";
import { decided, realPrograms } from "../../scripts/diff/decided.ts";
import { exampleTestedModel } from "../example-model.ts";
import { askBoth } from "../../scripts/diff/routed.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { withRules, type Files } from "./plain-shop.ts";
import { criticalRoute, inhibition, routedShop, type Replacement } from "./routed-shop.ts";

/** What is said once real Alertmanagers agree to it. */
async function said(comparison: Comparison): Promise<string> {
  const answer = await decided(comparison, realPrograms);
  if ("contradictions" in answer) throw new Error(answer.contradictions.join("\n"));
  expect(answer.complaints).toEqual([]);
  return reviewText(withAccepted(reviewOf(answer.comparison), []));
}

describe("two real Alertmanagers agree to what is said", () => {
  test.each<[string, readonly Replacement[], Files, readonly string[]]>([
    [
      "a route stands behind another one",
      [
        [criticalRoute, ""],
        ["receivers:\n", `${criticalRoute}receivers:\n`],
      ],
      {},
      [
        "on-call (pagerduty) → perhaps zone (email), only outside of night and perhaps on-call (pagerduty)   [both Alertmanagers, 4 label sets]",
      ],
    ],
    [
      "a receiver is another one",
      [
        [
          "pagerduty_configs: [{ routing_key_file: /secret }]",
          "webhook_configs: [{ url: 'http://example.org' }]",
        ],
      ],
      {},
      ["on-call (pagerduty) → on-call (webhook)   [both Alertmanagers, 4 label sets]"],
    ],
    [
      "a severity",
      [],
      withRules("severity: critical", "severity: warning"),
      [
        "on-call (pagerduty) → perhaps zone (email), only outside of night and perhaps team (slack)   [both Alertmanagers, 8 label sets]",
      ],
    ],
    [
      "an inhibition is gone",
      [[inhibition, ""]],
      {},
      [
        'sent also while an alert with severity="critical" (same job) fires   [both Alertmanagers, 4 label sets]',
      ],
    ],
    [
      "an inhibition is new",
      [
        [
          "inhibit_rules:\n",
          "inhibit_rules:\n  - { source_match: { alertname: QueueLong }, target_match_re: { alertname: Many.* } }\n",
        ],
      ],
      {},
      ['not sent while an alert with alertname="QueueLong" fires   [both Alertmanagers, '],
    ],
    [
      "a route is mute at night",
      [["      receiver: on-call\n", "      receiver: on-call\n      mute_time_intervals: [night]\n"]],
      {},
      [
        "on-call (pagerduty) → on-call (pagerduty), only outside of night   [both Alertmanagers, 4 label sets]",
      ],
    ],
    [
      "a route is active in business hours",
      [
        [
          "      receiver: on-call\n",
          "      receiver: on-call\n      active_time_intervals: [business-hours, night]\n",
        ],
      ],
      {},
      ["only in business-hours or night   [both Alertmanagers, 4 label sets]"],
    ],
    [
      "alerts are put together by more labels",
      [["group_by: [alertname]", "group_by: [alertname, severity, team]"]],
      {},
      [
        "on-call: one notification for each alertname, severity, team, was alertname   [both Alertmanagers, 4 label sets]",
      ],
    ],
    [
      "alerts are put together by none, and each is alone",
      [
        ["group_by: [alertname]\n", "group_by: ['...']\n"],
        ["      receiver: on-call\n", "      receiver: on-call\n      group_by: []\n"],
      ],
      {},
      [
        "on-call: one notification for each route, was alertname   [both",
        "for each alert, was alertname   [both",
      ],
    ],
    [
      "the night is longer",
      [['end_time: "06:00"', 'end_time: "07:00"']],
      {},
      [
        "1 alert reaches somebody else.",
        "zone: night is other times of the week: times 00:00 to 07:00, was 00:00 to 06:00\n",
      ],
    ],
    [
      "an alert is new",
      [],
      withRules(
        "- alert: QueueLong",
        "- { alert: Down, expr: up == 0, labels: { severity: critical } }\n      - alert: QueueLong",
      ),
      ["new, critical: notifies on-call (pagerduty)   [Alertmanager, 4 label sets]"],
    ],
    [
      "matchers are spelled otherwise, and one is new",
      [
        ["matchers: ['severity=\"critical\"']", "match: { severity: critical }"],
        ["matchers: ['zone=~\"a|b\"']", 'matchers: [\'{zone=~"a|b", team!~"x\\\\.y|"}\']'],
      ],
      {},
      ["Nothing changes."],
    ],
  ])("%s", async (_, changes, files, texts) => {
    const text = await said(routedShop(changes, files));
    for (const one of texts) expect(text).toContain(one);
  });
});

describe("so they do of a project", () => {
  const model = exampleTestedModel();
  const { platform } = model;
  const { routing, inhibitions, timeIntervals } = platform;
  const [businessHours] = Object.values(timeIntervals);
  const routes = routing.routes ?? [];
  const isOnCall = ({ receiver }: RouteModel) => receiver.name === "on-call";
  const onCall = (parts: Partial<RouteModel>): RouteModel => ({
    ...routing,
    routes: routes.map((route) => (isOnCall(route) ? { ...route, ...parts } : route)),
  });

  test.each<[string, Partial<PlatformModel>, RegExp]>([
    [
      "a route is moved to the end",
      {
        routing: {
          ...routing,
          routes: [...routes.filter((one) => !isOnCall(one)), ...routes.filter(isOnCall)],
        },
      },
      /^Nothing changes\.\n$/,
    ],
    [
      "a route is gone",
      { routing: { ...routing, routes: routes.filter((one) => !isOnCall(one)) } },
      /on-call .* → unrouted .*\[both Alertmanagers, \d+ label sets\]/,
    ],
    [
      "a route is active in business hours only",
      { routing: onCall({ activeDuring: businessHours ? [businessHours] : [] }) },
      /only in business-hours.*\[both Alertmanagers, \d+ label sets\]/,
    ],
    [
      "a route is mute in business hours",
      { routing: onCall({ mutedDuring: businessHours ? [businessHours] : [] }) },
      /only outside of business-hours.*\[both Alertmanagers, \d+ label sets\]/,
    ],
    [
      "business hours are longer",
      {
        timeIntervals: businessHours
          ? { "business-hours": { ...businessHours, times: [{ from: "08:00", to: "18:00" }] } }
          : {},
      },
      /business-hours is other times of the week: times 08:00 to 18:00, was 09:00 to 17:00\n/,
    ],
    [
      "an inhibition is gone",
      { inhibitions: Object.fromEntries(Object.entries(inhibitions).slice(1)) },
      /sent also while .* fires {3}\[both Alertmanagers, \d+ label sets?\]/,
    ],
  ])("%s", async (_, parts, text) => {
    const head = versionOfModel({ ...model, platform: { ...platform, ...parts } });
    expect(await said(comparisonOf(versionOfModel(model), head))).toMatch(text);
  });
});

test("an Alertmanager that refuses a configuration is not asked, and its reason is said", async () => {
  const wrong = routedShop([["      receiver: on-call\n", "      receiver: nobody-there\n"]]);
  const answer = await decided(wrong, realPrograms);
  expect(answer).toMatchObject({
    complaints: [
      'no Alertmanager was asked who is notified: it refuses the new configuration: undefined receiver "nobody-there" used in route',
    ],
    comparison: { routed: { kind: "no answer" } },
  });
});

test("one that takes too much of a processor's time is not waited for", async () => {
  const never = new Promise<never>(() => {});
  const limits = { cpuLimitMs: 0, lookEveryMs: 1 };
  const asked = boundedBy({ pid: process.pid, name: "alertmanager" }, never, limits);
  await expect(asked).rejects.toThrow("alertmanager took more than 0 s of a processor's time");
});

test("what Alertmanagers do is heard: in weeks in which a route is mute, and in others, in groups, and beside an inhibitor", async () => {
  const question = routingQuestion(routedShop([["#shop", "#others"]]));
  if (!question) throw new Error("there is a question");
  const { head } = await askBoth(question, await findTool("alertmanager"));
  const { alerts, inhibitions } = question.head;
  const sets = alerts.flatMap((one, index) =>
    one.sets.map((set, place) => ({ set, answer: head.alerts[index]?.[place] })),
  );
  const answerOf = (name: string, zone: string) =>
    sets.find(({ set }) => set["alertname"] === name && set["zone"] === zone)?.answer;
  const grouped = [["alertname"]];
  // Night is always, and then never.
  expect(answerOf("QueueLong", "a")).toEqual({ receivers: ["zone"], grouped, notified: [[], ["zone"]] });
  expect(answerOf("QueueLong", "any other")).toEqual({
    receivers: ["team"],
    grouped,
    notified: [["team"], ["team"]],
  });
  expect(answerOf("ManyErrors", "a")?.notified).toEqual([["on-call"], ["on-call"]]);
  const inhibited = inhibitions.filter((_, index) => head.inhibited[index]);
  expect(new Set(inhibited.map(({ target }) => target.alert.name))).toEqual(new Set(["QueueLong"]));
  expect(inhibited.length).toBeLessThan(inhibitions.length);
});
