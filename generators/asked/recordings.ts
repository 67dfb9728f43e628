import { usesIn } from "../model/uses.ts";
import { formatPromql } from "../promql/format.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { told, type EntriesOf } from "./entry.ts";
import { provenBy } from "./proven.ts";
import { readBy, readersText, restsOn } from "./resting.ts";

export const recordings: EntriesOf<TestedModel> = (model) => {
  const usesOf = usesIn(model);
  return model.recordings.map((recording) => {
    const { name, service, place, unit, help, analysis } = recording;
    const labels = [...(analysis.type.labels?.keys() ?? [])];
    return {
      name,
      service,
      place,
      row: { unit, "read by": readersText(usesOf(name)) },
      facts: () =>
        told({
          help,
          unit,
          expr: formatPromql(recording),
          labels,
          ...restsOn([recording], model),
          ...readBy(usesOf(name)),
          "proven by": provenBy(recording, model),
        }),
    };
  });
};
