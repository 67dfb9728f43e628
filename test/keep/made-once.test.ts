import { expect, test, vi } from "vitest";
import { madeOnce } from "../../generators/keep/made-once.ts";
import { watched } from "../../generators/keep/watched.ts";

interface Shelf {
  readonly apples: readonly string[];
  readonly pears: readonly string[];
}

const basket = { name: "basket" };
const shelf: Shelf = { apples: ["red"], pears: ["green"] };

function applesOnce() {
  const make = vi.fn(({ name }: typeof basket, { apples }: Shelf) => `${name}: ${apples.join()}`);
  return { make, once: madeOnce(make) };
}

test("an answer is made once for each object", () => {
  const { make, once } = applesOnce();
  expect([once(basket, shelf), once(basket, { ...shelf })]).toEqual(["basket: red", "basket: red"]);
  expect(make).toHaveBeenCalledTimes(1);
  expect(once({ name: "bag" }, shelf)).toBe("bag: red");
});

test("it is made anew where a part that it read is another one, and only there", () => {
  const { make, once } = applesOnce();
  once(basket, shelf);
  expect(once(basket, { ...shelf, pears: [] })).toBe("basket: red");
  expect(make).toHaveBeenCalledTimes(1);
  expect(once(basket, { ...shelf, apples: ["blue"] })).toBe("basket: blue");
  expect(once(basket, shelf)).toBe("basket: red");
});

test("whoever asks again has read what it was made from", () => {
  const { once } = applesOnce();
  const noted = [1, 2].map(() => {
    const parts = new Set<string>();
    once(
      basket,
      watched(shelf, (part) => parts.add(part)),
    );
    return [...parts];
  });
  expect(noted).toEqual([["apples"], ["apples"]]);
});
