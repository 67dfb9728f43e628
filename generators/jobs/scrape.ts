import { scrapeMetrics } from "../language/prometheus-metrics.ts";
import * as z from "zod";
import type { ScrapeJob, ScrapeProtocol } from "../language/scrape-job.ts";
import type { SecretFile } from "../language/secret.ts";
import { hostAndPort, named } from "../shape-values.ts";
import { inlineCode } from "../text/markdown.ts";
import type { JobType } from "./job.ts";
import { anySample, isAlwaysThere, seriesOf } from "./presence.ts";
import { jobShape } from "./shape.ts";

/** What only a scrape job is resolved to. */
interface OwnModel {
  readonly path: string;
  readonly scheme: "http" | "https";
  readonly bearerToken: SecretFile | undefined;
  readonly fallbackProtocol: ScrapeProtocol | undefined;
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
  shape: jobShape(hostAndPort, {
    // Prometheus would ask for a path with a question mark in it.
    path: named(/^\/[^?#\s]*$/, "start it with /, without spaces and without a query").optional(),
    fallbackProtocol: z.enum(Object.keys(protocols)).optional(),
  }),
  resolve: ({ path = "/metrics", scheme = "http", bearerToken, fallbackProtocol }) => ({
    path,
    scheme,
    bearerToken,
    fallbackProtocol,
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
    request: ({ path, scheme, bearerToken, fallbackProtocol }) => ({
      fallback_scrape_protocol: fallbackProtocol,
      metrics_path: path === "/metrics" ? undefined : path,
      scheme: scheme === "http" ? undefined : scheme,
      authorization: bearerToken && { credentials_file: bearerToken.path },
    }),
  },
  url: ({ scheme, path }, address) => `${scheme}://${address}${path}`,
  token: ({ bearerToken }) => bearerToken,
  parts: () => [],
  texts: () => [],
  docs: {
    reached: ({ scheme, path }) => `At ${inlineCode(`${scheme}://…${path}`)}`,
    notes: ({ fallbackProtocol }) =>
      fallbackProtocol === undefined
        ? []
        : [`An answer that names no format Prometheus knows is read as ${inlineCode(fallbackProtocol)}`],
    fields: () => [],
    noData: [],
  },
  alwaysThere: (job, { definition }) => (isAlwaysThere(definition) ? [seriesOf(job, definition)] : []),
  anything: anySample,
  atRest: () => undefined,
};
