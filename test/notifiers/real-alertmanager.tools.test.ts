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
import { type Notification, notifierKinds } from "../../scripts/up/receiver/notification.ts";
import { startReceiver } from "../../scripts/up/receiver/start-receiver.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";
import { everyNotifier, route } from "../targets/small-routing.ts";
import { writtenFiles } from "../targets/written-files.ts";

const routing = route({
  receiver: everyNotifier,
  groupBy: ["alertname"],
  groupWait: "0s",
  groupInterval: "1s",
});
const platform = smallPlatform({ receivers: { everyNotifier }, routing });
const model = smallModel({ platform });

let tool: Tool;
beforeAll(async () => {
  tool = await findTool("alertmanager");
});

/** A real Alertmanager with our configuration, whose notifiers notify a receiver of ours; and what they sent. */
async function running(): Promise<{ url: string; notified: Notification[] }> {
  const notified: Notification[] = [];
  const receiver = await startReceiver((notification) => notified.push(notification));
  onTestFinished(() => receiver.stop());
  const folder = writtenFiles({ ...alertmanagerConfig(model), ...alertmanagerTemplates(model) });
  const configFile = join(folder, "alertmanager/alertmanager.yml");
  const secret = (name: string) => join(folder, name);
  let text = readFileSync(configFile, "utf8");
  for (const { name, path } of [
    ...notifierSecrets(everyNotifier),
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
  return { url: server.url, notified };
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

test("every kind of notifier says that an alert fires, in its own form, and that it resolved", async () => {
  const { url, notified } = await running();
  const notifiedBy = (status: Notification["status"]) =>
    notified.filter((one) => one.status === status).map(({ kind }) => kind);
  const patience = { timeout: 30_000, interval: 50 };

  await post(url, { startsAt: new Date(Date.now() - 60_000).toISOString() });
  await vi.waitFor(
    () => expect([...new Set(notifiedBy("firing"))].sort()).toEqual([...notifierKinds].sort()),
    patience,
  );
  for (const { kind, receiver, alerts, title, text } of notified) {
    expect({ kind, receiver, alerts }).toEqual({ kind, receiver: "every-notifier", alerts: ["ShopDown"] });
    expect(`${kind}: ${title}\n${text}`).toContain(alert.annotations.summary);
    expect(`${kind}: ${text}`).toContain('It says "no".');
  }

  await post(url, {
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    endsAt: new Date(Date.now() - 1000).toISOString(),
  });
  await vi.waitFor(
    () => expect([...new Set(notifiedBy("resolved"))].sort()).toEqual([...notifierKinds].sort()),
    patience,
  );
  expect(notified.filter(({ alerts }) => alerts.join() !== "ShopDown")).toEqual([]);
});
