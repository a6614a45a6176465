/** The queue over HTTP: taking, renewing and skipping leases, drafts, and assigning work. */
@org.springframework.modulith.NamedInterface("web")
package org.touchstone.platform.task.web;
