import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { inhibits } from "../../generators/routing/inhibits.ts";
import { settingsOf } from "../../generators/routing/route-settings.ts";
import { routesIn } from "../../generators/routing/routes-of.ts";
import { startAlertmanager, type Server } from "../../scripts/tools/serve.ts";
import { askAlertmanager, quietConfig } from "../../scripts/validate/runners/alertmanager.ts";
import { allKnown } from "../../generators/targets/alertmanager/samples/sample-labels.ts";
import type { AlertAnswer, LabelSet } from "../../generators/targets/validation/program.ts";
import { itemsAt, textAt, dataAt } from "../../generators/targets/validation/untyped-data.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";
import { randomRouting } from "./random-routing.ts";

const { platform, pairs } = randomRouting(20_260_131, { trees: 40, pairs: 50 });
const { routing, inhibitions } = platform;
const routes = routesIn(routing);
const isInhibitedBy = inhibits(Object.values(inhibitions));

const folder = mkdtempSync(join(tmpdir(), "signalbox-routing-"));
let server: Server;
let answers: Awaited<ReturnType<typeof askAlertmanager>>;

// One Alertmanager with what is deployed for the platform, but for the receivers.
beforeAll(async () => {
  const files = alertmanagerConfig(smallModel({ platform: smallPlatform(platform) }));
  const configFile = join(folder, "alertmanager.yml");
  writeFileSync(configFile, quietConfig(files["alertmanager/alertmanager.yml"] ?? ""));
  server = await startAlertmanager({ configFile, dataDir: join(folder, "data") });
  answers = await askAlertmanager(server.url, pairs);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** The receivers that the definitions mean, and whether the other one inhibits it; undefined where that is open. */
function meant(labels: LabelSet, other: LabelSet) {
  const inhibited = isInhibitedBy(allKnown(other), allKnown(labels));
  return {
    receivers: routes(allKnown(labels)).map(({ path }) => settingsOf(routing, path).receiver.name),
    isInhibited: inhibited === "maybe" ? undefined : inhibited === "yes",
  };
}

test("receivers and inhibitions are those of a real Alertmanager, for random trees, inhibitions and labels", () => {
  const compared = pairs.flatMap(([one, other], index) => {
    const [ofOne, ofOther] = answers[index] ?? [];
    return [
      { labels: one, other, answer: ofOne, meant: meant(one, other) },
      { labels: other, other: one, answer: ofOther, meant: meant(other, one) },
    ];
  });
  const agrees = (
    answer: AlertAnswer | undefined,
    { receivers, isInhibited = answer?.isInhibited }: ReturnType<typeof meant>,
  ) => answer?.isInhibited === isInhibited && answer?.receivers.join(" ") === receivers.join(" ");
  expect(compared).toHaveLength(4000);
  expect(compared.filter((one) => !agrees(one.answer, one.meant))).toEqual([]);
  // None of this is true of nothing: there are many ways, and many of both kinds.
  expect(new Set(answers.flat().map(({ receivers }) => receivers.join(" "))).size).toBeGreaterThan(100);
  expect(answers.flat().filter(({ receivers }) => receivers.length > 1).length).toBeGreaterThan(500);
  expect(answers.flat().filter(({ isInhibited }) => isInhibited).length).toBeGreaterThan(100);
  expect(compared.filter(({ meant: { isInhibited } }) => isInhibited === undefined).length).toBeLessThan(200);
});

test("so are the labels that a notification is for", async () => {
  const expected = pairs.flat().flatMap((labels) =>
    routes(allKnown(labels)).map(({ path }) => {
      const { receiver, groupBy } = settingsOf(routing, path);
      return groupText(
        receiver.name,
        groupBy === "all"
          ? "all"
          : Object.fromEntries(groupBy.flatMap((label) => (labels[label] ? [[label, labels[label]]] : []))),
      );
    }),
  );
  expect(countsOf(await groups(server.url, expected.length))).toEqual(countsOf(expected));
});

/** For each alert and each of its groups, the receiver and the labels of the group, as soon as there are as many as asked for. */
async function groups(url: string, count: number): Promise<string[]> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const response = await fetch(`${url}/api/v2/alerts/groups?filter=${encodeURIComponent('tree=~".+"')}`);
    const found = itemsAt(await response.json()).flatMap((group) => {
      const receiver = textAt(group, "receiver", "name") ?? "";
      return itemsAt(group, "alerts").map((alert) => {
        const ofGroup = dataAt(group, "labels");
        const isWhole = JSON.stringify(ofGroup) === JSON.stringify(dataAt(alert, "labels"));
        return groupText(receiver, isWhole ? "all" : ofGroup);
      });
    });
    if (found.length >= count || Date.now() > deadline) return found;
    await wait(50);
  }
}

function groupText(receiver: string, labels: unknown): string {
  const entries = typeof labels === "object" && labels !== null ? Object.entries(labels).sort() : labels;
  return `${receiver} ${JSON.stringify(entries)}`;
}

/** How often each text is there, so that of thousands only those are shown that differ. */
function countsOf(texts: readonly string[]): object {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
}
