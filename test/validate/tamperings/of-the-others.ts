import { replace } from "../shop-subject.ts";
import { append, type Tampering } from "./tampering.ts";

const compose = "docker-compose.yml";
const dashboard = "grafana/dashboards/The Shop/shop.json";
const sources = "grafana/provisioning/datasources/prometheus.yml";
// Put together from pieces: what looks for secrets in the repository must not find it, and it opens nothing.
const token = ["xo", "xb-", "123456789012-", "abcdefghij0123456789"].join("");

export const ofTheOthers: readonly Tampering[] = [
  {
    what: "broken PromQL in a panel",
    changes: { [dashboard]: replace("[$__rate_interval]))", "[$__rate_interval])") },
    noticedBy: "dashboard-queries",
  },
  {
    what: "a key that Grafana ignores",
    changes: { [dashboard]: replace('"panels": [', '"shows": 1,\n  "panels": [') },
    noticedBy: "dashboards-shape",
  },
  {
    what: "a metric that nothing exports",
    changes: { [dashboard]: replace("shop_stock_items", "shop_stok_items") },
    noticedBy: "panels-agree",
  },
  {
    what: "another threshold of a panel",
    changes: { [dashboard]: replace('"value": 90', '"value": 95') },
    noticedBy: "panels-agree",
  },
  {
    what: "a key that Grafana ignores in a data source",
    changes: { [sources]: replace("    access: proxy\n", "    access: proxy\n    reach: far\n") },
    noticedBy: "data-sources-shape",
  },
  {
    what: "a key that Grafana ignores in a provider",
    changes: {
      "grafana/provisioning/dashboards/signalbox.yml": replace(
        "providers:\n  - ",
        "providers:\n  - reach: far\n    ",
      ),
    },
    noticedBy: "dashboard-provider-shape",
  },
  {
    what: "a key that Filebeat does not know",
    changes: { "filebeat/filebeat.yml": append("filebeat.often: true\n") },
    noticedBy: "filebeat-shape",
  },
  {
    what: "a phase that Elasticsearch does not know",
    changes: { "filebeat/ilm-policy.json": replace('"delete"', '"forget"') },
    noticedBy: "index-policy-shape",
  },
  {
    what: "a network that there is not",
    changes: {
      [compose]: replace("    networks:\n      - monitoring\n", "    networks:\n      - mointoring\n"),
    },
    noticedBy: "compose-config",
  },
  {
    what: "a folder in quotes, which others have not",
    changes: {
      [compose]: replace("- alertmanager-data:/alertmanager\n", '- "alertmanager-data:/alertmanager"\n'),
    },
    noticedBy: "compose-style",
  },
  {
    what: "a port on every address of the machine",
    changes: { [compose]: replace("host_ip: 127.0.0.1", "host_ip: 0.0.0.0") },
    noticedBy: "stack-exposure",
  },
  {
    what: "a secret that is not mounted",
    changes: { [compose]: replace("      - pagerduty_key\n", "") },
    noticedBy: "stack-exposure",
  },
  {
    what: "a secret for who does not read it",
    changes: {
      [compose]: replace(
        "    secrets:\n      - shop_token\n",
        "    secrets:\n      - shop_token\n      - slack_url\n",
      ),
    },
    noticedBy: "stack-exposure",
  },
  {
    what: "a container that may take all of the memory and the swap",
    changes: { [compose]: replace("    memswap_limit: 64m\n", "") },
    noticedBy: "stack-hardening",
  },
  {
    what: "a limit of processors that nobody defined",
    changes: { [compose]: replace("    cpus: 1\n", "    cpus: 16\n") },
    noticedBy: "stack-hardening",
  },
  {
    what: "a link to nothing",
    changes: { "docs/operations.md": append("\n[nothing](nothing.md)\n") },
    noticedBy: "docs-links",
  },
  {
    what: "a command for a service that there is not",
    changes: { "docs/operations.md": append("\n```sh\ndocker compose logs alertmanagr\n```\n") },
    noticedBy: "docs-commands",
  },
  {
    what: "another word in a message",
    changes: { "docs/messages/ShopDown.md": replace("1 firing", "2 firing") },
    noticedBy: "messages-agree",
  },
  {
    what: "a message without one of its buttons",
    changes: {
      "docs/messages/ShopDown.md": (text) => text.replace(/^\| `attachments\[0\]\.actions\[1\]\..*\n/gm, ""),
    },
    noticedBy: "messages-agree",
  },
  {
    what: "a receiver whose messages are not shown",
    changes: {
      "docs/messages/ShopDown.md": (text) => text.replace(/^## copies: webhook\n[^]*?(?=^## )/m, ""),
    },
    noticedBy: "messages-agree",
  },
  {
    what: "a picture that is cut off",
    changes: { "docs/alerts/pictures/ShopDown-light.svg": (text) => text.slice(0, -20) },
    noticedBy: "pictures-shape",
  },
  {
    what: "a token in clear text",
    changes: { "docs/operations.md": append(`\nAsk with ${token}.\n`) },
    noticedBy: "no-secret-values",
  },
];
