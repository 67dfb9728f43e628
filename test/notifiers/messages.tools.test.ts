import { expect, onTestFinished, test, vi } from "vitest";
import { parse } from "yaml";
import { messagesOf, type Fired } from "../../generators/notifiers/messages-of.ts";
import { endsAt, startsAt } from "../../generators/notifiers/notification.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { alertmanagerTemplates } from "../../generators/targets/alertmanager/templates.ts";
import type { SentMessage } from "../../generators/targets/validation/program.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { notifierKinds } from "../../scripts/up/receiver/notification.ts";
import { sentMessages } from "../../scripts/validate/runners/sent-messages.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";
import { everyNotifier, receiver } from "../targets/small-routing.ts";

const quiet = receiver("only (firing)", { notifiers: everyNotifier.notifiers, sendResolved: false });
const { platform } = smallModel({ platform: smallPlatform({ receivers: { everyNotifier, quiet } }) });
const model = smallModel({ platform });

const nasty =
  "<!channel> <http://evil|click> @everyone [x](http://evil) `c` *b* _i_ ~s~ ||h|| &lt; &amp \\ 'q' \"r\" a+b é 🚨";

const alerts: readonly Fired[] = [
  {
    labels: {
      alertname: "ShopDown",
      severity: "critical",
      service: "my_shop",
      instance: "a:1",
      component: "api",
    },
    annotations: {
      summary: "The shop is down",
      description: "It says nothing.",
      impact: "Nobody can buy.",
      runbook_url: "https://docs.shop.internal/alerts/ShopDown.md",
      dashboard_url: "https://grafana.shop.internal/d/shop",
    },
  },
  {
    labels: { alertname: "ShopOdd", severity: "odd", service: nasty, path: `${nasty}\nFIRING Fake` },
    annotations: {
      summary: `Two\nlines of ${nasty}`,
      description: `- one ${nasty}\n1. two\n# three\n> four\n\n\nfive`,
      runbook_url: "https://docs.shop.internal/a (b).md?x=1&y='z'",
      dashboard_url: "javascript:alert(1)",
    },
  },
  { labels: { alertname: "ShopBare" }, annotations: {} },
  {
    labels: { alertname: `Shop${"Long".repeat(80)}`, severity: "low", service: "shop" },
    annotations: { summary: "é&".repeat(800), description: "<long>".repeat(900), impact: "x".repeat(900) },
  },
];

test("what is rendered is what Alertmanager sends, to the letter, for every kind of notifier", async () => {
  const config: Parameters<typeof sentMessages>[1]["config"] = parse(
    alertmanagerConfig(model)["alertmanager/alertmanager.yml"] ?? "",
  );
  const receivers = [everyNotifier, quiet];
  const asked = alerts.map((fired) => ({
    ...fired,
    ...{ startsAt, endsAt, beside: "" },
    externalUrl: platform.externalUrls.alertmanager,
    receivers: receivers.map(({ name }) => name),
  }));
  const templates = alertmanagerTemplates(model);
  const sent = await sentMessages(asked, { config, templates, tool: await findTool("alertmanager") });
  for (const [index, fired] of alerts.entries()) {
    for (const { name, notifiers, sendResolved } of receivers) {
      const own = { name, notifiers, ...(sendResolved !== undefined && { sendResolved }) };
      const messages = messagesOf(fired, own, platform);
      expect(messages.map(({ notifier }) => notifier.kind)).toEqual(notifierKinds);
      for (const { notifier, firing, resolved } of messages) {
        const from = (state: SentMessage["state"]) =>
          sent[index]?.filter(
            (one) => one.receiver === name && one.kind === notifier.kind && one.state === state,
          );
        const expected = (state: SentMessage["state"], message: object) => [
          { receiver: name, kind: notifier.kind, state, outcome: { message } },
        ];
        expect(from("firing")).toEqual(expected("firing", firing));
        if (resolved) expect(from("resolved")).toEqual(expected("resolved", resolved));
        expect(resolved === undefined).toBe(sendResolved === false);
      }
    }
  }
});

/** As long as Alertmanager waits to be listened to, and a little longer. */
const tooLongMs = 11_000;

test("who did not listen in time asks again, and hears all of it once", async () => {
  const config: Parameters<typeof sentMessages>[1]["config"] = parse(
    alertmanagerConfig(model)["alertmanager/alertmanager.yml"] ?? "",
  );
  const [fired = { labels: {}, annotations: {} }] = alerts;
  const receivers = [everyNotifier.name];
  const asked = [{ ...fired, startsAt, endsAt, beside: "", externalUrl: "http://localhost:9093", receivers }];
  const ask = globalThis.fetch;
  let posted = 0;
  vi.stubGlobal("fetch", async (...request: Parameters<typeof fetch>) => {
    const answer = await ask(...request);
    if (String(request[0]).endsWith("/api/v2/alerts") && (posted += 1) === 1)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tooLongMs);
    return answer;
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const [sent = []] = await sentMessages(asked, {
    config,
    templates: alertmanagerTemplates(model),
    tool: await findTool("alertmanager"),
  });
  expect(posted).toBeGreaterThan(2);
  expect(sent.filter(({ outcome }) => "failure" in outcome)).toEqual([]);
  expect(sent.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(
    notifierKinds.flatMap((kind) => [`${kind} firing`, `${kind} resolved`]).sort(),
  );
});

test("what Alertmanager cannot send is said with its reason", async () => {
  const config: Parameters<typeof sentMessages>[1]["config"] = parse(
    alertmanagerConfig(model)["alertmanager/alertmanager.yml"] ?? "",
  );
  const [fired = { labels: {}, annotations: {} }] = alerts;
  const asked = [
    {
      ...fired,
      startsAt,
      endsAt,
      beside: "",
      externalUrl: "http://localhost:9093",
      receivers: [everyNotifier.name],
    },
  ];
  const [sent = []] = await sentMessages(asked, {
    config,
    templates: { "alertmanager/templates/signalbox.tmpl": '{{ define "signalbox.title" }}x{{ end }}' },
    tool: await findTool("alertmanager"),
  });
  expect(sent.filter(({ kind }) => kind === "discord")).toEqual([
    {
      ...{ receiver: "every-notifier", kind: "discord", state: "firing" },
      outcome: { failure: expect.stringContaining("signalbox.") },
    },
    {
      ...{ receiver: "every-notifier", kind: "discord", state: "resolved" },
      outcome: { failure: expect.stringContaining("signalbox.") },
    },
  ]);
  expect(sent.filter(({ kind, outcome }) => kind === "webhook" && "message" in outcome)).toHaveLength(2);
});
