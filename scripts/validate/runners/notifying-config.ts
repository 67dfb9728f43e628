import { stringify } from "yaml";
import { notifierTypes } from "../../../generators/notifiers/index.ts";
import type { AskedAlert } from "../../../generators/targets/validation/program.ts";
import { redirectReceivers, type AlertmanagerConfig, type Receiver } from "../../up/adapted-files.ts";
import { notifierKinds } from "../../up/receiver/notification.ts";
import type { NotificationServer } from "../../up/receiver/start-receiver.ts";
import type { NotifierConfig } from "../../up/receiver/transports.ts";

/** A receiver of one alert: by its name everybody knows of which alert a notification is. */
export interface OwnReceiver {
  readonly name: string;
  readonly receiver: string;
  /** The place of the alert among those that are asked about. */
  readonly alert: number;
  readonly entries: readonly (readonly [kind: (typeof notifierKinds)[number], entry: NotifierConfig])[];
}

/** What tells the receivers of two alerts apart: no text has it, and nothing escapes a letter or a digit. */
const ownName = /zq\d+qz/g;

/** A text as it would be if the receiver had its own name. */
export function withoutOwnName(text: string): string {
  return text.replace(ownName, "");
}

/** For each alert a copy of each of its receivers, which says the end in any case: whether it shall is asked elsewhere. */
export function ownReceivers(asked: readonly AskedAlert[], { receivers }: AlertmanagerConfig): OwnReceiver[] {
  return asked.flatMap((one, alert) =>
    receivers
      .filter(({ name }) => one.receivers.includes(name))
      .map((receiver) => ({
        name: `${receiver.name}zq${alert}qz`,
        receiver: receiver.name,
        alert,
        entries: notifierKinds.flatMap((kind) =>
          (receiver[notifierTypes[kind].section] ?? []).map((entry) => [kind, entry] as const),
        ),
      })),
  );
}

export interface NotifyingOptions {
  readonly server: Pick<NotificationServer, "urlFor" | "smarthost">;
  /** Where a file will be. */
  readonly pathOf: (name: string) => string;
}

/** alertmanager.yml with these receivers alone, which all notify `server` at once; and the files that it reads. */
export function notifyingConfig(
  own: readonly OwnReceiver[],
  asked: readonly AskedAlert[],
  { global = {} }: AlertmanagerConfig,
  { server, pathOf }: NotifyingOptions,
): Readonly<Record<string, string>> {
  const receivers = own.map(({ name, entries }) => receiverOf(name, entries, pathOf(secretFile)));
  const config: AlertmanagerConfig = {
    global: { smtp_from: global["smtp_from"], resolve_timeout: "1d" },
    route: { routes: [] },
    receivers,
  };
  const addresses = redirectReceivers(config, server, pathOf);
  const routes = own.map(({ name, alert }) => ({
    matchers: [`alertname=${JSON.stringify(asked[alert]?.labels["alertname"] ?? "")}`],
    receiver: name,
    continue: true,
  }));
  // Each alert alone, at once, and again as soon as it is over.
  const times = { group_by: ["..."], group_wait: "0s", group_interval: "500ms", repeat_interval: "1d" };
  const text = stringify(
    {
      ...config,
      templates: [pathOf("templates/*.tmpl")],
      route: { receiver: nobody, ...times, routes },
      receivers: [{ name: nobody }, ...receivers],
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
  const files = addresses.map(({ name, url }) => [name, url] as const);
  return { "alertmanager.yml": text, [secretFile]: "no secret is needed here", ...Object.fromEntries(files) };
}

const nobody = "nobody";
const secretFile = "secret";
const addresses = ["url", "api_url", "webhook_url"];

function receiverOf(name: string, entries: OwnReceiver["entries"], secretPath: string): Receiver {
  const lists: Record<`${string}_configs`, NotifierConfig[]> = {};
  for (const [kind, entry] of entries) {
    const { section } = notifierTypes[kind];
    lists[section] = [...(lists[section] ?? []), entryOf(entry, secretPath)];
  }
  return { name, ...lists };
}

/** Without its own address, and with another secret. */
function entryOf(entry: NotifierConfig, secretPath: string): NotifierConfig {
  const settings = Object.entries(entry).flatMap(([key, value]): [string, unknown][] => {
    if (addresses.some((address) => key === address || key === `${address}_file`)) return [];
    return [[key, key.endsWith("_file") ? secretPath : value]];
  });
  return { ...Object.fromEntries(settings), send_resolved: true };
}
