import type * as z from "zod";
import type { Place } from "../../definitions/language/place.ts";
import { metricGroupOf } from "../../definitions/language/metric-group.ts";
import type { Definitions } from "../../definitions/language/platform.ts";
import { recordingOf } from "../../definitions/language/recording.ts";
import type { Service } from "../../definitions/language/service.ts";
import type { Problem } from "../problem.ts";
import { routesUnder } from "./allowing-definitions.ts";
import * as shapes from "./shapes.ts";

/** A definition, the shape it must have, and how messages call it. */
interface Shaped {
  readonly what: string;
  readonly place: Place;
  readonly value: unknown;
  readonly shape: z.ZodType;
}

/** What is wrong with single definitions, before anything is made of them: what types cannot say, or a cast got around. */
export function shapeProblems({ platform, services }: Definitions): Problem[] {
  const missing = services.flatMap(missingDefinitions);
  const shaped = [...services.flatMap(ofService), ...ofPlatform(platform)];
  return [...missing, ...shaped.flatMap(problemsOf)];
}

function problemsOf({ what, place, value, shape }: Shaped): Problem[] {
  const result = shape.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => ({
    check: "definitions-are-well-formed",
    place,
    message: `${what}: ${[path.join("."), message].filter((part) => part !== "").join(": ")}`,
    mend: "correct it as the message says",
  }));
}

function ofService(service: Service): Shaped[] {
  const { name, place, jobs, metrics, recordings = {}, alerts = {}, dashboards = {}, logs = {} } = service;
  const groups = Object.values(metrics).flatMap((value) => metricGroupOf(value)?.metrics ?? []);
  const recorded = Object.values(recordings).flatMap((value) => recordingOf(value) ?? []);
  const panels = Object.values(dashboards).flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  return [
    { what: `service "${name}"`, place, value: service, shape: shapes.serviceShape },
    ...Object.values(jobs).map((job) => shaped(`job "${job.job}"`, job, shapes.jobShape)),
    ...groups.map((metric) => shaped(`metric "${metric.name}"`, metric, shapes.metricShape)),
    ...recorded.map((recording) => shaped(`recording "${recording.name}"`, recording, shapes.recordingShape)),
    ...Object.entries(alerts).map(([alert, value]) => shaped(`alert "${alert}"`, value, shapes.alertShape)),
    ...Object.values(dashboards).map((dashboard) =>
      shaped(`dashboard "${dashboard.uid}"`, dashboard, shapes.dashboardShape),
    ),
    ...panels.map((panel) => shaped(`panel "${panel.title}"`, panel, shapes.panelShape)),
    ...Object.values(logs).map((log) => shaped(`log source "${log.id}"`, log, shapes.logShape)),
  ];
}

function ofPlatform(platform: Definitions["platform"]): Shaped[] {
  const { stack, prometheus, place } = platform;
  return [
    shaped("the stack", stack, shapes.stackShape),
    { what: "the platform's prometheus", place, value: prometheus, shape: shapes.prometheusShape },
    ...routesUnder(platform.routing).map((route) =>
      shaped(`the route to "${route.receiver.name}"`, route, shapes.routeShape),
    ),
    ...Object.values(platform.severities).map((severity) =>
      shaped(`severity "${severity.name}"`, severity, shapes.severityShape),
    ),
  ];
}

function shaped(what: string, value: { readonly place: Place }, shape: z.ZodType): Shaped {
  return { what, place: value.place, value, shape };
}

/** Exports that are not what their file is for: they would be left out in silence. */
function missingDefinitions({ name, place, metrics, recordings = {} }: Service): Problem[] {
  const strangers = [
    ...Object.entries(metrics).flatMap(([key, value]) =>
      metricGroupOf(value) ? [] : [`metrics.${key} is not what metrics(…) gives`],
    ),
    ...Object.entries(recordings).flatMap(([key, value]) =>
      recordingOf(value) ? [] : [`recordings.${key} is not what recording(…) gives`],
    ),
  ];
  return strangers.map((stranger) => ({
    check: "definitions-are-well-formed",
    place,
    message: `service "${name}": ${stranger}`,
    mend: "do not export what is no definition from this file",
  }));
}
