import {
  alert,
  annotation,
  dashboard,
  gauge,
  jsonEndpoint,
  metrics,
  probe,
  probeModule,
  query,
  question,
  receiver,
  row,
  ruleGroup,
  runbook,
  scrapeJob,
  secretFile,
  service,
  severity,
  slack,
  slo,
  timeInterval,
  timeSeries,
  variable,
  logSource,
  inhibition,
} from "signalbox";
import { recordingNamed } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, type Parts } from "./small-definitions.ts";
import { smallDeploy, smallMail, smallPlatform } from "./small-platform.ts";
import { api, dashboardWith, FewOrders, orderPanel, orderRate, plainWords, sales } from "./small-shop.ts";
import { phoneOrders, plainSlo } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const id = "texts-have-no-control-characters";
const { shop_orders_total: orders } = sales;
const problems = (parts: Parts) => compile(definitionsWith(parts)).problems.map(formatProblem);

const firing = (options: object): Parts => ({
  alerts: { Firing: alert({ ...plainWords, expr: orderRate.gt(5), ...options }) },
});
const onPanel = (options: object): Parts => ({
  dashboards: {
    more: dashboardWith(timeSeries({ title: "T", description: "D.", queries: [orderRate], ...options })),
  },
});
const words = {
  title: "T",
  description: "D.",
  folder: "Shop",
  last: "6h",
  rows: [row("R", [orderPanel])],
} as const;
const onDashboard = (options: object): Parts => ({
  dashboards: { more: dashboard("more", { ...words, ...options }) },
});
const job = (options: object): Parts => ({
  jobs: { till: scrapeJob("till", { description: "A till.", targets: ["localhost:1"], ...options }) },
});
const metric = (options: object): Parts => ({
  metrics: { more: metrics(api, { shop_x: gauge({ help: "X.", unused: "a test", ...options }) }) },
});
const secret = secretFile("hook", "Where to post.");
const told = (name: string, description: string, channel: `#${string}`): Parts => ({
  platform: {
    receivers: { x: receiver(name, { description, notifiers: [slack({ webhookUrl: secret, channel })] }) },
  },
});
const pattern = { causes: ["C."], actions: ["A."], alerts: [FewOrders] } as const;

test("a control character in a comment of a file is reported at the text that holds it", () => {
  // rings
  const till = scrapeJob("till", { description: "Rings \u0000.", targets: ["localhost:1"] });
  expect(problems({ jobs: { till } })).toEqual([
    `${at("rings")}: job "till": description holds U+0000, a control character (${id})\n` +
      "  fix: take it out: nobody can see it, and programs refuse or misread it",
  ]);
});

const everywhere: readonly (readonly [string, (text: string) => Parts])[] = [
  ["a service's title", (text) => ({ services: [other({ title: text })] })],
  ["a service's description", (text) => ({ services: [other({ description: text })] })],
  ["its owner", (text) => ({ services: [other({ owner: text })] })],
  [
    "a job's name",
    (text) => ({ jobs: { x: scrapeJob(text, { description: "D.", targets: ["localhost:1"] }) } }),
  ],
  ["a target", (text) => job({ targets: [`localhost${text}:1`] })],
  ["a label of a target", (text) => job({ labels: { zone: text } })],
  ["the name of a label", (text) => job({ labels: { [text]: "x" } })],
  ["a path", (text) => job({ path: `/${text}` })],
  ["a target that answers JSON", (text) => ({ jobs: { x: ofJson(`http://localhost:1/${text}`) } })],
  ["a sample answer", (text) => ({ jobs: { x: ofJson("http://localhost:1/", { state: text }) } })],
  ["a key of a sample answer", (text) => ({ jobs: { x: ofJson("http://localhost:1/", { [text]: 1 }) } })],
  ["what a probe looks for", (text) => ({ jobs: { x: ofProbe({ bodyMatches: [text] }) } })],
  ["a probe's module", (text) => ({ jobs: { x: ofProbe({ description: text }) } })],
  ["a metric's help", (text) => metric({ help: text })],
  ["a metric's unit", (text) => metric({ unit: text })],
  ["a value of a label", (text) => metric({ labels: { kind: [text] } })],
  [
    "a metric's name",
    (text) => ({ metrics: { m: metrics(api, { [text]: gauge({ help: "X.", unused: "x" }) }) } }),
  ],
  [
    "a recording's help",
    (text) => ({ recordings: { r: recordingNamed("a:b:c", orderRate, { help: text }) } }),
  ],
  ["a recording's name", (text) => ({ recordings: { r: recordingNamed(text, orderRate) } })],
  ["a rule group", (text) => firing({ group: ruleGroup(text) })],
  ["a summary", (text) => firing({ summary: text })],
  ["an impact", (text) => firing({ impact: text })],
  ["an action", (text) => firing({ actions: ["Look.", text] })],
  ["a component", (text) => firing({ component: text })],
  ["a label of an alert", (text) => firing({ labels: { team: text } })],
  ["a reason", (text) => firing({ allow: { "thresholds-are-known": text } })],
  ["a matcher", (text) => firing({ expr: orders.where({ instance: text }).rate("5m").gt(5) })],
  [
    "an SLO's title",
    (text) => ({ slos: { s: slo("s", { ...plainSlo, indicator: phoneOrders, title: text }) } }),
  ],
  ["a dashboard's title", (text) => onDashboard({ title: text })],
  ["a folder", (text) => onDashboard({ folder: text })],
  ["a tag", (text) => onDashboard({ tags: [text] })],
  ["a row", (text) => onDashboard({ rows: [row(text, [orderPanel])] })],
  ["a link", (text) => onDashboard({ links: [{ title: text, url: "https://shop.internal" }] })],
  [
    "a choice",
    (text) => onDashboard({ variables: [variable("v", { title: text, of: orders, label: "channel" })] }),
  ],
  ["a mark", (text) => onDashboard({ annotations: [mark(() => text)] })],
  ["a panel's title", (text) => onPanel({ title: text })],
  ["a legend", (text) => onPanel({ queries: [query(orderRate, { legend: () => text })] })],
  ["what nothing means", (text) => onPanel({ queries: [query(orderRate, { emptyMeans: text })] })],
  ["the name of a value", (text) => onPanel({ valueNames: { 1: { text, color: "red" } } })],
  ["a runbook's pattern", (text) => ({ runbooks: { r: book(text, "M.") } })],
  ["an answer", (text) => ({ runbooks: { r: book("P.", text) } })],
  ["a receiver's name", (text) => told(text, "D.", "#a")],
  ["a receiver's description", (text) => told("x", text, "#a")],
  ["a channel", (text) => told("x", "D.", `#${text}`)],
  [
    "a severity",
    (text) => ({ platform: { severities: { s: severity("s", { ...urgent, response: text }) } } }),
  ],
  [
    "a time interval",
    (text) => ({ platform: { timeIntervals: { t: timeInterval(text, { location: "UTC" }) } } }),
  ],
  [
    "an inhibition",
    (text) => ({ platform: { inhibitions: { i: inhibition(text, { source: {}, target: {}, equal: [] }) } } }),
  ],
  ["a secret's purpose", (text) => ({ platform: { secrets: { s: secretFile("s", text) } } })],
  ["a log source", (text) => ({ logs: { l: lines(text) } })],
  [
    "an external label",
    (text) => ({ platform: { prometheus: { ...smallPlatform.prometheus, externalLabels: { a: text } } } }),
  ],
  ["an address", (text) => ({ platform: { docsUrl: `https://docs.internal/${text}` } })],
  ["the deployment's name", (text) => ({ platform: { deploy: { ...smallDeploy, name: text } } })],
  ["the user of the mail server", (text) => ({ platform: { mail: { ...smallMail, user: text } } })],
  ["the folder of logs", (text) => ({ services: [other({ logFolder: { variable: "F", default: text } })] })],
];
const other = (options: object) =>
  service("other", { title: "T", description: "D.", owner: "O", jobs: {}, metrics: {}, ...options });
