import {
  alert,
  dashboard,
  gauge,
  holds,
  metrics,
  receiver,
  route,
  row,
  runs,
  scrapeJob,
  service,
  timeSeries,
  type Definitions,
} from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { definitionsWith, withoutGuards } from "../checks/small-definitions.ts";
import { bySeverity, critical, onCall, routing, unrouted } from "../checks/small-platform.ts";
import { orderPanel, orderRate, plainWords, sales } from "../checks/small-shop.ts";

const web = sales.shop_orders_total.where({ channel: "web" });

/** What a change takes from the text of out/, line for line, but for pictures and for the files that a header names. */
function lost(after: Definitions, before: Definitions = definitionsWith()): string[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  return Object.entries(old).flatMap(([path, lines]) => {
    const left = new Map<string, number>();
    for (const line of now[path] ?? []) left.set(line, (left.get(line) ?? 0) + 1);
    return lines.flatMap((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count > 0 ? [] : [`${path}: ${line.trim()}`];
    });
  });
}

function textsOf(definitions: Definitions): Record<string, string[]> {
  const { problems, files } = compile(withoutGuards(definitions));
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  const isCompared = (line: string) => !/Generated from/.test(line);
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => !/\.svg$|^manifest/.test(path))
      .map(([path, text]) => [
        path,
        text
          .split("\n")
          .filter(isCompared)
          .map((line) => line.replace(/,$/, "")),
      ]),
  );
}

/** Lines that list or count what there is, or take the first for an example: they say something else now. */
function listsIn(...parts: readonly string[]): unknown[] {
  return parts.map((part) => expect.stringContaining(part));
}

test("a first route and its receiver", () => {
  const first = receiver("aaa", { description: "The first.", notifiers: onCall.notifiers });
  const copy = route({ match: { severity: critical }, receiver: first, continue: true });
  const changed = definitionsWith({
    platform: {
      receivers: { first, onCall, unrouted },
      routing: route({ ...routing, routes: [copy, bySeverity] }),
    },
  });
  expect(lost(changed)).toEqual([
    // Who is notified changes.
    expect.stringMatching(/^docs\/MONITORING\.md: \| critical .* on-call \(Slack #alerts\)/),
    expect.stringMatching(/^docs\/routing\.md: \| \[FewOrders\].* on-call \(Slack #alerts\)/),
    expect.stringMatching(/^contract\/shop\.json: "alert FewOrders": .*"notifies": \["on-call"\]/),
  ]);
});

test("a first panel and a first row", () => {
  const first = timeSeries({ title: "A first panel", description: "More.", queries: [orderRate] });
  const more = row("Before all", [first]);
  const overview = {
    title: "Shop overview",
    description: "Whether people buy.",
    folder: "Shop",
    last: "6h",
  } as const;
  const changed = definitionsWith({
    dashboards: {
      overview: dashboard("shop-overview", { ...overview, rows: [more, row("Sales", [first, orderPanel])] }),
    },
  });
  expect(lost(changed)).toEqual(
    listsIn(
      "docs/alerts/FewOrders.md: - [Shop overview]",
      "docs/metrics/shop.md: - Panels:",
      "docs/metrics/shop.md: - Panels:",
    ),
  );
});

test("a first service with a job, an alert and a dashboard of its own", () => {
  const job = scrapeJob("aaa-job", {
    description: "First.",
    targets: ["localhost:8081"],
    labels: { service: "aaa" },
  });
  const own = metrics(job, { aaa_queue: gauge({ help: "Waiting." }) });
  const panel = timeSeries({ title: "Queue", description: "Waiting.", queries: [own.aaa_queue] });
  const AaaQueue = alert({
    ...plainWords,
    expr: own.aaa_queue.gt(5),
    scenario: holds(own.aaa_queue, { ok: 1, limit: 5, firing: 6 }),
  });
  const first = service("aaa", {
    title: "Aaa",
    description: "The first.",
    owner: "Aaa team",
    jobs: { job },
    metrics: { own },
    alerts: { AaaQueue },
    dashboards: {
      queue: dashboard("aaa", {
        title: "Aaa",
        description: "It.",
        folder: "Aaa",
        last: "6h",
        rows: [row("Queue", [panel])],
      }),
    },
  });
  expect(lost(definitionsWith({ services: [first] }))).toEqual(
    listsIn(
      ...["For example, for `shop_orders_total`", "count by (job) (shop_orders_total)"],
      ...["For [FewOrders]", "routes test", "alert add"],
      "docs/routing.md: Notified of FewOrders.",
    ),
  );
});

test("a first alert", () => {
  const AFirst = alert({
    ...plainWords,
    expr: orderRate.lt(0.5),
    scenario: runs(web, { ok: 3, limit: 0.5, firing: 0.25 }),
  });
  expect(lost(definitionsWith({ alerts: { AFirst } }))).toEqual(
    listsIn(
      "docs/MONITORING.md: | [Shop]",
      "docs/routing.md: Notified of FewOrders.",
      ...["docs/metrics/shop.md: - Alerts:", "docs/metrics/shop.md: - Alerts:"],
    ),
  );
});
