import { notifierTypes } from "../../generators/notifiers/index.ts";
import type { AlertmanagerConfig, Receiver, Route } from "./deployed-files.ts";
import type { NotificationServer } from "./receiver/start-receiver.ts";
import { transports, ways } from "./receiver/transports.ts";

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
  // Only where there is e-mail to send.
  if (config.global) {
    config.global["smtp_smarthost"] = server.smarthost;
    // Nobody listens in on this machine, and the server has no certificate.
    config.global["smtp_require_tls"] = false;
  }
  return config.receivers.flatMap((receiver) => redirected(receiver, server, pathOf));
}

function redirected(
  receiver: Receiver,
  { urlFor }: Pick<NotificationServer, "urlFor">,
  pathOf: (name: string) => string,
): AddressFile[] {
  const files = new Map<string, AddressFile>();
  for (const way of ways) {
    const url = urlFor(receiver.name, way);
    const urlFile = (): string => {
      const name = `${way}-url-of-${receiver.name}`;
      files.set(name, { name, url });
      return pathOf(name);
    };
    for (const config of receiver[notifierTypes[way].section] ?? []) {
      transports[way].redirect(config, { receiver: receiver.name, url, urlFile });
    }
  }
  return [...files.values()];
}

/** Makes the routes notify at any hour, in place. */
export function ignoreTimeIntervals(route: Route): void {
  delete route.active_time_intervals;
  delete route.mute_time_intervals;
  for (const child of route.routes ?? []) ignoreTimeIntervals(child);
}
