import { replace } from "../shop-subject.ts";
import { type Tampering, without } from "./tampering.ts";

const prometheus = "prometheus/prometheus.yml";
const alerts = "prometheus/alerts.yml";
const compose = "docker-compose.yml";
const sources = "grafana/provisioning/datasources/prometheus.yml";

export const ofPrometheus: readonly Tampering[] = [
  {
    what: "an unknown key",
    changes: { [prometheus]: replace("global:\n", "global:\n  scrape_often: true\n") },
    noticedBy: "prometheus-config",
  },
  {
    what: "a scrape interval of 45 s",
    changes: { [prometheus]: replace("scrape_interval: 15s", "scrape_interval: 45s") },
    noticedBy: "scrapes-agree",
  },
  {
    what: "no token for the targets",
    changes: {
      [prometheus]: replace("    authorization:\n      credentials_file: /run/secrets/shop_token\n", ""),
      // Nobody reads it any more, which is another mistake.
      [compose]: replace("    secrets:\n      - shop_token\n", ""),
    },
    noticedBy: "scrapes-agree",
  },
  {
    what: "plain text in the place of TLS",
    changes: { [prometheus]: replace("- job_name: shop-api\n", "- job_name: shop-api\n    scheme: https\n") },
    noticedBy: "scrapes-agree",
  },
  ...(
    [
      ["a certificate that is not verified", "tls_config:\n      insecure_skip_verify: true"],
      ["a user", "basic_auth:\n      username: somebody"],
      ["a header", 'http_headers:\n      X-Scope-OrgID:\n        values: ["other"]'],
      [
        "a step behind a scrape",
        "metric_relabel_configs:\n      - regex: __name__\n        action: labeldrop",
      ],
      ["a parameter", 'params:\n      module: ["other"]'],
    ] as const
  ).map(([what, lines]): Tampering => {
    // The job without a token: a request signs in once.
    const changes = {
      [prometheus]: replace("- job_name: shop-shipper\n", `- job_name: shop-shipper\n    ${lines}\n`),
    };
    return { what: `${what} that nobody defined`, changes, noticedBy: "scrapes-agree" };
  }),
  {
    what: "a format for answers that name none",
    changes: {
      [prometheus]: replace(
        "- job_name: shop-api\n",
        "- job_name: shop-api\n    fallback_scrape_protocol: PrometheusText0.0.4\n",
      ),
    },
    noticedBy: "scrapes-agree",
  },
  {
    what: "a target's label that is misspelt",
    changes: { "prometheus/targets/shop-api.yml": replace("service: shop", "servise: shop") },
    noticedBy: "scrapes-agree",
  },
  {
    what: "another target",
    changes: { "prometheus/targets/shop-api.yml": replace("internal:8080", "internal:8081") },
    noticedBy: "scrapes-agree",
  },
  {
    what: "a label that is misspelt, of a target that is found by name",
    changes: { [prometheus]: replace("target_label: service\n", "target_label: servise\n") },
    noticedBy: "scrapes-agree",
  },
  {
    what: "a step that does not fit what is found",
    changes: {
      [prometheus]: replace(
        "regex: filebeat\\.\n        target_label: instance",
        "regex: filebeat\n        target_label: instance",
      ),
    },
    noticedBy: "scrapes-agree",
  },
  {
    what: "another name to look for",
    changes: { [prometheus]: replace("- filebeat.\n", "- filebeat\n") },
    noticedBy: "scrapes-agree",
  },
  {
    what: "addresses of another kind to look for",
    changes: { [prometheus]: replace("type: A\n", "type: AAAA\n") },
    noticedBy: "scrapes-agree",
  },
  {
    what: "a program that is in another network than what it looks for",
    changes: {
      [compose]: without(/(?<=\n {2}prometheus:\n[^]*?networks:\n) {6}- logs\n/),
    },
    noticedBy: "stack-addresses",
  },
  {
    what: "an address that no service has",
    changes: { [prometheus]: replace("- alertmanager:9093", "- alertmanagr:9093") },
    noticedBy: "stack-addresses",
  },
  {
    what: "a port that nobody listens at",
    changes: { [prometheus]: replace("json-exporter:7979", "json-exporter:7978") },
    noticedBy: "stack-addresses",
  },
  {
    what: "the address of another program",
    changes: { [sources]: replace("http://alertmanager:9093", "http://prometheus:9090") },
    noticedBy: "stack-addresses",
  },
  {
    what: "an unknown key in a group of rules",
    changes: { [alerts]: replace("    rules:\n", "    evaluate: often\n    rules:\n") },
    noticedBy: "prometheus-rules",
  },
  {
    what: "another threshold",
    changes: { [alerts]: replace('up{job="shop-api"} == 0', 'up{job="shop-api"} == 1') },
    noticedBy: "rule-tests",
  },
];
