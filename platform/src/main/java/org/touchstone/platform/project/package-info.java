/** Projects, what they promise in their terms, and their coming and going; doors are Projects and ProjectDesk. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity", "notice"})
package org.touchstone.platform.project;
