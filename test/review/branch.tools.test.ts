import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { makeFolder } from "../build/out-fixture.ts";
import { changedShop, diff, git, type Edit } from "./changed-shop.ts";

/** What the alert counts is put together by instance, so that it can be put together otherwise. */
const before: readonly Edit[] = [
  ["alerts/waiting-room.ts", '.increase("5m").gt(50)', '.increase("5m").sumBy("instance").gt(50)'],
];

/** A remark, and two texts. */
const reworded: readonly Edit[] = [
  [
    "alerts/health.ts",
    "// That it failed is TicketShopUnhealthy.",
    "// TicketShopUnhealthy says that it failed.",
  ],
  ["alerts/program.ts", "was restarted`", "was started anew`"],
  [
    "alerts/tickets.ts",
    "The worker at ${labels.instance} is down`",
    "The worker ${labels.instance} is down`",
  ],
];

const all: readonly Edit[] = [
  ...reworded,
  // A threshold, and a scenario that proves less than it did.
  ["alerts/orders.ts", "expr: failedShare.gt(percent(20))", "expr: failedShare.gt(percent(25))"],
  ["alerts/orders.ts", "limit: percent(20), firing: percent(21)", "limit: percent(25), firing: percent(40)"],
  [
    "alerts/health.ts",
    'status.where({ status: "degraded" }).eq(1),\n  for: "5m"',
    'status.where({ status: "degraded" }).eq(1),\n  for: "15m"',
  ],
  // A matcher, and a grouping.
  [
    "alerts/tickets.ts",
    'shop_mails_total.where({ result: "bounced" }).increase',
    "shop_mails_total.increase",
  ],
  ["alerts/waiting-room.ts", '.sumBy("instance").gt(50)', '.sumBy("instance", "job").gt(50)'],
  [
    "alerts/health.ts",
    "export const TicketShopCertificateUnseen = alert({\n  severity: low",
    "export const TicketShopCertificateUnseen = alert({\n  severity: high",
  ],
  [
    "definitions/platform/routing.ts",
    'groupWait: "10s",\n    repeatInterval: "1h"',
    'groupWait: "10s",\n    repeatInterval: "2h"',
  ],
  // A recording that another one and two alerts read.
  ["recordings.ts", 'orders.rate("5m").sumBy("instance"), {', 'orders.rate("10m").sumBy("instance"), {'],
  // Another name.
  ["alerts/program.ts", "export const TicketShopHeapNearLimit", "export const TicketShopHeapFull"],
  ["dashboards/program-row.ts", "alerts.TicketShopHeapNearLimit", "alerts.TicketShopHeapFull"],
  // A panel that goes from the first place to the second.
  [
    "dashboards/sales.ts",
    'stat({ title: "Free seats", description: "Still for sale.", queries: [sales.shop_free_seats] }),\n      timeSeries({\n        title: "Orders",\n        description: "Orders per second.",\n        queries: [query(orderRate, { legend: ({ instance }) => instance })],\n        min: 0,\n      }),',
    'timeSeries({\n        title: "Orders",\n        description: "Orders per second.",\n        queries: [query(orderRate, { legend: ({ instance }) => instance })],\n        min: 0,\n      }),\n      stat({ title: "Free seats", description: "Still for sale.", queries: [sales.shop_free_seats] }),',
  ],
];

