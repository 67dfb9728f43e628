import {
  alert,
  counter,
  dashboard,
  jsonEndpoint,
  jsonFields,
  leftOut,
  logSource,
  metrics,
  probe,
  probeModule,
  receiver,
  question,
  row,
  runbook,
  scrapeJob,
  service,
  severity,
  text,
  timeSeries,
  variable,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { critical, low, onCall, unrouted } from "./small-platform.ts";
import { runbookWords } from "./small-runbook.ts";
import { dashboardWith, orderPanel, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "texts-are-written";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));

test("an empty text is reported with what it is the text of", () => {
  // silent
  const Silent = alert({ ...plainWords, expr: orderRate.gt(5), summary: " \n", actions: ["Look.", ""] });
  expect(problems({ alerts: { Silent } })).toEqual([
    `${at("silent")}: alert "Silent" has an empty action 2 (${id})\n  fix: write its action 2: somebody on call will read it`,
    `${at("silent")}: alert "Silent" has an empty summary (${id})\n  fix: write its summary: somebody on call will read it`,
  ]);
});

test("a backtick that no other closes is reported; those of a template are its own", () => {
  const alertWith = (actions: readonly [string, ...string[]], summary = "Many orders") =>
    problems({ alerts: { Open: alert({ ...plainWords, expr: orderRate.gt(5), summary, actions }) } });
  expect(alertWith(["Ask it:\n`curl -s localhost:8080/health", "Look: `docker compose ps`"])).toEqual([
    expect.stringMatching(
      /: alert "Open" has a backtick in its action 1 that no other closes \(texts-are-written\)\n {2}fix: put a backtick on both sides of a command, as in `docker compose ps`, or none at all$/,
    ),
  ]);
  expect(alertWith(["Ask it:\n`curl -s localhost:8080/health`"])).toEqual([]);
  expect(alertWith(["Look."], '{{ reReplaceAll "`" "" "`a``" }} many')).toEqual([]);
});

const expr = orderRate.gt(5);
const rate = sales.shop_orders_total.rate("5m").sum();
const page = { title: "Shop", description: "Sales.", folder: "Shop", last: "6h" } as const;
const rows = [row("Sales", [orderPanel])];
const door = { description: "The door.", targets: ["https://shop.example.org"] } as const;
const module = probeModule("empty", { description: "", timeout: "5s" });
const till = jsonEndpoint("till", {
  description: "The till.",
  targets: ["http://localhost:81/"],
  sample: { coins: 1 },
});

test.each<[string, Parts]>([
  ['alert "X" has an empty description', { alerts: { X: alert({ ...plainWords, expr, description: "" }) } }],
  ['alert "X" has an empty impact', { alerts: { X: alert({ ...plainWords, expr, impact: "" }) } }],
  ['alert "X" has an empty component', { alerts: { X: alert({ ...plainWords, expr, component: "" }) } }],
  ['alert "X" has an empty summary', { alerts: { X: alert({ ...plainWords, expr, summary: () => "" }) } }],
  ['recording "job:x:y" has an empty help', { recordings: { x: recording("job:x:y", rate) } }],
  [
    'service "more" has an empty owner',
    {
      services: [service("more", { title: "More", description: "Of it.", owner: "", jobs: {}, metrics: {} })],
    },
  ],
  [
    'job "till" has an empty description',
    { jobs: { till: scrapeJob("till", { description: "", targets: ["localhost:81"] }) } },
  ],
  [
    'metric "more_total" has an empty help',
    { metrics: { more: metrics({ job: "*" }, { more_total: counter({ help: "", unit: "orders" }) }) } },
  ],
  [
    'metric "more_total" has an empty reason to be kept',
    { metrics: { more: metrics({ job: "*" }, { more_total: counter({ help: "More.", unused: " " }) }) } },
  ],
  ['probe module "empty" has an empty description', { jobs: { door: probe("door", { ...door, module }) } }],
  [
    'field coins of job "till" has an empty reason',
    { jobs: { till }, jsonFields: { fields: jsonFields(till, { coins: leftOut("") }) } },
  ],
  [
    'log source "shop" has an empty description',
    { logs: { shop: logSource("shop", { description: "", files: ["shop.log"], format: "level lines" }) } },
  ],
  ['dashboard "x" has an empty title', { dashboards: { x: dashboard("x", { ...page, title: "", rows }) } }],
  [
    'dashboard "x" has an empty description',
    { dashboards: { x: dashboard("x", { ...page, description: "", rows }) } },
  ],
  [
    'row 1 of dashboard "x" has an empty title',
    { dashboards: { x: dashboard("x", { ...page, rows: [row("", [orderPanel])] }) } },
  ],
  [
    'variable "which" of dashboard "x" has an empty title',
    {
      dashboards: {
        x: dashboard("x", {
          ...page,
          variables: [variable("which", { title: "", of: orderRate, label: "instance" })],
          rows,
        }),
      },
    },
  ],
  [
    'panel "Orders" has an empty description',
    {
      dashboards: {
        x: dashboardWith(timeSeries({ title: "Orders", description: "", queries: [orderRate] })),
      },
    },
  ],
  [
    'panel "Words" has an empty markdown',
    { dashboards: { x: dashboardWith(text({ title: "Words", description: "What is.", markdown: "" })) } },
  ],
  ...(["pattern", "question 1", "answer 1", "cause 2", "action 1"] as const).map((word): [string, Parts] => [
    `runbook "${runbookWords.title}" has an empty ${word}`,
    {
      runbooks: {
        x: runbook({
          ...runbookWords,
          pattern: word === "pattern" ? "" : "Seen.",
          questions: [
            question(orderRate, {
              asks: word === "question 1" ? " " : "Is it so?",
              means: word === "answer 1" ? "" : "Yes.",
            }),
          ],
          causes: ["This.", word === "cause 2" ? "" : "That."],
          actions: [word === "action 1" ? "" : "Look."],
        }),
      },
    },
  ]),
  [
    'receiver "nobody" has an empty description',
    {
      platform: {
        receivers: { onCall, unrouted, nobody: receiver("nobody", { description: "", notifiers: [] }) },
      },
    },
  ],
  [
    'severity "info" has an empty response',
    {
      platform: {
        severities: { critical, low, info: severity("info", { rank: 3, response: "", color: "green" }) },
      },
    },
  ],
])("%s", (message, parts) => {
  expect(problems(parts)).toEqual([expect.stringContaining(`: ${message} (${id})`)]);
});

test("a metric that is not kept needs no reason, and a dot is a text", () => {
  const Brief = alert({ ...plainWords, expr, summary: ".", description: ({ value }) => value });
  expect(problems({ alerts: { Brief } })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the title says all" };
  const panel = timeSeries({ title: "Orders", description: "", queries: [orderRate], allow });
  expect(problems({ dashboards: { x: dashboardWith(panel) } })).toEqual([]);
});
