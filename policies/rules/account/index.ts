export { accountSecurityContactExists } from "./account-security-contact-exists";
