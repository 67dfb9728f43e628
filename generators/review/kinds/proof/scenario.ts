import type { ChangeKind } from "../../change.ts";
import { groupBy } from "../../../group-by.ts";
import { changedFacts, factTexts, type ChangedFact } from "../../changed-facts.ts";
import { passingText } from "../../passing-limits.ts";
import { ofAlert, ofRecording } from "../../subjects.ts";

export const scenario: ChangeKind = {
  id: "scenario",
  group: "proof",
  says: "What the rule test of a rule plays is something else: the proof was moved with the rule.",
  *find({ alerts, recordings }) {
    for (const { base, head } of alerts.pairs) {
      const limits = passingText({ base: base.model, head: head.model });
      const changed = changedFacts({ base: base.scenario, head: head.scenario });
      if (changed.length > 0)
        yield { subject: ofAlert(head), class: "proof", text: proofText(changed, limits) };
    }
    for (const { base, head } of recordings.pairs) {
      const changed = changedFacts({ base: base.scenario, head: head.scenario });
      if (changed.length > 0) yield { subject: ofRecording(head), class: "proof", text: proofText(changed) };
    }
  },
};

/** @param limits what both of the levels around the threshold come to; undefined: nobody can say */
function proofText(changed: readonly ChangedFact[], limits?: string): string {
  const left =
    limits === undefined ? changed : changed.filter(({ name }) => !/^(?:limit|firing) of /.test(name));
  if (limits === undefined || left.length === changed.length)
    return `its rule test plays ${scenarioText(left)}`;
  return left.length === 0 ? limits : `${limits}; it plays ${scenarioText(left)}`;
}

/** What a scenario says of one series that differs. */
interface SeriesFacts {
  /** Undefined of what is said of no series. */
  readonly series: string | undefined;
  readonly facts: readonly ChangedFact[];
}

/** What changed of one series is said together: `firing 40%, was 21% of the share of http_errors_total`. */
function scenarioText(changed: readonly ChangedFact[]): string {
  const parted = changed.map((fact) => {
    const [, situation, series] = /^(ok|limit|firing) of (.*)$/.exec(fact.name) ?? [];
    return { fact: { ...fact, name: situation ?? fact.name }, series };
  });
  const all = [...groupBy(parted, ({ series }) => series)].map(([series, own]): SeriesFacts => {
    return { series, facts: own.map(({ fact }) => fact) };
  });
  const isOnly = (side: "base" | "head") => (one: SeriesFacts) =>
    one.series !== undefined &&
    one.facts.every((fact) => fact[side === "base" ? "head" : "base"] === undefined);
  const [gone, added] = [all.filter(isOnly("base")), all.filter(isOnly("head"))];
  const others = all.filter((one) => !gone.includes(one) && !added.includes(one));
  return [...replacedTexts(gone, added), ...others.map(seriesText)].join("; ");
}

function seriesText({ series, facts }: SeriesFacts): string {
  return series === undefined ? factTexts(facts) : `${factTexts(facts)} of ${series}`;
}

/** Series in the place of others that were said to do the same, and what is left. */
function replacedTexts(gone: readonly SeriesFacts[], added: readonly SeriesFacts[]): string[] {
  const left = [...gone];
  const texts = added.map((one) => {
    const at = left.findIndex((other) => levelsText(other) === levelsText(one));
    const [before] = at === -1 ? [] : left.splice(at, 1);
    return before ? `${one.series} in place of ${before.series}` : `also ${one.series} (${levelsText(one)})`;
  });
  return [...texts, ...left.map(({ series }) => `${series} no longer`)];
}

function levelsText({ facts }: SeriesFacts): string {
  return facts.map(({ name, base, head }) => `${name} ${head ?? base}`).join(", ");
}
