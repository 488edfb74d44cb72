//@ Pulumi.dev.yaml: null
import { nothing } from "a-package-that-is-not-installed";

nothing();
