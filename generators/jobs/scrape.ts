import { scrapeMetrics } from "../language/prometheus-metrics.ts";
import * as z from "zod";
import type { ScrapeJob, ScrapeProtocol } from "../language/scrape-job.ts";
import type { ScrapeRequest } from "../language/scrape-request.ts";
import { hostAndPort, named, secretOfFile } from "../shape-values.ts";
import { inlineCode } from "../text/markdown.ts";
import type { JobType } from "./job.ts";
import { type MetricStep, metricSteps, relabellingNotes, relabellingSection } from "./metric-relabelling.ts";
import { relabellingShape } from "./relabelling-shape.ts";
import { anySample, isAlwaysThere, seriesOf } from "./presence.ts";
import {
  requestIsPossible,
  requestNotes,
  requestOf,
  requestSecrets,
  requestSection,
  requestShape,
} from "./scrape-request.ts";
import { jobShape } from "./shape.ts";

/** What only a scrape job is resolved to. */
interface OwnModel {
  readonly path: string;
  readonly scheme: "http" | "https";
  readonly request: ScrapeRequest;
  readonly fallbackProtocol: ScrapeProtocol | undefined;
  /** Between what its targets answer and what is stored. */
  readonly metricSteps: readonly MetricStep[];
}

const protocols: Readonly<Record<ScrapeProtocol, true>> = {
  "PrometheusText0.0.4": true,
  "PrometheusText1.0.0": true,
  "OpenMetricsText0.0.1": true,
  "OpenMetricsText1.0.0": true,
  PrometheusProto: true,
};

/** A program that answers metrics by itself. */
export const scrape: JobType<ScrapeJob, OwnModel> = {
  word: "scrapeJob",
  noun: "scrape job",
  shape: requestIsPossible(
    jobShape(hostAndPort, {
      // Prometheus would ask for a path with a question mark in it.
      path: named(/^\/[^?#\s]*$/, "start it with /, without spaces and without a query").optional(),
      scheme: z.enum(["http", "https"]).optional(),
      fallbackProtocol: z.enum(Object.keys(protocols)).optional(),
      metricRelabelling: z.array(relabellingShape).optional(),
      bearerToken: secretOfFile.optional(),
      ...requestShape,
    }),
  ),
  resolve: ({ path = "/metrics", scheme = "http", fallbackProtocol, metricRelabelling = [], ...job }) => ({
    path,
    scheme,
    fallbackProtocol,
    metricSteps: metricSteps(metricRelabelling),
    request: requestOf(job),
  }),
  target: (written, localhost) => ({
    written,
    address: written.replace(/^localhost(?=:|$)/, localhost),
    instance: written,
  }),
  ownMetrics: (job) => [scrapeMetrics(job)],
  sample: () => undefined,
  asked: {
    by: "prometheus",
    request: ({ path, scheme, fallbackProtocol, request, metricSteps: steps }) => ({
      fallback_scrape_protocol: fallbackProtocol,
      metrics_path: path === "/metrics" ? undefined : path,
      scheme: scheme === "http" ? undefined : scheme,
      ...requestSection(request),
      metric_relabel_configs: steps.length === 0 ? undefined : relabellingSection(steps),
    }),
  },
  url: ({ scheme, path }, address) => `${scheme}://${address}${path}`,
  token: ({ request }) => request.bearerToken,
  secrets: ({ request }) => requestSecrets(request),
  parts: () => [],
  texts: () => [],
  docs: {
    reached: ({ scheme, path }) => `At ${inlineCode(`${scheme}://…${path}`)}`,
    notes: ({ fallbackProtocol, request, metricSteps: steps }) => [
      ...requestNotes(request),
      ...relabellingNotes(steps),
      ...(fallbackProtocol === undefined
        ? []
        : [`An answer that names no format Prometheus knows is read as ${inlineCode(fallbackProtocol)}`]),
    ],
    fields: () => [],
    noData: [],
  },
  alwaysThere: (job, { definition }) => (isAlwaysThere(definition) ? [seriesOf(job, definition)] : []),
  anything: anySample,
  atRest: () => undefined,
};
