// The explorer's own words in both languages.

import { ar } from "./words/ar.js";
import { en } from "./words/en.js";

export const WORDS = { en, ar };
