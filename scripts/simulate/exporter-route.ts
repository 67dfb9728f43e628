import type { JobModel } from "../../generators/jobs/index.ts";
import { exporterModuleOf } from "../../generators/jobs/of-jobs.ts";
import type { Model } from "../../generators/model/model.ts";
import { answersNothing, isDown, measuredOf, type SimulatedTarget } from "./simulated-target.ts";
import { realPage, type RealPrograms } from "./scrape-route.ts";
import { declaredOf } from "./series-of-model.ts";
import { text, type Request, type Route } from "./route.ts";
import { answerWithoutExporter } from "./job-server.ts";

/** A target as an exporter is asked for it. */
export interface ExportedTarget extends SimulatedTarget {
  readonly job: JobModel;
  /** Where it is simulated. */
  readonly url: string;
}

/** `/probe` of the exporter that stands between Prometheus and a target: the real one's answer, where it is there. */
export function exporterRoute(
  address: string,
  targets: () => readonly ExportedTarget[],
  model: Model,
  real: RealPrograms,
): Route {
  const answer = async ({ query }: Request) => {
    const asked = targets().find(
      ({ url, job }) => url === query.get("target") && exporterModuleOf(job)?.name === query.get("module"),
    );
    if (!asked) return text(400, "no such module or target");
    const measured = measuredOf(asked);
    if (isDown(measured, asked.job)) return "hang up";
    if (answersNothing(measured, asked.job)) return metrics("");
    const url = real.get(address);
    if (url !== undefined) return metrics(await realPage(`${url}/probe?${query.toString()}`));
    return answerWithoutExporter(asked.job.kind, asked, declaredOf(asked.job, model));
  };
  return { origin: `http://${address}`, path: "/probe", answer };
}

function metrics(page: string | undefined) {
  return page === undefined ? ("hang up" as const) : text(200, page);
}
