import { readSettings } from "./settings";

readSettings();
