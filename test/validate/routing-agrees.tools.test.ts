import { expect, test } from "vitest";
import type { PlatformModel } from "../../generators/model/routing-model.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import type { AlertPair } from "../../generators/targets/validation/program.ts";
import { generatedPairs } from "../../generators/targets/alertmanager/samples/label-pairs.ts";
import { routingAgrees } from "../../generators/targets/alertmanager/validators/routing-agrees.ts";
import { findTool, type Tool } from "../../scripts/tools/find-tool.ts";
import type { Shelf } from "../../scripts/kept/shelf.ts";
import { nothingKnown, type Known } from "../../scripts/validate/known.ts";
import { startWith } from "../../scripts/validate/alertmanagers.ts";
import { alikePairs } from "../../scripts/validate/runners/alike-pairs.ts";
import { askAlertmanager, quietConfig } from "../../scripts/validate/runners/alertmanager.ts";
import { resultOf } from "./result-of.ts";
import { critical, low, people, smallModel, smallPlatform } from "../targets/small-model.ts";
import { everyNotifier, inhibition, interval, receiver, route } from "../targets/small-routing.ts";
import { alertModel } from "../targets/small-rules.ts";

const configPath = "alertmanager/alertmanager.yml";
const office = interval("office");
const pager = receiver("pager");
const parts: Partial<PlatformModel> = {
  // Of each kind of notifier: none of them is notified.
  receivers: { people, everyNotifier, pager },
  timeIntervals: { office },
  inhibitions: {
    ladder: inhibition("ladder", {
      source: { severity: critical },
      target: { severity: low },
      equal: ["service", "instance"],
    }),
  },
  routing: route({
    routes: [
      route({ match: { service: "shop" }, receiver: everyNotifier, groupWait: "0s", continue: true }),
      route({
        match: { severity: critical, labels: { team: /a.+/ } },
        receiver: pager,
        activeDuring: [office],
      }),
    ],
  }),
};
const platform = smallPlatform(parts);
const model = smallModel({
  platform,
  alerts: [alertModel(), alertModel({ name: "Other", service: "other" })],
});
const [config = ""] = Object.values(alertmanagerConfig(model));

async function validated(text: string, known = nothingKnown()) {
  const subject = { model, outFolder: "unused", files: { [configPath]: text } };
  return resultOf(routingAgrees, subject, known);
}

/** A shelf in memory. */
function inMemory<Value>(): Shelf<Value> {
  const kept = new Map<string, Value>();
  return { get: (key) => kept.get(key), put: (key, value) => void kept.set(key, value), save: () => {} };
}

test("a real Alertmanager agrees about thousands of label sets", async () => {
  // Two alerts make three pairs: each with itself, and both.
  expect(await validated(config)).toEqual({ checked: "3006 label sets", problems: [] });
});

test("what was in order is not asked again, and what was not is, with the same result", async () => {
  const started: string[] = [];
  const { alertmanagers, ...nothing } = nothingKnown();
  const urlOf = (text: string, tool: Tool) => {
    started.push(text);
    return alertmanagers.urlOf(text, tool);
  };
  const known: Known = {
    ...nothing,
    read: inMemory(),
    routed: inMemory(),
    alertmanagers: { ...alertmanagers, urlOf },
  };
  const wrong = config.replace("      receiver: pager", "      receiver: people");
  try {
    const right = await validated(config, known);
    expect(await validated(config, known)).toEqual(right);
    expect(started).toHaveLength(1);
    const found = await validated(wrong, known);
    expect(found.problems).toHaveLength(5);
    expect(await validated(wrong, known)).toEqual(found);
    expect(started).toHaveLength(2);
    expect(await validated(config, known)).toEqual(right);
  } finally {
    await alertmanagers.stop();
  }
});

test("what the definitions mean decides whether something is known", () => {
  const subject = { outFolder: "unused", files: {}, paths: [configPath] };
  const of = (other: typeof model) => routingAgrees.decidedBy({ ...subject, model: other });
  expect(of(smallModel({ platform, alerts: model.alerts }))).toBe(of(model));
  const [first, ...others] = model.alerts;
  expect(of({ ...model, alerts: others })).not.toBe(of(model));
  expect(of({ ...model, alerts: [...others, ...(first ? [first] : [])] })).not.toBe(of(model));
  expect(of({ ...model, platform: { ...platform, inhibitions: {} } })).not.toBe(of(model));
  const pattern = route({ match: { labels: { team: /b.+/ } }, receiver: pager });
  const other = route({ match: { labels: { team: /c.+/ } }, receiver: pager });
  const routed = (child: typeof pattern) =>
    of({ ...model, platform: { ...platform, routing: route({ routes: [child] }) } });
  expect(routed(pattern)).not.toBe(routed(other));
});

test("it answers the same of all label sets that are asked about as one", async () => {
  const quiet = quietConfig(config);
  const pairs = generatedPairs(1500, model.alerts, platform);
  const { distinct, places } = alikePairs(JSON.parse(quiet), pairs);
  const running = await startWith(quiet, await findTool("alertmanager"));
  try {
    const answers = await askAlertmanager(running.url, pairs);
    const first = distinct.map((pair) => answers[pairs.indexOf(pair)]);
    expect(answers).toEqual(places.map((place) => first[place]));
    expect(distinct.length).toBeLessThan(pairs.length / 2);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(10);
  } finally {
    await running.stop();
  }
});

test("a route that goes elsewhere is found, and a few label sets show it", async () => {
  const { problems } = await validated(config.replace("      receiver: pager", "      receiver: people"));
  expect(problems).toHaveLength(5);
  expect(problems.map(({ message }) => message)).toEqual([
    ...Array.from({ length: 4 }, () =>
      expect.stringMatching(
        /^out\/alertmanager\/alertmanager\.yml: \{.*severity="critical".*\} goes to (?:every-notifier, )?people, but according to the definitions it goes to (?:every-notifier, )?pager$/s,
      ),
    ),
    expect.stringMatching(/; \d+ other label sets differ too$/),
  ]);
  expect(problems[0]).toMatchObject({
    check: "routing-agrees",
    place: platform.routing.place,
    fix: 'build again; if the difference remains, Alertmanager and "generators/routing" disagree: fix the generator',
  });
});

test("an inhibition that inhibits too much is found", async () => {
  const { problems } = await validated(config.replace("      - instance\n", ""));
  expect(problems[0]?.message).toMatch(
    /goes to \S+ and is inhibited, but according to the definitions it goes to \S+$/s,
  );
});

test("generated label sets are the same each time, and hold what is asked for, nearly so, empty and missing", () => {
  const pairs = generatedPairs(500, model.alerts, platform);
  expect(generatedPairs(500, model.alerts, platform)).toEqual(pairs);
  const values = (label: string, list: readonly AlertPair[]) =>
    new Set(list.flat().map((labels) => labels[label] ?? "(missing)"));
  expect(values("service", pairs)).toEqual(
    new Set(["shop", "shopx", "xshop", "shop\n", "sho", "SHOP", "something else", "", "(missing)"]),
  );
  expect(values("team", pairs)).toContain("a.+");
  const inhibited = pairs.filter(
    ([one, other]) =>
      one["severity"] === "critical" &&
      other["severity"] === "low" &&
      (one["service"] ?? "") === (other["service"] ?? "") &&
      (one["instance"] ?? "") === (other["instance"] ?? ""),
  );
  expect(inhibited.length).toBeGreaterThan(100);
});
