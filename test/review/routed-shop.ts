import { comparisonOf, type Comparison } from "../../generators/review/comparison.ts";
import { versionOfFiles } from "../../generators/review/plain/version-of-files.ts";
import { before, type Files } from "./plain-shop.ts";

export const criticalRoute = "    - matchers: ['severity=\"critical\"']\n      receiver: on-call\n";
export const inhibition = `  - source_matchers: ['severity="critical"']
    target_matchers: ['severity="warning"']
    equal: [job]
`;

/** A configuration with all that can decide who is notified, and addresses and secrets of which nothing may be used. */
export const alertmanager = `route:
  receiver: team
  group_by: [alertname]
  routes:
${criticalRoute}    - matchers: ['zone=~"a|b"']
      receiver: zone
      mute_time_intervals: [night]
receivers:
  - name: team
    slack_configs: [{ api_url: "https://hooks.example.org/secret", channel: "#shop" }]
  - name: on-call
    pagerduty_configs: [{ routing_key_file: /secret }]
  - name: zone
    email_configs: [{ to: zone@example.org }]
inhibit_rules:
${inhibition}time_intervals:
  - name: night
    time_intervals: [{ times: [{ start_time: "00:00", end_time: "06:00" }] }]
  - name: business-hours
    time_intervals: [{ weekdays: ["monday:friday"] }]
`;

/** A text of the configuration, and what stands there instead. */
export type Replacement = readonly [from: string, to: string];

/** Two versions of the shop with that configuration, the second with some texts replaced, and other files. */
export function routedShop(changes: readonly Replacement[] = [], files: Files = {}): Comparison {
  const changed = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the configuration has no ${from}`);
    return text.replace(from, to);
  }, alertmanager);
  const version = (own: Files) =>
    versionOfFiles(Object.entries({ ...before, ...own }).map(([path, text]) => ({ path, text })));
  return comparisonOf(
    version({ "alertmanager.yml": alertmanager }),
    version({ "alertmanager.yml": changed, ...files }),
  );
}
