import { expect, test } from "vitest";
import { changedShop, diff } from "../review/changed-shop.ts";
import { blocksOf, placeOf } from "./built-docs.ts";

test.each(blocksOf("review").map((one) => ({ ...one, place: placeOf(one) })))(
  "$place: what diff says of that change is what is shown",
  { timeout: 180_000 },
  async ({ block, promised: { path, from, to } }) => {
    // Of several edits in one file: `from → to; from → to`.
    const edits = `${from} → ${to}`.split("; ").map((edit) => edit.split(" → "));
    const { stdout } = await diff(
      changedShop(edits.map(([before = "", after = ""]) => [path, before, after] as const)),
    );
    // What ends in dots goes on.
    const [shown = "", goesOn] = block.text.trimEnd().split(/^ *…$/m);
    const said = goesOn === undefined ? stdout.trimEnd() : stdout.slice(0, shown.length);
    expect(said).toBe(shown);
  },
);
