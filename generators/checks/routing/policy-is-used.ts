import { type Check, type Finding, suppressing } from "../../check.ts";
import { routesUnder } from "../../model/routing-model.ts";
import type { Model } from "../../model/model.ts";

const id = "policy-is-used";

/**
 * Every severity is that of some alert, every receiver and every time interval is named by some route, or its definition says
 * why it is there already. Routes and inhibitions that nothing matches have checks of their own.
 */
export const policyIsUsed: Check = {
  id,
  why: "A severity, receiver or time interval that nothing uses looks as if it did something. It is left over, or a route to it is missing.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/",
  wrong: `
export const partner = receiver("partner", {
  description: "The partner who delivers.",
  notifiers: [slack({ webhookUrl: secretFile("partner_webhook", "Of their chat."), channel: "#shop" })],
});
`,
  right: `
export const partner = receiver("partner", {
  description: "The partner who delivers.",
  notifiers: [slack({ webhookUrl: secretFile("partner_webhook", "Of their chat."), channel: "#shop" })],
});
export const routing = route({
  ...root,
  routes: [route({ match: { service: "shop" }, receiver: partner, continue: true }), bySeverity],
});
`,
  isAboutUse: true,
  *find(model: Model): Iterable<Finding> {
    yield* unusedSeverities(model);
    yield* unusedReceivers(model);
    yield* unusedIntervals(model);
  },
};

function* unusedSeverities({ alerts, platform }: Model): Iterable<Finding> {
  const used = new Set(alerts.map(({ severity }) => severity.name));
  for (const severity of Object.values(platform.severities)) {
    if (used.has(severity.name)) continue;
    yield {
      definition: severity,
      message: `no alert has the severity "${severity.name}"`,
      fix: `give it to an alert, remove it, or ${suppressing(id)}`,
    };
  }
}

function* unusedReceivers({ platform }: Model): Iterable<Finding> {
  const used = new Set(routesUnder(platform.routing).map(({ receiver }) => receiver));
  for (const receiver of Object.values(platform.receivers)) {
    if (used.has(receiver)) continue;
    yield {
      definition: receiver,
      message: `no route leads to the receiver "${receiver.name}"`,
      fix: `add a route to it, remove it, or ${suppressing(id)}`,
    };
  }
}

function* unusedIntervals({ platform }: Model): Iterable<Finding> {
  const used = new Set(
    routesUnder(platform.routing).flatMap(({ activeDuring = [], mutedDuring = [] }) => [
      ...activeDuring,
      ...mutedDuring,
    ]),
  );
  for (const interval of Object.values(platform.timeIntervals)) {
    if (used.has(interval)) continue;
    yield {
      definition: interval,
      message: `no route names the time interval "${interval.name}"`,
      fix: `name it in a route, as activeDuring or mutedDuring, remove it, or ${suppressing(id)}`,
    };
  }
}
