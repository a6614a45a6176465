/** Rounds, attempts and their review over HTTP. */
@NullMarked
@org.springframework.modulith.NamedInterface("web")
package org.touchstone.platform.calibration.web;

import org.jspecify.annotations.NullMarked;
