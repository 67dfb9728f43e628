import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { metricGroupOf } from "../../generators/language/metric.ts";
import type { Problem } from "../../generators/problem.ts";
import { camelCase, titleOf } from "../code/names.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import type { KnownProject, Refused } from "../new/known-project.ts";
import { addToServices, servicesFolder } from "../new/service/add-to-services.ts";
import type { WrittenFile } from "../new/written-files.ts";
import { differencesOf, type ImportedDifference } from "./compared.ts";
import { refusedAsItIs } from "./not-compiled.ts";
import { importedFiles } from "./service-files.ts";
import { severitiesFor } from "./severities.ts";
import { triedOut } from "./tryout.ts";
import { judged } from "./verdicts.ts";
import { noVerdicts, type Verdicts, type WordedRules } from "./worded-rule.ts";
import { type KnownElsewhere, wordedRules } from "./worded-rules.ts";

/** What is to be imported. */
export interface ToImport {
  readonly rules: readonly InputRule[];
  readonly families: readonly Family[];
  /** Of the service. */
  readonly name: string;
  /** How people call what is read. */
  readonly from: string;
}

/** What comes of an import: files that build, and what is to be said of them. */
export interface Imported {
  readonly files: readonly WrittenFile[];
  readonly words: WordedRules;
  /** Suppressed checks, by rule: what was found in the input. */
  readonly allowed: Verdicts["allowed"];
  /** In which the built rules are other ones. */
  readonly differences: readonly ImportedDifference[];
  /** Problems of the build that no rule can be left out for. */
  readonly problems: readonly Problem[];
}

/** So often rules are written anew: each time at least one more of them is text, or left out. */
const mostRounds = 12;

/** Brings rules into words, builds what that gives, and does without the words that the build refuses. */
export async function importRules(wanted: ToImport, known: KnownProject): Promise<Imported | Refused> {
  const asItIs = await refusedAsItIs(known.project);
  if (asItIs) return asItIs;
  const severities = await severitiesFor(wanted.rules, known);
  if ("refused" in severities) return severities;
  const folder = `${servicesFolder(known.project)}/${wanted.name}`;
  const list = addToServices(known.project, camelCase(wanted.name), `${folder}/service.ts`);
  if ("refused" in list) return list;
  const elsewhere = { families: wanted.families, ...alreadyIn(known) };
  let verdicts = noVerdicts;
  let foreignNames = wanted.rules.some(isForeign);
  for (let round = 1; ; round += 1) {
    const words = wordedRules(wanted.rules, elsewhere, verdicts);
    const { name, from } = wanted;
    const made = importedFiles({
      name,
      from,
      title: titleOf(name),
      folder,
      words,
      severities: severities.byName,
      foreignNames,
    });
    const files = [...made.files, ...severities.files, list];
    const tryout = await triedOut(known.project, files);
    const next = judged(tryout.problems, made.rules, words.rules, verdicts);
    const isForeignToo =
      !foreignNames && tryout.problems.some(({ check }) => check === "recording-levels-name-their-labels");
    if (!next.isNew && !isForeignToo) {
      const { model } = tryout;
      if (!model) return unproven(tryout.problems);
      const differences = differencesOf(words.rules, model, name);
      return { files, words, allowed: verdicts.allowed, differences, problems: next.others };
    }
    if (round === mostRounds) return unproven(tryout.problems);
    verdicts = isForeignToo ? verdicts : next.verdicts;
    foreignNames ||= isForeignToo;
  }
}

/** What the project has under names that imported rules may use too. */
function alreadyIn({ definitions }: KnownProject): Pick<KnownElsewhere, "units" | "taken"> {
  const groups = definitions.services.flatMap(({ metrics }) =>
    Object.values(metrics).flatMap((one) => metricGroupOf(one) ?? []),
  );
  return {
    units: new Map(groups.flatMap(({ metrics }) => metrics.map(({ name, unit }) => [name, unit] as const))),
    taken: definitions.services.flatMap(({ alerts = {} }) => Object.keys(alerts)),
  };
}

/** What does not build cannot be compared, and is not written. */
function unproven(problems: readonly Problem[]): Refused {
  const lines = problems
    .slice(0, 5)
    .map(({ place, message }) => `${place.file}:${place.line}: ${message.split("\n")[0]}`);
  return {
    refused: [
      "What was made of these rules does not build, which is a mistake of the import:",
      ...lines,
    ].join("\n"),
  };
}

/** Whether its name is one that the language takes only of somebody else. */
function isForeign({ kind, name }: InputRule): boolean {
  return kind === "alert" ? !/^[A-Z][A-Za-z0-9]*$/.test(name) : !/^[a-z][\w]*:\w+:\w+$/.test(name);
}
