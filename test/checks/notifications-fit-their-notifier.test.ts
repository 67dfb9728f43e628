import {
  alert,
  email,
  msTeams,
  opsgenie,
  receiver,
  route,
  secretFile,
  slack,
  type Notifier,
} from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { bySeverity, low, onCall, routing, smallPlatform, unrouted } from "./small-platform.ts";
import { orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "notifications-fit-their-notifier";
const secret = secretFile("a_secret", "Of a service.");

/** What is found where an alert with these words is sent by these notifiers. */
function problems(words: { summary?: string; description?: string }, ...notifiers: readonly Notifier[]) {
  const chat = receiver("chat", { description: "The team.", notifiers });
  const toChat = route({ match: { severity: low }, receiver: chat });
  // many orders
  const ManyOrders = alert({ ...plainWords, severity: low, expr: orderRate.gt(5), ...words });
  const mail = {
    smarthost: "mail.shop.internal:587",
    from: "a@shop.internal",
    user: "a",
    password: secret,
  } as const;
  const platform = {
    ...smallPlatform,
    mail,
    receivers: { onCall, unrouted, chat },
    routing: route({ ...routing, routes: [toChat, bySeverity] }),
  };
  return problemsOf(id, definitionsWith({ alerts: { ManyOrders }, platform }));
}

const teams = msTeams({ webhookUrl: secret });

test("a message that Teams refuses is lost, and the text that is to blame is named", () => {
  expect(problems({ description: "x".repeat(12_000) }, teams)).toEqual([
    expect.stringMatching(
      new RegExp(
        `^${at("many orders")}: alert "ManyOrders" is lost in Microsoft Teams of receiver "chat": the text of its notification has 12\\d\\d\\d characters, and at most 12000 are accepted \\(${id}\\)\n` +
          "  fix: shorten its description: what is more than a few lines belongs into its actions or a runbook$",
      ),
    ),
  ]);
});

test("the longest that is accepted is found to the character", () => {
  const titleOf = (length: number) => problems({ summary: "x".repeat(length) }, teams);
  const [, found = ""] = /has (\d+) characters/.exec(titleOf(1000)[0] ?? "") ?? [];
  const most = 1000 - (Number(found) - 1000);
  expect(titleOf(most)).toEqual([]);
  expect(titleOf(most + 1)).toEqual([
    expect.stringContaining("the title of its notification has 1001 characters"),
  ]);
});

test("characters that are escaped count as they are sent", () => {
  expect(problems({ description: "x".repeat(7000) }, teams)).toEqual([]);
  expect(problems({ description: "*".repeat(7000) }, teams)).toHaveLength(1);
});

test.each<[string, Notifier, { summary?: string; description?: string }, string]>([
  [
    "the subject of an e-mail, which is one line",
    email({ to: "team@shop.internal" }),
    { summary: "x".repeat(989) },
    'in e-mail to team@shop.internal of receiver "chat": the headers.Subject of its notification',
  ],
  [
    "the description of Opsgenie",
    opsgenie({ apiKey: secret }),
    { description: "x".repeat(15_000) },
    'in Opsgenie of receiver "chat": the description of its notification',
  ],
])("%s", (_, notifier, words, message) => {
  expect(problems(words, notifier)).toEqual([expect.stringContaining(message)]);
});

test("what is truncated or folded arrives", () => {
  const toSlack = slack({ webhookUrl: secret, channel: "#shop" });
  expect(problems({ summary: "x".repeat(2000), description: "x".repeat(20_000) }, toSlack)).toEqual([]);
});
