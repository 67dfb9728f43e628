import { groupBy } from "../../group-by.ts";
import type { Check, Finding } from "../../check.ts";
import { firesAlways } from "../../model/firing-always.ts";
import type { Model } from "../../model/model.ts";
import { inherited, routesOf } from "../../routing/routes-of.ts";
import { labelledAlerts } from "../../routing/labelled-alerts.ts";
import { listed } from "../../text/listed.ts";

/**
 * Whoever is notified of an alert that always fires is not sent that it resolved: it ends only when the monitoring does, and the
 * silence is the message.
 */
export const heartbeatsOnlyStop: Check = {
  id: "heartbeats-only-stop",
  why: "A dead man's switch is a service outside that calls when an alert which always fires is no longer sent. A last notification that it resolved is one more sign of life, and the call comes later.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/#webhook_config",
  wrong: `
export const Watchdog = alert({
  ...rest,
  expr: vector(1).gt(0),
  for: "0s",
  scenario: { given: [], whenMissing: "firing" },
});
export const outside = receiver("outside", {
  description: "Calls when nothing comes any more.",
  notifiers: [webhook({ url: secretFile("check_in_url", "Address of the check.") })],
});
export const routing = route({
  ...root,
  routes: [route({ match: { alert: Watchdog }, receiver: outside }), bySeverity],
});
`,
  right: `
export const Watchdog = alert({
  ...rest,
  expr: vector(1).gt(0),
  for: "0s",
  scenario: { given: [], whenMissing: "firing" },
});
export const outside = receiver("outside", {
  description: "Calls when nothing comes any more.",
  notifiers: [webhook({ url: secretFile("check_in_url", "Address of the check.") })],
  sendResolved: false,
});
export const routing = route({
  ...root,
  routes: [route({ match: { alert: Watchdog }, receiver: outside }), bySeverity],
});
`,
  *find(model: Model): Iterable<Finding> {
    const { routing } = model.platform;
    const sent = labelledAlerts(model)
      .all.filter(({ alert }) => firesAlways(alert))
      .flatMap(({ alert, labels }) =>
        routesOf(routing, labels).map((route) => ({
          name: `"${alert.name}"`,
          receiver: inherited(route, "receiver") ?? routing.receiver,
        })),
      );
    for (const [receiver, own] of groupBy(sent, (one) => one.receiver)) {
      if (receiver.sendResolved === false || receiver.notifiers.length === 0) continue;
      const names = [...new Set(own.map(({ name }) => name))];
      yield {
        definition: receiver,
        message: `receiver "${receiver.name}" is sent that ${listed(names)} resolved, which always ${names.length === 1 ? "fires" : "fire"}: a check-in service takes that for a sign of life`,
        fix: "write sendResolved: false, in a receiver that only such an alert has a route to",
      };
    }
  },
};
