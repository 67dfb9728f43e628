import * as z from "zod";
import type { SeverityOptions } from "../../language/alert.ts";
import type { Container, ComposeOptions, GrafanaLogin } from "../../language/compose.ts";
import type { NotifierKind, NotifierOptions, OpsgenieResponder } from "../../language/notifier.ts";
import type {
  AlertmanagerOptions,
  ExternalUrls,
  Mail,
  PlatformOptions,
  PrometheusOptions,
} from "../../language/platform.ts";
import type {
  AlertMatch,
  CopyRouteOptions,
  InhibitionOptions,
  Receiver,
  RouteOptions,
  TimeInterval,
  TimeRange,
} from "../../language/routing.ts";
import type { SecretFile } from "../../language/secret.ts";
import * as v from "./values.ts";

/** Named things: the name is an argument, and not among the options. */
type Named<O> = Omit<O, "kind" | "place">;

const mail: v.StructureOf<Mail> = {
  smarthost: v.text,
  from: v.text,
  user: v.text,
  password: v.secret,
  allow: v.allowances,
};
const shipped = { timeZone: v.text, allow: v.allowances };
const logs = z.union([
  z.object({
    ...shipped,
    output: z.literal("elasticsearch"),
    hosts: v.texts.optional(),
    indexPrefix: v.text,
    user: v.text,
    password: v.secret,
    keepDays: v.number,
  }),
  z.object({ ...shipped, output: z.literal("logstash"), hosts: v.texts }),
]);
const prometheus: v.StructureOf<PrometheusOptions> = {
  scrapeInterval: v.text,
  scrapeTimeout: v.text,
  evaluationInterval: v.text,
  externalLabels: v.byName(v.text),
  retention: v.text,
  retentionSizeGiB: v.number,
};
const alertmanager: v.StructureOf<AlertmanagerOptions> = { retention: v.text };
const externalUrls: v.StructureOf<ExternalUrls> = {
  prometheus: v.text,
  alertmanager: v.text,
  grafana: v.text,
};

/** What is exported is looked at by its kind elsewhere; here it must be possible to look. */
const exported = v.byName(v.lookedAtElsewhere);
const route = v.made("route(…)", "route");
const receiver = v.made("receiver(…)", "receiver");
const intervals = z.array(v.made("timeInterval(…)", "time interval")).optional();

export const platform: v.StructureOf<PlatformOptions> = {
  severities: exported,
  receivers: exported,
  timeIntervals: exported,
  routing: route,
  inhibitions: exported,
  mail: z.object(mail).optional(),
  logs: logs.optional(),
  secrets: exported.optional(),
  prometheus: z.object(prometheus),
  alertmanager: z.object(alertmanager),
  docsUrl: v.text,
  externalUrls: z.object(externalUrls),
  deploy: v.lookedAtElsewhere,
  allow: v.allowances,
};

const container: v.StructureOf<Container> = {
  image: v.text,
  digest: v.text.optional(),
  port: v.number,
  hostPort: v.number.optional(),
  memoryMiB: v.number,
  cpus: v.number.optional(),
  maxProcesses: v.number.optional(),
  allow: v.allowances,
};
const grafana: v.StructureOf<GrafanaLogin> = { adminUser: v.text, adminPassword: v.secret };
const one = z.object(container);
const containers = z.object({ prometheus: one, alertmanager: one, grafana: one }).catchall(one.optional());
export const compose: v.StructureOf<ComposeOptions> = {
  name: v.text,
  containers,
  hostAlias: v.text,
  grafana: z.object(grafana),
  allow: v.allowances,
};

const colors = ["red", "orange", "yellow", "blue", "green"];
export const severity: v.StructureOf<SeverityOptions & { readonly name: string }> = {
  name: v.text,
  rank: v.number,
  response: v.text,
  color: v.oneOf(...colors),
  allow: v.allowances,
};

export const secretFile: v.StructureOf<Named<SecretFile>> = {
  name: v.text,
  purpose: v.text,
  path: v.text,
  allow: v.allowances,
};

const severityWord = v.made("severity(…)", "severity");
const match: v.StructureOf<AlertMatch> = {
  alert: v.oneOrMore(v.made("alert(…)", "alert")).optional(),
  slo: v.oneOrMore(v.made("slo(…)", "slo")).optional(),
  severity: v.oneOrMore(severityWord).optional(),
  service: v.oneOrMore(v.text).optional(),
  labels: v.byName(z.union([v.text, v.texts, v.pattern])).optional(),
};

const copied: v.StructureOf<CopyRouteOptions> = {
  match: z.object(match).optional(),
  receiver,
  groupBy: v.texts.optional(),
  groupWait: v.text.optional(),
  groupInterval: v.text.optional(),
  repeatInterval: v.text.optional(),
  activeDuring: intervals,
  mutedDuring: intervals,
  allow: v.allowances,
};
export const copyRoute = copied;
export const routeOptions: v.StructureOf<RouteOptions> = {
  ...copied,
  match: copied.match,
  continue: v.flag.optional(),
  routes: z.array(route).optional(),
};

export const inhibition: v.StructureOf<InhibitionOptions & { readonly name: string }> = {
  name: v.text,
  source: z.object(match),
  target: z.object(match),
  equal: v.texts,
  allow: v.allowances,
};

const range: v.StructureOf<TimeRange> = { from: v.text, to: v.text };
export const timeInterval: v.StructureOf<Named<TimeInterval>> = {
  name: v.text,
  weekdays: v.texts.optional(),
  times: z.array(z.object(range)).optional(),
  location: v.text,
  allow: v.allowances,
};

export const receiverOptions: v.StructureOf<Named<Receiver>> = {
  name: v.text,
  description: v.text,
  // Each is looked at by its kind elsewhere.
  notifiers: v.lookedAtElsewhere,
  sendResolved: v.flag.optional(),
  allow: v.allowances,
};

const responder: v.StructureOf<OpsgenieResponder> = {
  type: v.oneOf("team", "user", "escalation", "schedule"),
  name: v.text,
};
export const notifiers: { readonly [K in NotifierKind]: v.StructureOf<NotifierOptions[K]> } = {
  pagerduty: { routingKey: v.secret },
  slack: { webhookUrl: v.secret, channel: v.text },
  discord: { webhookUrl: v.secret },
  email: { to: v.text },
  webhook: { url: v.secret },
  msteams: { webhookUrl: v.secret },
  opsgenie: {
    apiKey: v.secret,
    region: v.oneOf("eu").optional(),
    responders: z.array(z.object(responder)).optional(),
    tags: v.texts.optional(),
  },
  telegram: { botToken: v.secret, chatId: v.number, topic: v.number.optional() },
};
