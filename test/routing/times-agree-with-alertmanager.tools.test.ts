import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import type { PlatformModel, RouteModel } from "../../generators/model/routing-model.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { neverNotifies } from "../../generators/routing/open-minutes.ts";
import { notificationTimes } from "../../generators/routing/notification-routing.ts";
import { settingsOf } from "../../generators/routing/route-settings.ts";
import { startAlertmanager } from "../../scripts/tools/serve.ts";
import { itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";
import { interval, receiver, route } from "../targets/small-routing.ts";
import { writtenFiles } from "../targets/written-files.ts";

/** A server that counts the notifications of each receiver; gives its address and the counts. */
async function listener() {
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      const name = textAt(JSON.parse(body), "receiver") ?? "";
      counts.set(name, (counts.get(name) ?? 0) + 1);
      response.end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  // A cast: it listens on a port, not on a socket file.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, counts };
}

/** Has an alert fire for each receiver, by a route of that name; gives Alertmanager's address and the counts. */
async function firing(
  matching: Readonly<Record<string, Omit<Partial<RouteModel>, "receiver">>>,
  parts: Partial<PlatformModel>,
) {
  const { url, counts } = await listener();
  const routes = Object.entries(matching).map(([name, way]) =>
    route({ groupWait: "0s", match: { labels: { way: name } }, ...way, receiver: receiver(name) }),
  );
  const platform = smallPlatform({ ...parts, routing: route({ routes }) });
  const text = alertmanagerConfig(smallModel({ platform }))["alertmanager/alertmanager.yml"] ?? "";
  const config = parse(text);
  const receivers = ["people", ...Object.keys(matching)].map((name) => ({
    name,
    webhook_configs: [{ url }],
  }));
  const folder = writtenFiles({ "alertmanager.yml": JSON.stringify({ ...config, receivers }) });
  const configFile = join(folder, "alertmanager.yml");
  const server = await startAlertmanager({ configFile, dataDir: join(folder, "data") });
  onTestFinished(server.stop);
  const alerts = Object.keys(matching).map((way) => ({ labels: { way } }));
  const headers = { "content-type": "application/json" };
  await fetch(`${server.url}/api/v2/alerts`, { method: "POST", headers, body: JSON.stringify(alerts) });
  return { url: server.url, counts, routes };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("it did not come to be within 30 s");
    await wait(20);
  }
}

const week = ["sunday:saturday"] as const;
const intervals = {
  always: interval("always", { weekdays: week, times: [{ from: "00:00", to: "24:00" }] }),
  noTimes: interval("no-times", { weekdays: week, times: [] }),
  noDays: interval("no-days", { weekdays: [], times: [{ from: "0:00", to: "24:00" }] }),
  days: interval("days", { weekdays: ["sunday:wednesday"], times: [{ from: "00:00", to: "24:00" }] }),
  otherDays: interval("other-days", {
    weekdays: ["thursday", "friday:saturday"],
    times: [
      { from: "0:00", to: "9:30" },
      { from: "09:30", to: "24:00" },
    ],
  }),
};
const { always, noTimes, noDays, days, otherDays } = intervals;

test("a route never notifies where Alertmanager is always mute, and else notifies", async () => {
  const { url, counts, routes } = await firing(
    {
      unlimited: {},
      active_always: { activeDuring: [always] },
      active_without_times: { activeDuring: [noTimes] },
      active_without_days: { activeDuring: [noDays] },
      active_in_one_of_two: { activeDuring: [noTimes, always] },
      active_in_halves: { activeDuring: [days, otherDays] },
      active_in_none: { activeDuring: [] },
      muted_always: { mutedDuring: [always] },
      muted_never: { mutedDuring: [noTimes, noDays] },
      muted_in_halves: { mutedDuring: [days, otherDays] },
      muted_while_active: { activeDuring: [days], mutedDuring: [days] },
      // Its child tells people, who are the root's receiver too.
      not_inherited: { mutedDuring: [always], routes: [route()] },
    },
    { timeIntervals: intervals },
  );
  const muted = async (): Promise<string[]> => {
    const groups = itemsAt(await (await fetch(`${url}/api/v2/alerts/groups`)).json());
    const silent = groups.filter((group) => itemsAt(group, "alerts", 0, "status", "mutedBy").length > 0);
    return silent.map((group) => textAt(group, "receiver", "name") ?? "").sort();
  };
  const silent = routes.filter((one) => (one.routes ?? []).length === 0 && neverNotifies(one));
  const names = silent.map((one) => one.receiver.name).sort();
  await until(async () => counts.size + (await muted()).length >= routes.length);
  expect(await muted()).toEqual(names);
  const notified = [...routes.map((one) => one.receiver.name), "people"].filter(
    (name) => !names.includes(name) && name !== "not_inherited",
  );
  expect([...counts.keys()].sort()).toEqual(notified.sort());
});

test("a repetition comes at the first look after the repeat interval, which a multiple of the looks just misses", async () => {
  const looks = { groupInterval: "300ms" } as const;
  const { counts, routes } = await firing(
    { every_look: { ...looks, repeatInterval: "200ms" }, multiple: { ...looks, repeatInterval: "300ms" } },
    {},
  );
  const root = route({ routes });
  const [everyLook, multiple] = routes.map(
    (one) => notificationTimes({ forMs: 0, everyMs: 1000 }, settingsOf(root, [root, one])).againAfterMs,
  );
  expect([everyLook, multiple]).toEqual([300, 600]);
  await until(() => (counts.get("every_look") ?? 0) >= 10);
  // 5 or 6; a busy machine may deliver some late.
  expect(counts.get("multiple")).toBeGreaterThan(3);
  expect(counts.get("multiple")).toBeLessThan(8);
});
