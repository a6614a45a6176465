/** Tells people what concerns them, in the product; the door is Notices. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity"})
package org.touchstone.platform.notice;
