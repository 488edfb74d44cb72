import { nothing } from "a-package-that-is-not-installed";

nothing();
