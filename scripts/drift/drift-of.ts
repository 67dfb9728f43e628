import { differencesOf } from "../../generators/contract/compared.ts";
import type { Difference } from "../../generators/contract/difference.ts";
import { contractOf } from "../../generators/contract/of-model/contract-of.ts";
import { serviceNamed } from "../../generators/model/lookups.ts";
import type { Model } from "../../generators/model/model.ts";
import { groupBy } from "../../generators/group-by.ts";
import { listed } from "../../generators/text/listed.ts";
import type { Exposed } from "./exposed.ts";

/** How what was read differs from the catalogue; what only some of several targets differ in says in which. */
export function driftOf(model: Model, exposed: readonly Exposed[]): readonly Difference[] {
  return exposed.flatMap(({ job, sources }) => {
    const service = serviceNamed(model, job.service);
    if (!service) return [];
    const contract = contractOf(model, service, [job]);
    const found = contract.jobs.flatMap((declared) =>
      sources.flatMap(({ at, families }) =>
        differencesOf(contract, declared, families).map((difference) => ({ at, difference })),
      ),
    );
    return [...groupBy(found, ({ difference }) => JSON.stringify(difference)).values()].flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const isEverywhere = same.length === sources.length;
      const { difference } = first;
      const where = isEverywhere ? "" : `, only at ${listed(same.map(({ at }) => at))}`;
      return [{ ...difference, text: difference.text + where }];
    });
  });
}
