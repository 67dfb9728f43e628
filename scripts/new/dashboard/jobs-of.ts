import type { Service } from "../../../generators/language/service.ts";
import { type Exported, exportOf, type KnownProject } from "../known-project.ts";

/** The jobs of a service, as other files import them. */
export async function jobsOf(service: Service, known: KnownProject): Promise<readonly Exported[]> {
  const found = await Promise.all(
    Object.values(service.jobs).map((job) => exportOf(job, job.place.file, known)),
  );
  return found.filter((one) => one !== undefined);
}
