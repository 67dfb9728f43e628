import { expect, test } from "vitest";
import { changedShop, diff } from "../review/changed-shop.ts";
import { blocksOf, placeOf } from "./built-docs.ts";

test.each(blocksOf("review").map((one) => ({ ...one, place: placeOf(one) })))(
  "$place: what diff says of that change is what is shown",
  { timeout: 180_000 },
  async ({ block, promised: { path, from, to } }) => {
    const { stdout } = await diff(changedShop([[path, from, to]]));
    expect(stdout.trimEnd()).toBe(block.text.trimEnd());
  },
);
