// A shop with every word of the language and every option of it, so that each can be given a value that nobody expects.
import { service, type Definitions } from "signalbox";
import { dashboardsOf } from "./shop/dashboards.ts";
import type { Given } from "./shop/given.ts";
import { jobsOf } from "./shop/jobs.ts";
import { logsOf } from "./shop/logs.ts";
import { fieldsOf, metricsOf } from "./shop/metrics.ts";
import { platformOf } from "./shop/platform.ts";
import { policiesOf } from "./shop/policies.ts";
import { copiesOf, inhibitionsOf } from "./shop/routing.ts";
import { rulesOf } from "./shop/rules.ts";
import { runbooksOf } from "./shop/runbooks.ts";

/** The shop, made anew: what `given` is asked is all that its author wrote. */
export function everyWord(given: Given): Definitions {
  const policies = policiesOf(given);
  const jobs = jobsOf(given);
  const metrics = metricsOf(given, jobs);
  const fields = fieldsOf(given, jobs, metrics);
  const rules = rulesOf(given, policies, jobs, metrics);
  const shop = service(given("service name", "shop"), {
    ...given("service", {
      title: "Shop",
      description: "Where people buy.",
      owner: "Shop team",
      foreignNames: "The mixin names them.",
      logFolder: { variable: "SHOP_LOGS", default: "/var/log/shop" },
      allow: {},
    }),
    jobs,
    metrics,
    jsonFields: { fields },
    ...rules,
    dashboards: dashboardsOf(given, jobs, metrics, rules),
    logs: logsOf(given),
    runbooks: runbooksOf(given, rules),
    copies: copiesOf(given, policies),
    inhibitions: inhibitionsOf(given, rules),
  });
  return { platform: platformOf(given, policies), services: [shop] };
}
