/** Methods of a list that go through it. One that stops early may go as far. */
const walks = (
  "every filter find findIndex findLast findLastIndex flatMap forEach includes indexOf join lastIndexOf map reduce reduceRight " +
  "reverse slice some sort toSorted"
).split(" ");

/** How many items all lists have together that are gone through while this runs: the same on every machine, unlike a time. */
export function countedWork(run: () => void): number {
  let items = 0;
  const before = walks.map((name) => Object.getOwnPropertyDescriptor(Array.prototype, name));
  for (const [index, name] of walks.entries()) {
    const walk: unknown = before[index]?.value;
    if (typeof walk !== "function") throw new Error(`lists have no method ${name}`);
    const counting = function (this: readonly unknown[], ...args: readonly unknown[]): unknown {
      items += this.length;
      return Reflect.apply(walk, this, args);
    };
    Object.defineProperty(Array.prototype, name, { ...before[index], value: counting });
  }
  try {
    run();
  } finally {
    for (const [index, name] of walks.entries()) {
      Object.defineProperty(Array.prototype, name, { ...before[index] });
    }
  }
  return items;
}
