export { accessanalyzerAccountAnalyzerExists } from "./accessanalyzer-account-analyzer-exists";
