import type { Allowing } from "../../definition.ts";
import { allowingDefinitions } from "../../model/allowing-definitions.ts";
import { definitionNoun } from "../../model/definition-noun.ts";
import type { Model } from "../../model/model.ts";
import type { Described } from "../version.ts";

/** What definitions allow but for rules, which say it beside what else they prove. */
export function suppressedBeside(model: Model): Described[] {
  const rules: ReadonlySet<Allowing> = new Set([...model.alerts, ...model.recordings]);
  return allowingDefinitions(model).flatMap((definition) => {
    const { place, allow = {} } = definition;
    if (rules.has(definition) || Object.keys(allow).length === 0) return [];
    return { name: nameOf(definition), place, facts: allow };
  });
}

function nameOf(definition: Allowing): string {
  const title = "title" in definition ? definition.title : undefined;
  return (
    definitionNoun(definition) ?? (typeof title === "string" ? `panel "${title}"` : definition.place.file)
  );
}
