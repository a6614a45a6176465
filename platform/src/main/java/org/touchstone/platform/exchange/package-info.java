/** Connectors in and out: the room where items arrive as files; its door is {@link ImportDesk}. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity", "project", "guideline", "task", "quality"})
package org.touchstone.platform.exchange;

import org.jspecify.annotations.NullMarked;
