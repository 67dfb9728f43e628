import { expect, test } from "vitest";
import { drawNotification } from "../../generators/pictures/notification/draw-notification.ts";
import { printSvg } from "../../generators/text/svg.ts";
import { sheetMistakes, wordsIn } from "./sheet-mistakes.ts";

const plain = {
  channel: "#alerts",
  color: "orange",
  title: "[high] ShopFailing (shop): a:1 fails 2.1% of its orders",
  text: "1 firing\n\nFIRING ShopFailing (high)\na:1 fails 2.1% of its orders",
  buttons: ["Runbook", "Silence"],
  note: "Drawn for a test.",
} as const;
const long = "Everything that can be said of <this> & more. ";

test.each([
  ["a usual one", plain],
  [
    "long texts",
    {
      ...plain,
      title: long.repeat(6),
      text: `${long.repeat(20)}\n\n${"x".repeat(300)}`,
      note: long.repeat(9),
    },
  ],
  ["nothing", { ...plain, channel: "", title: "", text: "", buttons: [], note: "" }],
  ["many buttons", { ...plain, buttons: Array.from({ length: 20 }, (_, index) => `Button ${index}`) }],
] as const)("%s is drawn well", (_, notification) => {
  for (const root of drawNotification(notification)) {
    const mistakes = sheetMistakes(printSvg(root, { source: "a test" }));
    expect(mistakes).toEqual([]);
  }
});

test("it says all that was sent, and how it was made", () => {
  const [light] = drawNotification(plain);
  const shown = wordsIn(light ? printSvg(light, { source: "a test" }) : "");
  expect(shown).toEqual(
    expect.arrayContaining([
      plain.title,
      "Alertmanager in #alerts",
      "1 firing",
      "FIRING ShopFailing (high)",
      "Runbook",
      "Silence",
      plain.note,
    ]),
  );
});
