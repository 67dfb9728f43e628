import { readersOf } from "../../generators/import/dashboards/dashboard-readers.ts";
import type { InputDashboard } from "../../generators/import/dashboards/input-dashboard.ts";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { metricGroupOf } from "../../generators/language/metric.ts";
import type { Problem } from "../../generators/problem.ts";
import { camelCase, titleOf } from "../code/names.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import type { KnownProject, Refused } from "../new/known-project.ts";
import { addToServices, servicesFolder } from "../new/service/add-to-services.ts";
import type { WrittenFile } from "../new/written-files.ts";
import { differencesOf, type ImportedDifference } from "./compared.ts";
import { boardsReport, type BoardsReport } from "./dashboards/boards-report.ts";
import { type BoardOutcomes, decidedBoards, noBoardOutcomes } from "./dashboards/board-outcomes.ts";
import { refusedAsItIs } from "./not-compiled.ts";
import { importedFiles, type ServiceFiles } from "./service-files.ts";
import { severitiesFor } from "./severities.ts";
import { triedOut, type Tryout } from "./tryout.ts";
import { decided } from "./outcomes.ts";
import { noOutcomes, type Outcomes, type WordedRules } from "./worded-rule.ts";
import { type KnownElsewhere, wordedRules } from "./worded-rules.ts";

/** What is to be imported. */
export interface ToImport {
  readonly rules: readonly InputRule[];
  readonly families: readonly Family[];
  readonly boards: readonly InputDashboard[];
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
  readonly allowed: Outcomes["allowed"];
  /** In which the built rules are other ones. */
  readonly differences: readonly ImportedDifference[];
  /** What became of each panel, and in which the built ones are other ones. */
  readonly boards: BoardsReport;
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
  const elsewhere = { families: wanted.families, readers: readersOf(wanted.boards), ...alreadyIn(known) };
  const { name, from } = wanted;
  const named = { name, from, title: titleOf(name), folder, severities: severities.byName };
  let found: Found = {
    rules: noOutcomes,
    boards: noBoardOutcomes,
    foreignNames: wanted.rules.some(isForeign),
  };
  for (let round = 1; ; round += 1) {
    const words = wordedRules(wanted.rules, elsewhere, found.rules);
    const boards = { boards: wanted.boards, outcomes: found.boards };
    const made = importedFiles({ ...named, words, boards, foreignNames: found.foreignNames });
    const files = [...made.files, ...severities.files, list];
    const tryout = await triedOut(known.project, files);
    const next = decidedAll(tryout, made, words, found);
    if (!next.isNew) {
      const { model } = tryout;
      if (!model) return unproven(tryout.problems);
      return {
        ...{ files, words, problems: next.others },
        allowed: found.rules.allowed,
        differences: differencesOf(words.rules, model, name),
        boards: boardsReport({ ...boards, series: words.named, model }),
      };
    }
    if (round === mostRounds) return unproven(tryout.problems);
    found = next.found;
  }
}

/** What was found so far of all that is written. */
interface Found {
  readonly rules: Outcomes;
  readonly boards: BoardOutcomes;
  readonly foreignNames: boolean;
}

function decidedAll({ problems }: Tryout, made: ServiceFiles, words: WordedRules, found: Found) {
  const boards = decidedBoards(problems, made.boards, found.boards);
  const rules = decided(boards.others, made.rules, words.rules, found.rules);
  const isForeignToo =
    !found.foreignNames && problems.some(({ check }) => check === "recording-levels-name-their-labels");
  return {
    found: {
      rules: isForeignToo ? found.rules : rules.outcomes,
      boards: boards.outcomes,
      foreignNames: found.foreignNames || isForeignToo,
    },
    others: rules.others,
    isNew: rules.isNew || boards.isNew || isForeignToo,
  };
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
