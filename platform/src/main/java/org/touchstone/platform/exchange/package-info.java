/** Connectors in and out: the room where items arrive as files; its door is {@link ImportDesk}. */
@NullMarked
package org.touchstone.platform.exchange;

import org.jspecify.annotations.NullMarked;
