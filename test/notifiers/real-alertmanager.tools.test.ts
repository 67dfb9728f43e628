import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { parse, stringify } from "yaml";
import { notifierSecrets } from "../../generators/notifiers/of-receivers.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { alertmanagerTemplates } from "../../generators/targets/alertmanager/templates.ts";
import { findTool, type Tool } from "../../scripts/tools/find-tool.ts";
import { startAlertmanager } from "../../scripts/tools/serve.ts";
import { redirectReceivers, type AlertmanagerConfig } from "../../scripts/up/adapted-files.ts";
import { type Notification, ways } from "../../scripts/up/receiver/notification.ts";
import { startReceiver } from "../../scripts/up/receiver/start-receiver.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";
import { everyWay, route } from "../targets/small-routing.ts";
import { writtenFiles } from "../targets/written-files.ts";

const routing = route({ receiver: everyWay, groupBy: ["alertname"], groupWait: "0s", groupInterval: "1s" });
const platform = smallPlatform({ receivers: { everyWay }, routing });
const model = smallModel({ platform });

let tool: Tool;
beforeAll(async () => {
  tool = await findTool("alertmanager");
});

/** A real Alertmanager with our configuration, whose notifiers tell a receiver of ours; and what they told. */
async function running(): Promise<{ url: string; told: Notification[] }> {
  const told: Notification[] = [];
  const receiver = await startReceiver((notification) => told.push(notification));
  onTestFinished(() => receiver.stop());
  const folder = writtenFiles({ ...alertmanagerConfig(model), ...alertmanagerTemplates(model) });
  const configFile = join(folder, "alertmanager/alertmanager.yml");
  const secret = (name: string) => join(folder, name);
  let text = readFileSync(configFile, "utf8");
  for (const { name, path } of [
    ...notifierSecrets(everyWay),
    ...(platform.mail ? [platform.mail.password] : []),
  ]) {
    writeFileSync(secret(name), `no ${name} is needed here`);
    text = text.replaceAll(path, secret(name));
  }
  const config: AlertmanagerConfig = parse(text);
  for (const { name, url } of redirectReceivers(config, receiver, secret)) writeFileSync(secret(name), url);
  writeFileSync(configFile, stringify(config, { lineWidth: 0, aliasDuplicateObjects: false }));
  const server = await startAlertmanager({ configFile, dataDir: join(folder, "data"), tool });
  onTestFinished(() => server.stop());
  return { url: server.url, told };
}

const alert = {
  labels: { alertname: "ShopDown", severity: "critical", service: "my_shop", path: "_x_" },
  annotations: {
    summary: "*All* of <the> shop & more",
    description: 'It says "no".\n- twice',
    runbook_url: "https://docs.shop.internal/alerts/ShopDown.md",
  },
};

async function post(url: string, parts: object): Promise<void> {
  const response = await fetch(`${url}/api/v2/alerts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ ...alert, ...parts }]),
  });
  expect(response.status).toBe(200);
}

test("every kind of notifier tells that an alert fires, in words that are its own, and that it is over", async () => {
  const { url, told } = await running();
  const toldBy = (status: Notification["status"]) =>
    told.filter((one) => one.status === status).map(({ way }) => way);
  const patience = { timeout: 30_000, interval: 50 };

  await post(url, { startsAt: new Date(Date.now() - 60_000).toISOString() });
  await vi.waitFor(() => expect([...new Set(toldBy("firing"))].sort()).toEqual([...ways].sort()), patience);
  for (const { way, receiver, alerts, title, text } of told) {
    expect({ way, receiver, alerts }).toEqual({ way, receiver: "every-way", alerts: ["ShopDown"] });
    expect(`${way}: ${title}\n${text}`).toContain(alert.annotations.summary);
    expect(`${way}: ${text}`).toContain('It says "no".');
  }

  await post(url, {
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    endsAt: new Date(Date.now() - 1000).toISOString(),
  });
  await vi.waitFor(() => expect([...new Set(toldBy("resolved"))].sort()).toEqual([...ways].sort()), patience);
  expect(told.filter(({ alerts }) => alerts.join() !== "ShopDown")).toEqual([]);
});
