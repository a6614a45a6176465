/** What trainers say of themselves: fields, languages, hours; the door is Profiles. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity"})
package org.touchstone.platform.trainer;
