import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { messageIn } from "../../../generators/notifiers/message-of.ts";
import { notifierTypes } from "../../../generators/notifiers/index.ts";
import type { NotifierKind } from "../../../generators/language/notifier.ts";
import type { Files } from "../../../generators/output.ts";
import type { AskedAlert, SentMessage } from "../../../generators/targets/validation/program.ts";
import type { Tool } from "../../tools/find-tool.ts";
import { startAlertmanager, type Server } from "../../tools/serve.ts";
import { temporaryFolder } from "../../tools/temporary-folder.ts";
import type { AlertmanagerConfig } from "../../up/adapted-files.ts";
import type { Notification } from "../../up/receiver/notification.ts";
import { startReceiver } from "../../up/receiver/start-receiver.ts";
import { transports } from "../../up/receiver/transports.ts";
import { notifyingConfig, ownReceivers, withoutOwnName, type OwnReceiver } from "./notifying-config.ts";

export interface Notifying {
  readonly config: AlertmanagerConfig;
  /** By their paths under out/. */
  readonly templates: Files;
  readonly tool: Tool;
}

/** What a real Alertmanager sends of each of these alerts, in their order, when it fires and when it is over. */
export async function sentMessages(
  asked: readonly AskedAlert[],
  options: Notifying,
): Promise<SentMessage[][]> {
  const own = ownReceivers(asked, options.config);
  const arrived: Notification[] = [];
  const { path: folder, remove } = temporaryFolder("signalbox-messages-");
  const receiver = await startReceiver((notification) => arrived.push(notification));
  try {
    const pathOf = (name: string) => join(folder, name);
    const files = notifyingConfig(own, asked, options.config, { server: receiver, pathOf });
    const templates = Object.entries(options.templates).map(([path, text]) => [
      `templates/${basename(path)}`,
      text,
    ]);
    mkdirSync(pathOf("templates"));
    for (const [name = "", text = ""] of [...Object.entries(files), ...templates])
      writeFileSync(pathOf(name), text);
    const server = await started(asked, options, folder);
    try {
      const firing = await sentWhile("firing", asked, own, { arrived, server });
      const resolved = await sentWhile("resolved", asked, own, { arrived, server });
      return asked.map((_, alert) =>
        [...firing, ...resolved].filter((one) => one.alert === alert).map(({ sent }) => sent),
      );
    } finally {
      await server.stop();
    }
  } finally {
    await receiver.stop();
    remove();
  }
}

function started([first]: readonly AskedAlert[], { tool }: Notifying, folder: string): Promise<Server> {
  return startAlertmanager({
    configFile: join(folder, "alertmanager.yml"),
    dataDir: join(folder, "data"),
    tool,
    flags: [`--web.external-url=${first?.externalUrl ?? ""}`, "--web.route-prefix=/"],
  });
}

interface Sent {
  readonly alert: number;
  readonly sent: SentMessage;
}

interface Running {
  /** Grows. */
  readonly arrived: readonly Notification[];
  readonly server: Server;
}

/** Says that all of them fire, or are over, and waits until each receiver has heard it or cannot. */
async function sentWhile(
  state: SentMessage["state"],
  asked: readonly AskedAlert[],
  own: readonly OwnReceiver[],
  { arrived, server }: Running,
): Promise<Sent[]> {
  const before = arrived.length;
  const alerts = asked.map((one) => alertIn(state, one));
  await post(server.url, alerts);
  const isHeard = ({ name, entries }: OwnReceiver, logs: string) =>
    entries.every(([kind]) => {
      const count = arrived.slice(before).filter((one) => one.receiver === name && one.kind === kind).length;
      return (
        count >= entries.filter(([other]) => other === kind).length ||
        failureOf(name, kind, logs) !== undefined
      );
    });
  const deadline = Date.now() + sendingTimeoutMs;
  for (let left = own; left.length > 0 && Date.now() < deadline; await wait(pollMs)) {
    const logs = server.logs();
    left = left.filter((one) => !isHeard(one, logs));
  }
  const logs = server.logs();
  return own.flatMap((receiver) => sentTo(receiver, state, arrived.slice(before), logs));
}

// It takes a second; on a machine that is busy with other things it takes what it takes, but not for ever.
const sendingTimeoutMs = 10 * 60_000;
const pollMs = 20;
// About 2 KB each: a request stays well below a megabyte.
const alertsInARequest = 200;

function alertIn(state: SentMessage["state"], { labels, annotations, startsAt, endsAt }: AskedAlert): object {
  return { labels, annotations, startsAt, ...(state === "resolved" && { endsAt }) };
}

async function post(url: string, alerts: readonly object[]): Promise<void> {
  for (let from = 0; from < alerts.length; from += alertsInARequest) {
    const response = await fetch(`${url}/api/v2/alerts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(alerts.slice(from, from + alertsInARequest)),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Alertmanager refuses alerts: ${text}`);
  }
}

function sentTo(
  { name, receiver, alert, entries }: OwnReceiver,
  state: SentMessage["state"],
  heard: readonly Notification[],
  logs: string,
): Sent[] {
  const own = heard.filter((one) => one.receiver === name);
  const messages = own.map(({ kind, raw }): Sent => {
    const said = messageIn(transports[kind].body(raw), notifierTypes[kind].message.unsaid);
    const message = Object.fromEntries(
      Object.entries(said).map(([path, text]) => [path, withoutOwnName(text)]),
    );
    const outcome = { message };
    return { alert, sent: { receiver, kind, state, outcome } };
  });
  const silent = new Set(
    entries.map(([kind]) => kind).filter((kind) => !own.some((one) => one.kind === kind)),
  );
  const failures = [...silent].map((kind): Sent => {
    const failure = failureOf(name, kind, logs) ?? "nothing arrives";
    return { alert, sent: { receiver, kind, state, outcome: { failure } } };
  });
  return [...messages, ...failures];
}

/** Why Alertmanager gave up to notify a receiver by a kind of notifier, as its log has it. */
function failureOf(name: string, kind: NotifierKind, logs: string): string | undefined {
  const integration = `${name}/${notifierTypes[kind].section.replace(/_configs$/, "")}[`;
  const line = logs.split("\n").find((one) => one.includes(integration) && one.includes(gaveUp));
  if (line === undefined) return undefined;
  const reason = line.slice(line.indexOf(gaveUp) + gaveUp.length).replace(/^[^:]*: /, "");
  return `Alertmanager cannot send it: ${withoutOwnName(reason)}`;
}

const gaveUp = "notify retry canceled";
