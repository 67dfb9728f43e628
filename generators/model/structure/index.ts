import * as z from "zod";
import type { Definitions } from "../../language/platform.ts";
import type { Problem } from "../../problem.ts";
import { foundValues, type FoundValue } from "../readable.ts";
import { ownPart, stepsOf } from "../way.ts";
import { worded } from "../worded.ts";
import * as dashboards from "./of-dashboards.ts";
import * as jobs from "./of-jobs.ts";
import * as platform from "./of-platform.ts";
import * as rules from "./of-rules.ts";

const check = "definitions-are-well-formed";

/** What each kind of definition consists of. */
const structures: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries({
    platform: platform.platform,
    compose: platform.compose,
    severity: platform.severity,
    receiver: platform.receiverOptions,
    route: platform.routeOptions,
    "copy route": platform.copyRoute,
    inhibition: platform.inhibition,
    "time interval": platform.timeInterval,
    "secret file": platform.secretFile,
    ...platform.notifiers,
    ...jobs.jobs,
    service: jobs.service,
    "probe module": jobs.probeModule,
    "json fields": jobs.jsonFields,
    "log source": jobs.logSource,
    alert: rules.alert,
    recording: rules.recording,
    "rule group": rules.ruleGroup,
    slo: rules.slo,
    question: rules.question,
    runbook: rules.runbook,
    ...rules.allGiven,
    query: dashboards.query,
    row: dashboards.row,
    variable: dashboards.variable,
    annotation: dashboards.annotation,
    dashboard: dashboards.dashboard,
  }).map(([kind, options]): [string, z.ZodType] => [kind, z.object(options)]),
);
const panelStructures: ReadonlyMap<unknown, z.ZodType> = new Map<unknown, z.ZodType>(
  Object.entries(dashboards.panels).map(([type, options]) => [type, z.object(options)]),
);
const metricStructure = z.object(jobs.metric);

/**
 * Values that are of no type that the language has, where a cast let them through: all else reads them as what they should be. What
 * cannot even be read is said first.
 */
export function structureProblems(definitions: Definitions): Problem[] {
  const found = foundValues(definitions);
  const unreadable = found.flatMap(unreadableProblem);
  return unreadable.length > 0 ? unreadable : found.flatMap(typeProblems);
}

function unreadableProblem({ owner, way, place, unreadable }: FoundValue): Problem[] {
  if (unreadable === undefined) return [];
  const fix = "write texts, numbers, lists and objects, or what the functions of signalbox return";
  return [{ check, place, message: `${owner}: ${stepsOf(way).join(".")} ${unreadable}`, fix }];
}

function typeProblems({ value, owner, way, place }: FoundValue): Problem[] {
  const structure = structureOf(value);
  const issues = structure?.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => ({
    check,
    place,
    ...worded(owner, { ...issue, path: [...stepsOf(way), ...issue.path] }),
  }));
}

function structureOf(value: unknown): z.ZodType | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const kind = ownPart(value, "kind");
  if (kind === "panel")
    return (
      panelStructures.get(ownPart(value, "type")) ??
      z.object({ type: z.enum(Object.keys(dashboards.panels)) })
    );
  if (typeof kind === "string") return structures.get(kind);
  return ["help", "type", "place"].every((key) => Object.hasOwn(value, key)) ? metricStructure : undefined;
}
