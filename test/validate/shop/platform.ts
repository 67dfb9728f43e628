import {
  compose,
  discord,
  email,
  inhibition,
  pagerDuty,
  platform,
  receiver,
  route,
  secretFile,
  severity,
  slack,
  telegram,
  timeInterval,
  webhook,
} from "signalbox";

export const critical = severity("critical", { rank: 1, response: "at once", color: "red" });
export const low = severity("low", { rank: 2, response: "on the next business day", color: "blue" });

const office = timeInterval("office", {
  weekdays: ["monday:friday"],
  times: [{ from: "09:00", to: "17:00" }],
  location: "Europe/Berlin",
});

const pager = receiver("pager", {
  description: "Whoever is on call.",
  notifiers: [
    pagerDuty({ routingKey: secretFile("pagerduty_key", "Integration key.") }),
    slack({ webhookUrl: secretFile("slack_url", "Incoming webhook."), channel: "#shop" }),
  ],
});

const backlog = receiver("backlog", {
  description: "The team, when there is time.",
  notifiers: [email({ to: "team@shop.internal" })],
});

const copies = receiver("copies", {
  description: "Programs and people who read along.",
  notifiers: [
    discord({ webhookUrl: secretFile("discord_url", "Webhook of the channel.") }),
    webhook({ url: secretFile("webhook_url", "Address that takes alerts.") }),
    telegram({ botToken: secretFile("telegram_token", "Token of the bot."), chatId: -100 }),
  ],
});

const unrouted = receiver("unrouted", {
  description: "Nothing should come here.",
  notifiers: [webhook({ url: secretFile("unrouted_url", "Address that takes alerts without a route.") })],
});

const container = (image: `${string}:${string}`, port: number) => ({ image, port, memoryMiB: 64 });

export const shopPlatform = platform({
  severities: { critical, low },
  receivers: { pager, backlog, copies, unrouted },
  timeIntervals: { office },
  routing: route({
    receiver: unrouted,
    groupBy: ["alertname", "service"],
    routes: [
      route({ match: { service: "shop" }, receiver: copies, continue: true }),
      route({ match: { severity: critical }, receiver: pager }),
      route({ match: { severity: low }, receiver: backlog, activeDuring: [office] }),
    ],
  }),
  inhibitions: {
    ladder: inhibition("critical-inhibits-low", {
      source: { severity: critical },
      target: { severity: low },
      equal: ["service", "component", "instance"],
    }),
  },
  mail: {
    smarthost: "mail.shop.internal:587",
    from: "alerts@shop.internal",
    user: "alerts",
    password: secretFile("smtp_password", "Password of the mailbox."),
  },
  logs: {
    output: "elasticsearch",
    indexPrefix: "shop-logs",
    user: "elastic",
    password: secretFile("elasticsearch_password", "Password of the user."),
    keepDays: 30,
    timeZone: "Europe/Berlin",
  },
  prometheus: {
    scrapeInterval: "15s",
    scrapeTimeout: "10s",
    evaluationInterval: "30s",
    externalLabels: { environment: "test" },
    retention: "15d",
    retentionSizeGiB: 10,
  },
  docsUrl: "https://docs.shop.internal",
  externalUrls: {
    prometheus: "http://localhost:9090",
    alertmanager: "http://localhost:9093",
    grafana: "http://localhost:3000",
  },
  deploy: compose({
    name: "shop",
    containers: {
      prometheus: { ...container("prom/prometheus:v3.13.2", 9090), hostPort: 9090 },
      alertmanager: { ...container("prom/alertmanager:v0.34.2", 9093), hostPort: 9093 },
      grafana: { ...container("grafana/grafana:13.2.3", 3000), hostPort: 3000 },
      "blackbox-exporter": container("prom/blackbox-exporter:v0.28.0", 9115),
      "json-exporter": container("prometheuscommunity/json-exporter:v0.7.0", 7979),
      filebeat: container("elastic/filebeat:9.4.3", 5066),
      elasticsearch: container("elastic/elasticsearch:9.4.3", 9200),
      kibana: container("elastic/kibana:9.4.3", 5601),
    },
    hostAlias: "host.docker.internal",
    grafana: { adminUser: "admin", adminPassword: secretFile("grafana_password", "First password.") },
  }),
});
