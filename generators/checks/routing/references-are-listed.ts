import type { Place } from "../../language/place.ts";
import type { Check, Finding } from "../../check.ts";
import { routesUnder, type LabelMatch } from "../../model/routing-model.ts";
import type { Model } from "../../model/model.ts";

/**
 * What alerts and routes refer to is among the severities, receivers and time intervals of the platform, and the alerts that routes
 * and inhibitions refer to are exported by a service.
 */
export const referencesAreListed: Check = {
  id: "references-are-listed",
  why: "If a route names a receiver or a time interval that is not configured, Alertmanager refuses the whole configuration and keeps the old one. It gets only what the platform lists.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/",
  wrong: `
const night = receiver("night", {
  description: "The night shift.",
  notifiers: [slack({ webhookUrl: secretFile("night_webhook", "Of their chat."), channel: "#night" })],
});
export const receivers = { unrouted };
export const routing = route({
  ...root,
  routes: [route({ match: { severity: critical }, receiver: night })],
});
`,
  right: `
const night = receiver("night", {
  description: "The night shift.",
  notifiers: [slack({ webhookUrl: secretFile("night_webhook", "Of their chat."), channel: "#night" })],
});
export const receivers = { night, unrouted };
export const routing = route({
  ...root,
  routes: [route({ match: { severity: critical }, receiver: night })],
});
`,
  *find({ alerts, platform }: Model): Iterable<Finding> {
    const severities = Object.values(platform.severities);
    const receivers = Object.values(platform.receivers);
    const intervals = Object.values(platform.timeIntervals);
    for (const alert of alerts) {
      if (severities.some(({ name }) => name === alert.severity.name)) continue;
      yield unlisted(alert, `alert "${alert.name}"`, "severity", alert.severity);
    }
    for (const route of routesUnder(platform.routing)) {
      const what = `the route to "${route.receiver.name}"`;
      yield* unexported(route, what, [route.match]);
      if (!receivers.includes(route.receiver)) yield unlisted(route, what, "receiver", route.receiver);
      for (const interval of [...(route.activeDuring ?? []), ...(route.mutedDuring ?? [])]) {
        if (!intervals.includes(interval)) yield unlisted(route, what, "time interval", interval);
      }
    }
    for (const inhibition of Object.values(platform.inhibitions)) {
      const { name, source, target } = inhibition;
      yield* unexported(inhibition, `inhibition "${name}"`, [source, target]);
    }
  },
};

function* unexported(
  definition: Finding["definition"],
  what: string,
  matches: readonly (LabelMatch | undefined)[],
): Iterable<Finding> {
  const places = new Set(matches.flatMap((match) => match?.unexported ?? []));
  for (const { file, line } of places) {
    yield {
      definition,
      cause: `alert ${file}:${line}`,
      message: `${what} names the alert of ${file}:${line}, which no service exports`,
      fix: "export that alert from the alerts of its service, or name another one",
    };
  }
}

function unlisted(
  definition: Finding["definition"],
  what: string,
  kind: string,
  { name, place }: { readonly name: string; readonly place: Place },
): Finding {
  return {
    definition,
    cause: `${kind} ${name}`,
    message: `${what} names the ${kind} "${name}", which the platform does not have`,
    fix: `give platform(…) the ${kind} of ${place.file}:${place.line}, or name one that it has`,
  };
}
