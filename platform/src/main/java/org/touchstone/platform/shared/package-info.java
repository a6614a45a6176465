/** The ground floor: typed ids, money, pages, problems, the clock and the audit trail; knows nobody above it. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN, allowedDependencies = {})
package org.touchstone.platform.shared;
