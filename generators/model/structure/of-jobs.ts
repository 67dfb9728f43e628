import * as z from "zod";
import type { JobKind, JobDefinitions } from "../../language/jobs.ts";
import type { EachOf, JsonFields, LeftOut, TextLabel } from "../../language/json-endpoint.ts";
import type { LogSource } from "../../language/logs.ts";
import type { MetricDefinition } from "../../language/metric-definition.ts";
import type { ProbeModule } from "../../language/probe.ts";
import type { SeriesChoice } from "../../language/metric-relabelling.ts";
import type { BasicAuth, ScrapeRequest, Tls } from "../../language/scrape-request.ts";
import type { ServiceOptions, LogFolderOptions } from "../../language/service.ts";
import * as v from "./values.ts";

type Named<O> = Omit<O, "kind" | "place">;

const exported = v.byName(v.lookedAtElsewhere);
const logFolder: v.StructureOf<LogFolderOptions> = { variable: v.text, default: v.text };
export const service: v.StructureOf<ServiceOptions & { readonly name: string }> = {
  name: v.text,
  title: v.text,
  description: v.text,
  owner: v.text,
  jobs: exported,
  metrics: exported,
  recordings: exported.optional(),
  alerts: exported.optional(),
  dashboards: exported.optional(),
  runbooks: exported.optional(),
  slos: exported.optional(),
  logs: exported.optional(),
  jsonFields: exported.optional(),
  inhibitions: exported.optional(),
  copies: exported.optional(),
  logFolder: z.object(logFolder).optional(),
  foreignNames: v.text.optional(),
  allow: v.allowances,
};

const labelSpec = z.union([v.text, v.texts, v.pattern]);
const everyJob = {
  job: v.text,
  seriesLabels: v.byName(labelSpec),
  description: v.text,
  targets: v.texts,
  every: v.text.optional(),
  timeout: v.text.optional(),
  targetLabels: v.byName(v.text),
  unguarded: v.text.optional(),
  absentWhileStopped: v.flag.optional(),
  allow: v.allowances,
};
const bearerToken = v.secret.optional();
const basicAuth: v.StructureOf<BasicAuth> = { user: v.text, password: v.secret };
const tls: v.StructureOf<Tls> = {
  authority: v.secret.optional(),
  serverName: v.text.optional(),
  certificate: v.secret.optional(),
  key: v.secret.optional(),
  unverified: v.text.optional(),
};
const request: v.StructureOf<Omit<ScrapeRequest, "bearerToken">> = {
  basicAuth: z.object(basicAuth).optional(),
  tls: z.object(tls).optional(),
  headers: v.byName(z.union([v.text, v.secret])).optional(),
  parameters: v.byName(v.texts).optional(),
};

const textChoice = z.union([v.text, v.texts, v.pattern]);
const seriesChoice: v.StructureOf<SeriesChoice> = {
  metric: textChoice.optional(),
  labels: v.byName(textChoice).optional(),
};
const relabelling = z.union([
  z.object({ keep: z.object(seriesChoice) }),
  z.object({ drop: z.object(seriesChoice) }),
  z.object({ dropLabel: v.text }),
  z.object({
    replace: z.union([
      z.object({ label: v.text, from: z.union([v.text, v.pattern]), to: v.text }),
      z.object({ metric: z.union([v.text, v.pattern]), to: v.text }),
    ]),
  }),
]);

/** A JSON endpoint has parts that stand in the types only. */
type OptionsOf<K extends JobKind> = {
  readonly [P in keyof JobDefinitions[K] & string]: JobDefinitions[K][P];
};

export const jobs: { readonly [K in JobKind]: v.StructureOf<Named<OptionsOf<K>>> } = {
  scrape: {
    ...everyJob,
    path: v.text.optional(),
    scheme: v.oneOf("http", "https").optional(),
    bearerToken,
    ...request,
    fallbackProtocol: v.text.optional(),
    metricRelabelling: z.array(relabelling).optional(),
  },
  probe: { ...everyJob, module: v.made("probeModule(…)", "probe module") },
  json: {
    ...everyJob,
    sample: v.a("an answer", (value) => typeof value === "object" && value !== null, "write a real answer"),
    bearerToken,
  },
};

export const probeModule: v.StructureOf<Named<ProbeModule>> = {
  name: v.text,
  description: v.text,
  timeout: v.text,
  validStatusCodes: z.array(v.number).optional(),
  bodyMatches: v.texts.optional(),
  bodyMustNotMatch: v.texts.optional(),
  followRedirects: v.flag.optional(),
  requireTls: v.flag.optional(),
  verifyCertificate: v.flag.optional(),
  bearerToken,
  allow: v.allowances,
};

export const metric: v.StructureOf<Omit<MetricDefinition, "place">> = {
  name: v.text,
  type: v.text,
  help: v.text,
  unit: v.text,
  labels: v.byName(labelSpec),
  buckets: z.array(v.number).optional(),
  quantiles: z.array(v.number).optional(),
  onePer: v.texts.optional(),
  computed: v.text.optional(),
  unused: v.text.optional(),
  comesAndGoes: v.text.optional(),
  groupUnused: v.text.optional(),
  foreignNames: z.object({ reason: v.text, place: v.place }).optional(),
  allow: v.allowances,
};

const leftOutOf: v.StructureOf<LeftOut> = { kind: z.literal("left out"), reason: v.text };
const textLabel: v.StructureOf<{ [P in keyof TextLabel<string> & string]: unknown }> = {
  kind: z.literal("text label"),
  metric: v.selector,
  label: v.text,
};
const number = z.union([v.selector, z.object(leftOutOf)]);
const eachOf: v.StructureOf<{ [P in keyof EachOf<object> & string]: unknown }> = {
  kind: z.literal("each of a list"),
  labels: v.byName(v.text),
  fields: v.byName(number),
};
export const jsonFields: v.StructureOf<Named<JsonFields>> = {
  endpoint: v.made("jsonEndpoint(…)", "json"),
  fields: v.byName(z.union([number, z.object(textLabel), z.object(eachOf)])),
};

export const logSource: v.StructureOf<Named<LogSource>> = {
  id: v.text,
  description: v.text,
  files: v.texts,
  format: v.oneOf("level lines", "access lines"),
  multiline: v.flag.optional(),
  dataset: v.text.optional(),
  tags: v.texts.optional(),
  allow: v.allowances,
};
