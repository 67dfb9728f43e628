import type { QueryVariableBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import type { VariableModel } from "../../model/dashboard-model.ts";
import { prometheusSource } from "./data-source.ts";
import { sdk } from "./sdk.ts";

/** What Grafana's editor of variables writes: the kind of query, and the name it goes by. */
const labelValues = { qryType: 1, refId: "PrometheusVariableQueryEditor-VariableQuery" } as const;

/** A choice among the values of a label; several at once, and all of them, when it is `multiple`. */
export function variableBuilder({ name, title, query, multiple }: VariableModel): QueryVariableBuilder {
  const { QueryVariableBuilder, VariableRefresh, VariableSort } = sdk.dashboard();
  const builder = new QueryVariableBuilder(name)
    .label(title)
    .datasource(prometheusSource())
    .query({ qryType: labelValues.qryType, query, refId: labelValues.refId })
    .definition(query)
    // With the time, so that an instance which is gone can still be chosen for the time when it was there.
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.NaturalAsc)
    .multi(multiple)
    .includeAll(multiple);
  if (!multiple) return builder;
  return (
    builder
      .current({ selected: true, text: ["All"], value: ["$__all"] })
      // Said, because Grafana would list all values that it knows: a long address, and series that come later are missed.
      .allValue(".*")
  );
}
