import { durationInMs } from "../../../language/duration.ts";
import type { Receiver } from "../../../language/routing.ts";
import type { PlatformModel, RouteModel } from "../../../model/routing-model.ts";
import { notifierSecrets, sendsMail } from "../../../notifiers/of-receivers.ts";
import { disagreements, type Compared } from "../../validation/disagreements.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { counted } from "../../validation/subject.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { configPath } from "./alertmanager-config.ts";

/** When and how people are notified: which receiver it is, Alertmanager itself is asked elsewhere. */
export const notificationsAgree: OwnValidator = {
  id: "notifications-agree",
  what: "when and how people are notified",
  by: "signalbox",
  covers: (path) => path === configPath,
  validate({ files, model: { platform }, parse = parseFile }) {
    const file = parse(configPath, files[configPath] ?? "");
    const compared = [
      ...ofRoute(platform.routing, file.data, ["route"]),
      ...ofReceivers(platform, file.data),
      ...ofMail(platform, file.data),
    ];
    return {
      checked: counted(compared.length, "setting"),
      findings: disagreements(configPath, file, compared),
    };
  },
};

type Keys = readonly (string | number)[];

/** The times and groups of a route and of those below it, which are in the same order. */
function ofRoute(route: RouteModel, data: unknown, at: Keys): Compared[] {
  const written = dataAt(data, ...at);
  const ms = (text: string | undefined) => (text === undefined ? undefined : durationInMs(text));
  const compare = (key: string, said: unknown, meant: unknown): Compared => ({
    what: `${key} of the route to "${route.receiver.name}"`,
    written: said,
    meant,
    at: [...at, key],
    place: route.place,
  });
  const time = (key: string, meant: string | undefined) => compare(key, ms(textAt(written, key)), ms(meant));
  const children = route.routes ?? [];
  return [
    time("group_wait", route.groupWait),
    time("group_interval", route.groupInterval),
    time("repeat_interval", route.repeatInterval),
    compare("group_by", dataAt(written, "group_by"), route.groupBy),
    compare("active_time_intervals", dataAt(written, "active_time_intervals"), names(route.activeDuring)),
    compare("mute_time_intervals", dataAt(written, "mute_time_intervals"), names(route.mutedDuring)),
    compare("the number of routes", itemsAt(written, "routes").length, children.length),
    ...children.flatMap((child, index) => ofRoute(child, data, [...at, "routes", index])),
  ];
}

function names(intervals: readonly { readonly name: string }[] | undefined): string[] | undefined {
  return intervals?.map(({ name }) => name);
}

function ofReceivers({ receivers }: PlatformModel, data: unknown): Compared[] {
  const written = itemsAt(data, "receivers");
  return Object.values(receivers).flatMap((receiver) => {
    const index = written.findIndex((one) => textAt(one, "name") === receiver.name);
    return ofReceiver(receiver, written[index], ["receivers", index]);
  });
}

function ofReceiver(receiver: Receiver, written: unknown, at: Keys): Compared[] {
  const notifiers = entriesAt(written).flatMap(([section, list]) =>
    itemsAt(list).map((entry, index) => ({ entry, at: [...at, section, index], section })),
  );
  const compare = (what: string, said: unknown, meant: unknown, where: Keys = at): Compared => ({
    ...{
      what: `${what} of receiver "${receiver.name}"`,
      written: said,
      meant,
      at: where,
      place: receiver.place,
    },
  });
  const secrets = notifierSecrets(receiver).map(({ path }) => path);
  const isToldOfTheEnd = receiver.sendResolved !== false;
  return [
    compare("the number of notifiers", notifiers.length, receiver.notifiers.length),
    // An address or a key in clear text stands in the place of a file.
    compare("the list of files with secrets", filesIn(written).toSorted(), secrets.toSorted()),
    compare("the list of settings that skip the check of a certificate", skipsIn(written), []),
    ...notifiers.map(({ entry, section, at: where }) =>
      compare(`send_resolved in ${section}`, dataAt(entry, "send_resolved"), isToldOfTheEnd, where),
    ),
  ];
}

/** Every value of a key that ends in `_file`, at any depth. */
function filesIn(value: unknown): string[] {
  return entriesAt(value).flatMap(([key, inner]) =>
    key.endsWith("_file") && typeof inner === "string" ? [inner] : filesIn(inner),
  );
}

function skipsIn(value: unknown): string[] {
  return entriesAt(value).flatMap(([key, inner]) =>
    key === "insecure_skip_verify" && inner !== false ? [key] : skipsIn(inner),
  );
}

function ofMail({ mail, receivers, place }: PlatformModel, data: unknown): Compared[] {
  const isSent = mail !== undefined && sendsMail(Object.values(receivers));
  const meant = {
    smtp_smarthost: mail?.smarthost,
    smtp_from: mail?.from,
    smtp_auth_username: mail?.user,
    smtp_auth_password_file: mail?.password.path,
    // Without it the password would travel in the clear.
    smtp_require_tls: true,
  };
  const settings = Object.entries(isSent ? meant : {}).map(([key, value]) => ({
    ...{ what: key, written: dataAt(data, "global", key), meant: value, at: ["global", key], place },
  }));
  const clear = ["smtp_auth_password", "smtp_auth_secret", "slack_api_url", "opsgenie_api_key"].map(
    (key) => ({
      what: `whether ${key} is in clear text`,
      // Not what it is: messages end up in logs.
      written: dataAt(data, "global", key) !== undefined,
      ...{ meant: false, at: ["global", key], place },
    }),
  );
  return [...settings, ...clear];
}
