import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { messageIn } from "../../../generators/notifiers/message-of.ts";
import { notifierTypes } from "../../../generators/notifiers/index.ts";
import type { NotifierKind } from "../../../generators/language/notifier.ts";
import type { Files } from "../../../generators/output.ts";
import type { AskedAlert, SentMessage } from "../../../generators/targets/validation/program.ts";
import type { Tool } from "../../tools/find-tool.ts";
import { seldomCollected } from "../../tools/seldom-collected.ts";
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
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const sent = await sentOnce(asked, own, options);
    if (sent)
      return asked.map((_, alert) => sent.filter((one) => one.alert === alert).map((one) => one.sent));
  }
  throw new Error("Alertmanager waited in vain to be listened to: this program was busy with other things");
}

/** Alertmanager waits 10 s to be listened to; who has nothing else to do listens at once, however slow the machine is. */
const mostAttempts = 10;
const waitedInVain = "context deadline exceeded";

/** Undefined: Alertmanager gave up because it was not listened to. Then it tries again, and nobody could tell the first from the second. */
async function sentOnce(
  asked: readonly AskedAlert[],
  own: readonly OwnReceiver[],
  options: Notifying,
): Promise<Sent[] | undefined> {
  const { path: folder, remove } = temporaryFolder("messages-");
  const heard: Heard = new Map();
  const receiver = await startReceiver((one) => {
    heard.set(one.receiver, [...(heard.get(one.receiver) ?? []), one]);
  });
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
      const firing = await sentWhile("firing", asked, own, { heard, server });
      heard.clear();
      const resolved = firing && (await sentWhile("resolved", asked, own, { heard, server }));
      return firing && resolved && [...firing, ...resolved];
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
    env: { ...seldomCollected, ...process.env },
    flags: [`--web.external-url=${first?.externalUrl ?? ""}`, "--web.route-prefix=/"],
  });
}

interface Sent {
  readonly alert: number;
  readonly sent: SentMessage;
}

/** What came, by the receiver that it was meant for. */
type Heard = Map<string, readonly Notification[]>;

interface Running {
  readonly heard: Heard;
  readonly server: Server;
}

/** Says that all of them fire, or are over, and waits until each receiver has heard it or cannot; undefined: it was not listened to. */
async function sentWhile(
  state: SentMessage["state"],
  asked: readonly AskedAlert[],
  own: readonly OwnReceiver[],
  { heard, server }: Running,
): Promise<Sent[] | undefined> {
  const alerts = asked.map((one) => alertIn(state, one));
  await post(server.url, alerts);
  const isDone = ({ name, entries }: OwnReceiver, logs: string) =>
    entries.every(([kind]) => {
      const count = (all: readonly NotifierKind[]) => all.filter((one) => one === kind).length;
      const came = count((heard.get(name) ?? []).map((one) => one.kind));
      return came >= count(entries.map(([one]) => one)) || failureOf(name, kind, logs) !== undefined;
    });
  const deadline = Date.now() + sendingTimeoutMs;
  for (let left = own; left.length > 0 && Date.now() < deadline; await wait(pollMs)) {
    const logs = server.logs();
    if (logs.includes(waitedInVain)) return undefined;
    left = left.filter((one) => !isDone(one, logs));
  }
  const logs = server.logs();
  return own.flatMap((receiver) => sentTo(receiver, state, heard.get(receiver.name) ?? [], logs));
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
  own: readonly Notification[],
  logs: string,
): Sent[] {
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
