import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { parse, stringify } from "yaml";
import type { NotifierKind } from "../../generators/language/notifier.ts";
import type { Model } from "../../generators/model/model.ts";
import { notifierSecrets } from "../../generators/notifiers/of-receivers.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { alertmanagerTemplates } from "../../generators/targets/alertmanager/templates.ts";
import { textAt } from "../../generators/targets/validation/untyped-data.ts";
import { findTool, type Tool } from "../../scripts/tools/find-tool.ts";
import { startAlertmanager } from "../../scripts/tools/serve.ts";
import { redirectReceivers, type AlertmanagerConfig } from "../../scripts/up/adapted-files.ts";
import { readMail } from "../../scripts/up/receiver/mail-message.ts";
import { type Notification, notifierKinds } from "../../scripts/up/receiver/notification.ts";
import { startReceiver } from "../../scripts/up/receiver/start-receiver.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";
import { everyNotifier, receiver, route } from "../targets/small-routing.ts";
import { writtenFiles } from "../targets/written-files.ts";

const routing = route({
  receiver: everyNotifier,
  groupBy: ["alertname"],
  groupWait: "0s",
  groupInterval: "1s",
});
const ofEvery = smallModel({ platform: smallPlatform({ receivers: { everyNotifier }, routing }) });

let tool: Tool;
beforeAll(async () => {
  tool = await findTool("alertmanager");
});

