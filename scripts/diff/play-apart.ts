import type { Apart } from "../../generators/review/apart.ts";
import type { Play } from "../../generators/review/play.ts";
import type { PlayedApart } from "../../generators/review/played.ts";
import { runPlays } from "./run-plays.ts";

/** Has promtool play on both versions the series that only one of them looks at, all in one call. */
export async function playApart(
  all: readonly (readonly Apart[])[],
  promtool: { readonly path: string },
): Promise<readonly (readonly PlayedApart[])[]> {
  const plays = all.flat().flatMap(({ stage }): Play[] => {
    const { scenario } = stage;
    return [
      { stage, version: "base", scenario, isEnded: false },
      { stage, version: "head", scenario, isEnded: false },
    ];
  });
  const outcomes = await runPlays(plays, promtool);
  return all.map((some) =>
    some.flatMap(({ having, stage }) => {
      const at = plays.findIndex((play) => play.stage === stage);
      const [base, head] = outcomes.slice(at, at + 2);
      return base && head ? [{ having, outcomes: { base, head } }] : [];
    }),
  );
}
