import { describe, expect, test } from "vitest";
import { withAccepted } from "../../generators/review/accepted.ts";
import { comparisonOf, type Comparison } from "../../generators/review/comparison.ts";
import { reviewText } from "../../generators/review/layout/text.ts";
import { versionOfFiles } from "../../generators/review/plain/version-of-files.ts";
import { reviewOf } from "../../generators/review/review.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { decided, realPrograms } from "../../scripts/diff/decided.ts";
import { randomRouting } from "../routing/random-routing.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";
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

test("random routes and inhibitions in plain files are read as Alertmanager reads them", async () => {
  const sides = [20_261_201, 20_261_202].map((seed) => {
    const { platform, pairs } = randomRouting(seed, { trees: 10, pairs: 6 });
    const files = alertmanagerConfig(smallModel({ platform: smallPlatform(platform) }));
    return { config: Object.values(files).join(""), pairs };
  });
  const rules = (sides[0]?.pairs ?? []).flat().map(({ alertname, ...labels }) => ({
    alert: alertname === undefined || alertname === "" ? "Unnamed" : alertname,
    expr: "up == 0",
    labels,
  }));
  const [base, head] = sides.map(({ config }) =>
    versionOfFiles([
      { path: "rules.json", text: JSON.stringify({ groups: [{ name: "random", rules }] }) },
      { path: "alertmanager.yml", text: config },
    ]),
  );
  if (!base || !head) throw new Error("there are two sides");
  const answer = await decided(comparisonOf(base, head), realPrograms);
  expect(answer).toMatchObject({ complaints: [], comparison: { routed: { kind: "asked" } } });
});
