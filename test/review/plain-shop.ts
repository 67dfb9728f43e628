// A few plain files: rules, Alertmanager and a dashboard.

export const rules = `groups:
  - name: shop
    interval: 30s
    rules:
      - record: job:errors:rate5m
        expr: sum by (job) (rate(errors_total[5m]))
      - alert: ManyErrors
        expr: job:errors:rate5m > 5
        for: 5m
        labels: { severity: critical }
        annotations: { summary: Many errors. }
      - alert: QueueLong
        expr: queue{job="shop", zone="a"} > 100
        labels: { severity: warning }
`;

export const alertmanager = `route:
  receiver: team
  group_by: [alertname]
  routes:
    - matchers: ['severity="critical"']
      receiver: on-call
      group_wait: 10s
receivers:
  - name: team
    slack_configs: [{ channel: "#shop" }]
  - name: on-call
    pagerduty_configs: [{ routing_key_file: /secret }]
`;

export const dashboard = (title: string, expr: string): string =>
  JSON.stringify({ uid: "shop", title: "Shop", panels: [{ type: "stat", title, targets: [{ expr }] }] });

export type Files = Readonly<Record<string, string>>;

export const before: Files = {
  "rules/shop.yml": rules,
  "alertmanager.yml": alertmanager,
  "grafana/shop.json": dashboard("Errors", "job:errors:rate5m"),
};

/** The files of the shop with one text of the rules replaced. */
export function withRules(from: string | RegExp, to: string): Files {
  if (rules.replace(from, "") === rules) throw new Error(`the rules have no ${String(from)}`);
  return { "rules/shop.yml": rules.replace(from, to) };
}
