export { production } from "./production.ts";
