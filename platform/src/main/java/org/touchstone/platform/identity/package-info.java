/** Who may act here: accounts, sign-in, tokens, roles in projects and invitations; doors are Caller, Roles, Accounts. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
package org.touchstone.platform.identity;
