import { scrapeMetrics } from "../language/prometheus-metrics.ts";
import type { ScrapeJob } from "../language/scrape-job.ts";
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
}

/** A program that answers metrics by itself. */
export const scrape: JobType<ScrapeJob, OwnModel> = {
  word: "scrapeJob",
  noun: "scrape job",
  shape: jobShape(hostAndPort, {
    // Prometheus would ask for a path with a question mark in it.
    path: named(/^\/[^?#\s]*$/, "start it with /, without spaces and without a query").optional(),
  }),
  resolve: ({ path = "/metrics", scheme = "http", bearerToken }) => ({ path, scheme, bearerToken }),
  target: (written, localhost) => ({
    written,
    address: written.replace(/^localhost(?=:|$)/, localhost),
    instance: written,
  }),
  ownMetrics: (job) => [scrapeMetrics(job)],
  sample: () => undefined,
  asked: {
    by: "prometheus",
    request: ({ path, scheme, bearerToken }) => ({
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
    notes: () => [],
    fields: () => [],
    noData: [],
  },
  alwaysThere: (job, { definition }) => (isAlwaysThere(definition) ? [seriesOf(job, definition)] : []),
  anything: anySample,
  atRest: () => undefined,
};
