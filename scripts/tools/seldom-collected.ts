/**
 * The environment of a program that is written in Go and lives for seconds: to collect garbage only when there is much of it saves a fifth
 * of its time.
 */
export const seldomCollected = { GOGC: "off", GOMEMLIMIT: "512MiB" } as const;
