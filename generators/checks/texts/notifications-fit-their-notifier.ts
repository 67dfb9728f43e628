import type { Check, Finding } from "../../check.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { tooLongFor, type TooLong } from "../../notifiers/too-long.ts";
import { firedAs, receiversOf } from "../../routing/receivers-of.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { brokenRules } from "../reading/expressions-of.ts";

/**
 * No service refuses a notification because a text of it is too long. What Alertmanager truncates by itself, and what a service folds,
 * arrives and can be read: that is no problem. Each notifier's file has its limits, and where they are documented.
 */
export const notificationsFitTheirNotifier: Check<TestedModel> = {
  id: "notifications-fit-their-notifier",
  why: "A service that refuses a text for its length refuses the whole notification, and Alertmanager does not send another: nobody is told, and nothing shows it but a line in its log.",
  source: "https://learn.microsoft.com/en-us/connectors/teams/",
  wrong: `
const teams = msTeams({ webhookUrl: secretFile("teams_webhook_url", "Address of the workflow.") });
export const chat = receiver("chat", { description: "The team, in Teams.", notifiers: [teams] });
export const routing = route({
  ...root,
  routes: [route({ match: { severity: low }, receiver: chat }), bySeverity],
});
export const ManyOrders = alert({
  ...rest,
  severity: low,
  expr: orderRate.gt(5),
  description: "All that is known of the shop. ".repeat(400),
});
`,
  right: `
const teams = msTeams({ webhookUrl: secretFile("teams_webhook_url", "Address of the workflow.") });
export const chat = receiver("chat", { description: "The team, in Teams.", notifiers: [teams] });
export const routing = route({
  ...root,
  routes: [route({ match: { severity: low }, receiver: chat }), bySeverity],
});
export const ManyOrders = alert({
  ...rest,
  severity: low,
  expr: orderRate.gt(5),
  description: "More orders than the shop can pack.",
});
`,
  *find(model: TestedModel): Iterable<Finding> {
    const broken = brokenRules(model);
    for (const ruleTest of model.ruleTests) {
      const { rule } = ruleTest;
      if (rule.kind !== "alert" || broken.has(rule) || !ruleTest.fires) continue;
      const fired = firedAs(rule.alertname, ruleTest.fires, model.platform.prometheus);
      for (const receiver of receiversOf(fired, model.platform)) {
        const [first] = tooLongFor(fired, receiver, model.platform);
        if (!first) continue;
        yield findingAbout(rule, { ...first, label: `${first.label} of receiver "${receiver.name}"` });
        break;
      }
    }
  },
};

function findingAbout(alert: AlertModel, { label, field, length, most }: TooLong): Finding {
  const longest =
    Object.entries(alert.annotations).sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? "summary";
  return {
    definition: alert,
    message: `alert "${alert.name}" is lost in ${label}: the ${field} of its notification has ${length} characters, and at most ${most} are accepted`,
    fix: `shorten its ${longest}: what is more than a few lines belongs into its actions or a runbook`,
    texts: [longest],
  };
}
