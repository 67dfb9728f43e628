import { alert, dashboard, row, runbook, question, scrapeJob, secretFile, service } from "signalbox";
import { recordingNamed } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { FewOrders, orderPanel, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "names-are-file-names";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const Firing = alert({ ...plainWords, expr: orderRate.gt(5) });
const job = (name: string): Parts => ({
  jobs: { x: scrapeJob(name, { description: "D.", targets: ["localhost:1"] }) },
});
const board = (uid: string, folder: string): Parts => ({
  dashboards: {
    x: dashboard(uid, { title: "T", description: "D.", folder, last: "6h", rows: [row("R", [orderPanel])] }),
  },
});
const other = (name: string): Parts => ({
  services: [service(name, { title: "T", description: "D.", owner: "O", jobs: {}, metrics: {} })],
});
const book = (title: string) =>
  runbook({
    title,
    pattern: "P.",
    questions: [question(orderRate, { asks: "Q?", means: "M." })],
    causes: ["C."],
    actions: ["A."],
    alerts: [FewOrders],
  });

test("a name that Windows keeps for itself is reported at what has it", () => {
  // a device
  const con = scrapeJob("con", { description: "D.", targets: ["localhost:1"] });
  expect(problems({ jobs: { con } })).toEqual([
    `${at("a device")}: job "con" is the name of a device of Windows: not every system can hold its files (${id})\n` +
      "  fix: give it another name",
  ]);
});

test("two names that differ only in case are reported at the second, which names the first", () => {
  // first
  const one = scrapeJob("till", { description: "D.", targets: ["localhost:1"] });
  // second
  const two = scrapeJob("Till", { description: "D.", targets: ["localhost:1"] });
  expect(problems({ jobs: { one, two } })).toEqual([
    `${at("second")}: job "Till" differs only in its letters' case from job "till" at ${at("first")}: not every system can hold its files (${id})\n` +
      "  fix: give it another name",
  ]);
});

test.each<[string, Parts, string]>([
  ["a service", other("nul"), 'service "nul" is the name of a device'],
  ["a job", job("LPT1"), 'job "LPT1" is the name of a device'],
  ["an alert", { alerts: { Aux: Firing } }, 'alert "Aux" is the name of a device'],
  ["a dashboard", board("PRN", "Shop"), 'dashboard "PRN" is the name of a device'],
  ["a runbook", { runbooks: { r: book("CON") } }, 'the page of a runbook "con" is the name of a device'],
  [
    "a secret",
    { platform: { secrets: { s: secretFile("com1", "P.") } } },
    'secret "com1" is the name of a device',
  ],
  ["a folder", board("x", "con.d"), 'the folder of a dashboard "con.d" is the name of a device'],
  ["a dot at the end", board("x", "Shop."), "ends with a dot"],
  ["a space at the end", board("x", "Till "), "begins or ends with a space"],
  ["a colon", board("x", "Shop: tills"), "has a :,"],
  ["a question mark", board("x", "Tills?"), "has a ?,"],
  ["too many letters", board("x", "ä".repeat(120)), "is longer than 230 bytes"],
  ["a long alert", { alerts: { [`A${"b".repeat(250)}`]: Firing } }, "is longer than 230 bytes"],
  [
    "folders in two cases",
    board("x", "SHOP"),
    "differs only in its letters' case from the folder of a dashboard",
  ],
  [
    "alerts in two cases",
    { alerts: { FEWOrders: Firing } },
    'differs only in its letters\' case from alert "FEWOrders"',
  ],
  [
    "the page that lists all alerts",
    { alerts: { Readme: Firing } },
    "has the name of the page that lists all",
  ],
])("%s", (_, parts, message) => {
  expect(problems(parts).filter((one) => one.includes(message))).toHaveLength(1);
});

test("a letter with its mark is one letter, however it is written", () => {
  const folders = ["Caf\u00e9", "Cafe\u0301"].map(
    (folder, index) => board(`b${index}`, folder).dashboards?.["x"],
  );
  const [one, two] = folders;
  expect(problems({ dashboards: { one, two } })).toEqual([expect.stringContaining("differs only")]);
});

test.each<[string, Parts]>([
  ["names that only begin so", job("console")],
  ["one folder for several dashboards", board("x", "Shop")],
  ["one uid in two places", board("shop-till", "Till")],
  ["a service and a job of one name", other("shop-api")],
  ["a page that lists nothing", other("reading")],
  ["a recording", { recordings: { r: recordingNamed("job:aux:sum", orderRate) } }],
  ["letters of all kinds", board("x", "Läden · 店")],
])("%s are fine", (_, parts) => {
  expect(problems(parts)).toEqual([]);
});
