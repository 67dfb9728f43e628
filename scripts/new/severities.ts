import { suggestion } from "../../generators/text/suggestion.ts";
import { type Exported, exportOf, type KnownProject, type Refused } from "./known-project.ts";

export interface ChosenSeverity {
  readonly chosen: Exported;
  /** The names of the others. */
  readonly others: readonly string[];
}

/** The severity of this name; without a name one in the middle, which wakes nobody for a first try. */
export async function severityNamed(
  name: string | undefined,
  known: KnownProject,
): Promise<ChosenSeverity | Refused> {
  const all = Object.values(known.definitions.platform.severities).sort((a, b) => a.rank - b.rank);
  const names = all.map((one) => one.name);
  const wanted = name ?? names[Math.floor((names.length - 1) / 2)];
  const severity = all.find((one) => one.name === wanted);
  if (!severity)
    return {
      refused: `There is no severity ${wanted}${suggestion(wanted ?? "", names)}. There are: ${names.join(", ")}.`,
    };
  const chosen = await exportOf(severity, severity.place.file, known);
  if (!chosen) return { refused: `${severity.place.file} does not export the severity ${severity.name}.` };
  return { chosen, others: names.filter((one) => one !== severity.name) };
}
