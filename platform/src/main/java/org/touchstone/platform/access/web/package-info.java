/** Projects as the caller may see them, membership, people, invitations and decisions over HTTP. */
package org.touchstone.platform.access.web;
