import { describe, expect, test } from "vitest";
import { email, pagerDuty, slack } from "../../generators/language/notifier.ts";
import type { PlatformModel } from "../../generators/model/routing-model.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import type { Analysis } from "../../generators/promql/analysis.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { routingTable } from "../../generators/targets/docs/routing-table.ts";
import { critical, low, people, secret, smallModel, smallPlatform } from "./small-model.ts";
import { inhibition, interval, receiver, route } from "./small-routing.ts";
import { alertModel, analysisOf, group } from "./small-rules.ts";

const path = "docs/routing.md";
const labels = { severity: "critical", service: "shop", component: "api" };

function page(parts: Partial<PlatformModel>, alerts: readonly AlertModel[] = [alertModel()]): string {
  const platform = smallPlatform(parts);
  return routingTable(testedModel(smallModel({ alerts, groups: [group("alerts")], platform })))[path] ?? "";
}

/** The rows of the tables, without their heads. */
function rows(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (?:alert|matches|---) \|/.test(line));
}

test("no alert and no route: the whole page", () => {
  expect(routingTable(testedModel(smallModel()))).toEqual({
    [path]: `<!-- Generated from definitions/platform/platform.ts by "signalbox build": edit there, not here. -->

# Notification routing

Who is notified of each alert, how soon and how often: computed as Alertmanager does, from the alert's labels and the routes. [The list of alerts](<alerts/README.md>) says what each of them means.

## Alerts

No alerts are defined.

## Routes

There is one route, and it matches every alert.

\`\`\`mermaid
flowchart LR
  root(["every alert"])
  receiver_people(["people"])
  root --> receiver_people
\`\`\`

| matches | notifies | when | grouped by | group wait | group interval | repeat interval |
| --- | --- | --- | --- | --- | --- | --- |
| every alert | people | always | nothing: one group per route | 30s | 5m | 4h |

## Receivers

- **people** (nobody): Everybody.
  Not notified of any alert.
`,
  });
});

const pager = receiver("pager", {
  notifiers: [
    pagerDuty({ routingKey: secret("pagerduty_key") }),
    slack({ webhookUrl: secret("slack_url"), channel: "#alerts" }),
  ],
});
const team = receiver("team", { notifiers: [email({ to: "team@example.org" })] });
const office = interval("office");

/** Of an expression that gives a series for each instance. */
const ofInstances: Analysis = {
  ...analysisOf(),
  type: { kind: "vector", unit: "none", condition: true, labels: new Map([["instance", "*"]]) },
};

const shop: Partial<PlatformModel> = {
  receivers: { pager, people, team },
  timeIntervals: {
    office,
    nights: interval("nights", { weekdays: ["monday", "saturday"], location: "UTC" }),
  },
  inhibitions: {
    ladder: inhibition("ladder", {
      source: { severity: critical },
      target: { severity: low },
      equal: ["service", "instance"],
    }),
    unused: inhibition("unused", { source: { alertname: "A|B" }, target: {}, equal: [] }),
  },
  routing: route({
    groupBy: ["alertname", "service"],
    routes: [
      route({ match: { service: "shop" }, receiver: people, continue: true }),
      route({ match: { severity: critical }, receiver: pager, groupWait: "10s", repeatInterval: "1h" }),
      route({ match: { severity: [low] }, receiver: team, activeDuring: [office], groupBy: ["..."] }),
    ],
  }),
};

