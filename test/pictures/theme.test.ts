import { describe, expect, test } from "vitest";
import { drawNotification } from "../../generators/pictures/notification/draw-notification.ts";
import { printSvg } from "../../generators/text/svg.ts";
import { styleOf, themes } from "../../generators/pictures/theme.ts";

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(themes.map((theme) => [theme.name, theme] as const))("%s", (_, theme) => {
  const { background, text, muted, bad, good, threshold, limit: edge, pending, firing } = theme;

  test("words can be read", () => {
    for (const color of [text, muted]) expect(contrast(color, background)).toBeGreaterThan(4.5);
  });
  test("lines and areas can be seen", () => {
    for (const color of [bad, good, threshold, edge, pending, firing]) {
      expect(contrast(color, background)).toBeGreaterThan(3);
    }
  });
});

test("words of a picture on tiles can be read, and a threshold is told from the first lines", () => {
  const notification = { channel: "", color: "red", title: "", text: "", buttons: [], note: "" } as const;
  for (const root of drawNotification(notification)) {
    const style = printSvg(root, { source: "a test" });
    const colorOf = (name: string) =>
      new RegExp(`\\.${name}\\{[^}]*?(?:fill|stroke):(#[\\da-f]{6})`).exec(style)?.[1] ?? "";
    for (const ground of ["tile", "page"]) {
      for (const name of ["muted", "link", "fill-green"])
        expect(contrast(colorOf(name), colorOf(ground))).toBeGreaterThan(4.5);
    }
    const named = ["red", "orange", "yellow", "blue", "green"].map((name) => colorOf(`mark-${name}`));
    for (const index of [0, 1, 2, 3]) expect(named).not.toContain(colorOf(`line-${index}`));
    expect(new Set(named).size).toBe(5);
  }
});

test("lines differ by more than their colour", () => {
  const [theme] = themes;
  const style = theme ? styleOf(theme) : "";
  const dashes = ["bad", "good", "threshold", "limit"].map(
    (name) => new RegExp(`\\.${name}\\{[^}]*stroke-dasharray:([^}]*)\\}`).exec(style)?.[1],
  );
  expect(new Set(dashes).size).toBe(4);
});

test("the themes have the same rules, in other colours", () => {
  const [light, dark] = themes.map((theme) => styleOf(theme).replace(/#[\da-f]{6}/g, ""));
  expect(light).toBe(dark);
});
