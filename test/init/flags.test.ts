import { describe, expect, test } from "vitest";
import { flags, givenBy, waysToNotify, type Flags } from "../../scripts/init/flags.ts";
import { kinds } from "./sample-answers.ts";

describe("what options say", () => {
  test("nothing: everything is open, but for the sample", () => {
    const said = Object.entries(givenBy({}, undefined)).filter(([, value]) => value !== undefined);
    expect(said).toEqual([["withSample", true]]);
  });

  test("everything", () => {
    const values: Flags = {
      name: "shop",
      organisation: "Acme",
      "time-zone": "Europe/Berlin",
      "on-call": "pagerduty, slack:urgent,telegram:-100123",
      team: "slack,email:team@acme.io",
      smtp: "smtp.acme.io:587",
      "mail-from": "alerts@acme.io",
      "docs-url": "https://github.com/acme/shop/blob/main/out/docs//",
      "dead-mans-switch": "no",
      ci: "gitlab",
      empty: true,
    };
    expect(Object.keys(values)).toEqual(Object.keys(flags));
    expect(givenBy(values, undefined)).toEqual({
      name: "shop",
      organisation: "Acme",
      timeZone: "Europe/Berlin",
      onCall: [
        { kind: "pagerduty" },
        { kind: "slack", address: "urgent" },
        { kind: "telegram", address: "-100123" },
      ],
      team: [{ kind: "slack" }, { kind: "email", address: "team@acme.io" }],
      smarthost: "smtp.acme.io:587",
      mailFrom: "alerts@acme.io",
      docsUrl: "https://github.com/acme/shop/blob/main/out/docs",
      deadMansSwitch: false,
      ci: "gitlab",
      withSample: false,
    });
  });

  test("the help names every kind of notifier, and each as it may be written", () => {
    const ways = waysToNotify().split(", ");
    expect(ways.map((way) => way.split(":")[0])).toEqual(kinds);
    for (const way of ways) expect(givenBy({ team: way }, undefined)).toMatchObject({ team: [{}] });
  });
});

const all = "pagerduty, slack, discord, email, webhook, msteams, opsgenie, telegram";

test.each<[Flags, string]>([
  [{ name: "Our shop" }, "--name Our shop: use lower-case letters, digits and -, starting with a letter."],
  [{ organisation: "" }, "--organisation : write its name, on one line."],
  [{ organisation: "a\nb" }, "--organisation a\nb: write its name, on one line."],
  [
    { "time-zone": "Mars/Olympus Mons" },
    '--time-zone Mars/Olympus Mons: write a name of the IANA time zone database, such as "Europe/Berlin" or "UTC".',
  ],
  ...[
    ["Europe/Berln", "Europe/Berlin"],
    ["europe/berlin", "Europe/Berlin"],
    ["utc", "UTC"],
    ["us/eastern", "US/Eastern"],
    ["CEST", "Europe/Berlin"],
  ].map(([zone = "", meant]): [Flags, string] => [
    { "time-zone": zone },
    `--time-zone ${zone}: write "${meant}", if that is what you mean, or another name of the IANA time zone database.`,
  ]),
  [
    { team: "email:a@acme.io,b@acme.io" },
    "--team email:a@acme.io,b@acme.io: write email before each address: email:b@acme.io.",
  ],
  [
    { "on-call": "pager-duty" },
    `--on-call pager-duty: there is no notifier 'pager-duty' (did you mean 'pagerduty'?); there are ${all}.`,
  ],
  [{ team: "" }, `--team : there is no notifier ''; there are ${all}.`],
  [{ team: "slack:#a b" }, "--team slack:#a b: write the channel as Slack shows it, such as #alerts."],
  [
    { team: "pagerduty:123" },
    "--team pagerduty:123: pagerduty takes no address: what it needs is a secret file.",
  ],
  [{ team: "telegram:chat" }, "--team telegram:chat: write the id of the chat."],
  [{ team: "telegram:0" }, "--team telegram:0: write the number of the chat; that of a group is negative."],
  [
    { team: "email:team" },
    "--team email:team: write one address, such as team@shop.internal; for several addresses write several notifiers.",
  ],
  [
    { team: "email:team@example.com" },
    "--team email:team@example.com: write the real one: the build refuses example.com.",
  ],
  [{ smtp: "smtp.acme.io" }, "--smtp smtp.acme.io: write host:port, such as smtp.acme.io:587."],
  [
    { "mail-from": "alerts" },
    "--mail-from alerts: write one address, such as team@shop.internal; for several addresses write several notifiers.",
  ],
  [{ "docs-url": "http://docs" }, "--docs-url http://docs: write an address that starts with https://."],
  [
    { "docs-url": "https://github.com/signalbox/signalbox/blob/main/out/docs" },
    "--docs-url https://github.com/signalbox/signalbox/blob/main/out/docs: write an address of this project's repository: github.com/signalbox/signalbox, but this project is github.com/acme/shop.",
  ],
  [{ "dead-mans-switch": "maybe" }, "--dead-mans-switch maybe: write yes or no."],
  [{ ci: "githup" }, "--ci githup: write github or gitlab or none (did you mean 'github'?)."],
  [
    { "on-call": "pagerduty", team: "slack", smtp: "smtp.acme.io:587" },
    "--smtp is for e-mail, but those who are notified are notified by pagerduty, slack.",
  ],
])("%j", (values, complaint) => {
  expect(givenBy(values, "github:acme/shop")).toBe(complaint);
});