test("alerts, routes, receivers, inhibitions and times: the whole page", () => {
  const slow = alertModel({
    name: "ShopSlow",
    severity: low,
    for: "5m",
    forMs: 300_000,
    labels: { ...labels, severity: "low" },
    analysis: ofInstances,
  });
  const down = { ...slow, name: "ShopDown", severity: critical, forMs: 60_000, labels };
  expect(page(shop, [slow, down]))
    .toBe(`<!-- Generated from definitions/ by "signalbox build": edit there, not here. -->

# Notification routing

Who is notified of each alert, how soon and how often, and what inhibits or mutes it: computed as Alertmanager does, from the alert's labels, the routes, the inhibitions and the times of the week. [The list of alerts](<alerts/README.md>) says what each of them means.

## Alerts

- **How soon** counts from when the alert's condition is first met: its \`for\`, up to one evaluation interval, and the \`group_wait\` of a new group. An alert that joins a group that has already been notified is sent with that group's next change, at most once per \`group_interval\`.
- **From the first bad sample** counts from when what the alert's scenario plays begins, at the earliest and at the latest: until its windows have seen enough of it, then as above. Where a group has just been notified it is up to a \`group_interval\` later.
- **Repeated after** is when an unchanged group is sent again: at the first \`group_interval\` after the route's \`repeat_interval\`. When an alert resolves, its receivers are notified at the next \`group_interval\`.
- **Inhibited or muted by** another firing alert (where labels are listed, only one with the same values), or by the time of the week. An alert that resolves in the meantime is never sent.

| alert | severity | who is notified | how soon | from the first bad sample | repeated after | inhibited or muted by | inhibits |
| --- | --- | --- | --- | --- | --- | --- | --- |
| [ShopDown](<alerts/ShopDown.md>) | critical | people (nobody)<br>pager (PagerDuty, Slack #alerts) | people: 1m30s to 2m<br>pager: 1m10s to 1m40s | rests on no sample | people: 4h5m<br>pager: 1h5m | nothing | ShopSlow (same \`instance\`) |
| [ShopSlow](<alerts/ShopSlow.md>) | low | people (nobody)<br>team (e-mail to team@example.org) | people: 5m30s to 6m<br>team: 5m30s to 6m in office, otherwise within 5m of office beginning | rests on no sample | 4h5m | outside of office: team<br>ShopDown (same \`instance\`) | nothing |

## What is never sent

- What begins and ends **while it is inhibited or muted**.
- That an alert **resolved outside of office**, to team: who was notified that it fires is not notified that it is over, then or when the time comes. An incident or a thread that was opened stays open.
- What begins and ends **while Alertmanager is down**. Prometheus still has it: the series \`ALERTS\`, and the panels of its dashboard.

## Routes

Routes are tried from first to last, and the first match takes the alert. A route with a dotted arrow takes a copy (\`continue\`): matching goes on after it.

\`\`\`mermaid
flowchart LR
  route_service_shop_to_people["service = shop"]
  route_severity_critical_to_pager["severity = critical"]
  route_severity_low_to_team["severity =#126; low"]
  root(["every alert"])
  receiver_pager(["pager<br>PagerDuty<br>Slack #35;alerts"])
  receiver_people(["people"])
  receiver_team(["team<br>e-mail to team#64;example#46;org"])
  root -.-> route_service_shop_to_people
  route_service_shop_to_people --> receiver_people
  root --> route_severity_critical_to_pager
  route_severity_critical_to_pager --> receiver_pager
  root --> route_severity_low_to_team
  route_severity_low_to_team -->|"in office"| receiver_team
  root -->|"otherwise"| receiver_people
\`\`\`

| matches | notifies | when | grouped by | group wait | group interval | repeat interval |
| --- | --- | --- | --- | --- | --- | --- |
| a copy of \`service="shop"\` | people | always | \`alertname\`, \`service\` | 30s | 5m | 4h |
| \`severity="critical"\` | pager | always | \`alertname\`, \`service\` | 10s | 5m | 1h |
| \`severity=~"low"\` | team | in office | all labels | 30s | 5m | 4h |
| everything else | people | always | \`alertname\`, \`service\` | 30s | 5m | 4h |

## Receivers

- **pager** (PagerDuty, Slack #alerts): The pager.
  Notified of ShopDown.
- **people** (nobody): Everybody.
  Notified of ShopDown, ShopSlow.
- **team** (e-mail to team@example.org): The team.
  Notified of ShopSlow.

## Inhibitions

- **ladder**: \`severity="critical"\` inhibits \`severity="low"\` with the same \`service\`, \`instance\`.
  - ShopDown inhibits ShopSlow (same \`instance\`)
- **unused**: \`alertname="A|B"\` inhibits any alert.
  No alert inhibits another through it.

## Times of the week

- **office**: Mon–Fri 9:00–17:00 (Europe/Berlin)
- **nights**: Mon, Sat 9:00–17:00 (UTC)
`);
});

describe("alerts", () => {
  test("are sorted by severity, then by name", () => {
    const named = (name: string, severity = low) => alertModel({ name, severity });
    const alerts = [named("B"), named("a"), named("C", critical), named("A")];
    expect(rows(page({}, alerts)).map((row) => /\[(\w+)\]/.exec(row)?.[1])).toEqual([
      "C",
      "A",
      "B",
      "a",
      undefined,
    ]);
  });

  test("a route that depends on a label is listed as perhaps, and that word is explained", () => {
    const routes = [route({ match: { labels: { instance: "a" } }, receiver: pager })];
    const text = page({ routing: route({ routes }) }, [alertModel({ analysis: ofInstances })]);
    expect(rows(text)[0]).toContain(
      "| perhaps pager (PagerDuty, Slack #alerts)<br>perhaps people (nobody) | 1m30s to 2m |",
    );
    expect(text).toContain(
      "- **Perhaps**: depends on labels whose values are only known when the alert fires.\n",
    );
  });

  test("a silence that is not sure says so", () => {
    const chain = inhibition("chain", { source: {}, target: { alertname: "ShopDown" }, equal: ["service"] });
    const text = page({ inhibitions: { chain } }, [alertModel(), alertModel({ name: "Other" })]);
    expect(rows(text).slice(0, 2)).toEqual([
      expect.stringMatching(/\| nothing \| ShopDown \(perhaps\) \|$/),
      expect.stringMatching(/\| Other \(perhaps\) \| nothing \|$/),
    ]);
  });

  test("an alert of a service that is not among the groups is evaluated as the platform says", () => {
    const alerts = [alertModel({ group: "unknown", for: "0m", forMs: 0 })];
    expect(rows(page({}, alerts))[0]).toContain("| 30s to 1m |");
  });
});