const ofJson = (target: `http://${string}`, sample: object = { a: 1 }) =>
  jsonEndpoint("x", { description: "D.", targets: [target], sample });
const ofProbe = (options: object) =>
  probe("x", {
    description: "D.",
    module: probeModule("m", { description: "D.", timeout: "5s", ...options }),
    targets: ["https://shop.internal"],
  });
const mark = (text: () => string) => annotation("Marks", { expr: orderRate.gt(5), color: "red", text });
const book = (text: string, means: string) =>
  runbook({ ...pattern, title: "R", pattern: text, questions: [question(orderRate, { asks: "Q?", means })] });
const urgent = { rank: 1, color: "red" } as const;
const lines = (description: string) =>
  logSource("l", { description, files: ["a.log"], format: "level lines" });

const refused = [
  "\u0000",
  "\u0007",
  "\r",
  "\u001b[2J",
  "\u007f",
  "\u0085",
  "\u009f",
  "\u2028",
  "\u202e",
  "\ud800",
  "\udc00",
  "\ufeff",
  "\uffff",
];

test.each(everywhere)("%s holds none of them", (_, withText) => {
  for (const text of refused) {
    const found = problems(withText(`a${text}b`));
    expect(found).not.toEqual([]);
    // It is said first and alone, and does nothing to whoever reads it.
    expect(found.filter((one) => !one.includes(`(${id})`))).toEqual([]);
    expect(found.join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
  }
});

test.each(["\u0007", "\ud800", "\u2029"])("what a function says is looked at too", (text) => {
  const found = problems(firing({ summary: ({ value }: { value: unknown }) => `${text}${String(value)}` }));
  expect(found).toEqual([expect.stringContaining('alert "Firing": summary holds')]);
});

test.each([
  ["a component", firing({ component: "a\nb" }), "component holds a line break"],
  ["a title", onDashboard({ title: "a\tb" }), "title holds a tab"],
  ["a target", job({ targets: ["localhost:80\n"] }), "targets.0 holds a line break"],
  [
    "a target that answers JSON",
    { jobs: { x: ofJson("http://localhost:1/\nx") } },
    "targets.0 holds a line break",
  ],
  ["a label", firing({ labels: { team: "a\nb" } }), "labels.team holds a line break"],
  ["a receiver", told("a\nb", "D.", "#a"), "name holds a line break"],
] as const)("%s is one line", (_, parts, message) => {
  expect(problems(parts)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ["a description of several lines", firing({ description: "One.\n\n\tTwo." })],
  ["an action of several lines", firing({ actions: ["Run:\n\n    docker compose ps"] })],
  ["letters of all kinds", firing({ impact: "Ça ne marche pas · 店 · 🎟️ · عربي" })],
])("%s is fine", (_, parts) => {
  expect(problems(parts)).toEqual([]);
});

test("the same text in many places is one problem, which names the others", () => {
  const impact = "a\u0007b";
  // one
  const One = alert({ ...plainWords, expr: orderRate.gt(5), impact, actions: [impact] });
  // other
  const Other = alert({ ...plainWords, expr: orderRate.gt(5), impact });
  expect(problems({ alerts: { One, Other } })).toEqual([
    expect.stringMatching(
      new RegExp(
        `^${at("one")}: alert "One": \\S+ holds U\\+0007, a control character; the same at ${at("other")} `,
      ),
    ),
  ]);
});
