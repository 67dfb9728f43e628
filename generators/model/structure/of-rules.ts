import * as z from "zod";
import type { AlertDefinition } from "../../language/alert.ts";
import type { RecordingDefinition } from "../../language/recording.ts";
import type { RuleGroup } from "../../language/rule-group.ts";
import type { Question, Runbook } from "../../language/runbook.ts";
import type { Example, LeftOpen, OnTargets, Scenario } from "../../language/scenario.ts";
import type { BurnAlertOptions, BurnBranch, SloOptions } from "../../language/slo/resolved-slo.ts";
import * as v from "./values.ts";

type Named<O> = Omit<O, "kind" | "place">;

const givenKinds = ["holds", "grows", "runs", "share", "quantile", "time left", "restarts", "follows"];
const given = v.made("holds(…), runs(…) or another of its kind", ...givenKinds);
const severity = v.made("severity(…)", "severity");
const onTargets: v.StructureOf<OnTargets> = { ok: z.array(given), firing: z.array(given) };
const scenarioOptions: v.StructureOf<Scenario> = {
  given: z.array(given),
  value: v.quantity.optional(),
  labels: v.byName(v.text).optional(),
  whenMissing: v.oneOf("silent", "firing").optional(),
  ending: z.array(given).optional(),
  proposed: z.literal(true).optional(),
  onTargets: z.object(onTargets).optional(),
  after: v.text.optional(),
  within: v.text.optional(),
};
const scenario = z.object(scenarioOptions);
const leftOpen: v.StructureOf<LeftOpen> = { open: v.text };
const open = z.object(leftOpen);
const exampleOptions: v.StructureOf<Example> = {
  given: z.array(given),
  expect: z.union([z.literal("missing"), v.quantity]),
  labels: v.byName(v.text).optional(),
};
const group = v.made("ruleGroup(…)", "rule group").optional();

const level = z.union([v.number, z.literal("missing")]);
const levels = z.object({ ok: level, limit: level, firing: level });
/** How series behave: the series themselves are found before. */
export const givenOptions = {
  per: v.text.optional(),
  every: v.text.optional(),
  perSecond: v.number.optional(),
  quantile: v.number.optional(),
  levels: levels.optional(),
  from: levels.optional(),
  samples: z.object({ ok: z.array(level), limit: z.array(level), firing: z.array(level) }).optional(),
};
export const allGiven = Object.fromEntries(givenKinds.map((kind) => [kind, givenOptions]));

export const alert: v.StructureOf<Named<AlertDefinition>> = {
  severity,
  component: v.text,
  expr: v.expression,
  for: v.text,
  keepFiringFor: v.text.optional(),
  resolvesAt: v.quantity.optional(),
  downOf: v
    .oneOrMore(v.made("scrapeJob(…), probe(…) or jsonEndpoint(…)", "scrape", "probe", "json"))
    .optional(),
  summary: v.words,
  description: v.words,
  impact: v.text,
  actions: v.texts,
  group,
  scenario: z.union([scenario, z.array(scenario), given, open]).optional(),
  guardOf: v.text.optional(),
  equivalentMutants: v.byName(v.text).optional(),
  labels: v.byName(v.text).optional(),
  named: v.text.optional(),
  allow: v.allowances,
};

export const recording: v.StructureOf<Omit<RecordingDefinition, "expression" | "kind" | "place">> = {
  name: v.text,
  help: v.text.optional(),
  unit: v.text.optional(),
  labels: v.byName(v.text),
  example: z.union([z.object(exampleOptions), z.array(z.object(exampleOptions)), open]).optional(),
  group,
  equivalentMutants: v.byName(v.text).optional(),
  allow: v.allowances,
};

export const ruleGroup: v.StructureOf<Named<RuleGroup>> = { name: v.text, every: v.text.optional() };

const branch: v.StructureOf<BurnBranch> = { budget: v.quantity, long: v.text, short: v.text };
const burning: v.StructureOf<BurnAlertOptions> = {
  severity,
  branches: z.array(z.object(branch)).optional(),
  for: v.text.optional(),
  impact: v.text.optional(),
  actions: v.texts.optional(),
};
const sloOptions: v.StructureOf<SloOptions> = {
  title: v.text,
  description: v.text,
  impact: v.text,
  owner: v.text.optional(),
  component: v.text,
  objective: v.quantity,
  window: v.oneOrMore(v.oneOf("28d", "30d")),
  indicator: z.object({ kind: z.literal("indicator"), words: v.text }),
  minimumTraffic: v.number,
  rateOver: v.text.optional(),
  alerting: z.object({ page: z.object(burning), ticket: z.object(burning) }),
  allow: v.allowances,
};
export const slo = { id: v.text, options: z.object(sloOptions) };

export const question: v.StructureOf<Named<Question>> = { asks: v.text, means: v.text, expr: v.expression };
export const runbook: v.StructureOf<Named<Runbook>> = {
  title: v.text,
  pattern: v.text,
  questions: z.array(v.made("question(…)", "question")),
  causes: v.texts,
  actions: v.texts,
  alerts: z.array(v.made("alert(…)", "alert")),
  allow: v.allowances,
};
