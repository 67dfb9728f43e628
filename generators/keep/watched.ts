/** The same object, which notes what is read of it. */
export function watched<T extends object>(of: T, note: (key: string) => void): T {
  const noted = (key: string | symbol) => {
    if (typeof key === "string") note(key);
  };
  return new Proxy(of, {
    get(target, key): unknown {
      noted(key);
      return Reflect.get(target, key);
    },
    has(target, key) {
      noted(key);
      return Reflect.has(target, key);
    },
    // What is spread or gone through is read key by key after this.
    ownKeys(target) {
      Reflect.ownKeys(target).forEach(noted);
      return Reflect.ownKeys(target);
    },
  });
}
