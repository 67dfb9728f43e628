import { expect } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { exampleSeries } from "./example-series.ts";
import { analyseText } from "./of-text.ts";

const catalogue = seriesCatalogue(exampleSeries);

/** A mistake, what is said of it with the piece of the text that is meant, and the near miss that is fine. */
export type Row = readonly [wrong: string, mistake: string, fine: string];

/** What is wrong, with the piece of the text that is meant in front. */
export function mistakesIn(text: string, dashboard = false): string[] {
  const { diagnostics } = analyseText(text, catalogue, { dashboard });
  return diagnostics.map(({ from, to, message }) => `${text.slice(from, to)} | ${message}`);
}

/** The mistake is found, and nothing else; the near miss is not. */
export function expectRow(...[wrong, mistake, fine]: Row): void {
  expect(mistakesIn(wrong)).toEqual([mistake]);
  expect(mistakesIn(fine)).toEqual([]);
}
