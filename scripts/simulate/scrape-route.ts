import { setTimeout as wait } from "node:timers/promises";
import type { ScrapeJobModel } from "../../generators/jobs/index.ts";
import type { MetricModel } from "../../generators/model/model.ts";
import { answersNothing, isDown, measuredOf, numberOf, type SimulatedTarget } from "./simulated-target.ts";
import { metricPage } from "./metric-page.ts";
import { mayPass, refusal, type Request, type Route } from "./route.ts";

/** A target that answers metrics by itself; where the real program is there, what that answers but for what is played. */
export function scrapeRoute(
  job: ScrapeJobModel,
  simulated: SimulatedTarget,
  metrics: readonly MetricModel[],
  real: RealPrograms,
): Route {
  const { target, series, world, wanted } = simulated;
  const declared = series.filter(({ isMeasured }) => !isMeasured);
  const measured = measuredOf(simulated);
  const page = metricPage(metrics, declared, world.read);
  const body = (request: Request): Promise<string | undefined> => {
    const url = real.get(target.written);
    return url === undefined ? page.text() : passedThrough(`${url}${job.path}?${request.query.toString()}`);
  };
  const passedThrough = async (url: string): Promise<string | undefined> => {
    const answered = await realPage(url);
    const played = new Set(declared.filter((one) => world.played().has(one)).map(({ metric }) => metric));
    if (answered === undefined || played.size === 0) return answered;
    const own = metrics.filter(({ name }) => played.has(name));
    const text = await metricPage(own, declared, world.read).text();
    return `${withoutMetrics(answered, played).trimEnd()}\n${text}`;
  };
  return {
    origin: `${job.scheme}://${target.written}`,
    path: job.path,
    answer: async (request) => {
      if (isDown(measured, job)) return "hang up";
      if (!mayPass(request, wanted)) return refusal(wanted);
      await wait((numberOf(measured, "scrape_duration_seconds") ?? 0) * 1000);
      const text = answersNothing(measured, job) ? "" : await body(request);
      return text === undefined ? "hang up" : { status: 200, contentType: page.contentType, body: text };
    },
  };
}

/** Where the real programs are that stand behind simulated addresses: `prometheus:9090` to `http://127.0.0.1:34567`. */
export type RealPrograms = ReadonlyMap<string, string>;

// As long as a scrape may take by default; who asked has gone then.
const patienceMs = 10_000;

/** What a real program answers to a scrape; undefined when it does not answer, or not with metrics. */
export async function realPage(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      headers: { accept: "text/plain;version=0.0.4" },
      signal: AbortSignal.timeout(patienceMs),
    });
    const page = await response.text();
    return response.ok ? page : undefined;
  } catch {
    return undefined;
  }
}

/** The page without these metrics. */
function withoutMetrics(page: string, metrics: ReadonlySet<string>): string {
  return page
    .split("\n")
    .filter((line) => {
      const name = /^(?:# (?:HELP|TYPE) )?([A-Za-z_:][\w:]*)/.exec(line)?.[1];
      return (
        name === undefined || (!metrics.has(name.replace(/_(?:bucket|sum|count)$/, "")) && !metrics.has(name))
      );
    })
    .join("\n");
}
