package org.touchstone.platform.pay;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names whatever is paid for, without saying what it is. */
public record SourceId(@JsonValue UUID value) {}
