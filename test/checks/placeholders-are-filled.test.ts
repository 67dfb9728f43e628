import {
  alert,
  counter,
  email,
  metrics,
  receiver,
  route,
  scrapeJob,
  secretFile,
  slack,
  slo,
  type Platform,
} from "signalbox";
import { expect, test } from "vitest";
import { model } from "../example-model.ts";
import { runChecks } from "../../generators/check.ts";
import { placeholdersAreFilled } from "../../generators/checks/texts/placeholders-are-filled.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { bySeverity, smallDeploy, smallPlatform, unrouted } from "./small-platform.ts";
import { api, orderRate, plainWords } from "./small-shop.ts";
import { plainSlo } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const id = "placeholders-are-filled";
// In two parts, so that nothing here looks unfinished.
const todo = "TO" + "DO";
const keeping = `suppress it with a reason: allow: { "${id}": "…" }`;

/** In the small platform all addresses are kept for examples; here they are not. */
const real: Partial<Platform> = {
  docsUrl: "https://docs.shop.internal",
  allow: {},
};
const problems = ({ platform, ...parts }: Parts) =>
  problemsOf(id, definitionsWith({ ...parts, platform: { ...real, ...platform } }));

test("nothing is left open in what is filled in", () => {
  expect(problems({})).toEqual([]);
});

const mail = {
  smarthost: "smtp.example.org:587",
  from: "alerts@example.org",
  user: "alerts",
  password: secretFile("smtp_password", "Password of the mailbox."),
} as const;

test("every text of the platform is read, and reported at the platform or the deployment", () => {
  const { docsUrl } = smallPlatform;
  const found = problems({
    platform: { mail, docsUrl, deploy: { ...smallDeploy, hostAlias: "host.example.org" } },
  });
  const platformLine = `${smallPlatform.place.file}:${smallPlatform.place.line}`;
  const deployLine = `${smallDeploy.place.file}:${smallDeploy.place.line}`;
  const rest = `a name reserved for examples (${id})\n  fix: write the real name, or ${keeping}`;
  expect(found).toEqual([
    `${deployLine}: hostAlias still has host.example.org, ${rest}`,
    `${platformLine}: docsUrl still has docs.example.org, ${rest}`,
    `${platformLine}: mail.from still has example.org, ${rest}`,
    `${platformLine}: mail.smarthost still has smtp.example.org, ${rest}`,
  ]);
});

test("a receiver's addresses and channels", () => {
  const webhookUrl = secretFile("slack_url", "The webhook.");
  // the team
  const team = receiver("team", {
    description: todo,
    notifiers: [slack({ webhookUrl, channel: "#changeme" }), email({ to: "team@example.com" })],
  });
  const routing = route({ receiver: unrouted, routes: [route({ ...bySeverity, receiver: team })] });
  expect(problems({ platform: { receivers: { team, unrouted }, routing } })).toEqual([
    `${at("the team")}: description still says "${todo}" (${id})\n  fix: fill it in, or ${keeping}`,
    `${at("the team")}: notifiers.0.channel still says "changeme" (${id})\n  fix: fill it in, or ${keeping}`,
    `${at("the team")}: notifiers.1.to still has example.com, a name reserved for examples (${id})\n  fix: write the real name, or ${keeping}`,
  ]);
});

test("what was left open is said, where the text says it", () => {
  // asked
  const team = receiver("team", {
    description: `${todo}: who reads it,\nand when? Answer here.`,
    notifiers: [email({ to: "team@shop.internal" })],
  });
  const receivers = { team, unrouted };
  const routing = route({ receiver: unrouted, routes: [route({ ...bySeverity, receiver: team })] });
  expect(problems({ platform: { receivers, routing } })[0]).toContain(
    `${at("asked")}: description still says "${todo}: who reads it, and when?" (${id})`,
  );
});

test("targets, labels, help and the words of alerts", () => {
  // the till
  const till = scrapeJob("shop-till", {
    description: "The till.",
    targets: ["till.shop.example:8082"],
    labels: { service: "shop", site: "example.com" },
  });
  // the visits
  const shop_visits_total = counter({
    help: "Visits. TBD",
    labels: { state: [todo, "DONE"], title: [todo] },
  });
  // the alert
  const ManyOrders = alert({
    ...plainWords,
    expr: orderRate.gt(5),
    summary: ({ labels }) => `${labels.instance}: change-me`,
    actions: ["Ask with <your token>.", todo],
  });
  const parts = {
    jobs: { till },
    metrics: { more: metrics(api, { shop_visits_total }) },
    alerts: { ManyOrders },
  };
  expect(problems(parts).map((text) => text.split(" (")[0])).toEqual([
    `${at("the till")}: labels.site still has example.com, a name reserved for examples`,
    `${at("the till")}: targets.0 still has till.shop.example, a name reserved for examples`,
    `${at("the visits")}: help still says "TBD"`,
    `${at("the alert")}: actions.1 still says "${todo}"`,
    `${at("the alert")}: summary still says "change-me"`,
  ]);
});

test("an SLO is reported once for all that is made of it, and one reason keeps it", () => {
  const impact = `${todo}: who notices?`;
  // the promise
  const orders = slo("orders", { ...plainSlo, title: "Orders at example.com", impact });
  expect(problems({ slos: { orders } }).map((text) => text.split(" (")[0])).toEqual([
    `${at("the promise")}: impact still says "${todo}: who notices?"`,
    `${at("the promise")}: title still has example.com, a name reserved for examples`,
  ]);
  const kept = slo("orders", { ...plainSlo, impact, allow: { [id]: "we know next week" } });
  expect(problems({ slos: { orders: kept } })).toEqual([]);
});

test("it can be kept with a reason, for as long as there is something to keep", () => {
  const allow = { [id]: "the shop is invented" };
  expect(problems({ platform: { mail, allow } })).toEqual([]);
  expect(problems({ platform: { allow } })).toEqual([
    expect.stringContaining(`"${id}" is suppressed here, but it finds nothing`),
  ]);
});

test("of the example only the invented addresses are found", () => {
  const places = new Set(runChecks([placeholdersAreFilled], model, []).map(({ place }) => place.file));
  expect([...places]).toEqual([]);
  const found = [...placeholdersAreFilled.find(model)].map(({ message }) => message.split(" still has ")[0]);
  expect(found.sort()).toEqual(["docsUrl", "mail.from", "mail.smarthost", "notifiers.1.to"]);
});

test("a job is reported once, at the job, though an alert says that it speaks for it", () => {
  // the exporter
  const exporter = scrapeJob("db", {
    description: "The database.",
    targets: ["db1.example.com:9187"],
    labels: { service: "shop" },
  });
  const DbDown = alert({ ...plainWords, downOf: exporter, expr: exporter.up.eq(0) });
  expect(problems({ jobs: { exporter }, alerts: { DbDown } }).map((text) => text.split(" (")[0])).toEqual([
    `${at("the exporter")}: targets.0 still has db1.example.com, a name reserved for examples`,
  ]);
});
