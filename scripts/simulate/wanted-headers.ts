import type { JobModel } from "../../generators/jobs/index.ts";
import { tokenOf } from "../../generators/jobs/of-jobs.ts";
import type { SecretFile } from "../../generators/language/secret.ts";
import type { Wanted } from "./route.ts";

/**
 * The headers that the targets of a job ask for, so that a request which is deployed without one fails here too.
 *
 * @param secrets what each secret is here, by its name
 */
export function wantedOf(job: JobModel, secrets: ReadonlyMap<string, string>): Wanted {
  const valueOf = ({ name }: SecretFile) => secrets.get(name) ?? "";
  const token = tokenOf(job);
  const { basicAuth, headers = {} } = job.kind === "scrape" ? job.request : {};
  const signsIn = basicAuth && `${basicAuth.user}:${valueOf(basicAuth.password)}`;
  return new Map([
    ...(token ? [["authorization", `Bearer ${valueOf(token)}`] as const] : []),
    ...(signsIn === undefined
      ? []
      : [["authorization", `Basic ${Buffer.from(signsIn).toString("base64")}`] as const]),
    ...Object.entries(headers).map(
      ([name, value]) => [name.toLowerCase(), typeof value === "string" ? value : valueOf(value)] as const,
    ),
  ]);
}