describe("routes", () => {
  test("below others say of what they take theirs, and what they leave goes on to the receiver of the one above", () => {
    const inner = route({ match: { labels: { team: /a.*/ } }, receiver: team, mutedDuring: [office] });
    const routes = [
      route(),
      route({ match: { service: "shop" }, receiver: pager, activeDuring: [office], routes: [inner] }),
    ];
    const text = page({ routing: route({ routes }), timeIntervals: { office } });
    expect(/```mermaid\n([^`]*)\n```/.exec(text)?.[1]).toBe(`flowchart LR
  route_anything_to_people["anything"]
  route_service_shop_to_pager["service = shop"]
  route_service_shop_then_team_a_to_team["team =#126; a#46;#42;"]
  root(["every alert"])
  receiver_pager(["pager<br>PagerDuty<br>Slack #35;alerts"])
  receiver_people(["people"])
  receiver_team(["team<br>e-mail to team#64;example#46;org"])
  root --> route_anything_to_people
  route_anything_to_people --> receiver_people
  root --> route_service_shop_to_pager
  route_service_shop_to_pager -->|"otherwise, in office"| receiver_pager
  route_service_shop_to_pager --> route_service_shop_then_team_a_to_team
  route_service_shop_then_team_a_to_team -->|"outside of office"| receiver_team
  root -->|"otherwise"| receiver_people`);
    expect(
      rows(text)
        .slice(1)
        .map((row) => row.split(" | ").slice(0, 3).join(" | ")),
    ).toEqual([
      "| everything | people | always",
      '| `service="shop"` | pager | in office',
      '| `team=~"a.*"`, of `service="shop"` | team | outside of office',
      "| everything else | people | always",
    ]);
  });

  test("times that are active and muted are both said, for how soon and for what silences", () => {
    const nights = interval("nights");
    const days = interval("days");
    const routing = route({ routes: [route({ activeDuring: [office, days], mutedDuring: [nights] })] });
    const text = page({ routing, timeIntervals: { office, days, nights } });
    expect(rows(text)[0]).toContain(
      "| 1m30s to 2m in office or days and outside of nights, otherwise within 5m of being in office or days and outside of nights | rests on no sample | 4h5m | outside of office and days, in nights: people |",
    );
  });
});

test("names that Markdown or Mermaid could read otherwise are shown as they are", () => {
  const odd = receiver("*odd* | <b>", {
    description: "_Who_?",
    notifiers: [slack({ webhookUrl: secret("x"), channel: "#a`b" })],
  });
  const text = page({
    receivers: { odd },
    routing: route({ receiver: odd, routes: [route({ match: { service: 'a"b`|c' }, receiver: odd })] }),
    timeIntervals: { odd: interval("*times*", { location: "A_b" }) },
  });
  expect(text).toContain('  route_service_a_b_c_to_odd_b["service = a#34;b#96;#124;c"]\n');
  expect(text).toContain('  receiver_odd_b(["#42;odd#42; #124; #60;b#62;<br>Slack #35;a#96;b"])\n');
  expect(text).toContain("- **\\*odd\\* | \\<b>** (Slack #a\\`b): \\_Who\\_?\n");
  expect(text).toContain('| ``service="a\\"b`\\|c"`` | \\*odd\\* \\| \\<b> | always |');
  expect(text).toContain("- **\\*times\\***: Mon–Fri 9:00–17:00 (A_b)");
});

test("a receiver that is not sent that an alert resolved is named, on its own line and among what is never sent", () => {
  const outside = receiver("outside", { notifiers: [], sendResolved: false });
  const text = page({ receivers: { outside, people }, routing: route({ receiver: outside }) });
  expect(text).toContain("- That an alert **resolved**, to outside, which is to hear only that it fires.\n");
  expect(text).toContain("Notified of ShopDown.\n  Not notified when they resolve.\n");
  // Nothing else holds back here.
  expect(text).not.toMatch(/while it is|resolved (?:in|outside)/);
  expect(page({})).not.toContain("That an alert **resolved**");
});
