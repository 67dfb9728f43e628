import type { InputDashboard } from "../../../generators/import/dashboards/input-dashboard.ts";
import { readDashboards } from "../../../generators/import/dashboards/read-dashboards.ts";
import { type Fact, panelFacts, variableFacts } from "../../../generators/import/proof/board-facts.ts";
import { durationInMs } from "../../../generators/language/duration.ts";
import type { Place } from "../../../generators/language/place.ts";
import type { Model } from "../../../generators/model/model.ts";
import { grafanaDashboard } from "../../../generators/targets/grafana/dashboards.ts";
import { uidsOf } from "./boards.ts";

/** What of the model a dashboard is built from. */
export type BuiltBoards = Pick<Model, "dashboards" | "platform">;

/** Something in which a dashboard that was built is another one than that of the input. */
export interface BoardDifference {
  readonly place: Place;
  readonly of: string;
  readonly what: string;
  readonly was: string;
  readonly is: string;
}

/** Compares what Grafana would get with what was read, panel by panel, the queries as trees. */
export function boardDifferences(
  boards: readonly InputDashboard[],
  { dashboards, platform }: BuiltBoards,
): readonly BoardDifference[] {
  const uids = uidsOf(boards);
  const scraping = { scrapeMs: durationInMs(platform.prometheus.scrapeInterval) ?? 0 };
  return boards.flatMap((board) => {
    const model = dashboards.find(({ uid }) => uid === uids.get(board));
    const text = model && JSON.stringify(grafanaDashboard(model, scraping));
    const [built] = text === undefined ? [] : readDashboards([{ path: board.title, text }]).dashboards;
    const lost = { place: board.place, of: board.title, what: "the dashboard", was: board.title, is: "" };
    return built ? inBoard(board, built) : [lost];
  });
}

function inBoard(board: InputDashboard, built: InputDashboard): BoardDifference[] {
  const ofBoard = differing(variableFacts(board), variableFacts(built));
  const headings = differing(rowFacts(board), rowFacts(built));
  const own = [...ofBoard, ...headings].map((one) => ({ place: board.place, of: board.title, ...one }));
  const panels = board.rows.flatMap((row, at) =>
    row.panels.flatMap((panel, index) => {
      const [row2, panel2] = [built.rows[at], built.rows[at]?.panels[index]];
      const is = row2 && panel2 ? panelFacts(panel2, row2) : [];
      const of = `${board.title}, ${panel.title}`;
      return differing(panelFacts(panel, row), is).map((one) => ({ place: panel.place, of, ...one }));
    }),
  );
  return [...own, ...panels];
}

/** What stands above the first heading gets one: the title of the dashboard. */
function rowFacts({ rows, title }: InputDashboard): Fact[] {
  return rows.map((row, index) => [
    `row ${index + 1}`,
    [row.title || title, row.collapsed, row.repeat ?? "", row.panels.length].join(", "),
  ]);
}

function differing(was: readonly Fact[], is: readonly Fact[]) {
  const found = new Map(is);
  return was.flatMap(([what, value]) => {
    const built = found.get(what) ?? "";
    return built === value ? [] : [{ what, was: value, is: built }];
  });
}