/** A real Alertmanager with our configuration, whose notifiers notify a receiver of ours; and what they sent. */
async function running(model: Model = ofEvery): Promise<{ url: string; notified: Notification[] }> {
  const { platform } = model;
  const receivers = Object.values(platform.receivers);
  const notified: Notification[] = [];
  const receiver = await startReceiver((notification) => notified.push(notification));
  onTestFinished(() => receiver.stop());
  const folder = writtenFiles({ ...alertmanagerConfig(model), ...alertmanagerTemplates(model) });
  const configFile = join(folder, "alertmanager/alertmanager.yml");
  const secret = (name: string) => join(folder, name);
  let text = readFileSync(configFile, "utf8");
  for (const { name, path } of [
    ...receivers.flatMap(notifierSecrets),
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

/** What a client can bring into a label, and through it into every text. */
const nasty =
  "<!channel> <http://evil|click> @everyone [x](http://evil) <script> `c` *b* _i_ ~s~ ||h|| &lt; \\\nFIRING Fake (critical)";

/** The same label as each service is sent it, on one line; what is escaped is shown as it was written. */
const shownAs: Readonly<Record<NotifierKind, string | undefined>> = {
  slack:
    "&lt;!channel&gt; &lt;http://evil|click&gt; @everyone [x](http://evil) &lt;script&gt; `c` *b* _i_ ~s~ ||h|| &amp;lt; \\ FIRING Fake (critical)",
  discord: String.raw`\<!channel> \<http://evil\|click> @${"\u200b"}everyone \[x\](http://evil) \<script> ${"\\`c\\`"} \*b\* \_i\_ \~s\~ \|\|h\|\| &lt; ${"\\\\"} FIRING Fake (critical)`,
  msteams: String.raw`<!channel> <http://evil|click> @everyone \[x\](http://evil) <script> ${"\\`c\\`"} \*b\* \_i\_ \~s\~ ||h|| \&lt; ${"\\\\"} FIRING Fake (critical)`,
  opsgenie:
    "&lt;!channel> &lt;http://evil|click> @everyone [x](http://evil) &lt;script> `c` *b* _i_ ~s~ ||h|| &amp;lt; \\ FIRING Fake (critical)",
  telegram:
    "&lt;!channel&gt; &lt;http://evil|click&gt; @everyone [x](http://evil) &lt;script&gt; `c` *b* _i_ ~s~ ||h|| &amp;lt; \\ FIRING Fake (critical)",
  // Plain text, of which they make nothing.
  pagerduty:
    "<!channel> <http://evil|click> @everyone [x](http://evil) <script> `c` *b* _i_ ~s~ ||h|| &lt; \\ FIRING Fake (critical)",
  email:
    "<!channel> <http://evil|click> @everyone [x](http://evil) <script> `c` *b* _i_ ~s~ ||h|| &lt; \\ FIRING Fake (critical)",
  // A program of one's own reads data, line breaks and all.
  webhook: undefined,
};

test("what a label brings along is shown as text by every service, and neither mentions nor links nor begins a line", async () => {
  const { url, notified } = await running();
  await post(url, {
    labels: { ...alert.labels, path: nasty },
    annotations: { ...alert.annotations, summary: `Asked for ${nasty}`, description: "It says so." },
    startsAt: new Date(Date.now() - 60_000).toISOString(),
  });
  await vi.waitFor(
    () => expect([...new Set(notified.map(({ kind }) => kind))].sort()).toEqual([...notifierKinds].sort()),
    { timeout: 30_000, interval: 50 },
  );
  for (const { kind, raw, alerts } of notified) {
    const shown = shownAs[kind];
    expect({ kind, alerts }).toEqual({ kind, alerts: ["ShopDown"] });
    if (shown === undefined) {
      expect(JSON.parse(raw)).toMatchObject({ alerts: [{ labels: { path: nasty } }] });
      continue;
    }
    const { titles, text } = sentTexts(kind, raw);
    expect(`${kind}: ${text}`).toContain(`path=${shown}`);
    for (const title of titles) {
      expect(`${kind}: ${title}`).toContain(`Asked for ${shown}`.slice(0, 80));
      expect(title).not.toContain("\n");
    }
    expect(text).toContain(`\nAsked for ${shown}\n`);
  }
  const bySlack = notified.find(({ kind }) => kind === "slack")?.raw ?? "";
  expect(bySlack).not.toMatch(/[<>]/);
  expect(JSON.parse(bySlack)).toMatchObject({ attachments: [{ mrkdwn_in: ["pretext"] }] });
  expect(JSON.parse(bySlack)).not.toHaveProperty("link_names");
  // In an embed nobody is mentioned; only a message outside of one could do that.
  const byDiscord: unknown = JSON.parse(notified.find(({ kind }) => kind === "discord")?.raw ?? "");
  expect(textAt(byDiscord, "content") ?? "").toBe("");
  const byMail = notified.find(({ kind }) => kind === "email")?.raw ?? "";
  const page = byMail.slice(byMail.indexOf("Content-Type: text/html")).replaceAll("=\n", "");
  expect(page).toContain("&lt;script&gt;");
  expect(page).not.toContain("<script>");
});

/** The texts of a notification as they were sent, before anything is read out of them. */
function sentTexts(
  kind: NotifierKind,
  raw: string,
): { readonly titles: readonly string[]; readonly text: string } {
  if (kind === "email") {
    const { subject, text } = readMail(raw);
    return { titles: [subject], text };
  }
  const data: unknown = JSON.parse(raw);
  const at = (...path: (string | number)[]) => textAt(data, ...path) ?? `nothing at ${path.join(".")}`;
  const body = ["attachments", 0, "content", "body"] as const;
  const texts: Readonly<Record<Exclude<NotifierKind, "email">, [titles: string[], text: string]>> = {
    slack: [[at("attachments", 0, "title"), at("attachments", 0, "fallback")], at("attachments", 0, "text")],
    discord: [[at("embeds", 0, "title")], at("embeds", 0, "description")],
    // A line ends at an empty one there.
    msteams: [[at(...body, 0, "text")], at(...body, 1, "text").replaceAll("\n\n", "\n")],
    opsgenie: [[at("message")], at("description")],
    telegram: [[], at("text")],
    pagerduty: [[at("payload", "summary")], at("payload", "custom_details", "firing")],
    webhook: [[], ""],
  };
  const [titles, text] = texts[kind];
  return { titles, text };
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

test("a receiver that hears only that an alert fires is sent nothing when it resolves", async () => {
  const checkIn = receiver("check-in", { notifiers: everyNotifier.notifiers, sendResolved: false });
  const both = [route({ receiver: checkIn, continue: true }), route({ receiver: everyNotifier })];
  const platform = smallPlatform({
    receivers: { checkIn, everyNotifier },
    routing: route({ ...routing, routes: both }),
  });
  const { url, notified } = await running(smallModel({ platform }));
  const startsAt = new Date(Date.now() - 60_000).toISOString();
  const sent = (receiverName: string, status: Notification["status"]) =>
    [
      ...new Set(
        notified
          .filter((one) => one.receiver === receiverName && one.status === status)
          .map(({ kind }) => kind),
      ),
    ].sort();
  const all = [...notifierKinds].sort();
  await post(url, { startsAt });
  await vi.waitFor(
    () => expect([sent("check-in", "firing"), sent("every-notifier", "firing")]).toEqual([all, all]),
    { timeout: 30_000, interval: 50 },
  );
  await post(url, { startsAt, endsAt: new Date(Date.now() - 1000).toISOString() });
  await vi.waitFor(() => expect(sent("every-notifier", "resolved")).toEqual(all), {
    timeout: 30_000,
    interval: 50,
  });
  // Both are looked at once in a group interval, which is a second.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(sent("check-in", "resolved")).toEqual([]);
});
