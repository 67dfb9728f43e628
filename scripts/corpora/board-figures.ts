import type { BoardsReport } from "../import/dashboards/boards-report.ts";
import { boardsSaid } from "../import/dashboards/boards-said.ts";
import { counted, lineOf, share } from "./figures.ts";

/** How much of other people's dashboards is said in words, is built, and is the same; and of the rest why not. */
export function boardFigures(report: BoardsReport, isListed: boolean): string {
  const { boards, panels, raw, lost, found, queries, typed, differences } = report;
  const said = boardsSaid(report);
  const changed = new Set(differences.map(({ place, of }) => `${place.file} ${of}`));
  const lines = [
    `${boards.length} dashboards, ${panels} panels`,
    share("in words of the language", panels - raw.length, panels),
    share("as Grafana's JSON", raw.length, panels),
    share("of the queries in typed words", typed, queries),
    share("in which something is another one", changed.size, panels),
    "as JSON, because of:",
    ...counted(raw.map(({ what }) => what)),
    "left out, or as the language has it:",
    ...counted(lost.map(({ what }) => what.replace(/ column .*/, " column"))),
    "found, and suppressed:",
    ...counted(found.map(({ what }) => /\(([\w-]+)\)$/.exec(what)?.[1] ?? what)),
    "another one:",
    ...counted(differences.map(({ what }) => what.replace(/ \d+/, ""))),
  ];
  const listed = isListed ? [...said.asJson, ...said.lost, ...said.found, ...said.differences] : [];
  return [...lines, ...listed.map(lineOf)].map((line) => `${line}\n`).join("");
}
