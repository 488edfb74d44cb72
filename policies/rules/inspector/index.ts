export { inspectorAccountScansExist } from "./inspector-account-scans-exist";
