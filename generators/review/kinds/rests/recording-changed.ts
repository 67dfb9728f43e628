import type { ChangeKind } from "../../change.ts";
import { type Comparison, isChanged, type RecordingPair } from "../../comparison.ts";
import { bothForms, partTexts } from "../../part-text.ts";
import { factTexts } from "../../changed-facts.ts";
import { isRebuilt } from "../../rebuilt.ts";
import { restingOn } from "../../resting-on.ts";
import { ofRecording } from "../../subjects.ts";

export const recordingChanged: ChangeKind = {
  id: "recording-changed",
  group: "rests",
  says: "A recording gives something else under its old name, and what rests on it.",
  *find(comparison) {
    for (const pair of comparison.recordings.pairs) {
      if (!isChanged(pair)) continue;
      const shown = isRebuilt(pair) ? bothForms(pair, pair.parts) : undefined;
      yield { subject: ofRecording(pair.head), class: "rests", text: said(pair, comparison), shown };
    }
  },
};

function said(pair: RecordingPair, comparison: Comparison): string {
  const texts = [partTexts(pair.parts), ...labelTexts(pair)].filter((text) => text !== "");
  const what = isRebuilt(pair) ? "another expression" : texts.join("; ");
  const resting = restingOn(pair.head.name, comparison);
  const who = resting === undefined ? "nothing rests on it" : `on it rest ${resting}`;
  return `${what}: graphs of it mix old and new; ${who}`;
}

function labelTexts({ labels }: RecordingPair): string[] {
  return labels.length === 0 ? [] : [`labels: ${factTexts(labels)}`];
}
