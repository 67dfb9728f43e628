import type { InhibitionModel, LabelMatch, PlatformModel } from "../../../model/routing-model.ts";
import { matchersOf } from "../../../routing/alert-matcher.ts";
import type { MutingPair } from "../../../routing/muting-pairs.ts";
import type { AlertWays } from "../../../routing/ways-to-people.ts";
import { bulletList, escapeMarkdown, inlineCode } from "../../../text/markdown.ts";
import { matcherText } from "../../alertmanager/matcher-text.ts";
import { pairWords } from "./pair-words.ts";

/** Every inhibition with what it says, and which alerts silence which by it. */
export function inhibitionList(ways: readonly AlertWays[], { inhibitions }: PlatformModel): string {
  return bulletList(Object.values(inhibitions).map((inhibition) => item(inhibition, ways)));
}

function item(inhibition: InhibitionModel, ways: readonly AlertWays[]): string {
  const { name, source, target, equal } = inhibition;
  const condition = equal.length === 0 ? "" : ` with the same ${equal.map(inlineCode).join(", ")}`;
  const rule = `**${escapeMarkdown(name)}**: ${side(source)} silences ${side(target)}${condition}.`;
  const sources = ways.flatMap(({ alert, mutes }) => {
    const pairs = mutes.filter((pair) => pair.inhibition === inhibition);
    return pairs.length === 0 ? [] : [`${escapeMarkdown(alert.name)} silences ${targetsOf(pairs)}`];
  });
  return sources.length === 0
    ? `${rule}\nNo alert silences another by it.`
    : `${rule}\n${bulletList(sources)}`;
}

function side(match: LabelMatch): string {
  const matchers = matchersOf(match).map((matcher) => inlineCode(matcherText(matcher)));
  return matchers.length === 0 ? "any alert" : matchers.join(", ");
}

function targetsOf(pairs: readonly MutingPair[]): string {
  return pairWords(pairs, ({ target }) => target).join("; ");
}