test("a branch that changes much of all says each in a sentence, and nothing else", async () => {
  const folder = changedShop(all, before);
  const { stdout, stderr, exitCode } = await diff(folder, { args: ["--format", "markdown"] });
  expect(stdout).toMatchInlineSnapshot(`
    "<!-- signalbox diff -->

    **1 alert reaches somebody else, 1 changes its severity, 1 is held back otherwise, 1 fires less, 1 gets other labels, 1 fires 10 min later, 1 fires more, 21 are sent otherwise, 1 is renamed, 1 recording means something else, 1 alert is proven otherwise, 1 panel is changed, 1 moves.   Undecided: 1.**

    Look first at: TicketShopCertificateUnseen (who is woken), TicketShopFailing (undecided), TicketShopMostlyFailing (fires less) and 2 more

    No consequence: text reworded (2: TicketShopWorkerDown, TicketShopRestarted).

    <details open>
    <summary>Alerts (8)</summary>

    **TicketShopCertificateUnseen** · low → high · \`definitions/services/ticket-shop/alerts/health.ts:77\`

    - who: no longer backlog (Slack #alerts-low), only in business-hours; now also shop-team (Discord) and on-call (PagerDuty, Slack #alerts-critical); still alert-archive (webhook) *\\[both Alertmanagers, 2 label sets\\]* <sub>65096b4e</sub>
    - who: sent also while TicketShopCertificateExpiring (same instance) fires *\\[both Alertmanagers, 2 label sets\\]* <sub>3708b574</sub>

    **TicketShopFailing** · \`definitions/services/ticket-shop/alerts/orders.ts:9\`

    - rests: instance:shop_orders:rate5m means something else: as far as was played, both versions fire above 2% after 9 min 30 s *\\[cross play\\]* <sub>3d57e9a5</sub>

    **TicketShopMostlyFailing** · \`definitions/services/ticket-shop/alerts/orders.ts:24\`

    - when: above 25%, was 20%: 23% fired after 9 min, is silent now *\\[cross play\\]* <sub>16ddbb45</sub>
    - rests: instance:shop_orders:rate5m means something else <sub>57b90061</sub>
    - proof: its rule test is weaker: it passes with any limit from 25% to 40%, was 20% to 21% <sub>9777b8ea</sub>

    **TicketShopRefusesBuyers** · \`definitions/services/ticket-shop/alerts/waiting-room.ts:36\`

    - when: one alert for each instance and job, was for each instance: open alerts resolve and fire anew; what fires has job="ticket-shop-status" as well *\\[cross play\\]* <sub>283aa21f</sub>

    **TicketShopDegraded** · \`definitions/services/ticket-shop/alerts/health.ts:29\`

    - when: must hold for 15 min, was 5 min: fires 10 min later *\\[cross play\\]* <sub>00d853c9</sub>
    - when: notified at the latest after 16 min, was 6 min <sub>bcd9bb29</sub>

    **TicketShopMailsBounce** · \`definitions/services/ticket-shop/alerts/tickets.ts:47\`

    - when: all series of shop_mails_total, was only those with result="bounced": what its scenario plays, with result="delivered", was silent, fires after 54 min now *\\[cross play\\]* <sub>7961f924</sub>

    **TicketShopHeapFull** · \`definitions/services/ticket-shop/alerts/program.ts:53\`

    - who: was TicketShopHeapNearLimit: open alerts resolve and fire anew, and silences of TicketShopHeapNearLimit no longer hold <sub>67a56f2a</sub>

    **TicketShopFailing, TicketShopMostlyFailing, TargetDown, AlertmanagerNotificationsFailing and 17 more**

    - who: on-call: again after 2 h 5 min, was 1 h 5 min *\\[routing tables\\]* <sub>3457279d</sub>

    </details>

    <details>
    <summary>What it rests on (1)</summary>

    - **instance:shop_orders:rate5m** shop_orders_total{job="ticket-shop"} over 10m, was 5m: graphs of it mix old and new; on it rest 1 recording, 2 alerts and 3 panels <sub>a7788f0c</sub>

    </details>

    <details>
    <summary>What one sees (2)</summary>

    - **Ticket shop operations / Failed orders now** red from 25%, was red from 20% <sub>0bc8c161</sub>
    - **Ticket shop / Free seats** stands further down <sub>a0d46007</sub>

    </details>
    "
  `);
  expect(stderr).toMatch(/^compared with main \([\da-f]{8}\), built from its own definitions\n$/);
  expect(exitCode).toBe(0);
});

test("a branch that changes only words is one line", async () => {
  const { stdout, exitCode } = await diff(changedShop(reworded));
  expect(stdout).toBe("No consequence: text reworded (2: TicketShopWorkerDown, TicketShopRestarted).\n");
  expect(exitCode).toBe(0);
});

test("nothing of what was compared stays behind, in the repository or beside it", async () => {
  const folder = changedShop(reworded);
  const temporary = makeFolder();
  const state = () => [
    git(folder, "status", "--porcelain"),
    git(folder, "worktree", "list"),
    readdirSync(folder),
  ];
  const before = state();
  const { exitCode } = await diff(folder, { env: { TMPDIR: temporary } });
  expect(exitCode).toBe(0);
  expect(state()).toEqual(before);
  expect(readdirSync(temporary)).toEqual([]);
});
