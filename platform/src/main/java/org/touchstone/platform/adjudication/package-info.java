/** Doubts become cases, and a person settles them with a reason: flags, disagreements, disputes and appeals. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "identity", "project", "notice", "access", "guideline", "task", "judgment", "quality"})
package org.touchstone.platform.adjudication;
