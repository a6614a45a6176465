package org.touchstone.platform.exchange;

import java.util.UUID;

/**
 * A picture that items of a project may show.
 *
 * @param id random, the only name of it that trainers ever see
 * @param name its bringer's own, by which files of items speak of it
 * @param size in bytes
 */
public record Image(UUID id, String name, String mediaType, int width, int height, long size) {}
