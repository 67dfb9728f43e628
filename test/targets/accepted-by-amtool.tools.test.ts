import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Receiver } from "../../generators/language/routing.ts";
import type { PlatformModel } from "../../generators/model/routing-model.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { alertmanagerTemplates } from "../../generators/targets/alertmanager/templates.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { critical, low, people, smallModel, smallPlatform } from "./small-model.ts";
import { everyNotifier, inhibition, interval, receiver, route } from "./small-routing.ts";
import { writtenFiles } from "./written-files.ts";

const amtool = await findTool("amtool");

/** Writes what Alertmanager reads; gives the path of its configuration. */
function configPath(parts: Partial<PlatformModel>): string {
  const model = smallModel({ platform: smallPlatform(parts) });
  const folder = writtenFiles({ ...alertmanagerConfig(model), ...alertmanagerTemplates(model) });
  return join(folder, "alertmanager/alertmanager.yml");
}

const chat = receiver("chat");
const pager = receiver("pager");
const odd = receiver("odd: yes");
const named = (...receivers: Receiver[]) => Object.fromEntries(receivers.map((one) => [one.name, one]));

const full: Partial<PlatformModel> = {
  receivers: named(people, everyNotifier, chat, pager, odd),
  timeIntervals: { hours: interval("hours"), nights: interval("nights", { location: "UTC" }) },
  inhibitions: {
    ladder: inhibition("critical-inhibits-low", {
      source: { severity: critical },
      target: { severity: [low], labels: { team: /a"b\\/ } },
    }),
  },
  routing: route({
    groupBy: ["alertname", "service"],
    routes: [
      route({ match: { service: "shop" }, receiver: chat, continue: true }),
      route({
        match: { severity: critical },
        receiver: pager,
        activeDuring: [interval("hours")],
        routes: [route({ match: { alertname: ["a.b", "c|d"] }, receiver: everyNotifier, groupWait: "0s" })],
      }),
      route({ match: { labels: { team: /de[rn] "Laden" \\ \d+/ } }, receiver: odd }),
      route({ match: { severity: low }, receiver: people, mutedDuring: [interval("nights")] }),
    ],
  }),
};

describe("amtool takes the configuration, by its strict parser of matchers", () => {
  test.each<[string, Partial<PlatformModel>, string]>([
    ["of one receiver", {}, " - 0 inhibit rules\n - 1 receivers\n - 1 templates\n"],
    ["with everything that can be said", full, " - 1 inhibit rules\n - 5 receivers\n - 1 templates\n"],
  ])("%s", async (_, parts, found) => {
    const result = await runTool(amtool, [
      "--enable-feature=utf8-strict-mode",
      "check-config",
      configPath(parts),
    ]);
    expect(result).toMatchObject({ code: 0 });
    expect(result.stdout).toContain(found);
  });
});

describe("amtool finds the receivers that the definitions mean", () => {
  test.each([
    ["the root takes what no other takes", { severity: "high" }, "people"],
    ["the first that matches takes it", { severity: "critical" }, "pager"],
    ["one that goes on, and the next", { severity: "critical", service: "shop" }, "chat,pager"],
    ["only one that goes on: the root does not take it too", { severity: "high", service: "shop" }, "chat"],
    ["a route below a route", { severity: "critical", alertname: "a.b" }, "every-notifier"],
    ["a dot is a dot", { severity: "critical", alertname: "aXb" }, "pager"],
    ["a bar is a bar", { severity: "critical", alertname: "c|d" }, "every-notifier"],
    ["and no choice", { severity: "critical", alertname: "c" }, "pager"],
    ["a pattern with quotes and a backslash", { team: String.raw`der "Laden" \ 12` }, "odd: yes"],
    ["is anchored at its end", { team: String.raw`der "Laden" \ 12 a` }, "people"],
    ["is anchored at its start", { team: String.raw`a der "Laden" \ 12` }, "people"],
  ])("%s", async (_, labels, receivers) => {
    const matchers = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    const config = `--config.file=${configPath(full)}`;
    const args = ["config", "routes", "test", config, `--verify.receivers=${receivers}`, ...matchers];
    expect(await runTool(amtool, args)).toMatchObject({ code: 0, stdout: `${receivers}\n` });
  });
});
