/** The ledger: what is owed, held and payable to whom, for sources whose nature it does not know; entries are only added. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity", "project"})
package org.touchstone.platform.pay;
