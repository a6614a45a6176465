/** Items, the tasks that ask for them to be judged, and the queue that leases each place to one rater at a time. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity", "project", "notice", "access", "guideline", "trainer"})
package org.touchstone.platform.task;
