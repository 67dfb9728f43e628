import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as language from "../../generators/language/index.ts";
import { panelKinds } from "../../generators/panels/index.ts";
import { compilerOutput, fromRoot } from "../language/compile.ts";
import { root } from "../layout/source-files.ts";

const parts = Object.keys(panelKinds.stat);

/** A type of panel that there is none of. */
const sundial = `
declare module ${fromRoot("generators/language/panel.ts")} {
  interface PanelOptions {
    readonly sundial: QueryPanelOptions & { readonly latitude: number };
  }
}
import { panelKinds } from ${fromRoot("generators/panels/index.ts")};
import type { PanelKind } from ${fromRoot("generators/panels/panel.ts")};
export { panelKinds };

const { own, build, mistakes, adds, texts, guide, ...others } = panelKinds.stat;
const whole: PanelKind<"sundial"> = {
  ...others,
  own: ({ latitude }) => ({ latitude }),
  build: (panel, scraping) => build({ ...panel, type: "stat", own: {} }, scraping),
  mistakes: () => [],
  adds: () => undefined,
  texts: () => ({}),
  guide: ({ own: { latitude } }) => \`sundial at \${latitude}\`,
};
export { own, mistakes, adds, texts, guide };
${parts
  .map(
    (part) => `
const { ${part}: dropped_${part}, ...without_${part} } = whole;
export const lacking_${part}: PanelKind<"sundial"> = without_${part};
export { dropped_${part} };`,
  )
  .join("\n")}
`;

describe("a made-up panel, of which something is missing", () => {
  const output = compilerOutput({ sundial });
  const lines = output.split("\n").filter((line) => /^\S+\(\d+,\d+\): /.test(line));

  test("the compiler names the one record that lacks it", () => {
    const elsewhere = lines.filter((line) => !line.startsWith("sundial.ts("));
    expect(elsewhere).toEqual([
      expect.stringMatching(/generators\/panels\/index\.ts\(.*Property 'sundial' is missing/),
    ]);
  });

  test("the compiler names each part that its file lacks", () => {
    const own = lines.filter((line) => line.startsWith("sundial.ts("));
    expect(own.map((line) => /Property '(\w+)' is missing/.exec(line)?.[1])).toEqual(parts);
  });
});

describe("every type of panel", () => {
  test.each(Object.entries(panelKinds))("%s has a file of its name and a word", (type, { word }) => {
    expect(readdirSync(join(root, "generators/panels"))).toContain(`${type.replace(" ", "-")}.ts`);
    expect(Object.keys(language)).toContain(word);
  });

  test("is drawn by a plugin of its own", () => {
    const plugins = Object.values(panelKinds).map(({ plugin }) => plugin);
    expect(new Set(plugins).size).toBe(plugins.length);
  });
});
