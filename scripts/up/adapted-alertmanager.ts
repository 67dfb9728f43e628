import type { AlertmanagerConfig, Receiver, Route } from "./deployed-files.ts";
import type { Way } from "./receiver/notification.ts";
import { receiverHeader, type NotificationServer } from "./receiver/start-receiver.ts";

/** A file with an address that is kept as a secret where it is deployed. */
export interface AddressFile {
  readonly name: string;
  readonly url: string;
}

/**
 * Makes every notifier of alertmanager.yml tell `server`, in place; all else stays as it is deployed.
 *
 * @param pathOf where a file of an address will stand
 * @returns the files that must stand there
 */
export function redirectReceivers(
  config: AlertmanagerConfig,
  server: Pick<NotificationServer, "urlFor" | "smarthost">,
  pathOf: (name: string) => string,
): AddressFile[] {
  config.global = {
    ...config.global,
    smtp_smarthost: server.smarthost,
    // Nobody listens in on this machine, and the server has no certificate.
    smtp_require_tls: false,
  };
  return config.receivers.flatMap((receiver) => redirected(receiver, server, pathOf));
}

function redirected(
  { name, webhook_configs, slack_configs, discord_configs, pagerduty_configs, email_configs }: Receiver,
  { urlFor }: Pick<NotificationServer, "urlFor">,
  pathOf: (name: string) => string,
): AddressFile[] {
  const files: AddressFile[] = [];
  const fileFor = (way: Exclude<Way, "email">): string => {
    const file = { name: `${way}-url-of-${name}`, url: urlFor(name, way) };
    if (!files.some((one) => one.name === file.name)) files.push(file);
    return pathOf(file.name);
  };
  for (const config of webhook_configs ?? []) config.url_file = fileFor("webhook");
  for (const config of slack_configs ?? []) config.api_url_file = fileFor("slack");
  for (const config of discord_configs ?? []) config.webhook_url_file = fileFor("discord");
  for (const config of pagerduty_configs ?? []) config.url = urlFor(name, "pagerduty");
  for (const config of email_configs ?? []) config.headers = { ...config.headers, [receiverHeader]: name };
  return files;
}

/** Makes the routes notify at any hour, in place. */
export function ignoreTimeIntervals(route: Route): void {
  delete route.active_time_intervals;
  delete route.mute_time_intervals;
  for (const child of route.routes ?? []) ignoreTimeIntervals(child);
}
