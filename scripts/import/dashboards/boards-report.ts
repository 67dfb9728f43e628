import type { InputDashboard, InputPanel } from "../../../generators/import/dashboards/input-dashboard.ts";
import type { SeriesNamed } from "../../../generators/import/words/said.ts";
import { textAt } from "../../../generators/targets/validation/untyped-data.ts";
import { saidPanel } from "./board-code.ts";
import { type ImportedBoards, withoutDescription } from "./board-outcomes.ts";
import { type BoardDifference, boardDifferences, type BuiltBoards } from "./compared-boards.ts";
import { lastOf } from "./board-files.ts";
import { panelsOf, saidOf } from "./boards.ts";

/** What became of dashboards. */
export interface BoardsReport {
  readonly boards: readonly InputDashboard[];
  readonly panels: number;
  /** Panels that stay Grafana's JSON, each with why. */
  readonly raw: readonly OfPanel[];
  /** Looks that no word has, which become those of the language. */
  readonly lost: readonly OfPanel[];
  /** Suppressed checks: what was found in the input. */
  readonly found: readonly OfPanel[];
  readonly queries: number;
  /** Those that are typed words. */
  readonly typed: number;
  readonly differences: readonly BoardDifference[];
}

export interface OfPanel {
  readonly panel: Pick<InputPanel, "title" | "place">;
  readonly what: string;
}

interface Made extends ImportedBoards {
  readonly series: SeriesNamed;
  readonly model: BuiltBoards | undefined;
}

export function boardsReport({ boards, outcomes, series, model }: Made): BoardsReport {
  const said = panelsOf(boards).map((panel) => ({ panel, said: saidPanel(panel, outcomes) }));
  const asked = said.flatMap(({ panel, said: { queries } }) => queries.map(({ expr }) => ({ panel, expr })));
  const typed = asked.filter(({ panel, expr }) => !outcomes.asText.has(panel) && saidOf(expr, series));
  const raw = said.flatMap(({ panel, said: { word, options } }) =>
    word === "rawPanel" ? [{ panel, what: String(options["reason"]) }] : [],
  );
  const refused = [...outcomes.refused].map(([{ title, place }, what]) => ({
    panel: { title, place },
    what,
  }));
  return {
    ...{ boards, raw },
    panels: said.length,
    lost: [
      ...boards.flatMap(lostOfBoard),
      ...refused,
      ...said.flatMap(({ panel, said: { lost } }) => lost.map((what) => ({ panel, what }))),
    ],
    found: [...outcomes.allowed].flatMap(([panel, checks]) =>
      [...checks].flatMap(([check, why]) =>
        why === withoutDescription
          ? []
          : {
              panel,
              what: `${why.replace(/^as it was imported: /, "")} (${check})`,
            },
      ),
    ),
    queries: panelsOf(boards).reduce((sum, { queries }) => sum + queries.length, 0),
    typed: typed.length,
    differences: model ? boardDifferences(boards, model) : unbuilt(boards),
  };
}

/** What was not built is nothing that could be compared. */
function unbuilt(boards: readonly InputDashboard[]): BoardDifference[] {
  return boards.map(({ place, title }) => ({
    place,
    of: title,
    what: "the dashboard",
    was: title,
    is: "not built",
  }));
}

/** What stands at the top of a dashboard and has no word, or none that an import finds. */
function lostOfBoard({ title, place, links, annotations, from }: InputDashboard): OfPanel[] {
  const others = links.filter((link) => textAt(link, "type") !== "link");
  const lost = [
    ...others.map(() => "a link to all dashboards with a tag"),
    ...annotations.map((one) => `the annotation ${textAt(one, "name") ?? ""}`),
    ...(from === `now-${lastOf(from)}` ? [] : [`the time range from ${from}`]),
  ];
  return lost.map((what) => ({ panel: { title, place }, what }));
}
