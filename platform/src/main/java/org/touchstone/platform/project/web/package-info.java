/** The trail of a project over HTTP; its other faces need more rooms and live in access. */
package org.touchstone.platform.project.web;
