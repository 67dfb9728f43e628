import { usesIn } from "../model/uses.ts";
import { formatPromql } from "../promql/format.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { told, type EntriesOf } from "./entry.ts";
import { provenBy } from "./proven.ts";
import { readBy, readersText, restsOn } from "./resting.ts";

export const recordings: EntriesOf<TestedModel> = (model) => {
  const usesOf = usesIn(model);
  return model.recordings.map((recording) => {
    const { id, name, service, place, unit, help, analysis } = recording;
    const own = Object.entries(recording.labels).map(([label, value]) => `${label}="${value}"`);
    const kept = [...(analysis.type.labels?.keys() ?? [])].filter((label) => !(label in recording.labels));
    return {
      name: id,
      // Of several that record under one name, each is told.
      alias: name,
      service,
      place,
      row: { unit, "read by": readersText(usesOf(id)) },
      facts: () =>
        told({
          help,
          unit,
          expr: formatPromql(recording),
          labels: [...kept, ...own],
          ...restsOn([recording], model),
          ...readBy(usesOf(id)),
          "proven by": provenBy(recording, model),
        }),
    };
  });
};
