import { formatDuration } from "../language/duration.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { Panel } from "./panel.ts";
import type { PictureText } from "./draw-picture.ts";

/** What a picture says, for those who do not see it. */
export function pictureText({ name }: Pick<AlertModel, "name">, panels: readonly Panel[]): PictureText {
  const descriptions = panels.map((panel, index) => {
    const which = panels.length > 1 ? `Scenario ${index + 1}: ` : "";
    return `${which}${panelWords(panel)}`;
  });
  return { title: `What the test of ${name} plays, and when it fires`, description: descriptions.join(" ") };
}

function panelWords({ strips, states, moments, since }: Panel): string {
  const values = strips.map(({ title, marks, gaps }) => {
    const told = [...marks.map(({ text }) => text), ...(gaps.length > 0 ? ["at times no data"] : [])];
    return `${title}: ${told.length === 0 ? "as drawn" : told.join(", ")}.`;
  });
  const spans = states.map(
    ({ text, fromMs, toMs }) =>
      `${text} from ${moment(fromMs - moments.badMs)} to ${moment(toMs - moments.badMs)}`,
  );
  return [...values, `The alert is ${spans.join(", ")} ${since.replace(/^since/, "after")}.`].join(" ");
}

function moment(ms: number): string {
  return formatDuration(Math.max(0, ms));
}
