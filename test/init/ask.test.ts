import { describe, expect, test } from "vitest";
import { askFor, type Person } from "../../scripts/init/ask.ts";
import { flags, givenBy } from "../../scripts/init/flags.ts";
import { promptFor } from "../../scripts/init/terminal.ts";
import { proposalsFor } from "../../scripts/init/proposals.ts";
import { makeFolder, put } from "../build/out-fixture.ts";

const proposals = { name: "shop", timeZone: "Asia/Tokyo", repository: undefined, docsUrl: undefined };

/** Answers the questions in turn: a text, a choice, a list, a yes; and notes what was asked, and what was proposed. */
function personWith(answers: readonly (string | boolean | readonly string[] | undefined)[]) {
  const asked: string[] = [];
  const next = () => answers[asked.length - 1];
  const person: Person = {
    text: async ({ message, proposed, complaint }) => {
      asked.push(message);
      const answer = next();
      const text = answer === "(proposed)" ? proposed : answer === undefined ? undefined : String(answer);
      if (text !== undefined && complaint(text) !== undefined) throw new Error(complaint(text));
      return text;
    },
    yesOrNo: async (message) => {
      asked.push(message);
      return next() === true;
    },
    one: async (message, choices) => {
      asked.push(message);
      const found = choices.find(({ value }) => value === next());
      if (!found) throw new Error(`no such choice: ${String(next())}`);
      return found.value;
    },
    several: async (message, choices) => {
      asked.push(message);
      const wanted = next();
      return choices
        .map(({ value }) => value)
        .filter((value) => Array.isArray(wanted) && wanted.includes(value));
    },
  };
  return { person, asked };
}

describe("a person at a terminal is asked for", () => {
  test("everything, and for addresses only of what is chosen", async () => {
    const { person, asked } = personWith([
      ...["(proposed)", "Acme", "(proposed)"],
      ...[["pagerduty", "telegram"], "-100123"],
      ...[["slack", "email"], "alerts", "team@acme.io"],
      ...["smtp.acme.io:587", "alerts@acme.io"],
      ...[true, "https://docs.acme.io/monitoring/", "gitlab"],
    ]);
    const answers = await askFor(given({}), proposals, person);
    expect(answers).toEqual({
      name: "shop",
      organisation: "Acme",
      timeZone: "Asia/Tokyo",
      onCall: [{ kind: "pagerduty" }, { kind: "telegram", address: "-100123" }],
      team: [
        { kind: "slack", address: "alerts" },
        { kind: "email", address: "team@acme.io" },
      ],
      smarthost: "smtp.acme.io:587",
      mailFrom: "alerts@acme.io",
      deadMansSwitch: true,
      docsUrl: "https://docs.acme.io/monitoring",
      ci: "gitlab",
      withSample: true,
    });
    expect(asked.slice(3, 8)).toEqual([
      "How is whoever is on call notified? (none: leave open)",
      "Telegram: the id of the chat",
      "And the team, in business hours? (none: leave open)",
      "Slack: the channel",
      "E-mail: the recipient",
    ]);
  });

  test("nothing that an option says", async () => {
    const values = {
      ...{ name: "shop", organisation: "Acme", "time-zone": "UTC", "on-call": "pagerduty", team: "slack:#a" },
      ...{ "docs-url": "https://docs.acme.io", "dead-mans-switch": "no", ci: "none" },
    };
    const { person, asked } = personWith([]);
    const answers = await askFor(given(values), proposals, person);
    expect(asked).toEqual([]);
    expect(answers).toMatchObject({ name: "shop", ci: "none", deadMansSwitch: false });
  });

  test("only the address, where an option gives the kind alone", async () => {
    const values = { ...{ name: "shop", organisation: "Acme", "time-zone": "UTC", "on-call": "slack" } };
    const more = {
      team: "webhook",
      "docs-url": "https://docs.acme.io",
      "dead-mans-switch": "no",
      ci: "none",
    };
    const { person, asked } = personWith(["#urgent"]);
    const { onCall } = await askFor(given({ ...values, ...more }), proposals, person);
    expect(asked).toEqual(["Slack: the channel"]);
    expect(onCall).toEqual([{ kind: "slack", address: "#urgent" }]);
  });

  test("what they leave open is open, but the name", async () => {
    const { person } = personWith([...Array(6).fill(undefined), undefined, "github"]);
    expect(await askFor(given({}), proposals, person)).toEqual({
      ...{ name: "shop", organisation: undefined, timeZone: undefined, onCall: undefined, team: undefined },
      ...{ smarthost: undefined, mailFrom: undefined, docsUrl: undefined, deadMansSwitch: false },
      ...{ ci: "github", withSample: true },
    });
  });
});

function given(values: Parameters<typeof givenBy>[0]) {
  const read = givenBy(values, undefined);
  if (typeof read === "string") throw new Error(read);
  return read;
}

test("there is a question for each option but those that only say less", () => {
  expect(Object.keys(flags).filter((flag) => flag !== "empty")).toHaveLength(10);
});

describe("a question at a terminal", () => {
  const question = { message: "Where?", complaint: (text: string) => (text === "x" ? "not x" : undefined) };

  test("proposes what Enter answers, and typing replaces", () => {
    const prompt = promptFor({ ...question, proposed: "UTC", example: "Asia/Tokyo" });
    expect(prompt).toMatchObject({ message: "Where?", defaultValue: "UTC", placeholder: "Enter: UTC" });
    expect(prompt).not.toHaveProperty("initialValue");
  });

  test("says that Enter leaves it open, and what an example is", () => {
    const prompt = promptFor({ ...question, example: "https://x.io" });
    expect(prompt.placeholder).toBe("Enter: leave open, or such as https://x.io");
    expect(promptFor(question).placeholder).toBe("Enter: leave open");
    expect(prompt).not.toHaveProperty("defaultValue");
  });

  test("complains of what is typed, and of nothing when nothing is", () => {
    const { validate } = promptFor({ ...question, proposed: "x" });
    const complaints = [" x ", "y", "", undefined].map((text) =>
      typeof validate === "function" ? validate(text) : "no function",
    );
    expect(complaints).toEqual(["not x", undefined, undefined, undefined]);
  });
});

describe("what is proposed", () => {
  test.each([
    ['{ "name": "@acme/ops-monitoring" }', "x", "ops-monitoring"],
    ["{}", "Our Monitoring (2)", "our-monitoring-2"],
    ["no JSON", "9lives", "lives"],
    ["{}", "監視", "monitoring"],
  ])("the name, of %s in %s", (text, name, expected) => {
    const folder = makeFolder();
    put(folder, `${name}/package.json`, text);
    expect(proposalsFor(`${folder}/${name}`).name).toBe(expected);
  });

  test.each([
    ["github:Acme/Ops", "https://github.com/acme/ops/blob/main/out/docs"],
    ["git+https://gitlab.com/acme/sub/ops.git", "https://gitlab.com/acme/sub/ops/-/blob/main/out/docs"],
    ["https://git.acme.io/ops", undefined],
  ])("where the documents are, of the repository %s", (repository, docsUrl) => {
    const folder = makeFolder();
    put(folder, "package.json", JSON.stringify({ repository }));
    expect(proposalsFor(folder)).toMatchObject({ repository, docsUrl });
  });

  test("the machine's time zone", () => {
    expect(proposalsFor(makeFolder()).timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
