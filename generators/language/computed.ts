/**
 * What a program made of many observations before anybody asked: a percentile such as `p99`, their mean, the lowest, the
 * highest, or a part of them as a ratio.
 *
 * How many observations it stands for, and over which time, is no longer known. So it can be compared and the worst of
 * several can be picked, but no sum, mean or percentile can be made of it.
 */
export type Computed = `p${number}` | "mean" | "min" | "max" | "ratio";
