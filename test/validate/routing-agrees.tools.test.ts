import { expect, test } from "vitest";
import type { PlatformModel } from "../../generators/model/routing-model.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { generatedPairs, type LabelPair } from "../../scripts/validate/alertmanager/label-pairs.ts";
import { routingAgrees } from "../../scripts/validate/judges/routing-agrees.ts";
import { critical, low, people, smallModel, smallPlatform } from "../targets/small-model.ts";
import { everyWay, inhibition, interval, receiver, route } from "../targets/small-routing.ts";
import { alertModel } from "../targets/small-rules.ts";

const configPath = "alertmanager/alertmanager.yml";
const office = interval("office");
const pager = receiver("pager");
const parts: Partial<PlatformModel> = {
  // Of each kind of notifier: none of them is told.
  receivers: { people, everyWay, pager },
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
      route({ match: { service: "shop" }, receiver: everyWay, groupWait: "0s", continue: true }),
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

async function judged(text: string) {
  const subject = { model, outFolder: "unused", files: { [configPath]: text } };
  return routingAgrees.judge(subject, await findTool("alertmanager"));
}

test("a real Alertmanager agrees about thousands of label sets", async () => {
  // Two alerts make three pairs: each with itself, and both.
  expect(await judged(config)).toEqual({ judged: "3006 label sets", problems: [] });
});

test("a route that goes elsewhere is found, and a few label sets show it", async () => {
  const { problems } = await judged(config.replace("      receiver: pager", "      receiver: people"));
  expect(problems).toHaveLength(5);
  expect(problems.map(({ message }) => message)).toEqual([
    ...Array.from({ length: 4 }, () =>
      expect.stringMatching(
        /^out\/alertmanager\/alertmanager\.yml: \{.*severity="critical".*\} goes to (?:every-way, )?people, and the definitions mean that it goes to (?:every-way, )?pager$/s,
      ),
    ),
    expect.stringMatching(/; so it is with \d+ more$/),
  ]);
  expect(problems[0]).toMatchObject({
    check: "routing-agrees",
    place: platform.routing.place,
    fix: 'build again; if it stays, Alertmanager and "generators/routing" differ: fix the generator',
  });
});

test("an inhibition that silences too much is found", async () => {
  const { problems } = await judged(config.replace("      - instance\n", ""));
  expect(problems[0]?.message).toMatch(
    /goes to \S+ and is silenced, and the definitions mean that it goes to \S+$/s,
  );
});

test("generated label sets are the same each time, and hold what is asked for, nearly so, empty and missing", () => {
  const pairs = generatedPairs(500, model.alerts, platform);
  expect(generatedPairs(500, model.alerts, platform)).toEqual(pairs);
  const values = (label: string, list: readonly LabelPair[]) =>
    new Set(list.flat().map((labels) => labels[label] ?? "(missing)"));
  expect(values("service", pairs)).toEqual(
    new Set(["shop", "shopx", "xshop", "shop\n", "sho", "SHOP", "something else", "", "(missing)"]),
  );
  expect(values("team", pairs)).toContain("a.+");
  const silenced = pairs.filter(
    ([one, other]) =>
      one["severity"] === "critical" &&
      other["severity"] === "low" &&
      (one["service"] ?? "") === (other["service"] ?? "") &&
      (one["instance"] ?? "") === (other["instance"] ?? ""),
  );
  expect(silenced.length).toBeGreaterThan(100);
});
