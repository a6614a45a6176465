/** Guidelines and their rubrics by immutable version, and the vocabulary in which raters answer. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity", "project", "notice"})
package org.touchstone.platform.guideline;
