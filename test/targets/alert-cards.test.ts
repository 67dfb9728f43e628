import { describe, expect, test } from "vitest";
import { filesOfEach } from "../../generators/output.ts";
import { alertCards } from "../../generators/targets/docs/alert-cards.ts";
import { email, slack } from "../../generators/language/notifier.ts";
import { holds } from "../../generators/language/given.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { card, section } from "./small-card.ts";
import { oddModel } from "../pictures/odd-shapes.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";
import { critical, low, secret, smallModel, smallPlatform } from "./small-model.ts";
import { inhibition, interval, receiver, route } from "./small-routing.ts";
import { alertModel, analysisOf, gaugeSeries, up } from "./small-rules.ts";

test("no alert, no card", () => {
  expect(filesOfEach(alertCards, testedModel(smallModel()))).toEqual({});
});

test("one alert: the whole card, what it means and what to do before what it is made of", () => {
  expect(filesOfEach(alertCards, testedModel(smallModel({ alerts: [alertModel()] })))).toEqual({
    "docs/alerts/ShopDown.md": `<!-- Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here. -->

# ShopDown

The shop on *instance* is down

**critical**: within 5 minutes, day and night. Service \`shop\`, component \`api\`.

**What it means:** It has not answered for 1m.

**Impact:** Nobody can buy.

## First actions

1. Restart it.

## Dashboards

No dashboard shows what this alert is based on.

## When it fires

\`\`\`promql
up{job="shop"} == 0
\`\`\`

This holds when the value is 0, which means no. It fires when this has held for 1m, until it no longer holds.

## Who is notified

| who | by | how soon | from the first bad sample | again after | outside its hours |
| --- | --- | --- | --- | --- | --- |
| people | nobody | 1m30s to 2m | rests on no sample | 4h5m | notified anyway |

How soon is counted from when the condition is first met. [Notification routing](<../routing.md>) shows how this is worked out.

## Rule test

No rule test shows that it can fire.

## Labels

| label | value |
| --- | --- |
| \`severity\` | \`critical\` |
| \`service\` | \`shop\` |
| \`component\` | \`api\` |

Defined as \`ShopDown\` in \`definitions/services/shop/shop.ts\`, and evaluated in the group \`shop_alerts\`.

[All alerts](<README.md>)
`,
  });
});

test("actions are numbered, keep their code, and further lines stay in their item", () => {
  const actions = [
    "Look at `docker compose logs shop`.",
    "Restart it:\n*not* before lunch.",
    "Call {{ $labels.owner }}.",
  ] as const;
  expect(section(card({ actions }), "First actions")).toBe(`1. Look at \`docker compose logs shop\`.
2. Restart it:
   \\*not\\* before lunch.
3. Call *owner*.`);
});

test("a command on a line of its own is a block to copy, which stays in its item", () => {
  const actions = [
    "Ask it:\n`curl -i http://{{ $labels.instance }}/health`\n`docker compose ps`\nNothing? Restart it.",
    "`docker compose restart shop`",
  ] as const;
  expect(section(card({ actions }), "First actions")).toBe(`1. Ask it:

   \`\`\`sh
   INSTANCE= # instance, from the notification
   curl -i http://"$INSTANCE"/health
   docker compose ps
   \`\`\`

   Nothing? Restart it.
2. \`\`\`sh
   docker compose restart shop
   \`\`\``);
});

