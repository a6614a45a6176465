/**
 * The PostgreSQL server that comes with Touchstone: unpacked, initialised, started and stopped with the process.
 *
 * <p>The door is {@link org.touchstone.platform.embedded.EmbeddedPostgres}; nothing here knows Spring's beans.
 */
@ApplicationModule(allowedDependencies = {})
package org.touchstone.platform.embedded;

import org.springframework.modulith.ApplicationModule;
