import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import type { RecordingModel } from "../model/rule-model.ts";

/** The first part of `level:metric:operations` names the labels that tell the series of a recording apart. */
export const recordingLevelsNameTheirLabels: Check = {
  id: "recording-levels-name-their-labels",
  *find({ recordings }: Model): Iterable<Finding> {
    for (const recording of recordings) {
      const { labels } = recording.analysis.type;
      if (!labels) continue;
      const said = levelOf(recording);
      const fixed = [...labels]
        .filter(([, values]) => Array.isArray(values) && values.length === 1)
        .map(([label]) => label);
      const telling = [...labels.keys()].filter((label) => !fixed.includes(label));
      // A label that always has the same value may be named, and need not.
      const rest = withoutWords(said, [...labels.keys()]);
      const unnamed = telling.filter((label) => withoutWords(said, [label]) === said);
      if (rest === "" && unnamed.length === 0) continue;
      yield {
        definition: recording,
        message: `recording "${recording.name}" says the level "${said}", but its series are told apart by ${telling.join(", ") || "nothing"}`,
        mend: `call it ${telling.join("_") || fixed[0] || "job"}:${recording.name.split(":").slice(1).join(":")}`,
      };
    }
  },
};

function levelOf({ name }: RecordingModel): string {
  return name.split(":")[0] ?? "";
}

/** The level without these labels: labels are joined by `_`, and may have one in their own name, so the longest goes first. */
function withoutWords(level: string, labels: readonly string[]): string {
  const longestFirst = [...labels].sort((a, b) => b.length - a.length);
  return longestFirst
    .reduce((rest, label) => rest.replace(`_${label}_`, "_"), `_${level}_`)
    .replace(/^_|_$/g, "");
}