test("the picture stands behind all that tells what to do", () => {
  const page = filesOfEach(alertCards, testedModel(everyShape))["docs/alerts/Below.md"] ?? "";
  const places = ["**Impact:**", "## First actions", "## Dashboards", "<picture>", "## Who is notified"].map(
    (text) => page.indexOf(text),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

describe("when it fires, in words", () => {
  const atLeast = { op: ">=", value: 0.05, unit: "ratio", text: "5%" } as const;
  const ends = "It fires when this has held for 1m, until it no longer holds.";
  const given = holds(up, { ok: 1, firing: 0 });

  test.each<[string, Partial<AlertModel>, string]>([
    ["at once", { for: "0m", forMs: 0 }, "It fires as soon as this holds, until it no longer holds."],
    [
      "and goes on",
      { keepFiringFor: "10m" },
      "It fires when this has held for 1m, until 10m after it no longer holds.",
    ],
    ["by a number", { threshold: atLeast }, `This holds when the value is 5% or above. ${ends}`],
    [
      "by yes",
      { threshold: { op: "==", value: 1, unit: "bool", text: "1" } },
      "This holds when the value is 1, which means yes.",
    ],
    [
      "not 0",
      { threshold: { ...atLeast, op: "!=", value: 0 } },
      "This holds when the value is at anything but 0%.",
    ],
    ["without a number", { threshold: undefined }, "This holds when `up` is 0."],
    [
      "when nothing is there",
      { scenarios: [{ given: [given] }], whenMissing: "firing" },
      "It also fires when none of its series exist.",
    ],
    ["but then", { scenarios: [{ given: [given] }] }, "It does not fire when none of its series exist"],
  ])("%s", (_, parts, sentence) => {
    expect(section(card(parts), "When it fires")).toContain(sentence);
  });
});

test("a label's value is shown as it stands, bars and backticks too", () => {
  const page = card({ labels: { path: "a|b", quote: 'say "`no`"' } });
  expect(section(page, "Labels")).toContain(`| label | value |
| --- | --- |
| \`path\` | \`a\\|b\` |
| \`quote\` | \`\`say "\`no\`"\`\` |`);
});

describe("who is notified, and what inhibits it", () => {
  const hours = interval("hours");
  const loud = receiver("loud", { notifiers: [slack({ webhookUrl: secret("slack"), channel: "#a|b" })] });
  const mail = receiver("mail", { notifiers: [email({ to: "team@example.org" })] });
  const routing = route({
    routes: [
      route({ receiver: loud, match: { severity: critical }, continue: true }),
      route({ receiver: mail, activeDuring: [hours], match: { labels: { instance: "a" } } }),
    ],
  });
  const platform = smallPlatform({
    receivers: { loud, mail },
    routing,
    timeIntervals: { hours },
    inhibitions: {
      worse: inhibition("worse", {
        source: { severity: critical },
        target: { severity: low },
        equal: ["instance"],
      }),
    },
  });
  const seen = analysisOf(gaugeSeries("up"));
  const analysis = { ...seen, type: { ...seen.type, labels: new Map([["instance", "*" as const]]) } };
  const minor = { name: "ShopSlow", labels: { severity: "low", service: "shop", component: "api" } };
  const files = filesOfEach(
    alertCards,
    testedModel(
      smallModel({ platform, alerts: [alertModel({ analysis }), alertModel({ ...minor, analysis })] }),
    ),
  );
  const of = (name: string, title: string) => section(files[`docs/alerts/${name}.md`] ?? "", title);

  test("a row for each way, surely or perhaps, with the hours in which nobody is notified", () => {
    expect(of("ShopDown", "Who is notified"))
      .toBe(`| who | by | how soon | from the first bad sample | again after | outside its hours |
| --- | --- | --- | --- | --- | --- |
| loud | Slack #a\\|b | 1m30s to 2m | rests on no sample | 4h5m | notified anyway |
| perhaps mail | e-mail to team@example.org | 1m30s to 2m | rests on no sample | 4h5m | not notified; if it still fires, within 5m of hours beginning |

How soon is counted from when the condition is first met. Perhaps: it depends on labels whose values are known only when it fires. [Notification routing](<../routing.md>) shows how this is worked out.`);
  });

  test("links to what inhibits it and to what it inhibits", () => {
    expect(of("ShopDown", "Inhibition")).toBe(`- **Inhibited by:** no other alert
- **Inhibits:** [ShopSlow](<ShopSlow.md>) (same \`instance\`)`);
    expect(of("ShopSlow", "Inhibition"))
      .toBe(`- **Inhibited by:** [ShopDown](<ShopDown.md>) (same \`instance\`)
- **Inhibits:** no other alert`);
  });

  test("what inhibits anyway is not named again for what has the same labels", () => {
    const anyway = inhibition("anyway", {
      source: { severity: critical },
      target: { severity: low },
      equal: [],
    });
    const both = { ...platform, inhibitions: { ...platform.inhibitions, anyway } };
    const alerts = [alertModel({ analysis }), alertModel({ ...minor, analysis })];
    const cards = filesOfEach(alertCards, testedModel(smallModel({ platform: both, alerts })));
    expect(section(cards["docs/alerts/ShopSlow.md"] ?? "", "Inhibition"))
      .toBe(`- **Inhibited by:** [ShopDown](<ShopDown.md>)
- **Inhibits:** no other alert`);
  });
});

describe("a tested alert", () => {
  const model = testedModel(everyShape);
  const page = (name: string) => filesOfEach(alertCards, model)[`docs/alerts/${name}.md`] ?? "";

  test("shows what its test plays, in the colours of the page, and says it to who does not see it", () => {
    expect(page("Below")).toContain(`
<picture>
  <source media="(prefers-color-scheme: dark)" srcset="pictures/Below-dark.svg">
  <img src="pictures/Below-light.svg" width="720" alt="Rule test of Below. The alert is pending 5m from 0s to 5m and firing from 5m to 5m30s after it goes bad. shop_load{job=&quot;shop-api&quot;}: fires below 45, silent at 45, 90 when all is well and 44.9 when it fires.">
</picture>
`);
  });

  test("shows its first scenario, and folds the others", () => {
    const text = section(
      filesOfEach(alertCards, oddModel)["docs/alerts/AllAtOnce.md"] ?? "",
      "When it fires",
    );
    const [shown = "", folded = ""] = text?.split("<details>\n<summary>2 more scenarios</summary>") ?? [];
    expect(shown.match(/src="[^"]*"/g)).toEqual(['src="pictures/AllAtOnce-light.svg"']);
    expect(folded.match(/src="[^"]*"/g)).toEqual([
      'src="pictures/AllAtOnce-2-light.svg"',
      'src="pictures/AllAtOnce-3-light.svg"',
    ]);
  });

  test("says once what several scenarios show", () => {
    expect(
      section(filesOfEach(alertCards, oddModel)["docs/alerts/AllAtOnce.md"] ?? "", "Rule test"),
    ).toContain("- fires, then resolves: in each of 3 scenarios\n");
  });

  test("links to its test, and says what that shows", () => {
    expect(section(page("Share"), "Rule test"))
      .toBe(`In [Share.test.yml](<../../prometheus/tests/Share.test.yml>), promtool tests the rule as it is deployed:

- silent when all is well
- silent at the limit
- fires, then resolves
- silent when none of its series exist
- silent when its counters reset
- silent without traffic
- says of each instance its own labels and value
- fires when it is ten times worse`);
  });
});
