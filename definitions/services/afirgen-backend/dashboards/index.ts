export { dependencies } from "./dependencies.ts";
export { overview } from "./overview.ts";
