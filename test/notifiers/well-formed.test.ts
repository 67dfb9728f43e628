import {
  discord,
  email,
  msTeams,
  opsgenie,
  pagerDuty,
  receiver,
  secretFile,
  slack,
  telegram,
  webhook,
  type Notifier,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { fromRoot, compileMessages } from "../language/compile.ts";
import { problemIn, untyped } from "../model/malformed.ts";
import { onCall, unrouted } from "../checks/small-platform.ts";

const secret = secretFile("a_secret", "Of a service.");
const problemWith = (...notifiers: readonly Notifier[]) => {
  const team = receiver("team", { description: "The team.", notifiers });
  return problemIn({ platform: { receivers: { onCall, unrouted, team } } });
};
const chat = (chatId: number, topic?: number) =>
  telegram({ botToken: secret, chatId, ...(topic !== undefined && { topic }) });

describe("what the type of a notifier cannot say", () => {
  test.each<[string, Notifier, string]>([
    [
      'slack(…) of receiver "team": channel is "#"',
      slack({ webhookUrl: secret, channel: "#" }),
      "write the channel as Slack shows it, such as #alerts",
    ],
    [
      'slack(…) of receiver "team": channel is "#https://acme.io/alerts"',
      slack({ webhookUrl: secret, channel: "#https://acme.io/alerts" }),
      "write the channel as Slack shows it, such as #alerts",
    ],
    [
      'email(…) of receiver "team": to is "a@b.c,d@e.f"',
      email({ to: "a@b.c,d@e.f" }),
      "write one address, such as team@shop.internal; for several addresses write several notifiers",
    ],
    [
      'opsgenie(…) of receiver "team": responders.0.name is ""',
      opsgenie({ apiKey: secret, responders: [{ type: "team", name: "" }] }),
      "write the name as Opsgenie shows it",
    ],
    [
      'opsgenie(…) of receiver "team": tags.1 is "b,c"',
      opsgenie({ apiKey: secret, tags: ["a", "b,c"] }),
      "write a tag of at most 50 characters, without a comma",
    ],
    [
      'telegram(…) of receiver "team": chatId is 0',
      chat(0),
      "write the number of the chat; that of a group is negative",
    ],
    [
      'telegram(…) of receiver "team": chatId is 1.5',
      chat(1.5),
      "write the number of the chat; that of a group is negative",
    ],
    ['telegram(…) of receiver "team": topic is 0', chat(-1, 0), "write the number of the topic, 1 or higher"],
  ])("%s", (message, notifier, fix) => {
    expect(problemWith(notifier)).toContain(message);
    expect(problemWith(notifier)).toContain(fix);
  });
});

test("a secret that is no file, and a notifier that no word gave, are reported even when types were got around", () => {
  const literal = { kind: "slack", webhookUrl: "a literal", channel: "#a" };
  expect(problemWith(untyped(literal))).toContain(
    'slack(…) of receiver "team": webhookUrl is not a secret file',
  );
  expect(problemWith(untyped({ kind: "pigeon" }))).toContain(
    'receiver "team": notifiers.0 was not made with pagerDuty(…), slack(…), ',
  );
  const team = receiver("team", untyped({ description: "The team.", slack: [] }));
  expect(problemIn({ platform: { receivers: { onCall, unrouted, team } } })).toContain(
    'receiver "team": notifiers is not a list',
  );
});

test("none of the words takes text for a secret", () => {
  const words = {
    pagerDuty: 'pagerDuty({ routingKey: "text" })',
    slack: 'slack({ webhookUrl: "text", channel: "#a" })',
    discord: 'discord({ webhookUrl: "text" })',
    webhook: 'webhook({ url: "text" })',
    msTeams: 'msTeams({ webhookUrl: "text" })',
    opsgenie: 'opsgenie({ apiKey: "text" })',
    telegram: 'telegram({ botToken: "text", chatId: 1 })',
  };
  expect(Object.keys(words)).toEqual(
    [pagerDuty, slack, discord, webhook, msTeams, opsgenie, telegram].map(({ name }) => name),
  );
  const sources = Object.entries(words).map(([name, call]) => [
    name,
    `import { ${name} } from ${fromRoot("generators/language/index.ts")};\nexport const made = ${call};`,
  ]);
  for (const [name, message] of compileMessages(Object.fromEntries(sources))) {
    expect(`${name}: ${message}`).toContain("Type 'string' is not assignable to type 'SecretFile'");
  }
});
