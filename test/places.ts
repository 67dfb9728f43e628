import { fileURLToPath } from "node:url";
import { countPlacesFrom } from "../generators/language/place.ts";

// What tests define stands in this repository, and its places are named from there.
countPlacesFrom(fileURLToPath(new URL("..", import.meta.url)));
